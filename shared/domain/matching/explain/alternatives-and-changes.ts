import type { Applicant } from '#domain/applicants.ts';
import type { Side } from '../scoring/reason.ts';
import { fourDecimals, type Pool, type ScoredPool, scoredPool } from '../scoring/scored-pool.ts';
import { aimOf, bestPairs } from '../scoring/solve-pool.ts';
import { type Aim, type Aimed, unevenness } from '../solver/even-share.ts';
import type { Alternative, Change } from './what-if.ts';

export interface Explanation {
  /** The next best for both sides of a pair of the proposal, or undefined when it is no such pair. */
  alternative(mentor: string, mentee: string): Alternative | undefined;
  /** What would match a mentee, or a mentor, who has nobody in the proposal; undefined when they did not apply as one. */
  change(person: string, role: Side): Change | undefined;
}

/**
 * Explains the proposal for a pool (see `proposePairs`). It is solved once; each question then solves again from there with one
 * pair forbidden, or one more place, which reads the scores a few times: one or two milliseconds with a hundred mentees, two
 * seconds with ten thousand. So ask for the pairs that somebody looks at. Throws `MatchingProblem` as `proposePairs` does.
 */
export function alternativesAndChanges(pool: Pool): Explanation {
  const scored = scoredPool(pool);
  const aim = aimOf(pool, scored);
  const found = bestPairs(scored, aim);
  const rows = new Map(scored.mentees.map(({ id }, row) => [id, row]));
  const columns = new Map(scored.mentors.map(({ id }, column) => [id, column]));
  return {
    alternative(mentor, mentee) {
      const [row, column] = [rows.get(mentee), columns.get(mentor)];
      const isPair = found.solution.pairs.some((pair) => pair[0] === row && pair[1] === column);
      if (row === undefined || column === undefined || !isPair) return undefined;
      return alternativeTo(scored, found, [row, column], aim);
    },
    change(person, role) {
      const index = (role === 'mentee' ? rows : columns).get(person);
      if (index === undefined) return undefined;
      return role === 'mentee' ? changeForMentee(scored, found, index, aim) : changeForMentor(scored, index);
    },
  };
}

function alternativeTo(scored: ScoredPool, found: Aimed, [row, column]: [number, number], aim: Aim): Alternative {
  const { problem, mentees, mentors } = scored;
  // A pin can't be forbidden: without it the pair is like any other.
  const pinned = problem.pinned?.filter(([one, other]) => one !== row || other !== column) ?? [];
  const without = { ...problem, pinned, forbidden: [...(problem.forbidden ?? []), [row, column] as const] };
  const { solution: then } = bestPairs({ ...scored, problem: without }, aim, found);
  const { solution: now } = found;
  const had = new Set(now.pairs.filter(([, to]) => to === column).map(([from]) => from));
  const menteeHas = then.pairs.find(([from]) => from === row);
  const mentorHas = then.pairs.find(([from, to]) => to === column && !had.has(from));
  const lost = { pairs: now.matched - then.matched, total: fourDecimals(now.total - then.total) };
  const isLessEven = aim === 'even' && unevenness(then.pairs) > unevenness(now.pairs);
  return {
    ...(menteeHas && {
      menteeHas: { mentor: (mentors[menteeHas[1]] as Applicant).id, score: scoreOf(scored, row, menteeHas[1]) },
    }),
    ...(mentorHas && {
      mentorHas: { mentee: (mentees[mentorHas[0]] as Applicant).id, score: scoreOf(scored, mentorHas[0], column) },
    }),
    lost,
    lostWorst: fourDecimals((now.worst ?? 0) - (then.worst ?? 0)),
    isLessEven,
  };
}

function changeForMentee(scored: ScoredPool, found: Aimed, row: number, aim: Aim): Change {
  const { problem, mentors, exclusionOf } = scored;
  const idOf = (column: number) => (mentors[column] as Applicant).id;
  const taken = new Map<number, number>();
  for (const [, column] of found.solution.pairs) taken.set(column, (taken.get(column) ?? 0) + 1);
  // The best mentors first; the extra place may help somebody else more, so it is tried.
  const willing = mentors
    .map((_, column) => column)
    .filter((column) => exclusionOf(row, column) === undefined)
    .sort((a, b) => scoreOf(scored, row, b) - scoreOf(scored, row, a));
  // Which rule it is must not show, as `UnmatchedReason` says.
  if (willing.length === 0 && mentors.some((_, column) => exclusionOf(row, column) !== 'self')) {
    return { kind: 'people', orAnswers: true };
  }
  const free = mentors.findIndex(
    (_, column) =>
      (taken.get(column) ?? 0) < (problem.capacity[column] as number) && exclusionOf(row, column) === 'shared',
  );
  if (free >= 0) return { kind: 'preference', mentor: idOf(free) };
  for (const column of willing.slice(0, 5)) {
    const capacity = Array.from(problem.capacity, (places, index) => places + (index === column ? 1 : 0));
    const then = bestPairs({ ...scored, problem: { ...problem, capacity } }, aim, found).solution;
    if (then.pairs.some(([one]) => one === row)) return { kind: 'place', mentor: idOf(column) };
  }
  return willing.length > 0 ? { kind: 'place' } : { kind: 'people', orAnswers: false };
}

function changeForMentor({ problem }: ScoredPool, column: number): Change {
  return problem.capacity[column] === 0 ? { kind: 'own-place' } : { kind: 'people', orAnswers: false };
}

function scoreOf({ problem }: ScoredPool, row: number, column: number): number {
  return (problem.scores as Float64Array)[row * problem.columns + column] as number;
}
