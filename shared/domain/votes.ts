import type { AskedForm } from './asked.ts';
import type { Cohort } from './cohort.ts';
import type { ProgramDefinition } from './program.ts';

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

/** Whether enough of the committee have voted for it to have decided. A small committee is its own quorum. */
export function isDecided(
  { voters }: Tally,
  { committee }: Pick<Cohort, 'committee'>,
  program: ProgramDefinition,
): boolean {
  return voters >= Math.min(program.matching.committee.quorum, committee.length);
}

/** A pair falls when votes were cast on it and fewer than `majority` (a share, 0..1) of them are in its favour. */
export function objectedTo(votes: Tally, pair: string, majority: number): boolean {
  const [inFavour, against] = [votes.for.get(pair) ?? 0, votes.against.get(pair) ?? 0];
  return against > 0 && inFavour < majority * (inFavour + against);
}
