import type { AskedForm } from './asked.ts';

export interface Tally {
  /** Reviewers whose vote on every pair is in. */
  voters: number;
  /** Votes for and against, by pair. A vote that is half in counts for the pairs that it names. */
  for: ReadonlyMap<string, number>;
  against: ReadonlyMap<string, number>;
}

/** Counts the committee's ballots: one yes-or-no question a pair, whose key is the pair's id. */
export function tally(ballots: readonly AskedForm[]): Tally {
  const inFavour = new Map<string, number>();
  const against = new Map<string, number>();
  for (const ballot of ballots) {
    for (const [pair, vote] of Object.entries(ballot.answers)) {
      const side = vote === true ? inFavour : against;
      side.set(pair, (side.get(pair) ?? 0) + 1);
    }
  }
  return { voters: ballots.filter(({ status }) => status === 'complete').length, for: inFavour, against };
}

/** A pair falls when more reviewers object to it than approve of it. */
export function objectedTo(votes: Tally, pair: string): boolean {
  return (votes.against.get(pair) ?? 0) > (votes.for.get(pair) ?? 0);
}
