import { type Aim, type Aimed, solveFor, unevenness } from './even-share.ts';
import type { Problem } from './matching-problem.ts';
import type { Solution } from './solve.ts';

/**
 * The best solution in which no two people are each other's mentor: two views of the same two people are one fewer than
 * two pairs. That is no assignment problem any more, so the two are tried apart: where a solution pairs two people both
 * ways, one way is forbidden, then the other, and the better branch goes on first (best-first branch and bound; a branch
 * can only get worse). The first solution without such a pair is therefore the best.
 */
export function forbidReciprocalPairs(
  problem: Problem,
  aim: Aim,
  menteeAt: (row: number) => string | undefined,
  mentorAt: (column: number) => string | undefined,
  before?: Aimed,
): Aimed {
  const pinned = new Set(problem.pinned?.map(([row, column]) => `${row} ${column}`));
  let open: Branch[] = [{ forbidden: [...(problem.forbidden ?? [])], found: solveFor(problem, aim, before) }];
  // With more branches than this we stop looking for the very best and take the best branch from where we are.
  for (let solves = 0; ; ) {
    const [next, ...rest] = open.sort((a, b) => compare(b.found.solution, a.found.solution, aim));
    if (next === undefined) throw new Error('no branch is left to search');
    const swap = swapIn(next.found.solution, menteeAt, mentorAt);
    if (!swap) return next.found;
    const branches = swap
      .filter(([row, column]) => !pinned.has(`${row} ${column}`))
      .map((pair) => {
        const forbidden = [...next.forbidden, pair];
        return { forbidden, found: solveFor({ ...problem, forbidden }, aim, next.found) };
      });
    // Two pins that are each other's swap were decided by people: they stand.
    if (branches.length === 0) return next.found;
    solves += branches.length;
    open = solves > 200 ? branches : [...branches, ...rest];
  }
}

interface Branch {
  forbidden: (readonly [number, number])[];
  found: Aimed;
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

/** Above 0 where `one` is better. */
function compare(one: Solution, other: Solution, aim: Aim): number {
  if (one.matched !== other.matched) return one.matched - other.matched;
  const even = aim === 'even' ? unevenness(other.pairs) - unevenness(one.pairs) : 0;
  if (even !== 0) return even;
  if (aim !== 'total' && one.worst !== other.worst) return (one.worst ?? 0) - (other.worst ?? 0);
  return one.total - other.total;
}
