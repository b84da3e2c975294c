import type { Line } from '../text/lines.ts';
import { foldedWords } from '../text/words.ts';
import { withoutMark } from './option-marks.ts';
import type { Template } from './template.ts';

export const theirs = -1;
export const placeless = -2;

/** Where the words of one line of a reply stand in what we sent. */
export interface Compared {
  line: Line;
  /** For each word of the line: its place in the template, `theirs`, or `placeless` for a web address of ours. */
  at: number[];
  /** The line is an option of ours with a mark on it, or with an empty box. */
  mark?: { option: number; marked: boolean };
}

/** A run of words that the reply has in common with what we sent. `marked` runs are whole option lines with a mark. */
interface Run {
  reply: number;
  sent: number;
  length: number;
  weight: number;
}

/** Bounds on the work. That a message has no more than `limits.words` was seen to when its lines were made. */
const most = { runs: 1_100, extension: 2_000_000 };
/** As many words in a row as are hardly ever shared by chance, when they do not make up a whole line of ours. */
const telling = 4;

/** The words of a reply in one row, with what has to be known of each. */
interface Row {
  words: string[];
  line: number[];
  inLine: number[];
  depth: number[];
}

/**
 * Compares a reply with what we sent, as a chain of common runs of words that has the same order in both and the most
 * words (as in comparing genomes: Abouelhoda & Ohlebusch 2005). Quote marks, wrapping and punctuation play no part.
 */
export function compare(lines: readonly Line[], template: Template): { lines: Compared[]; ours: number } {
  const marks = lines.map((line) => markOn(line, template));
  const row = rowOf(lines, marks);
  const chain = supported(bestChain(commonRuns(row, template)), row, template);
  const compared: Compared[] = lines.map((line) => ({ line, at: line.words.map(() => theirs) }));
  let ours = 0;
  for (const run of chain) {
    ours += run.length;
    for (let step = 0; step < run.length; step += 1) {
      const of = row.line[run.reply + step] ?? 0;
      const one = compared[of];
      const inLine = row.inLine[run.reply + step] ?? -1;
      if (!one) continue;
      if (inLine >= 0) one.at[inLine] = run.sent + step;
      const mark = marks[of];
      if (mark) one.mark = { option: run.sent + step, marked: mark.marked };
    }
  }
  for (const one of compared) if (one.mark) one.at = one.at.map(() => one.mark?.option ?? theirs);
  markAddresses(compared, template);
  return { lines: compared, ours };
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

function commonRuns(row: Row, template: Template): Run[] {
  const runs: Run[] = [];
  /** By diagonal (place in the reply minus place in what we sent): how far it has been compared. */
  const seen = new Map<number, number>();
  const seeds = new Seeds(row, template);
  let budget = most.extension;
  for (let reply = 0; reply < row.words.length && budget > 0; reply += 1) {
    const starts = row.line[reply] !== row.line[reply - 1];
    for (const sent of seeds.at(reply, starts)) {
      if ((seen.get(reply - sent) ?? -1) > reply) continue;
      let length = 1;
      while (row.words[reply + length] !== undefined && row.words[reply + length] === template.words[sent + length]) {
        length += 1;
      }
      budget -= length;
      seen.set(reply - sent, reply + length);
      const run = trimmed(withoutRest({ reply, sent, length, weight: 0 }, row, template), row, template);
      if (!run || !isTelling(run, starts || run.reply > reply, template)) continue;
      runs.push({ ...run, weight: weightOf(run, row) });
      seeds.found(run);
    }
  }
  if (runs.length <= most.runs) return runs;
  const longest = new Set([...runs].sort((one, other) => other.weight - one.weight).slice(0, most.runs));
  return runs.filter((run) => longest.has(run));
}

/** A word that stands in more places of what we sent says nothing of where it was quoted from. */
const mostPlaces = 64;
/** Places of such a word that are looked at: those next to where the quotation goes on. */
const nearPlaces = 12;
/** Words in a row that set one question of hundreds apart from the others, with its number among them. */
const tellingApart = 8;

/**
 * The places of what we sent from where a word of the reply may have been quoted. In a form of hundreds of alike questions
 * nearly every line stands in hundreds of places; there the quotation is followed from the last words that stand in few.
 */
class Seeds {
  readonly #row: Row;
  readonly #template: Template;
  readonly #begins: ReadonlyMap<string, readonly number[]>;
  /** How far the reply is known to be quoted, and from where. */
  #known: { reply: number; sent: number } = { reply: 0, sent: 0 };
  #isRare = false;

  constructor(row: Row, template: Template) {
    this.#row = row;
    this.#template = template;
    const begins = new Map<string, number[]>();
    for (const [word, places] of template.places)
      begins.set(
        word,
        places.filter((at) => template.begins[at]),
      );
    this.#begins = begins;
  }

  at(reply: number, starts: boolean): readonly number[] {
    // In the middle of a line only a beginning of ours can start: otherwise their words, which happen to be ours too.
    const places = (starts ? this.#template.places : this.#begins).get(this.#row.words[reply] ?? '') ?? [];
    this.#isRare = places.length <= mostPlaces;
    if (this.#isRare) return places;
    if (reply < this.#known.reply) return [];
    return nearest(places, this.#known.sent + reply - this.#known.reply);
  }

  found({ reply, sent, length }: Run): void {
    const isNext = sent >= this.#known.sent && reply + length > this.#known.reply;
    if ((this.#isRare && length >= tellingApart) || (isNext && sent - this.#known.sent <= tellingApart))
      this.#known = { reply: reply + length, sent: sent + length };
  }
}

/** The `nearPlaces` of `places`, which rise, that are next to `expected`. */
function nearest(places: readonly number[], expected: number): readonly number[] {
  let [low, high] = [0, places.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle] ?? 0) < expected) low = middle + 1;
    else high = middle;
  }
  const from = Math.max(0, Math.min(low - nearPlaces / 2, places.length - nearPlaces));
  return places.slice(from, from + nearPlaces);
}

/**
 * Cuts off what ends a line of ours at the beginning of a run, where it is more likely theirs: the "no" before "2." that ends
 * "yes or no" too, and the unquoted "5 (a great deal)" before the next question of somebody who deleted our "1 (nothing) to".
 */
function withoutRest(run: Run, row: Row, template: Template): Run {
  if (template.begins[run.sent]) return run;
  const next = template.begins.indexOf(true, run.sent);
  const part = next - run.sent;
  if (next === -1 || part >= run.length || (part >= 3 && !isTyped(run, part, row, template))) return run;
  return { ...run, reply: run.reply + part, sent: next, length: run.length - part };
}

/** Whether the first words of a run, which end a line of a question of ours, are a line of their own outside the quotation. */
function isTyped({ reply, sent }: Run, part: number, row: Row, template: Template): boolean {
  const line = row.line[reply];
  const last = reply + part - 1;
  const isWholeLine = row.line[reply - 1] !== line && row.line[last] === line && row.line[last + 1] !== line;
  return isWholeLine && row.depth[reply] === 0 && template.question[sent] !== -1;
}

/** Cuts off words at the end of a run that are more likely theirs: "a" before "A number." when they wrote "a lot". */
function trimmed(run: Run, row: Row, template: Template): Run | undefined {
  let { length } = run;
  while (length > 0) {
    const last = run.sent + length - 1;
    const end = run.reply + length - 1;
    if (template.ends[last]) break;
    /** Words since a line began, in the reply or in what we sent. */
    let part = 1;
    while (part < length && !template.begins[last - part + 1] && row.line[end - part + 1] === row.line[end - part]) {
      part += 1;
    }
    const lineEnds = row.line[end + 1] !== row.line[end];
    // "How much room do you have? -> 1 - not at all": our next line is not quoted on this one without its end.
    const isBehind = part < length && template.ends[last - part] && row.line[end - part] === row.line[end];
    if (!(isBehind && lineEnds) && (part >= telling || (lineEnds && part >= 3))) break;
    length -= part;
  }
  return length > 0 ? { ...run, length } : undefined;
}

function isTelling({ sent, length }: Run, starts: boolean, template: Template): boolean {
  const whole = template.begins[sent] === true && template.ends.indexOf(true, sent) < sent + length;
  return whole || (starts && length >= telling) || (length >= telling && template.begins[sent] === true);
}

/** Quoted words count a little more, so that an option that was typed is not mistaken for the one that was quoted. */
function weightOf({ reply, length }: Run, row: Row): number {
  let weight = 0;
  for (let at = reply; at < reply + length; at += 1) weight += (row.depth[at] ?? 0) > 0 ? 1.25 : 1;
  return weight;
}

/** The heaviest chain of runs that follow each other in the reply and in what we sent; overlaps count once. */
function bestChain(runs: readonly Run[]): Run[] {
  const best = new Float64Array(runs.length);
  const previous = new Int32Array(runs.length).fill(-1);
  let last = -1;
  for (const [index, run] of runs.entries()) {
    best[index] = run.weight;
    for (let before = 0; before < index; before += 1) {
      const other = runs[before];
      if (!other || !follows(other, run)) continue;
      const lost = overlap(other, run);
      const total = (best[before] ?? 0) + run.weight * (1 - lost / run.length);
      if (total > (best[index] ?? 0)) {
        best[index] = total;
        previous[index] = before;
      }
    }
    if (last === -1 || (best[index] ?? 0) > (best[last] ?? 0)) last = index;
  }
  const chain: Run[] = [];
  for (let index = last; index >= 0; index = previous[index] ?? -1) {
    const run = runs[index];
    if (run) chain.push(run);
  }
  chain.reverse();
  return chain.map((run, index) => {
    const before = chain[index - 1];
    const lost = before ? overlap(before, run) : 0;
    return { ...run, reply: run.reply + lost, sent: run.sent + lost, length: run.length - lost };
  });
}

function follows(one: Run, other: Run): boolean {
  return (
    one.reply < other.reply &&
    one.sent < other.sent &&
    one.reply + one.length < other.reply + other.length &&
    one.sent + one.length < other.sent + other.length
  );
}

function overlap(one: Run, other: Run): number {
  return Math.max(0, one.reply + one.length - other.reply, one.sent + one.length - other.sent);
}

/**
 * Without quote marks, a short run that stands alone ("c) both") is what they typed, not what is left of our message: it
 * counts as ours only beside other words of ours.
 */
function supported(chain: readonly Run[], row: Row, template: Template): Run[] {
  const asked = [...template.asked.values()];
  return chain.filter((run, index) => {
    if (run.length >= 6 || (row.depth[run.reply] ?? 0) > 0) return true;
    if (asked.some((start) => start >= run.sent && start < run.sent + run.length)) return true;
    const before = chain[index - 1];
    const next = chain[index + 1];
    if (before && isWholeLineAround(run, template)) return true;
    const near = 3;
    return (
      (before !== undefined && run.sent - before.sent - before.length <= near) ||
      (next !== undefined && next.sent - run.sent - run.length <= near)
    );
  });
}

/** Our signature, or another line of ours that belongs to no question: nobody types that. */
function isWholeLineAround({ sent, length }: Run, { begins, ends, question, derived }: Template): boolean {
  const last = sent + length - 1;
  return !derived && begins[sent] === true && ends[last] === true && question[sent] === -1 && question[last] === -1;
}

/** An address of ours is ours wherever it stands, also when a mail program has wrapped it into one of its own. */
function markAddresses(lines: readonly Compared[], template: Template): void {
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
