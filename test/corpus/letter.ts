import { type Answers, type FormDefinition, type NumberedQuestion, numbered } from '#domain/forms/form.ts';
import type { Sent } from '#domain/replies/read/reply-reading.ts';
import { bareForm } from '#shared/emails/bare-form.ts';
import type { Email } from '#shared/emails/content.ts';
import { composeMessage } from '#shared/emails/mime.ts';
import { missingOf, questionsBlock } from '#shared/emails/parts/question-blocks.ts';
import { cleanWords } from '#shared/emails/render/question.ts';
import { parseMail } from '#shared/mail/parse.ts';
import { wordsOf } from '#shared/words/index.ts';

/** What a line or a paragraph of ours is for. `space` is the empty paragraph after a question. */
export interface Piece {
  kind: 'other' | 'ask' | 'hint' | 'option' | 'space';
  /** The index of the question in the form. */
  question?: number;
  option?: number;
  /** Plain text: its lines as they were sent. */
  lines: readonly string[];
  /** HTML: the element. */
  html: string;
}

/** A message of ours, as it lies in the mailbox of who answers it. */
export interface Letter {
  subject: string;
  from: { name: string; address: string };
  replyTo: string;
  messageId: string;
  at: Date;
  sent: Sent;
  /** The indices of the questions that it asks. */
  asked: number[];
  /** The plain text and the HTML in pieces. */
  plain: Piece[];
  rich: Piece[];
}

const from = { name: 'Maria Ortiz', address: 'mentoring@harbour.example.org' };
const page = 'https://mentoring.harbour.example.org/f/3k9xq2m7tz4wv6ab';

const written = new Map<string, Promise<Letter>>();

/** The first message that asks `form`: bare, or dressed as an invitation. Written once: many people get the same. */
export function firstLetter(form: FormDefinition, bare: boolean): Promise<Letter> {
  const name = `${form.id} ${bare}`;
  const questions = numbered(form);
  const letter =
    written.get(name) ??
    letterOf(
      form,
      questions,
      bare ? bareForm(form, from.name) : dressed(form.title, questions, []),
      '2027-02-01T10:00:00Z',
    );
  written.set(name, letter);
  return letter;
}

/** The message that asks for what is missing, below what was understood. */
export function secondLetter(form: FormDefinition, known: Answers): Promise<Letter> {
  const understood = form.questions
    .filter(({ key }) => known[key] !== undefined)
    .map(({ key, label }) => ({ label: label ?? key, value: String(known[key]) }));
  const questions = missingOf(form, known);
  return letterOf(form, questions, dressed(`Still open: ${form.title}`, questions, understood), '2027-02-03T08:30:00Z');
}

function dressed(
  subject: string,
  questions: readonly NumberedQuestion[],
  understood: readonly { label: string; value: string }[],
): Email {
  return {
    subject,
    language: 'en',
    blocks: [
      { kind: 'paragraph', of: ['Hello,'] },
      ...(understood.length > 0
        ? ([
            { kind: 'paragraph', of: ['Thank you. This is what we understood:'] },
            { kind: 'facts', of: understood },
          ] as const)
        : ([
            {
              kind: 'paragraph',
              of: [
                'Harbour Institute is starting a round of mentoring, Spring 2027. Would you like to take part, as a mentor, a mentee or both?',
              ],
            },
          ] as const)),
      {
        kind: 'paragraph',
        of: [
          'Just reply and type under the questions; any mail program will do. It takes about five minutes, and we need it by Friday 12 February. ',
          { words: 'Or answer on a page', href: page },
        ],
      },
      questionsBlock(questions),
      {
        kind: 'paragraph',
        of: [
          "If it's not for you, reply \"no thanks\" and we won't ask again this year. If we don't hear from you by Friday 12 February, we'll leave you out this time.",
        ],
      },
      { kind: 'signature', of: 'Maria Ortiz, for mentoring at Harbour Institute' },
      {
        kind: 'small',
        of: [
          'You get this because Maria Ortiz put you on the list of people to invite to Spring 2027. ',
          { words: 'Stop all email from this program', href: `${page}/stop` },
        ],
      },
    ],
  };
}

async function letterOf(
  form: FormDefinition,
  questions: readonly NumberedQuestion[],
  email: Email,
  at: string,
): Promise<Letter> {
  const replyTo = 'r+3k9xq2m7tz4wv6ab.c4hj5k6m7n8p@reply.harbour.example.org';
  const raw = await composeMessage({ email, from, to: { name: '', address: 'someone@example.org' }, replyTo });
  const { text = '', html = '', subject } = await parseMail(raw);
  const roles = rolesOf(questions);
  return {
    subject,
    from,
    replyTo,
    messageId: `<0102019${form.id.length}${at.slice(8, 10)}-${form.id}@eu-west-1.amazonses.com>`,
    at: new Date(at),
    sent: { text, html },
    asked: questions.map(({ number }) => number - 1),
    plain: plainPieces(text, roles),
    rich: richPieces(html, roles),
  };
}

type Role = Pick<Piece, 'kind' | 'question' | 'option'> & { words: string };

/** Every piece of the questions in the order in which they stand in the message. */
function rolesOf(questions: readonly NumberedQuestion[]): Role[] {
  return questions.flatMap((one) => {
    const { number, ask, hints, options } = cleanWords(one, questions, wordsOf());
    const question = number - 1;
    return [
      { kind: 'ask', question, words: `${number}. ${ask}` },
      ...hints.map((words): Role => ({ kind: 'hint', question, words })),
      ...options.map(
        ({ letter, text }, option): Role => ({ kind: 'option', question, option, words: `${letter}) ${text}` }),
      ),
      { kind: 'space', question, words: '' },
    ] satisfies Role[];
  });
}

const squeezed = (words: string) => words.replace(/\s+/g, ' ').trim();

function plainPieces(text: string, roles: readonly Role[]): Piece[] {
  const pieces: Piece[] = [];
  const waiting = [...roles];
  let lines: string[] = [];
  const end = (role?: Role) => {
    if (lines.length > 0) pieces.push({ ...(role ?? { kind: 'other' }), lines, html: '' });
    lines = [];
  };
  for (const line of text.trimEnd().split('\n')) {
    const next = waiting[0];
    lines.push(line);
    if (next?.kind === 'space') {
      waiting.shift();
      end(next);
      continue;
    }
    if (next && squeezed(lines.join(' ')) === next.words) {
      waiting.shift();
      end(next);
    } else if (line === '') end();
  }
  end();
  return pieces;
}

function richPieces(html: string, roles: readonly Role[]): Piece[] {
  const letter = /<div class="letter"[^>]*>([\s\S]*)<\/div>/.exec(html)?.[1] ?? html;
  const waiting = [...roles];
  return [...letter.matchAll(/<(p|table|ul|h2|blockquote)\b[^>]*>[\s\S]*?<\/\1>/g)].map(([element]) => {
    const next = waiting[0];
    const words = squeezed(decoded(element.replace(/<[^>]+>/g, '')).replaceAll('\u00a0', ' '));
    if (next?.words !== words) return { kind: 'other', lines: [], html: element };
    waiting.shift();
    return { ...next, lines: [], html: element };
  });
}

const named: Record<string, string> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#x27;': "'",
  '&nbsp;': '\u00a0',
};

/** The characters that our own HTML writes as entities. */
export function decoded(html: string): string {
  return html.replace(/&(?:amp|lt|gt|quot|#x27|nbsp);/g, (entity) => named[entity] ?? entity);
}

export function escaped(words: string): string {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
