import { isGreeting } from '#domain/replies/read/clean/signature-and-greeting.ts';
import type { ReplyMail } from '#domain/replies/read/reply-reading.ts';
import { linesOfHtml } from '#domain/replies/read/text/html-lines.ts';

/** A reply that begins with a yes, or says that the others are right: the same without that. */
export interface Agreed {
  agrees: boolean;
  /** Whether it says in so many words that what we proposed is right, and no yes alone. */
  judges: boolean;
  /** Whether it begins with a yes or a no. */
  begins: boolean;
  mail: ReplyMail;
}

const yes =
  "(?:yes|yep|yeah|yup|ja|oui|sim|s[ií]|tak|ok|okay|right|correct|confirmed|exactly|(?:that|this|it)(?:['’]s| is) (?:all )?(?:right|correct|fine)|all (?:of (?:it|them) )?(?:is |are )?(?:right|correct|fine|good)|they(?:['’]re| are) (?:all )?(?:right|correct|fine))";
const no = '(?:no|nope|nein|non|n[ãa]o|nie|wrong|not (?:quite|all|right|exactly))';
const joins =
  '(?:\\s*[,.;:!–—-]+)?(?:\\s*(?:and|but|except(?: that| for)?|apart from|only|just|und|aber|et|mais|e|mas|y|pero)(?=\\s))*(?:\\s*[,:])?\\s*';
const begins = new RegExp(`^(?:(${yes}(?:[,.!]?\\s+${yes})*)|${no})(?![\\p{L}\\p{N}'’])${joins}`, 'iu');
/** "7 is c, the rest is right": in the reply's own lines. */
const others =
  /[ \t]*[,.;:–—-]*[ \t]*(?:(?:and|but|und|et|e|y)[ \t]+)?(?:the|all the|all)[ \t]+(?:others?|rest)(?:[ \t]+(?:is|are|was|were))?[ \t]+(?:all[ \t]+)?(?:right|correct|fine|good|ok|okay|yes|as (?:it is|they are|you (?:wrote|read|say)))[ \t]*[.!]*(?=[ \t]*(?:\n|$))|[ \t]*[,.;:–—-]*[ \t]*(?:the[ \t]+)?others[ \t]+(?:right|fine|correct|ok|yes)[ \t]*[.!]*(?=[ \t]*(?:\n|$))/giu;

/** Characters of a reply that are looked at, its quotation among them. */
const longest = 20_000;

/** What is said besides yes or no in a reply to answers that we have proposed. */
export function beside(mail: ReplyMail): Agreed {
  const whole = mail.text?.trim() ? mail.text : mail.html ? textOf(mail.html) : '';
  // Where a yes stands, and what is different: of a megabyte of commas the search takes minutes.
  const text = whole.slice(0, longest);
  const lines = text.split(/\r\n|\n|\r/);
  const quote = lines.findIndex((line) => /^\s*[>＞|]/u.test(line));
  const own = quote === -1 ? lines : lines.slice(0, quote);
  let first = own.findIndex((line) => line.trim() !== '');
  if (first !== -1 && isGreeting(own[first] ?? ''))
    first = own.findIndex((line, at) => at > first && line.trim() !== '');
  const beginning = own.slice(Math.max(0, first)).join('\n').trimStart();
  const match = begins.exec(beginning);
  const withoutBeginning = match ? beginning.slice(match[0].length) : beginning;
  const rest = withoutBeginning.replace(others, '');
  const { html: _, ...plain } = mail;
  return {
    agrees: match?.[1] !== undefined || rest !== withoutBeginning,
    judges: /right|correct|exactly|confirmed/iu.test(match?.[1] ?? ''),
    begins: match !== null,
    mail: { ...plain, text: [rest, ...(quote === -1 ? [] : lines.slice(quote))].join('\n') },
  };
}

function textOf(html: string): string {
  return linesOfHtml(html)
    .map(({ text, depth }) => (depth > 0 ? `${'>'.repeat(depth)} ${text}` : text))
    .join('\n');
}
