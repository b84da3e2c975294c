import { type Answer, type Answers, abstained, type FormDefinition } from '#domain/form.ts';
import type { Token } from './tokens.ts';

/** A stretch of what was said: the index of its first character, and of the one behind its last. */
export type Span = [number, number];

/** A vote on one pair. */
export interface Vote {
  value: boolean | typeof abstained;
  /** The reason, as they wrote it. */
  comment?: string;
  /** What it was read from, in their words. */
  said: string;
  /** `words`: from a word for all, or from names; `guessed`: by a rule of least certainty. Absent for a number with its vote. */
  by?: 'words' | 'guessed';
}

/** What is said of the pairs of a ballot. */
export interface BallotReading {
  /** By index of the question. */
  votes: Map<number, Vote>;
  /** Pairs that are mentioned in another way than with a clear vote: what is said of them. */
  unclear: Map<number, string>;
  /** What may touch a word for all pairs and was not understood. The pairs that would have been approved are open. */
  doubt: string;
  /** Votes that are likely, of pairs that are open: their writer can confirm all of them with one word. */
  likely: ReadonlyMap<number, boolean>;
  /** Remarks and what is in doubt, as they wrote them; all of it, where no vote is likely. */
  note: string;
  /** Whether pairs are named, and whether it is said that it is for all or for the rest of them. */
  names: { pairs: boolean; many: boolean };
}

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

/** What has been read of a ballot in words, and what follows from all of it together. */
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
  private isTorn = false;
  private readonly corrected = new Set<number>();
  private againstAll: Group | undefined;
  /** Reasons of single pairs, beside those of the group that they were named in. */
  private readonly reasons = new Map<number, Span[]>();
  /** Where that begins which counts. */
  private begins = 0;
  private readonly said: string;
  readonly total: number;

  constructor(said: string, total: number) {
    this.said = said;
    this.total = total;
  }

  /** A word for all pairs, in `sentence`. */
  setBulk(value: boolean, said: Span, sentence: Span, { isBare = false, abstains = false } = {}): void {
    this.hasVote = true;
    if (this.bulk && (this.bulk.value !== value || this.bulk.abstains !== abstains)) {
      this.isTorn = true;
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
    this.isTorn = false;
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

  private isVotedOn(pair: number): boolean {
    return this.groups.some(({ pairs }) => pairs.has(pair));
  }

  /** Whether something is said of a pair, in the sentence that begins at `start`, that is no vote. */
  doubtfulIn(start: number): number[] {
    return [...new Set([...this.asked, ...this.mentions].flatMap(([pair, span]) => (span[0] === start ? [pair] : [])))];
  }

  ask(pair: number, span: Span): void {
    if (!this.asked.has(pair)) this.asked.set(pair, span);
  }

  /**
   * `known` are votes from before, `proposed` those that we have asked to confirm, and `likely` finds what a reader in a hurry
   * would take from it.
   */
  result(
    form: FormDefinition,
    { known, proposed }: { known: Answers; proposed: Answers },
    tokens: readonly Token[],
    likely: () => ReadonlyMap<number, boolean>,
  ): BallotReading | undefined {
    const votes = new Map<number, Vote>();
    const unclear = new Map<number, string>();
    for (const group of this.groups) {
      this.addVotes(group, votes);
      const earlier = [...group.pairs].filter((pair) => (this.asked.get(pair)?.[0] ?? group.said[0]) < group.said[0]);
      if (!group.corrects) continue;
      for (const pair of group.pairs) this.corrected.add(pair);
      for (const pair of earlier) this.asked.delete(pair);
    }
    const isMentioned = new Set(
      tokens
        .filter((token) => !this.passedOver.has(token) && token.start >= this.begins)
        .flatMap(({ pairs = [] }) => pairs),
    );
    // Whatever rule has failed: a pair that is mentioned has a vote of its own, or is asked.
    for (const pair of isMentioned)
      if (!votes.has(pair) && !this.withdrawn.has(pair))
        this.ask(pair, this.mentions.get(pair) ?? this.sentenceOf(tokens, pair));
    for (const [pair, span] of this.asked) {
      votes.delete(pair);
      unclear.set(pair, this.words(span));
    }
    const open = [...form.questions.keys()].filter((pair) => known[form.questions[pair]?.key ?? ''] === undefined);
    const concerned = open.length > 0 ? open : [...form.questions.keys()];
    const left = concerned.filter((pair) => !votes.has(pair) && !unclear.has(pair));
    const doubts = this.hasRightCounts(left.length)
      ? [...this.doubts]
      : [...this.doubts, [0, this.said.length] as Span];
    // "Sorry, it was 11 that I was thinking of. 6 is fine, take 11 as the no."
    const isCorrected = this.corrected.size > 0 || this.withdrawn.size > 0;
    const isSettled = ([start]: Span) =>
      isCorrected && (this.aboutPairs.get(start)?.every((pair) => this.corrected.has(pair)) ?? false);
    // "Approve the others", of none that were named.
    const isOfNone = this.rest !== undefined && !this.bulk && votes.size + unclear.size === 0 && isMentioned.size === 0;
    if (this.rest && isOfNone && left.length === this.total && !leftBlank.test(this.said)) doubts.push(this.rest.said);
    const most = this.rest ?? this.bulk;
    // "I can't judge. 4 no."
    if (this.bulk?.isBare && this.bulk.abstains && this.groups.length > 0) doubts.push(this.bulk.said);
    const isTorn =
      this.isTorn || (this.rest !== undefined && this.bulk !== undefined && voteOf(this.rest) !== voteOf(this.bulk));
    if (this.isRestAsked) for (const pair of left) unclear.set(pair, this.words(this.isRestAsked));
    else if (!isTorn) {
      const awaited = (pair: number) => proposed[form.questions[pair]?.key ?? ''];
      for (const pair of left) this.addLeft(pair, awaited(pair), most, votes, unclear);
    }
    for (const [pair, { value, said }] of votes) {
      if (value !== abstained || form.questions[pair]?.mayAbstain) continue;
      votes.delete(pair);
      unclear.set(pair, said);
    }
    const doubt = this.doubted(
      doubts.filter((span) => !isSettled(span)),
      isTorn,
    );
    // A "no" without a word for all is as uncertain as a yes.
    const isSaid = (pair: number, value: Vote['value']) =>
      value === true || ((this.bulk?.isBare === true || value === abstained) && !this.isVotedOn(pair));
    const dropped = doubt === '' ? [] : [...votes].filter(([pair, { value }]) => isSaid(pair, value));
    for (const [pair] of dropped) votes.delete(pair);
    const many = tokens.some(({ kind }) => kind === 'all' || kind === 'rest' || kind === 'none');
    // A vote that stands is not put in doubt by what may be a remark.
    const isOpen = (pair: number) => open.includes(pair) && !votes.has(pair);
    const isDoubtful = doubt !== '' || this.isRestAsked !== undefined || votes.size === 0;
    const found =
      isTorn || !isDoubtful
        ? []
        : [
            ...dropped.flatMap(([pair, { value }]) => (value === abstained ? [] : [[pair, value] as const])),
            ...likely(),
          ];
    // What was proposed before stands until somebody votes on that pair: a yes with a story is no yes to what we read a no to.
    const isAsBefore = ([pair, vote]: readonly [number, boolean]) => {
      const awaited = proposed[form.questions[pair]?.key ?? ''];
      return awaited === undefined || awaited === vote;
    };
    const proposals = new Map(found.filter((one) => isOpen(one[0]) && isAsBefore(one)));
    const isAboutPairs = this.hasVote || (many && proposals.size > 0);
    if (votes.size === 0 && unclear.size === 0 && (doubt === '' || !isAboutPairs)) return undefined;
    const remarks = this.notes.map((span) => this.words(span));
    const note = doubt === '' || proposals.size > 0 ? [...remarks, doubt].filter(Boolean).join('\n') : this.said.trim();
    return { votes, unclear, doubt, likely: proposals, note, names: { pairs: isMentioned.size > 0, many } };
  }

  /** The vote on a pair that was not named, from a word for all or for the rest, or from a yes to what we have proposed. */
  private addLeft(
    pair: number,
    awaited: Answer | undefined,
    most: ForMany | undefined,
    votes: Map<number, Vote>,
    unclear: Map<number, string>,
  ): void {
    const said = most ? this.words(most.said) : '';
    const agrees = most ? most.value && agreement.test(said) : agreesFirst.test(this.said);
    if (typeof awaited === 'boolean' && agrees) {
      votes.set(pair, { value: awaited, said: most ? said : this.said.trim(), by: 'words' });
      return;
    }
    if (!most) return;
    // "Approve all" behind a proposal that was a no to 4 may be to 4 as well.
    if (awaited === false && most.value) unclear.set(pair, said);
    else {
      const reasons = most.value ? [] : this.reasonsForAll();
      const by = this.begins > 0 || this.withdrawn.has(pair) ? 'guessed' : 'words';
      const comment = reasons.join('\n');
      votes.set(pair, { value: voteOf(most), said, by, ...(comment !== '' && { comment }) });
    }
  }

  private doubted(doubts: readonly Span[], isTorn: boolean): string {
    if (isTorn) return this.said.trim();
    return [...new Set(doubts.map((span) => this.words(span)))].join('\n');
  }

  private hasRightCounts(left: number): boolean {
    const { all, rest } = this.counts;
    return (all === undefined || all === this.total) && (rest === undefined || rest === left);
  }

  private reasonsForAll(): string[] {
    return (this.againstAll?.reasons ?? []).map((span) => this.words(span));
  }

  private addVotes(group: Group, votes: Map<number, Vote>): void {
    const value = voteOf(group);
    const isTurnedYes = group.value && [...group.pairs].some((pair) => this.mentions.has(pair));
    const by =
      group.guessed || group.corrects || this.begins > 0 || isTurnedYes ? 'guessed' : group.named ? 'words' : undefined;
    for (const pair of group.pairs) {
      const own = votes.get(pair);
      const before = group.corrects && own?.value !== value ? undefined : own;
      if (before && before.value !== value) {
        this.ask(pair, [Math.min(group.said[0], this.said.length), group.said[1]]);
        continue;
      }
      const mentioned = this.mentions.get(pair);
      const isAfter =
        mentioned !== undefined && mentioned[0] < group.said[0] && !group.reasons.some(([at]) => at <= mentioned[0]);
      const reasons = [
        ...(isAfter && !group.value ? [mentioned] : []),
        ...group.reasons,
        ...(before ? [] : (this.reasons.get(pair) ?? [])),
      ];
      const all = [before?.comment, ...reasons.map((span) => this.words(span))].filter(Boolean).join('\n');
      votes.set(pair, {
        value,
        said: this.words(group.said),
        ...(by && { by }),
        ...(all !== '' && { comment: all }),
      });
    }
  }

  private sentenceOf(tokens: readonly Token[], pair: number): Span {
    const token = tokens.find(({ pairs = [] }) => pairs.includes(pair));
    return token ? [token.start, token.end] : [0, this.said.length];
  }

  private words([start, end]: Span): string {
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

/** The others are those that they wrote nothing of. */
const leftBlank =
  /nothing|blank|empty|comment|remark|n['’]t|not|nichts|rien|nada|otherwise|else|sonst|sinon|elsewise|everyone|everything/iu;

/** Words that agree with what was proposed, rather than vote on anything by themselves. */
const agreement =
  /^(?:yes|yep|yeah|ja|oui|sim|sí|si)$|(?<!\p{L})(?:right|correct|as you (?:say|read)|stimmt|richtig|korrekt|exact|juste|certo|correto|correcto)(?!\p{L})/iu;
/** "Yes, and 6 no" */
const agreesFirst =
  /^\s*(?:yes|yep|yeah|right|correct|that's right|that is right|ja|stimmt|oui|sim|sí)(?=[\s,.!;:–—-])/iu;
