import type { Template } from './sent-template.ts';

/** A run of words that the reply has in common with what we sent. `marked` runs are whole option lines with a mark. */
export interface Run {
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
export interface Row {
  words: string[];
  line: number[];
  inLine: number[];
  depth: number[];
}

/** The runs of words that the reply has in common with what we sent, the heaviest where there are too many. */
export function commonRuns(row: Row, template: Template): Run[] {
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
