import type { Line } from '../text/lines.ts';
import { foldedWords } from '../text/words.ts';
import { bestChain, supported } from './best-chain.ts';
import { commonRuns, type Row } from './common-runs.ts';
import { withoutMark } from './option-marks.ts';
import type { Template } from './sent-template.ts';

export const theirs = -1;

export const placeless = -2;

/** Where the words of one line of a reply stand in what we sent. */
export interface AlignedLine {
  line: Line;
  /** For each word of the line: its place in the template, `theirs`, or `placeless` for a web address of ours. */
  at: number[];
  /** The line is an option of ours with a mark on it, or with an empty box. */
  mark?: { option: number; marked: boolean };
}

/**
 * Compares a reply with what we sent, as a chain of common runs of words that has the same order in both and the most
 * words (as in comparing genomes: Abouelhoda & Ohlebusch 2005). Quote marks, wrapping and punctuation play no part.
 */
export function align(lines: readonly Line[], template: Template): { lines: AlignedLine[]; ours: number } {
  const marks = lines.map((line) => markOn(line, template));
  const row = rowOf(lines, marks);
  const chain = supported(bestChain(commonRuns(row, template)), row, template);
  const aligned: AlignedLine[] = lines.map((line) => ({ line, at: line.words.map(() => theirs) }));
  let ours = 0;
  for (const run of chain) {
    ours += run.length;
    for (let step = 0; step < run.length; step += 1) {
      const of = row.line[run.reply + step] ?? 0;
      const one = aligned[of];
      const inLine = row.inLine[run.reply + step] ?? -1;
      if (!one) continue;
      if (inLine >= 0) one.at[inLine] = run.sent + step;
      const mark = marks[of];
      if (mark) one.mark = { option: run.sent + step, marked: mark.marked };
    }
  }
  for (const one of aligned) if (one.mark) one.at = one.at.map(() => one.mark?.option ?? theirs);
  markAddresses(aligned, template);
  return { lines: aligned, ours };
}

function markOn(line: Line, template: Template): { words: string[]; marked: boolean } | undefined {
  if (template.optionLines.size === 0 || line.text.length > 200) return undefined;
  const without = withoutMark(line.text);
  if (!without) return undefined;
  const words = foldedWords(without.line);
  return template.optionLines.has(words.join(' ')) ? { words, marked: without.marked } : undefined;
}

function rowOf(lines: readonly Line[], marks: readonly ({ words: string[] } | undefined)[]): Row {
  const row: Row = { words: [], line: [], inLine: [], depth: [] };
  for (const [index, line] of lines.entries()) {
    const marked = marks[index]?.words;
    const words = marked ?? line.words;
    for (const [inLine, one] of words.entries()) {
      if (typeof one !== 'string' && one.address) continue;
      row.words.push(typeof one === 'string' ? one : one.word);
      row.line.push(index);
      row.inLine.push(marked ? -1 : inLine);
      row.depth.push(line.depth);
    }
  }
  return row;
}

/** An address of ours is ours wherever it stands, also when a mail program has wrapped it into one of its own. */
function markAddresses(lines: readonly AlignedLine[], template: Template): void {
  for (const { line, at } of lines) {
    for (const [index, { word, start, address }] of line.words.entries()) {
      if (!address) continue;
      // Mail programs that make plain text of HTML write the address of a link in angle brackets after its words.
      const ofOurLink = line.text[start - 1] === '<' && (at[index - 1] ?? theirs) !== theirs;
      if (ofOurLink || isOurAddress(word, template.addresses)) at[index] = placeless;
    }
  }
}

function isOurAddress(address: string, ours: readonly string[]): boolean {
  let decoded = address;
  try {
    decoded = decodeURIComponent(address);
  } catch {
    // A stray percent sign; the address is compared as it stands.
  }
  return ours.some((one) => address.startsWith(one) || decoded.includes(one));
}
