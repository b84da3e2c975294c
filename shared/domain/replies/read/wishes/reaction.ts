import type { ReplyMail } from '../reply-reading.ts';
import { linesOfHtml } from '../text/html-lines.ts';
import { type Line, linesOfText } from '../text/lines.ts';
import { foldedWords } from '../text/words.ts';

/** A press on a button in place of a reply: what it shows, and the answer that it may stand for. */
export interface Reaction {
  said: string;
  means?: boolean;
}

/** What a message is looked at as: `reaction` is the emoji that Gmail sends in a part of its own. */
type Reacting = Pick<ReplyMail, 'text' | 'html'> & { reaction?: string };

const yes = new Set(['👍', '❤', '✅', 'liked', 'loved', 'like', 'love', 'heart', 'thumbs up']);
const no = new Set(['👎', 'disliked', 'dislike', 'thumbs down']);

/**
 * The reaction that a message is, if that is all of it: Gmail's, Apple's ("Liked “...”") or Outlook's ("reacted to your
 * message"). One with any word besides is a reply like others. `names`: what whoever reacts may be called.
 */
export function reactionOf({ text, html, reaction }: Reacting, names: readonly string[]): Reaction | undefined {
  const own = ownWords(text?.trim() ? linesOfText(text) : linesOfHtml(html ?? ''));
  if (reaction !== undefined) return own === '' || isGmails(own, reaction) ? meaning(reaction) : undefined;
  const theirs = new Set(names.flatMap(foldedWords));
  for (const form of forms) {
    const { said, who = '' } = form.exec(own)?.groups ?? {};
    if (said !== undefined && foldedWords(who).every((word) => theirs.has(word))) return meaning(said);
  }
  return undefined;
}

const emoji = String.raw`\p{Extended_Pictographic}[\p{Extended_Pictographic}\p{Emoji_Modifier}\ufe0f\u200d]{0,12}`;
const outlooks = 'like|love|heart|thumbs up|thumbs down|dislike|laugh|celebrate|surprised|sad';
const forms = [
  new RegExp(`^(?<said>${emoji}) (?<who>.{1,80}) reacted via Gmail$`, 'u'),
  /^(?<said>Liked|Loved|Disliked|Laughed at|Emphasi[sz]ed|Questioned) “[^“”]+”$/u,
  new RegExp(`^Reacted (?<said>${emoji}) to “[^“”]+”$`, 'u'),
  new RegExp(`^(?<who>.{1,80}) reacted to your message: (?<said>${emoji}|${outlooks})$`, 'iu'),
];

/** What Gmail writes for programs that don't know reactions, in the language of whoever reacted, with a link to itself. */
function isGmails(own: string, reaction: string): boolean {
  const words = own.replace(/<?https:\/\/www\.google\.com\/gmail\/\S*/u, '').trim();
  const rest = words.startsWith(reaction) ? words.slice(reaction.length).trim() : undefined;
  return (
    rest !== undefined && (rest === '' || (/\bGmail\b/u.test(rest) && rest.length <= 120 && !/[.!?,;:\d]/u.test(rest)))
  );
}

function meaning(said: string): Reaction {
  const plain = said.replace(/[\ufe0f\u{1f3fb}-\u{1f3ff}]/gu, '').toLowerCase();
  return { said, ...(yes.has(plain) ? { means: true } : no.has(plain) ? { means: false } : {}) };
}

/** Everything that is not quoted, nor the line that a mail program puts before a quotation. */
function ownWords(lines: readonly Line[]): string {
  const blocks: { words: string[]; isQuoted: boolean }[] = [];
  let isOpen = false;
  for (const { text, depth } of lines) {
    const isQuoted = depth > 0;
    const words = text.trim();
    if (words === '' && !isQuoted) isOpen = false;
    else if (isOpen && blocks.at(-1)?.isQuoted === isQuoted) blocks.at(-1)?.words.push(words);
    else {
      blocks.push({ words: [words], isQuoted });
      isOpen = true;
    }
  }
  return blocks
    .filter(({ words, isQuoted }, index) => !isQuoted && !(blocks[index + 1]?.isQuoted && isAttribution(words)))
    .map(({ words }) => words.join(' '))
    .join(' ');
}

/** "On Mon, 1 Feb 2027 at 09:00, Maria <maria@...> wrote:" */
function isAttribution(words: readonly string[]): boolean {
  const line = words.join(' ');
  return words.length <= 3 && /[:：]$/u.test(line) && /\d{4}|\d[:.h]\d\d/u.test(line);
}
