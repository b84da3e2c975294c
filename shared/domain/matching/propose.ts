import type { Applicant } from '../applicants.ts';
import type { ProgramDefinition } from '../program.ts';
import type { Reason } from '../relationship.ts';
import { neutral, type ScoredFactor, scoredFactors } from './factors.ts';
import { MatchingProblem, type Problem } from './problem.ts';
import { bars, type Exclusions, type MentorAndMentee, placesOf } from './rules.ts';
import { type Objective, type Solution, type Solved, solved } from './solve.ts';
import { whyNoMentee, whyNoMentor } from './why.ts';

export interface Pool extends Exclusions {
  applicants: readonly Applicant[];
  program: ProgramDefinition;
  /** Pairs that stand, whatever the rules say. One whose mentor or mentee is not among the applicants is left out. */
  pinned?: readonly MentorAndMentee[];
  objective?: Objective;
}

export interface ProposedPair {
  mentor: string;
  mentee: string;
  /** Weighted mean of the reasons' scores, 0..1, to four decimals. */
  score: number;
  reasons: Reason[];
}

export interface Proposal {
  /** By mentee id. */
  pairs: ProposedPair[];
  /** Everyone who has nobody in a role they offered to take: mentees first. */
  unmatched: { person: string; role: 'mentor' | 'mentee'; why: string }[];
}

/**
 * The best pairs for the program's factors and rules (see `solve`), each with its reasons. The order of applicants plays
 * no part. Two people are never paired both ways round, as each other's mentor. Throws `MatchingProblem` when an id
 * occurs twice, or a pair is both pinned and forbidden.
 */
export function propose(pool: Pool): Proposal {
  const { program } = pool;
  const applicants = [...pool.applicants].sort((a, b) => (a.id < b.id ? -1 : 1));
  applicants.forEach(({ id }, index) => {
    if (id === applicants[index + 1]?.id) throw new MatchingProblem(`applicants has ${id} twice.`);
  });
  const mentees = applicants.filter(({ roles }) => roles.includes('mentee'));
  const mentors = applicants.filter(({ roles }) => roles.includes('mentor'));
  const factors = scoredFactors(program, { mentees, mentors });
  const pinned = pinsAmong(pool, mentees, mentors);
  const { problem, barredBy } = problemFor(pool, { mentees, mentors, factors, pinned });
  const { pairs } = withoutSwaps(
    problem,
    pool.objective ?? 'fair',
    (row) => mentees[row]?.id,
    (column) => mentors[column]?.id,
  );

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
        const barred = mentors.map((_, column) => barredBy(row, column));
        return [{ person: mentee.id, role: 'mentee' as const, why: whyNoMentor(mentee, barred, supply) }];
      }),
      ...mentors.flatMap((mentor, column) => {
        if (placed.mentors.has(column)) return [];
        const barred = mentees.map((_, row) => barredBy(row, column));
        return [
          { person: mentor.id, role: 'mentor' as const, why: whyNoMentee(mentor, barred, placesOf(mentor, program)) },
        ];
      }),
    ],
  };
}

interface Sides {
  mentees: readonly Applicant[];
  mentors: readonly Applicant[];
  factors: readonly ScoredFactor[];
  pinned: readonly [row: number, column: number][];
}

function problemFor(pool: Pool, { mentees, mentors, factors, pinned }: Sides) {
  const rules = bars({ mentees, mentors }, pool.program, pool);
  const barredBy = rules.between;
  const scores = new Float64Array(mentees.length * mentors.length);
  const weights = factors.reduce((sum, { factor }) => sum + factor.weight, 0);
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
      sums[column] = weights > 0 ? fourDecimals((sums[column] as number) / weights) : neutral;
    }
    rules.of(row, (column) => {
      sums[column] = Number.NaN;
    });
  }
  const capacity = mentors.map((mentor) => placesOf(mentor, pool.program));
  const taken = new Array<number>(mentors.length).fill(0);
  for (const [row, column] of pinned) {
    const bar = barredBy(row, column);
    const people = `${mentors[column]?.id} with ${mentees[row]?.id}`;
    if (bar === 'vetoed' || bar === 'self') {
      throw new MatchingProblem(
        `pinned has ${people}: ${bar === 'self' ? 'they are one person' : 'that pair is forbidden too'}.`,
      );
    }
    scores[row * mentors.length + column] = meanScore(factors, row, column);
    taken[column] = (taken[column] as number) + 1;
    capacity[column] = Math.max(capacity[column] as number, taken[column] as number);
  }
  const problem: Problem = { rows: mentees.length, columns: mentors.length, capacity, scores, pinned };
  return { problem, barredBy };
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
function meanScore(factors: readonly ScoredFactor[], mentee: number, mentor: number): number {
  let sum = 0;
  let weights = 0;
  for (const { factor, score } of factors) {
    sum += factor.weight * (score(mentee, mentor) ?? neutral);
    weights += factor.weight;
  }
  return weights > 0 ? fourDecimals(sum / weights) : neutral;
}

function fourDecimals(score: number): number {
  return Math.round(score * 10_000) / 10_000;
}

function scored(
  factors: readonly ScoredFactor[],
  mentee: number,
  mentor: number,
): Pick<ProposedPair, 'score' | 'reasons'> {
  const reasons = factors.map(({ factor, score, words }) => ({
    factor: factor.id,
    title: factor.title,
    score: fourDecimals(score(mentee, mentor) ?? neutral),
    weight: factor.weight,
    words: words(mentee, mentor),
  }));
  return { score: meanScore(factors, mentee, mentor), reasons };
}

/**
 * The best solution in which no two people are each other's mentor: two views of the same two people are one fewer than
 * two pairs. That is no assignment problem any more, so the two are tried apart: where a solution pairs two people both
 * ways, one way is forbidden, then the other, and the better branch goes on first (best-first branch and bound; a branch
 * can only get worse). The first solution without such a pair is therefore the best.
 */
function withoutSwaps(
  problem: Problem,
  objective: Objective,
  menteeAt: (row: number) => string | undefined,
  mentorAt: (column: number) => string | undefined,
): Solution {
  const pinned = new Set(problem.pinned?.map(([row, column]) => `${row} ${column}`));
  let open: Branch[] = [{ forbidden: [], found: solved(problem, objective) }];
  // With more branches than this we stop looking for the very best and take the best branch from where we are.
  for (let solves = 0; ; ) {
    const [next, ...rest] = open.sort((a, b) => compare(b.found.solution, a.found.solution, objective));
    if (next === undefined) throw new Error('no branch is left to search');
    const swap = swapIn(next.found.solution, menteeAt, mentorAt);
    if (!swap) return next.found.solution;
    const branches = swap
      .filter(([row, column]) => !pinned.has(`${row} ${column}`))
      .map((pair) => {
        const forbidden = [...next.forbidden, pair];
        return { forbidden, found: solved({ ...problem, forbidden }, objective, next.found) };
      });
    // Two pins that are each other's swap were decided by people: they stand.
    if (branches.length === 0) return next.found.solution;
    solves += branches.length;
    open = solves > 200 ? branches : [...branches, ...rest];
  }
}

interface Branch {
  forbidden: [number, number][];
  found: Solved;
}

/** Two pairs of the same two people, if there are any. */
function swapIn(
  { pairs }: Solution,
  menteeAt: (row: number) => string | undefined,
  mentorAt: (column: number) => string | undefined,
): [number, number][] | undefined {
  const found = new Map<string, [number, number]>();
  for (const [row, column] of pairs) {
    const other = found.get(`${menteeAt(row)}\n${mentorAt(column)}`);
    if (other) return [other, [row, column]];
    found.set(`${mentorAt(column)}\n${menteeAt(row)}`, [row, column]);
  }
  return undefined;
}

function compare(one: Solution, other: Solution, objective: Objective): number {
  if (one.matched !== other.matched) return one.matched - other.matched;
  if (objective === 'fair' && one.worst !== other.worst) return (one.worst ?? 0) - (other.worst ?? 0);
  return one.total - other.total;
}
