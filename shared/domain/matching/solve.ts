import { raiseWorst } from './bottleneck.ts';
import { type Matching, mostPairs, reachable } from './cardinality.ts';
import { filter, type Graph, openGraph, scoreAt, transposed } from './graph.ts';
import { bestPlan } from './pricing.ts';
import { check, type Problem } from './problem.ts';
import { type Units, unitsFor } from './units.ts';

export { MatchingProblem, type Problem, problemOf } from './problem.ts';

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

/**
 * The best matching: most pairs, then the best worst pair (unless the objective is `total`), then the highest total.
 * Exact, and the same every time. Scores that are decimals of up to six places are summed and compared as such; others
 * as binary fractions, where totals within rounding (about 1e-12 of the largest score) count as equal. Pins are kept and
 * count towards `worst` and `total`; the worst of the other pairs is raised all the same. Throws `MatchingProblem`.
 */
export function solve(problem: Problem, objective: Objective = 'fair'): Solution {
  check(problem);
  const { graph, places } = openGraph(problem);
  const largest = mostPairs(graph, places);
  const { graph: allowed, matching } =
    objective === 'fair' ? raiseWorst(graph, places, largest) : { graph, matching: largest };
  const pairs: [number, number][] = (problem.pinned ?? []).map(([row, column]) => [row, column]);
  for (const [row, column] of highestTotal(allowed, places, matching)) pairs.push([row, column]);
  pairs.sort((a, b) => a[0] - b[0]);
  return { pairs, matched: pairs.length, ...measured(problem, pairs) };
}

/**
 * The highest total among largest matchings. They all fill the same rights from the same lefts (see `reachable`), so
 * the problem falls into two that know no trade between pairs and total: where every left has a right, and where every
 * right is full.
 */
function highestTotal(graph: Graph, places: Int32Array, matching: Matching): [number, number][] {
  const units = unitsFor(graph.score, graph.lefts + graph.rights);
  const contested = reachable(graph, matching);
  const known: { settled: [number, number][]; contested: [number, number][] } = { settled: [], contested: [] };
  matching.partner.forEach((column, row) => {
    if (column >= 0) known[contested.lefts[row] ? 'contested' : 'settled'].push([row, column]);
  });
  if (known.contested.length === 0) {
    return best(graph, { supply: matching.partner.map(isPlaced), places }, units, known.settled);
  }
  const settled = filter(graph, (row, column) => !contested.lefts[row] && !contested.rights[column]);
  const full = transposed(filter(graph, (row, column) => contested.lefts[row] === 1 && contested.rights[column] === 1));
  const rows = matching.partner.map((column, row) => (contested.lefts[row] ? 0 : isPlaced(column)));
  const columns = places.map((count, column) => (contested.rights[column] ? count : 0));
  return [
    ...best(settled, { supply: rows, places }, units, known.settled),
    ...best(
      full,
      { supply: columns, places: Int32Array.from(contested.lefts) },
      units,
      known.contested.map(swapped),
    ).map(swapped),
  ];
}

function best(
  graph: Graph,
  sides: { supply: Int32Array; places: Int32Array },
  units: Units,
  known: [number, number][],
): [number, number][] {
  if (known.length === 0) return [];
  const { lefts, rights } = bestPlan(graph, sides, units, known);
  return Array.from(lefts, (left, n) => [left, rights[n] as number]);
}

function isPlaced(column: number): number {
  return column >= 0 ? 1 : 0;
}

function swapped([one, other]: [number, number]): [number, number] {
  return [other, one];
}

function measured(problem: Problem, pairs: [number, number][]): Pick<Solution, 'worst' | 'total'> {
  const scores = Float64Array.from(pairs, ([row, column]) => scoreAt(problem, row, column) as number);
  const worst = scores.reduce((lowest, score) => Math.min(lowest, score), Number.POSITIVE_INFINITY);
  const { unit, inUnits } = unitsFor(scores, pairs.length);
  let total = 0;
  let lost = 0;
  for (const score of scores) {
    // Compensated (Neumaier 1974), so that the order of rows does not show in the last digit.
    const one = inUnits(score);
    const sum = total + one;
    lost += Math.abs(total) >= Math.abs(one) ? total - sum + one : one - sum + total;
    total = sum;
  }
  // Plus 0: a score of -0 is 0 to whoever reads it.
  return { worst: pairs.length ? worst + 0 : null, total: (total + lost) / unit + 0 };
}
