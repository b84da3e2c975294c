import { abstained } from '#domain/forms/abstained.ts';
import type { Vote } from './ballot-reading.ts';
import type { Token } from './tokens/ballot-tokens.ts';

/** A stretch of what was said: the index of its first character, and of the one behind its last. */
export type Span = [number, number];

/** Pairs that were named together, and what is said of them. */
export interface Group {
  pairs: Set<number>;
  /** False for an abstention, too: it takes its pairs out of a yes to all, and may have a reason. */
  value: boolean;
  /** perhaps: unless its reason is one for a no. */
  abstains: false | 'clearly' | 'perhaps';
  /** The vote stands before the pairs ("no to 4"), or they were taken out of all: further pairs may follow. */
  isOpen: boolean;
  reasons: Span[];
  said: Span;
  guessed: boolean;
  named: boolean;
  /** Pairs that may belong to it or to what follows ("no to 4, 9 and 11 yes"). */
  follows: boolean;
  /** Said after something was taken back: it goes before what was said earlier of the same pairs. */
  corrects: boolean;
  /** Taken out of all, without a no of their own. */
  isLeftOut: boolean;
}

/** A word for all pairs, or for those that are left. */
interface ForMany {
  value: boolean;
  abstains: boolean;
  said: Span;
}

/** What has been read of a ballot in words. */
export class Tally {
  bulk: (ForMany & { isBare: boolean }) | undefined;
  rest: ForMany | undefined;
  isRestAsked: Span | undefined;
  readonly groups: Group[] = [];
  readonly asked = new Map<number, Span>();
  readonly mentions = new Map<number, Span>();
  /** Pairs that were named by mistake. */
  readonly withdrawn = new Set<number>();
  doubts: Span[] = [];
  /** Those of them that speak of further pairs, which nobody can tell. */
  readonly firm = new Set<Span>();
  /** Pairs of the sentences that name some and speak of no others, by where those begin. */
  readonly aboutPairs = new Map<number, readonly number[]>();
  /** Something was taken back. */
  corrects = false;
  readonly notes: Span[] = [];
  /** Names of people who are spoken to, or of as somebody's partner: nothing is said of their other pairs. */
  readonly passedOver = new Set<Token>();
  /** How many pairs they say there are. */
  counts: { rest?: number; all?: number } = {};
  hasVote = false;
  /** Two words for all contradict each other. */
  private isBulkTorn = false;
  private againstAll: Group | undefined;
  /** Reasons of single pairs, beside those of the group that they were named in. */
  readonly reasons = new Map<number, Span[]>();
  /** Where that begins which counts. */
  begins = 0;
  readonly said: string;
  readonly total: number;

  constructor(said: string, total: number) {
    this.said = said;
    this.total = total;
  }

  /** A word for all pairs, in `sentence`. */
  setBulk(value: boolean, said: Span, sentence: Span, { isBare = false, abstains = false } = {}): void {
    this.hasVote = true;
    if (this.bulk && (this.bulk.value !== value || this.bulk.abstains !== abstains)) {
      this.isBulkTorn = true;
      this.doubts.push(this.bulk.said, sentence);
    }
    this.bulk ??= { value, abstains, said, isBare };
  }

  /** Forgets what was said before `from`: it was considered, and this is what came of it. Whatever is read so is a guess. */
  startAfresh(from: number): void {
    this.begins = from;
    this.bulk = undefined;
    this.rest = undefined;
    this.isRestAsked = undefined;
    this.isBulkTorn = false;
    this.againstAll = undefined;
    this.counts = {};
    this.groups.length = 0;
    this.doubts = [];
    this.asked.clear();
    this.mentions.clear();
    this.withdrawn.clear();
  }

  /** `group`, as that of a no to all: the reasons that it gets are theirs. */
  refuseAll(group: Group): Group {
    this.againstAll = group;
    return group;
  }

  /** "The others are fine" behind some that were named: what was not understood of those is about them alone. */
  settle(): void {
    this.doubts = this.doubts.filter((span) => this.firm.has(span) || !this.aboutPairs.has(span[0]));
  }

  /** Whether nothing has been read yet. */
  get isEmpty(): boolean {
    const { bulk, rest, groups, doubts, asked, mentions } = this;
    return !bulk && !rest && groups.length + doubts.length + asked.size + mentions.size === 0;
  }

  /** Whether words for all, or for the rest, contradict each other. */
  isTorn(): boolean {
    const { rest, bulk } = this;
    return this.isBulkTorn || (rest !== undefined && bulk !== undefined && voteOf(rest) !== voteOf(bulk));
  }

  isRefused(pair: number): boolean {
    const groups = this.groups.filter((group) => group.pairs.has(pair));
    return groups.length > 0 && groups.every(({ value }) => !value) && !this.asked.has(pair);
  }

  /** "All but 4. I abstain on 4.": it was taken out of all, and without a no. */
  putBack(pair: number): void {
    for (const group of this.groups) if (group.isLeftOut && group.reasons.length === 0) group.pairs.delete(pair);
  }

  /** Whether somebody would rather not vote on a pair, and has said nothing else of it. */
  isAbstained(pair: number): boolean {
    const groups = this.groups.filter((group) => group.pairs.has(pair));
    return groups.length > 0 && groups.every(({ abstains }) => abstains !== false) && !this.asked.has(pair);
  }

  /** Adds a reason to each of `pairs`, if all of them have been refused, or all are abstained from. */
  addReasonTo(pairs: readonly number[], reason: Span): boolean {
    if (pairs.length === 0 || !pairs.every((pair) => this.isRefused(pair))) return false;
    for (const pair of pairs) this.reasons.set(pair, [...(this.reasons.get(pair) ?? []), reason]);
    return true;
  }

  /** A pair of which something is said that is no vote: asked about, unless a vote on it follows. */
  mention(pair: number, span: Span): void {
    if (this.groups.some(({ pairs, value }) => value && pairs.has(pair))) this.ask(pair, span);
    else if (!this.mentions.has(pair)) this.mentions.set(pair, span);
  }

  /** Pairs of which something was said before `at` that is no vote, and that have none since. */
  openBefore(at: number): number[] {
    const spans = [...this.asked, ...this.mentions].filter(([, [start]]) => start < at);
    return spans.map(([pair]) => pair).filter((pair) => this.asked.has(pair) || !this.isVotedOn(pair));
  }

  isVotedOn(pair: number): boolean {
    return this.groups.some(({ pairs }) => pairs.has(pair));
  }

  /** Whether something is said of a pair, in the sentence that begins at `start`, that is no vote. */
  doubtfulIn(start: number): number[] {
    return [...new Set([...this.asked, ...this.mentions].flatMap(([pair, span]) => (span[0] === start ? [pair] : [])))];
  }

  ask(pair: number, span: Span): void {
    if (!this.asked.has(pair)) this.asked.set(pair, span);
  }

  hasRightCounts(left: number): boolean {
    const { all, rest } = this.counts;
    return (all === undefined || all === this.total) && (rest === undefined || rest === left);
  }

  reasonsForAll(): string[] {
    return (this.againstAll?.reasons ?? []).map((span) => this.wordsOf(span));
  }

  wordsOf([start, end]: Span): string {
    const closes = /^[)\]]/.test(this.said.slice(end)) && this.said.slice(start, end).includes('(');
    return this.said
      .slice(start, end + (closes ? 1 : 0))
      .replace(/\s*\n\s*/g, ' ')
      .trim();
  }
}

export function voteOf({
  value,
  abstains,
}: Pick<Group, 'value'> & { abstains: Group['abstains'] | boolean }): Vote['value'] {
  return abstains ? abstained : value;
}
