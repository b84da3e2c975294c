import { clipped, visible, type Word, wordsOf } from './words.ts';

/** A line of a message: what stands after the quote marks, and how many there were. */
export interface Line {
  text: string;
  /** How deeply it is quoted; 0 is not at all. */
  depth: number;
  words: Word[];
}

/**
 * What is read of one message. No person types more; what is longer was pasted or is an attack. Only so many words are
 * compared with what we sent, and those after them must not be taken for theirs: they are not read at all.
 */
export const limits = { characters: 1_000_000, lines: 8_000, lineLength: 4_000, words: 32_000 };

/** Whether there may have been more in the message than these lines. */
export function isCut(lines: readonly Line[]): boolean {
  let words = 0;
  let characters = 0;
  for (const { text, words: own } of lines) {
    words += own.length;
    characters += text.length + 1;
    // One less where the last character would have been cut in half.
    if (text.length >= limits.lineLength - 1) return true;
  }
  return lines.length >= limits.lines || words >= limits.words || characters >= limits.characters;
}

/** Columns at which mail programs break lines at the earliest; a shorter line was ended by its writer. */
export const narrowest = 50;

export function lineOf(text: string, depth: number): Line {
  const seen = visible(text);
  return { text: seen, depth, words: wordsOf(seen) };
}

/** Plain text as lines with the depth of their quote marks. */
export function linesOfText(text: string): Line[] {
  const lines: Line[] = [];
  const all = text.slice(0, limits.characters).split(/\r\n|\n|\r/, limits.lines);
  const marks =
    all.filter((line) => line.startsWith('|') && !tableRow.test(line)).length >= fewestOdd ? '>\uff1e|' : '>\uff1e';
  const initials = initialsOf(all);
  let words = 0;
  for (const raw of all) {
    if (words >= limits.words) break;
    const line = withoutBars(clipped(raw, limits.lineLength));
    const { depth, rest } = unquoted(initials ? line.replace(initials, '') : line, marks);
    const one = lineOf(rest, depth);
    lines.push(one);
    words += one.words.length;
  }
  return lines;
}

/** "| 1 | mentee |": a row of a table, and no quotation. */
const tableRow = /^\s{0,4}\|[^|]*\|.*\|\s*$/u;

function withoutBars(line: string): string {
  return line.includes('|') && tableRow.test(line) ? line.replaceAll(/\s*\|\s*/gu, ' ').trim() : line;
}

/** Some programs quote with bars or with initials; a person may begin a line or two like that. */
const fewestOdd = 5;

/** The initials that some programs put before the mark ("MO> "), as an expression that finds them at the start of a line. */
function initialsOf(lines: readonly string[]): RegExp | undefined {
  const counts = new Map<string, number>();
  for (const line of lines) {
    const [, name] = /^ ?([a-z]{1,4})>/i.exec(line) ?? [];
    if (name !== undefined) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  for (const [name, count] of counts) if (count >= fewestOdd) return new RegExp(`^ ?${name}(?=>)`);
  return undefined;
}

/** Takes off quote marks as mail programs write them: ">", "> >", ">>", also after a few spaces. */
function unquoted(line: string, marks: string): { depth: number; rest: string } {
  let depth = 0;
  let at = 0;
  for (;;) {
    let next = at;
    while (next < line.length && next - at < 3 && (line[next] === ' ' || line[next] === '\u00a0')) next += 1;
    const mark = line[next];
    if (mark === undefined || !marks.includes(mark)) break;
    depth += 1;
    at = next + 1;
  }
  if (depth > 0 && line[at] === ' ') at += 1;
  return { depth, rest: line.slice(at) };
}

export function isBlank(line: Line): boolean {
  return line.text.trim() === '';
}
