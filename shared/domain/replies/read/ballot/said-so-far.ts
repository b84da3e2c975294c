import type { Clause, Sentence } from './ballot-sentences.ts';
import { spanOf } from './clause-content.ts';
import type { Token } from './tokens/ballot-tokens.ts';
import { type Group, type Span, type Tally, voteOf } from './vote-tally.ts';

/** What has been said up to a clause: in its sentence, and of the sentences before it that which it may refer to. */
export class SaidSoFar {
  readonly said: string;
  /** What has been read of the whole message. */
  readonly tally: Tally;

  // From the sentences before.
  /** The vote that was read last, where what follows may be its reason. */
  last: Group | undefined;
  /** Something was doubted since the vote that was read last. */
  isDoubted = false;
  /** The sentence before asked something. */
  isAnswer = false;
  /** Pairs that the sentence before has left in doubt. */
  inDoubt: readonly number[] | undefined;
  /** This sentence goes on with that doubt. */
  keepsDoubt = false;

  // Of the sentence that is being read.
  sentence: Sentence = { clauses: [], isQuestion: false, isChoice: false, start: 0, end: 0 };
  /** Pairs that wait for a vote. */
  waiting: Token[] = [];
  /** What was said between pairs that wait for a vote and that vote. */
  waitingWords: Span[] = [];
  /** Pairs that were taken out of all before the vote on all. */
  takenOut: Group | undefined;
  /** "All" waits for a vote. */
  isAllWaiting = false;
  /** "The rest" waits for a vote. */
  isRestWaiting = false;
  /** A yes or no without what it is for. */
  verdict: { value: boolean; said: Span } | undefined;
  /** "Abstain", before the pairs that it is for. */
  abstaining: Clause | undefined;
  /** Pairs that were named have a vote. */
  hasVote = false;
  isReasonBegun = false;
  /** Votes contradict each other. */
  isTorn = false;

  constructor(said: string, tally: Tally) {
    this.said = said;
    this.tally = tally;
  }

  /** Turns to the next sentence. */
  begin(sentence: Sentence): void {
    const asked = this.doubtful();
    if (!this.keepsDoubt) this.inDoubt = asked.length > 0 && this.sentence.clauses.length > 0 ? asked : undefined;
    this.keepsDoubt = false;
    this.isAnswer = this.sentence.isQuestion;
    this.sentence = sentence;
    this.waiting = [];
    this.waitingWords = [];
    this.takenOut = undefined;
    this.isAllWaiting = false;
    this.isRestWaiting = false;
    if (this.last) this.last.follows = false;
    this.verdict = undefined;
    this.abstaining = undefined;
    this.isReasonBegun = false;
    this.hasVote = false;
    this.isTorn = false;
  }

  // What stands where

  /** The stretch of the sentence. A new one each time: who holds it may tell it from others. */
  span(): Span {
    return [this.sentence.start, this.sentence.end];
  }

  /** The words of the sentence. */
  words(): string {
    return this.said.slice(...this.span());
  }

  wordsOf(tokens: readonly Token[]): string {
    return this.said.slice(...spanOf(tokens));
  }

  /** Whether all pairs were approved in this sentence. */
  approvesAll(): boolean {
    const { bulk } = this.tally;
    return bulk !== undefined && bulk.said[0] >= this.sentence.start && bulk.value;
  }

  /** Whether `named` are among the pairs of the vote that was read last. */
  isOfLast(named: readonly Token[]): boolean {
    const own = this.last?.pairs;
    return own !== undefined && named.every(({ pairs = [] }) => pairs.some((pair) => own.has(pair)));
  }

  /** Pairs of which something is said in this sentence that is no vote. */
  doubtful(): number[] {
    return this.tally.doubtfulIn(this.sentence.start);
  }

  // What is open

  /** The pairs that wait for a vote, which wait no longer. */
  takeWaiting(): Token[] {
    return this.waiting.splice(0);
  }

  takeWaitingWords(): Span[] {
    return this.waitingWords.splice(0);
  }

  ask(tokens: readonly Token[]): void {
    for (const { pairs = [] } of tokens) this.askPairs(pairs);
  }

  askPairs(pairs: Iterable<number>): void {
    for (const pair of pairs) this.tally.ask(pair, this.span());
  }

  /** Something is said of `pairs` that is no vote. */
  mention(pairs: Iterable<number>): void {
    for (const pair of pairs) this.tally.mention(pair, this.span());
  }

  /** The sentence is a remark. */
  note(): void {
    this.tally.notes.push(this.span());
  }

  /** What the sentence says may touch a word for all, and can't be told. */
  leaveUnexplained(): Span {
    const span = this.span();
    this.tally.doubts.push(span);
    return span;
  }

  /** Takes back the votes that were read last. */
  takeBack(): void {
    this.askPairs(this.last?.pairs ?? []);
  }

  // Votes

  /** `isOpen`: the vote stands before its pairs, and further ones may follow. */
  vote(tokens: readonly Token[], value: boolean, clause: Clause, isOpen: boolean): Group {
    this.tally.hasVote = true;
    this.hasVote = true;
    this.isDoubted = false;
    this.isReasonBegun = false;
    const group: Group = { ...this.groupOfNone(clause), value, isOpen, corrects: this.tally.corrects };
    for (const { pairs = [], guessed, named } of tokens) {
      for (const pair of pairs) group.pairs.add(pair);
      group.guessed ||= guessed === true;
      group.named ||= named === true;
    }
    this.askSeveral(tokens);
    this.tally.groups.push(group);
    this.last = group;
    return group;
  }

  /** Names that several pairs have. */
  askSeveral(tokens: readonly Token[]): void {
    this.ask(tokens.filter(({ several }) => several));
  }

  /** The same vote as the last, for other pairs. */
  voteLikeLast({ value, abstains }: Group, tokens: readonly Token[], clause: Clause, isOpen: boolean): void {
    this.vote(tokens, value, clause, isOpen).abstains = abstains;
  }

  voteOnAll(value: boolean, said: Span): void {
    this.tally.setBulk(value, said, this.span());
  }

  /** A no to all, or to all of which nothing else is said. */
  refuseAll(clause?: Clause): void {
    this.last = this.tally.refuseAll(this.groupOfNone(clause));
  }

  voteOnRest(value: boolean, said: Span, abstains = false): void {
    this.tally.settle();
    this.tally.hasVote = true;
    this.verdict = undefined;
    this.isRestWaiting = false;
    this.settleTakenOut(value);
    const before = this.tally.rest;
    if (before && (before.value !== value || before.abstains !== abstains)) this.tally.isRestAsked = this.span();
    this.tally.rest ??= { value, abstains, said };
    this.last = undefined;
  }

  /** Pairs that were taken out before the vote on all have the other one. */
  settleTakenOut(valueOfAll: boolean): void {
    if (this.takenOut) this.takenOut.value = !valueOfAll;
    this.takenOut = undefined;
  }

  /** The verdict was for all pairs. */
  giveVerdictToAll(value = this.verdict?.value): void {
    if (this.verdict && value !== undefined) this.voteOnAll(value, this.verdict.said);
    this.verdict = undefined;
  }

  /** Whether the vote that was read last is another than `value`. */
  isAgainstLast(value: boolean): boolean {
    return this.last !== undefined && voteOf(this.last) !== value;
  }

  private groupOfNone(clause: Clause | undefined): Group {
    return {
      pairs: new Set(),
      value: false,
      abstains: false,
      isOpen: false,
      reasons: [],
      said: clause ? spanOf(clause.tokens) : this.span(),
      guessed: false,
      named: false,
      follows: false,
      corrects: false,
      isLeftOut: false,
    };
  }
}
