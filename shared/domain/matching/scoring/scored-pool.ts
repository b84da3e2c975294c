import type { Applicant } from '#domain/applicants.ts';
import type { ProgramDefinition } from '#domain/program/program-definition.ts';
import type { Aim } from '../solver/even-share.ts';
import { MatchingProblem, type Problem } from '../solver/matching-problem.ts';
import { type Exclusion, exclusions, type MentorAndMentee, placesOf, type RuledOutPairs } from './exclusions.ts';
import { neutral, type ScoredFactor, scoredFactors } from './factors.ts';

export interface Pool extends RuledOutPairs {
  applicants: readonly Applicant[];
  program: ProgramDefinition;
  /** Pairs that stand, whatever the rules say. One whose mentor or mentee is not among the applicants is left out. */
  pinned?: readonly MentorAndMentee[];
  /** What the pairs are to be best at; what suits the program and the number of people when absent (see `aimOf`). */
  objective?: Aim;
  /** Ids of those who may not take part this time; nothing is said about them. */
  held?: ReadonlySet<string>;
}

/** A pool as a problem: mentees are rows, mentors columns, both by id. */
export interface ScoredPool {
  mentees: readonly Applicant[];
  mentors: readonly Applicant[];
  factors: readonly ScoredFactor[];
  problem: Problem;
  /** What keeps two apart, if anything. */
  exclusionOf(row: number, column: number): Exclusion | undefined;
}

/**
 * Scores every pair that the rules allow. The order of applicants plays no part. Throws `MatchingProblem` when an id occurs
 * twice, or a pair is both pinned and forbidden.
 */
export function scoredPool(pool: Pool): ScoredPool {
  const applicants = [...pool.applicants].sort((a, b) => (a.id < b.id ? -1 : 1));
  applicants.forEach(({ id }, index) => {
    if (id === applicants[index + 1]?.id) throw new MatchingProblem(`applicants has ${id} twice.`);
  });
  const eligible = applicants.filter(({ id }) => !pool.held?.has(id));
  const mentees = eligible.filter(({ roles }) => roles.includes('mentee'));
  const mentors = eligible.filter(({ roles }) => roles.includes('mentor'));
  const factors = scoredFactors(pool.program, { mentees, mentors });
  const pinned = pinsAmong(pool, mentees, mentors);
  const excluded = exclusions({ mentees, mentors }, pool.program, pool);
  const scores = new Float64Array(mentees.length * mentors.length);
  const weights = factors.reduce((sum, { factor }) => sum + factor.weight, 0);
  const least = (pool.program.matching.minimumScore ?? 0) / 100;
  const isTooLow = new Uint8Array(mentees.length * mentors.length);
  const ofOne = new Float64Array(mentors.length);
  for (let row = 0; row < mentees.length; row++) {
    const sums = scores.subarray(row * mentors.length, (row + 1) * mentors.length);
    for (const { factor, fill } of factors) {
      fill(row, ofOne);
      for (let column = 0; column < sums.length; column++) {
        sums[column] = (sums[column] as number) + factor.weight * (ofOne[column] as number);
      }
    }
    for (let column = 0; column < sums.length; column++) {
      const score = weights > 0 ? fourDecimals((sums[column] as number) / weights) : neutral;
      sums[column] = score >= least ? score : Number.NaN;
      if (score < least) isTooLow[row * mentors.length + column] = 1;
    }
    excluded.forEach(row, (column) => {
      sums[column] = Number.NaN;
    });
  }
  // A pair that stands was somebody's decision: what it scores is no reason to take it apart.
  const exclusionOf = (row: number, column: number) =>
    excluded.between(row, column) ?? (isTooLow[row * mentors.length + column] ? ('low' as const) : undefined);
  const capacity = mentors.map((mentor) => placesOf(mentor, pool.program));
  const taken = new Array<number>(mentors.length).fill(0);
  for (const [row, column] of pinned) {
    const exclusion = exclusionOf(row, column);
    const people = `${mentors[column]?.id} with ${mentees[row]?.id}`;
    if (exclusion === 'vetoed' || exclusion === 'self') {
      throw new MatchingProblem(
        `pinned has ${people}: ${exclusion === 'self' ? 'they are one person' : 'that pair is forbidden too'}.`,
      );
    }
    scores[row * mentors.length + column] = meanScore(factors, row, column);
    taken[column] = (taken[column] as number) + 1;
    capacity[column] = Math.max(capacity[column] as number, taken[column] as number);
  }
  const problem: Problem = { rows: mentees.length, columns: mentors.length, capacity, scores, pinned };
  return { mentees, mentors, factors, problem, exclusionOf };
}

function pinsAmong(
  { pinned = [] }: Pool,
  mentees: readonly Applicant[],
  mentors: readonly Applicant[],
): [number, number][] {
  const rows = new Map(mentees.map(({ id }, row) => [id, row]));
  const columns = new Map(mentors.map(({ id }, column) => [id, column]));
  return pinned.flatMap(([mentor, mentee]) => {
    const [row, column] = [rows.get(mentee), columns.get(mentor)];
    return row === undefined || column === undefined ? [] : [[row, column] as [number, number]];
  });
}

/** To four decimals: nobody can tell more apart, and the solver's sums of decimals are exact. */
export function meanScore(factors: readonly ScoredFactor[], mentee: number, mentor: number): number {
  let sum = 0;
  let weights = 0;
  for (const { factor, score } of factors) {
    sum += factor.weight * (score(mentee, mentor) ?? neutral);
    weights += factor.weight;
  }
  return weights > 0 ? fourDecimals(sum / weights) : neutral;
}

export function fourDecimals(score: number): number {
  return Math.round(score * 10_000) / 10_000 + 0;
}
