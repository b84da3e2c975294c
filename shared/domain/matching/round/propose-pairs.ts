import type { Applicant } from '#domain/applicants.ts';
import { reasonForMentee, reasonForMentor, type UnmatchedReason } from '../explain/unmatched-reasons.ts';
import { placesOf } from '../scoring/exclusions.ts';
import { neutral, type ScoredFactor } from '../scoring/factors.ts';
import type { Reason, Side } from '../scoring/reason.ts';
import { fourDecimals, meanScore, type Pool, scoredPool } from '../scoring/scored-pool.ts';
import { aimOf, bestPairs } from '../scoring/solve-pool.ts';

export type { Pool } from '../scoring/scored-pool.ts';

export interface ProposedPair {
  mentor: string;
  mentee: string;
  /** Weighted mean of the reasons' scores, 0..1, to four decimals. */
  score: number;
  reasons: Reason[];
}

export interface Unmatched {
  person: string;
  role: Side;
  why: UnmatchedReason;
}

export interface Proposal {
  /** By mentee id. */
  pairs: ProposedPair[];
  /** Everyone who has nobody in a role they offered to take: mentees first. */
  unmatched: Unmatched[];
}

/**
 * The best pairs for the program's factors and rules (see `solve`), each with its reasons. The order of applicants plays
 * no part. Two people are never paired both ways round, as each other's mentor. Throws `MatchingProblem` when an id
 * occurs twice, or a pair is both pinned and forbidden.
 */
export function proposePairs(pool: Pool): Proposal {
  const { program } = pool;
  const scoredOnes = scoredPool(pool);
  const { mentees, mentors, factors, exclusionOf } = scoredOnes;
  const { pairs } = bestPairs(scoredOnes, aimOf(pool, scoredOnes)).solution;

  const placed = { mentees: new Set(pairs.map(([row]) => row)), mentors: new Set(pairs.map(([, column]) => column)) };
  const places = mentors.reduce((sum, mentor) => sum + placesOf(mentor, program), 0);
  const supply = { mentees: mentees.length, mentors: mentors.length, places };
  return {
    pairs: pairs.map(([row, column]) => ({
      mentor: (mentors[column] as Applicant).id,
      mentee: (mentees[row] as Applicant).id,
      ...scored(factors, row, column),
    })),
    unmatched: [
      ...mentees.flatMap((mentee, row) => {
        if (placed.mentees.has(row)) return [];
        const excluded = mentors.map((_, column) => exclusionOf(row, column));
        return [{ person: mentee.id, role: 'mentee' as const, why: reasonForMentee(excluded, supply) }];
      }),
      ...mentors.flatMap((mentor, column) => {
        if (placed.mentors.has(column)) return [];
        const excluded = mentees.map((_, row) => exclusionOf(row, column));
        const why = reasonForMentor(excluded, placesOf(mentor, program));
        return [{ person: mentor.id, role: 'mentor' as const, why }];
      }),
    ],
  };
}

function scored(
  factors: readonly ScoredFactor[],
  mentee: number,
  mentor: number,
): Pick<ProposedPair, 'score' | 'reasons'> {
  const reasons = factors.map(({ factor, score, find }): Reason => {
    const known = score(mentee, mentor);
    return {
      factor: factor.id,
      title: factor.title,
      score: fourDecimals(known ?? neutral),
      ...(known !== undefined && { isKnown: true }),
      weight: factor.weight,
      finding: find(mentee, mentor),
    };
  });
  return { score: meanScore(factors, mentee, mentor), reasons };
}
