import type { Clause, Sentence } from './ballot-sentences.ts';
import { referredTo } from './besides-votes.ts';
import { contentOf, spanOf } from './clause-content.ts';
import type { Token } from './tokens/ballot-tokens.ts';

/**
 * What somebody in a hurry would take from a ballot in words: the votes that are likely, whatever else stands beside them. They
 * are never taken, but proposed to their writer, who confirms all of them with one word.
 */
export function likelyVotes(sentences: readonly Sentence[], said: string, total: number): Map<number, boolean> {
  const reader = new Hurried(said);
  for (const sentence of sentences) reader.read(sentence);
  return reader.votes(total);
}

class Hurried {
  private readonly said: string;
  private readonly found = new Map<number, boolean>();
  /** Pairs of which nobody can tell what is meant. */
  private readonly open = new Set<number>();
  private bulk: boolean | undefined;
  /** Pairs that were named last and have no vote yet. */
  private named: readonly number[] = [];

  constructor(said: string) {
    this.said = said;
  }

  read({ clauses, isQuestion }: Sentence): void {
    const tokens = clauses.flatMap(({ tokens: own }) => own);
    const isDoubtful = isQuestion || tokens.some(({ kind }) => kind === 'if');
    const pairs = pairsIn(tokens);
    if (isDoubtful) {
      this.leaveOpen(pairs);
      return;
    }
    for (const clause of clauses) this.readClause(clause);
  }

  votes(total: number): Map<number, boolean> {
    const votes = new Map<number, boolean>();
    for (let pair = 0; pair < total; pair += 1) {
      const own = this.found.get(pair) ?? this.bulk;
      if (own !== undefined && !this.open.has(pair)) votes.set(pair, own);
    }
    return votes;
  }

  private readClause({ tokens }: Clause): void {
    const content = contentOf(tokens);
    const pairs = this.meant(content.pairs);
    if (tokens.some(({ kind }) => kind === 'doubt' || kind === 'part' || kind === 'beyond')) {
      this.leaveOpen(pairs.length > 0 ? pairs : this.named);
      return;
    }
    if (content.except >= 0) {
      const left = contentOf(tokens.slice(0, content.except));
      if (left.polarity !== false && left.polarity !== 'mixed') {
        if (left.all || left.polarity === true) this.bulk ??= true;
        this.vote(this.meant(contentOf(tokens.slice(content.except + 1)).pairs), false);
      } else this.leaveOpen(pairs);
      return;
    }
    const value =
      typeof content.polarity === 'boolean' ? content.polarity : content.polarity === 'not' ? false : undefined;
    if (content.polarity === 'mixed') this.leaveOpen(pairs);
    else if (pairs.length > 0) this.readPairs(pairs, value);
    else if (value !== undefined) {
      const isPlain = content.strong || content.unknown.length === 0;
      this.readVerdict(tokens, { isBulk: content.all || content.rest, isPlain, value });
    }
  }

  /** "Only 3 not, because Ada is away": somebody of several pairs is named for the one that was just spoken of. */
  private meant(tokens: readonly Token[]): number[] {
    const pairs = tokens.flatMap(({ pairs: all = [] }) => {
      const near = all.filter((pair) => this.named.includes(pair));
      return near.length > 0 ? near : all;
    });
    return [...new Set(pairs)];
  }

  private readPairs(pairs: readonly number[], value: boolean | undefined): void {
    if (value !== undefined) this.vote(pairs, value);
    else {
      for (const pair of pairs) if (!this.found.has(pair)) this.open.add(pair);
      this.named = pairs;
    }
  }

  private readVerdict(
    tokens: readonly Token[],
    { isBulk, isPlain, value }: { isBulk: boolean; isPlain: boolean; value: boolean },
  ): void {
    const refers = referredTo(this.said.slice(...spanOf(tokens))) !== undefined;
    const waiting = this.named.filter((pair) => this.open.has(pair));
    if (isBulk) this.bulk = value || this.bulk === undefined ? value : this.bulk;
    else if (waiting.length > 0 && (refers || isPlain)) this.vote(waiting, value);
    else if (value && isPlain) this.bulk ??= true;
  }

  private vote(pairs: readonly number[], value: boolean): void {
    for (const pair of pairs) {
      this.found.set(pair, value);
      this.open.delete(pair);
    }
    this.named = pairs;
  }

  private leaveOpen(pairs: readonly number[]): void {
    for (const pair of pairs) {
      this.found.delete(pair);
      this.open.add(pair);
    }
    this.named = pairs;
  }
}

function pairsIn(tokens: readonly Token[]): number[] {
  return [...new Set(tokens.flatMap(({ pairs = [] }) => pairs))];
}
