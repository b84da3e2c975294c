import { type FormDefinition, type NumberedQuestion, numbered } from '#domain/forms/form.ts';
import { type AskedWords, askedWordsOf } from '#shared/words/asked-words.ts';
import type { Block, Email, Inline } from '../content.ts';
import { lines, oneLine } from './clean.ts';
import { cleanWords } from './question.ts';

/** Columns of a line: under 72, so that a quoted line still fits the 76 that mail programs wrap at. */
const width = 71;

/** The plain text of `email`. Lines are under 72 columns; only an address that is longer stands alone on a longer line. */
export function renderText(email: Email): string {
  let text = '';
  let before: Block | undefined;
  for (const block of email.blocks) {
    if (before) text += before.kind === 'heading' ? '\n' : '\n\n';
    text += blockText(block, email.language);
    before = block;
  }
  return `${text}\n`;
}

function blockText(block: Block, language: string): string {
  switch (block.kind) {
    case 'paragraph':
    case 'small':
      return wrap(inlineText(block.of));
    case 'heading':
    case 'signature':
      return wrap(oneLine(block.of));
    case 'list':
      return block.of.map((item) => wrap(oneLine(item), '  - ', '    ')).join('\n');
    case 'facts':
      return columns(block.of.map(({ label, value }) => ({ label, value: lines(value) })));
    case 'bars':
      return columns(block.of.map(({ label, shown }) => ({ label, value: [shown] })));
    case 'quote':
      return lines(block.of)
        .map((line) => wrap(line, '    ', '    '))
        .join('\n');
    case 'questions':
      return questionsText(block.of, askedWordsOf(language));
  }
}

/** A form as an email asks it. */
export function askedText(form: FormDefinition, words: AskedWords): string {
  return questionsText(numbered(form), words);
}

function questionsText(of: readonly NumberedQuestion[], words: AskedWords): string {
  return of.map((question) => questionText(question, of, words)).join('\n\n');
}

/** A question, its hints and its options. What follows it is an empty line, to type the answer on. */
function questionText(question: NumberedQuestion, among: readonly NumberedQuestion[], words: AskedWords): string {
  const { number, ask, hints, options } = cleanWords(question, among, words);
  const indent = '   ';
  return [
    wrap(ask, `${number}. `, indent),
    ...hints.map((hint) => wrap(hint, indent, indent)),
    ...options.map(({ letter, text }) => wrap(text, `${indent}${letter}) `, `${indent}   `)),
  ].join('\n');
}

function inlineText(of: readonly Inline[]): string {
  return oneLine(
    of.map((part) => (typeof part === 'string' ? part : 'strong' in part ? part.strong : link(part))).join(''),
  );
}

/** The words and then the address, so that it can be followed; the address alone where the words are the address. */
function link({ words, href }: { words: string; href: string }): string {
  const address = href.replace(/^mailto:/, '');
  return words === address ? address : `${words}: ${address}`;
}

/** Labels in a column of their own when they are short, with the values beside them; else one under the other. */
function columns(rows: readonly { label: string; value: readonly string[] }[]): string {
  const labels = rows.map(({ label }) => oneLine(label));
  const widest = Math.max(0, ...labels.map(columnsOf));
  return rows
    .map(({ value }, index) => {
      const label = labels[index] ?? '';
      if (widest > 30) return [wrap(label, '  ', '  '), ...value.map((line) => wrap(line, '    ', '    '))].join('\n');
      const indent = ' '.repeat(widest + 5);
      const start = `  ${label}${' '.repeat(widest - columnsOf(label) + 3)}`;
      return value.map((line, row) => wrap(line, row === 0 ? start : indent, indent)).join('\n');
    })
    .join('\n');
}

/** Breaks `words` at spaces, and between characters of scripts that have none, into lines of at most `width` columns. */
function wrap(words: string, first = '', rest = first): string {
  const done: string[] = [];
  let line = first;
  let used = columnsOf(first);
  let empty = true;
  for (const { piece, spaced } of pieces(words)) {
    const gap = spaced && !empty ? 1 : 0;
    const wide = columnsOf(piece);
    if (!empty && used + gap + wide > width) {
      done.push(line);
      line = rest + piece;
      used = columnsOf(rest) + wide;
    } else {
      line += (gap ? ' ' : '') + piece;
      used += gap + wide;
    }
    empty = false;
  }
  done.push(line);
  return done.map((one) => one.trimEnd()).join('\n');
}

/** Scripts that are written without spaces, in which a line may break anywhere. */
const unspaced = /([\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\u3000-\u303f\uff00-\uff60])/u;

function pieces(words: string): { piece: string; spaced: boolean }[] {
  return words.split(' ').flatMap((word) =>
    (unspaced.test(word) ? word.split(unspaced).filter((piece) => piece !== '') : [word]).map((piece, index) => ({
      piece,
      spaced: index === 0,
    })),
  );
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
const ascii = /^[\x20-\x7e]*$/;
/** Characters that take two columns in a terminal or a monospaced font: East Asian wide ones and pictures. */
const wide = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\p{Emoji_Presentation}]/u;

/** How many columns `words` take. */
export function columnsOf(words: string): number {
  if (ascii.test(words)) return words.length;
  let count = 0;
  for (const { segment } of graphemes.segment(words)) count += wide.test(segment) ? 2 : 1;
  return count;
}
