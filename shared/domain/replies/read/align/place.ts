import { clientLines } from '../clean/client-lines.ts';
import { isBlank, type Line } from '../text/lines.ts';
import { type AlignedLine, placeless, theirs } from './align.ts';
import { meansThisOne } from './option-marks.ts';
import type { Template } from './sent-template.ts';

/** A stretch of words of theirs, with nothing of ours in between. */
export interface Stretch {
  lines: string[];
  depth: number;
  /** The index of the question whose words stand before it; -1 when it stands under none. */
  question: number;
  /** For words under no question: above everything of ours, among it, or below it. */
  where: 'top' | 'among' | 'bottom';
  /** The option on whose line it begins, or -1. */
  option: number;
  /** The index of the question whose words follow it at once, or -1. */
  next: number;
}

/** What is theirs in a reply, and where. */
export interface Placed {
  stretches: Stretch[];
  /** Options that were marked on their own line, by the index of their question. */
  marked: Map<number, Set<number>>;
}

/** Takes from an aligned reply what we did not write, and finds what it stands under. */
export function place(aligned: readonly AlignedLine[], template: Template): Placed {
  const lines = aligned.map(({ line }) => line);
  const isOurs = (index: number) => isMostlyOurs(aligned[index]);
  const noise = noiseOf(lines, isOurs);
  const reader = new StretchReader(template);
  for (const [index, one] of aligned.entries()) {
    if (noise.has(index)) reader.sawNoise();
    else if (one.mark) reader.mark(one.mark.option, one.mark.marked);
    else reader.read(one);
  }
  return reader.end();
}

class StretchReader {
  private readonly stretches: Stretch[] = [];
  private readonly marked = new Map<number, Set<number>>();
  private open: Stretch | undefined;
  private last = -1;
  private anyOurs = false;
  /** Whether words of ours follow the last of theirs. */
  private goesOn = false;
  /** How deeply our last words were quoted. */
  private depth = 0;

  private readonly template: Template;

  constructor(template: Template) {
    this.template = template;
  }

  read({ line, at }: AlignedLine): void {
    if (isBlank(line)) {
      this.open?.lines.push('');
      return;
    }
    const parts = partsOf(line, at);
    for (const part of parts) {
      if (part.at === theirs) this.add(part.text, line.depth, part.afterOurs);
      else this.sawOurs(part.at, line.depth);
    }
  }

  sawOurs(at = placeless, depth = this.depth): void {
    this.anyOurs = true;
    this.goesOn = true;
    if (this.open) this.open.next = this.template.question[at] ?? -1;
    this.close();
    this.depth = depth;
    if (at >= 0) this.last = at;
  }

  /** A line of a mail program: it ends a stretch, but the quotation need not go on below it. */
  sawNoise(): void {
    const goesOn = this.goesOn;
    this.sawOurs();
    this.goesOn = goesOn;
  }

  mark(at: number, marked: boolean): void {
    this.sawOurs(at);
    if (!marked) return;
    const question = this.template.question[at] ?? -1;
    const set = this.marked.get(question) ?? new Set();
    set.add(this.template.option[at] ?? -1);
    this.marked.set(question, set);
  }

  end(): Placed {
    this.close();
    const last = this.stretches.at(-1);
    if (last?.where === 'among' && !this.goesOn) last.where = 'bottom';
    return { stretches: this.stretches, marked: this.marked };
  }

  private add(text: string, depth: number, afterOurs: boolean): void {
    const option = afterOurs ? (this.template.option[this.last] ?? -1) : -1;
    if (option >= 0 && meansThisOne(text)) {
      this.mark(this.last, true);
      return;
    }
    // Less deeply quoted than ours, but quoted: an earlier reply of theirs, which has been read already.
    if (depth > 0 && depth < this.depth) return;
    if (this.open && this.open.depth !== depth) this.close();
    this.open ??= {
      lines: [],
      depth,
      question: this.last >= 0 ? (this.template.question[this.last] ?? -1) : -1,
      where: this.anyOurs ? 'among' : 'top',
      option,
      next: -1,
    };
    this.open.lines.push(text);
    this.goesOn = false;
  }

  private close(): void {
    if (this.open) this.stretches.push(this.open);
    this.open = undefined;
  }
}

interface Part {
  /** `theirs`, or the place of the last word of ours in it. */
  at: number;
  text: string;
  afterOurs: boolean;
}

/** Signs that mean something although they are no words. */
const sign = /[\p{Extended_Pictographic}✓✔✗✘☑☒←→]|<[-=]|[[(]\s?[xX]\s?[\])]/u;

/** A line as alternating parts of ours and theirs. */
function partsOf(line: Line, at: readonly number[]): Part[] {
  if (line.words.length === 0) {
    const text = line.text.trim();
    // A line of signs alone counts when it can be an answer, or begins a signature.
    const counts = sign.test(text) || text === '?' || text === '--';
    return counts ? [{ at: theirs, text, afterOurs: false }] : [];
  }
  const parts: Part[] = [];
  let index = 0;
  let from = 0;
  while (index < line.words.length) {
    const own = at[index] === theirs;
    let next = index;
    let place = placeless;
    while (next < line.words.length && (at[next] === theirs) === own) {
      place = Math.max(place, at[next] ?? placeless);
      next += 1;
    }
    const end =
      next < line.words.length ? (line.words[own ? next : next - 1]?.[own ? 'start' : 'end'] ?? 0) : undefined;
    if (own) {
      const text = withoutOurPunctuation(line.text.slice(from, end), index > 0, next < line.words.length);
      parts.push({ at: theirs, text, afterOurs: index > 0 });
    } else {
      parts.push({ at: place, text: '', afterOurs: false });
    }
    from = own ? (end ?? 0) : (line.words[next - 1]?.end ?? 0);
    index = next;
  }
  const rest = withoutOurPunctuation(line.text.slice(from), true, false);
  if (parts.at(-1)?.at !== theirs && sign.test(rest)) parts.push({ at: theirs, text: rest, afterOurs: true });
  return parts;
}

/** What people put between the question and the answer on its line: "Which role? - mentor". Not the minus of a number. */
const separator = /^(?:[-–—]{1,3}|[-=]{1,2}>|[→➔➜=])\s+(?=\S)/u;

function withoutOurPunctuation(text: string, afterOurs: boolean, beforeOurs: boolean): string {
  let own = text.trim();
  if (afterOurs) own = own.replace(/^[?!.:;,)\]}»"'…*_\s]{1,12}/u, '').replace(separator, '');
  if (beforeOurs) own = own.replace(/[([{«"'*_\s]{1,12}$/u, '');
  return own;
}

function isMostlyOurs(one: AlignedLine | undefined): boolean {
  if (!one || one.at.length === 0) return false;
  return one.mark !== undefined || one.at.filter((at) => at !== theirs).length * 2 > one.at.length;
}

/** Lines of mail programs, and what they quote that is neither ours nor under anything of ours. */
function noiseOf(lines: readonly Line[], isOurs: (index: number) => boolean): Set<number> {
  const noise = new Set<number>();
  let covered = 0;
  for (const { from, to, marked } of clientLines(lines, isOurs)) {
    for (let index = from; index < to; index += 1) noise.add(index);
    const depth = lines[to - 1]?.depth ?? 0;
    let index = Math.max(to, covered);
    for (; index < lines.length && !isOurs(index); index += 1) {
      const line = lines[index];
      if (line && marked && line.depth <= depth && !isBlank(line)) break;
      noise.add(index);
    }
    if (!marked) covered = Math.max(covered, index);
  }
  return noise;
}
