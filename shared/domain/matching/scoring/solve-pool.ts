import type { Aim, Aimed } from '../solver/even-share.ts';
import { forbidReciprocalPairs } from '../solver/reciprocal-pairs.ts';
import type { Pool, ScoredPool } from './scored-pool.ts';

/** With up to so many possible pairs an even share is aimed at by itself: 200 mentees and as many mentors. */
const mostEven = 40_000;

/**
 * What the pairs of a pool are to be best at: what it says, or what its program says. Where neither does, few people are
 * spread evenly, as everybody sees who got nobody; of many, one who has none goes unnoticed, and it takes long.
 */
export function aimOf({ objective, program }: Pick<Pool, 'objective' | 'program'>, { problem }: ScoredPool): Aim {
  if (objective !== undefined) return objective;
  return (program.matching.spread ?? problem.rows * problem.columns <= mostEven) ? 'even' : 'fair';
}

/** The best solution for a scored pool in which nobody is the mentor of their own mentor; see `solveWithProof` for `before`. */
export function bestPairs({ mentees, mentors, problem }: ScoredPool, aim: Aim, before?: Aimed): Aimed {
  return forbidReciprocalPairs(
    problem,
    aim,
    (row) => mentees[row]?.id,
    (column) => mentors[column]?.id,
    before,
  );
}
