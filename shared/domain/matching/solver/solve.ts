import { raiseWorst } from './bottleneck.ts';
import { edgeAt, type Open, openGraph } from './graph.ts';
import { greedyOptimum } from './greedy-optimum.ts';
import { check, type Problem } from './matching-problem.ts';
import { matchingOf, maximumMatching, reachable, worstOf } from './maximum-matching.ts';
import type { Plan } from './plan.ts';
import { bestPlan, plainStart, startFrom } from './pricing.ts';
import type { Scope } from './shortlist.ts';
import { decimalOf, type Survey, type Units, unitsFor } from './units.ts';

export { MatchingProblem, type Problem, problemOf } from './matching-problem.ts';

/** What is best, after most pairs: `fair` raises the worst pair before the total, `total` the total alone. */
export type Objective = 'fair' | 'total';

export interface Solution {
  /** By row. */
  pairs: [row: number, column: number][];
  matched: number;
  /** The lowest score among the pairs; null when there are none. */
  worst: number | null;
  total: number;
}

/** A solution with what it takes to prove it (see `verifyOptimality`), and to go on from it when the problem changes a little. */
export interface Solved {
  solution: Solution;
  /** Where each row goes, pins apart, and the prices that prove it, in whole `units`. */
  plan: Plan;
  units: Units;
  /** Rows that compete for columns that are all full, when not everyone can be matched. */
  contested: Scope['contested'];
}

/**
 * The best matching: most pairs, then the best worst pair (unless the objective is `total`), then the highest total.
 * Exact, and the same every time. Scores that are decimals of up to six places are summed and compared as such; others
 * in binary fractions so fine (see `unitsFor`) that nobody could tell the difference. Pins are kept and
 * count towards `worst` and `total`; the worst of the other pairs is raised all the same. Throws `MatchingProblem`.
 */
export function solve(problem: Problem, objective: Objective = 'fair'): Solution {
  return solveWithProof(problem, objective).solution;
}

/**
 * As `solve`. Given what `before` a change (a pin, a veto, other capacities; the same scores) was solved, it starts from
 * there: the figures are those of a fresh start, and of pairs that are as good, those that stood are kept.
 */
export function solveWithProof(problem: Problem, objective: Objective = 'fair', before?: Solved): Solved {
  const seen = check(problem);
  const open = openGraph(problem);
  const found =
    (before ? undefined : solveGreedily(problem, open, seen, objective)) ??
    search(problem, open, seen, objective, before);
  const pairs: [number, number][] = (problem.pinned ?? []).map(([row, column]) => [row, column]);
  found.plan.partner.forEach((column, row) => {
    if (column >= 0) pairs.push([row, column]);
  });
  pairs.sort((a, b) => a[0] - b[0]);
  return { solution: { pairs, matched: pairs.length, ...measure(open, pairs) }, ...found };
}

type Found = Omit<Solved, 'solution'>;

/**
 * The plan in which everyone has the best there is for them, where that can be. A row's price is what it costs there, and
 * no column needs one; that proves the plan in any units, since rounding puts no score above a higher one.
 */
function solveGreedily({ rows, columns }: Problem, open: Open, seen: Survey, objective: Objective): Found | undefined {
  const matching = greedyOptimum(open, seen);
  if (!matching) return undefined;
  const units = unitsFor(seen, 0, rows + columns);
  const { partner } = matching;
  const leftPrice = new Float64Array(rows + 1);
  // Whoever is left out pays nothing, like those at the highest score for whom they are.
  for (let i = 0; i < rows; i++) {
    if ((partner[i] as number) >= 0) leftPrice[i] = units.top - Math.round((seen.best[i] as number) * units.unit);
  }
  const least = objective === 'fair' ? worstOf(open.graph, matching) : Number.NEGATIVE_INFINITY;
  const contested = reachable(open.graph, open.supply, matching, least);
  return { plan: { partner, leftPrice, rightPrice: new Float64Array(columns + 1) }, units, contested };
}

function search(problem: Problem, open: Open, seen: Survey, objective: Objective, before?: Solved): Found {
  const { graph, supply, places } = open;
  const units = unitsFor(seen, decimalOf(graph.score), problem.rows + problem.columns);
  const scope: Scope = { graph, least: Number.NEGATIVE_INFINITY, units, supply };
  const start = before ? startFrom(scope, places, before.plan) : plainStart(scope, places);
  const easy = start.lists.asGraph();
  const all = Math.min(
    supply.reduce((sum, units) => sum + units, 0),
    places.reduce((sum, count) => sum + count, 0),
  );
  const known = before && matchingOf(easy, open, before.plan.partner);
  let matching = maximumMatching(graph, open, scope.least, maximumMatching(easy, open, scope.least, known, all), all);
  if (objective === 'fair') {
    matching = raiseWorst(graph, open, matching, (partners) => start.lists.asGraph(partners));
    scope.least = worstOf(graph, matching);
  }
  scope.contested = reachable(graph, supply, matching, scope.least);
  const isSame = scope.contested === undefined && scope.least === Number.NEGATIVE_INFINITY;
  const again = () => (before ? startFrom(scope, places, before.plan) : plainStart(scope, places));
  const plan = bestPlan(scope, places, matching.partner, isSame ? start : again());
  return { plan, units, contested: scope.contested };
}

/** The lowest score of some pairs, and their sum. */
export function measure({ graph }: Open, pairs: [number, number][]): Pick<Solution, 'worst' | 'total'> {
  const scores = Float64Array.from(pairs, ([row, column]) => graph.score[edgeAt(graph, row, column)] as number);
  const worst = scores.reduce((lowest, score) => Math.min(lowest, score), Number.POSITIVE_INFINITY);
  const decimal = decimalOf(scores);
  let total = 0;
  let lost = 0;
  for (const score of scores) {
    // Decimals are summed as whole numbers. Compensated (Neumaier 1974), so that the order of rows does not show.
    const one = decimal > 0 ? Math.round(score * decimal) : score;
    const sum = total + one;
    lost += Math.abs(total) >= Math.abs(one) ? total - sum + one : one - sum + total;
    total = sum;
  }
  // Plus 0: a score of -0 is 0 to whoever reads it.
  return { worst: pairs.length ? worst + 0 : null, total: (total + lost) / (decimal || 1) + 0 };
}
