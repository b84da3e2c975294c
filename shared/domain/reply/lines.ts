import { visible, type Word, wordsOf } from './words.ts';

/** A line of a message: what stands after the quote marks, and how many there were. */
export interface Line {
  text: string;
  /** How deeply it is quoted; 0 is not at all. */
  depth: number;
  words: Word[];
}

/** What is read of one message. No person types more; what is longer was pasted or is an attack. */
export const limits = { characters: 1_000_000, lines: 4_000, lineLength: 4_000 };

export function lineOf(text: string, depth: number): Line {
  const seen = visible(text);
  return { text: seen, depth, words: wordsOf(seen) };
}

/** Plain text as lines with the depth of their quote marks. */
export function linesOfText(text: string): Line[] {
  const lines: Line[] = [];
  const all = text.slice(0, limits.characters).split(/\r\n|\n|\r/, limits.lines);
  const marks = all.filter((line) => line.startsWith('|')).length >= fewestBars ? '>\uff1e|' : '>\uff1e';
  for (const raw of all) {
    const { depth, rest } = unquoted(raw.slice(0, limits.lineLength), marks);
    lines.push(lineOf(rest, depth));
  }
  return lines;
}

/** Some programs quote with bars; a person may begin a line or two with one. */
const fewestBars = 5;

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
