import type { Language } from './languages.ts';
import type { Letter, Piece } from './letter.ts';

/** What somebody does to the quoted message while answering, before their mail program makes a message of it. */
export interface Draft {
  letter: Letter;
  language: Language;
  /** Typed above the quotation and below it, line by line. */
  above: string[];
  below: string[];
  /** Typed after a question, by its index: as lines of one's own, or inside the quotation. */
  under: Map<number, string[]>;
  /** Typed at the end of the question's own line. */
  onLine: Map<number, string>;
  /** Typed before or after an option: "question:option". */
  before: Map<string, string>;
  after: Map<string, string>;
  /** What was deleted from the quotation. */
  isDeleted: (piece: Piece) => boolean;
  /** Whether what is typed under a question keeps the quotation's mark. */
  inside: boolean;
  /** The colour of what is typed, where a program has colours. */
  colour?: string;
  /** What was typed is bold, which plain text shows as stars. */
  bold: boolean;
  /** A mail program has made a list of what was typed as "1. ". */
  listed: boolean;
  /** Whether blank lines around answers are missing. */
  tight: boolean;
  /** The whole quotation was deleted. */
  withoutQuote: boolean;
  /** Lines that a company's server appends below everything. */
  appended: string[];
  /** Whether the mail program puts its own footer ("Sent from my iPhone"). */
  footer: boolean;
  /** How many messages deep the form is quoted: 1, or 2 when a colleague answers what was forwarded to them. */
  depth: 1 | 2;
  forwards: boolean;
}

/** A piece of the body: ours and quoted, or typed by who answers. */
export interface Stretch {
  piece?: Piece;
  typed?: readonly string[];
  /** Typed right before and behind our words, on the same line. */
  before?: string;
  behind?: string;
  /** Typed words that stand inside the quotation. */
  inside?: boolean;
}

/** What stands in the quotation from top to bottom. */
export function stretchesOf(draft: Draft, pieces: readonly Piece[]): Stretch[] {
  const done: Stretch[] = [];
  for (const [index, piece] of pieces.entries()) {
    const { question, option, kind } = piece;
    const slot = `${question}:${option}`;
    const next = pieces[index + 1];
    const isLastOfQuestion = question !== undefined && next?.question !== question;
    const answer = question !== undefined && isLastOfQuestion ? draft.under.get(question) : undefined;
    // The empty line after the question is where people type: it becomes the answer.
    const isReplaced = kind === 'space' && answer !== undefined;
    if (!draft.isDeleted(piece) && !isReplaced) {
      const behind = kind === 'ask' && question !== undefined ? draft.onLine.get(question) : draft.after.get(slot);
      const before = kind === 'option' ? draft.before.get(slot) : undefined;
      done.push({ piece, ...(before !== undefined && { before }), ...(behind !== undefined && { behind }) });
    }
    if (answer !== undefined) done.push({ typed: answer, inside: draft.inside });
  }
  return done;
}

/** Breaks `words` at spaces into lines of at most `width` characters; text without spaces stays whole. */
export function wrapped(words: string, width: number): string[] {
  const done: string[] = [];
  let line = '';
  for (const word of words.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      done.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...done, line];
}
