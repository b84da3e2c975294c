import type { Transport } from './assignment.ts';
import { raiseWorst } from './bottleneck.ts';
import { type Matching, mostPairs, reachable } from './cardinality.ts';
import { filter, type Graph, openGraph, scoreAt, transposed } from './graph.ts';
import { cheapestPlan } from './pricing.ts';
import { check, type Problem } from './problem.ts';

export { type Candidates, MatchingProblem, type Problem, problemOf } from './problem.ts';

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
  const costs = costsOf(allowed);
  const pairs: [number, number][] = (problem.pinned ?? []).map(([row, column]) => [row, column]);
  for (const [row, column] of highestTotal(costs, places, matching)) pairs.push([row, column]);
  pairs.sort((a, b) => a[0] - b[0]);
  return { pairs, matched: pairs.length, ...measured(problem, pairs) };
}

interface Costs {
  graph: Graph;
  /** How much of a cost can be rounding; 0 when costs are whole numbers. */
  tolerance: number;
}

/**
 * Costs to minimise. Scores such as 0.7 have no exact binary form, so that equal sums would differ in their last bit:
 * decimals are made whole numbers, whose sums are exact.
 */
function costsOf(graph: Graph): Costs {
  let largest = 0;
  for (const score of graph.score) if (Math.abs(score) > largest) largest = Math.abs(score);
  const scale = decimalScale(graph.score, largest * (graph.lefts + graph.rights));
  const score = new Float64Array(graph.score.length);
  for (let k = 0; k < score.length; k++) {
    const one = graph.score[k] as number;
    score[k] = scale > 0 ? -Math.round(one * scale) : -one;
  }
  return { graph: { ...graph, score }, tolerance: scale > 0 ? 0 : 1e-12 * largest };
}

/** The power of ten, up to a million, that makes all scores whole with exact sums up to `reach`; 0 if there is none. */
function decimalScale(scores: Float64Array, reach: number): number {
  let scale = 1;
  for (const score of scores) {
    while (Math.round(score * scale) / scale !== score) {
      scale *= 10;
      if (scale > 1e6) return 0;
    }
  }
  return reach * scale < 2 ** 50 ? scale : 0;
}

/**
 * The highest total among largest matchings. They all fill the same rights from the same lefts (see `reachable`), so
 * the problem falls into two that know no trade between pairs and total: where every left has a right, and where every
 * right is full.
 */
function highestTotal({ graph, tolerance }: Costs, places: Int32Array, matching: Matching): [number, number][] {
  const contested = reachable(graph, matching);
  const known: { settled: [number, number][]; contested: [number, number][] } = { settled: [], contested: [] };
  matching.partner.forEach((column, row) => {
    if (column >= 0) known[contested.lefts[row] ? 'contested' : 'settled'].push([row, column]);
  });
  if (known.contested.length === 0) {
    return cheapest({ graph, supply: matching.partner.map(isPlaced), places, tolerance }, known.settled);
  }
  const settled: Transport = {
    graph: filter(graph, (row, column) => !contested.lefts[row] && !contested.rights[column]),
    supply: matching.partner.map((column, row) => (contested.lefts[row] ? 0 : isPlaced(column))),
    places,
    tolerance,
  };
  const full: Transport = {
    graph: transposed(filter(graph, (row, column) => contested.lefts[row] === 1 && contested.rights[column] === 1)),
    supply: places.map((count, column) => (contested.rights[column] ? count : 0)),
    places: Int32Array.from(contested.lefts),
    tolerance,
  };
  return [...cheapest(settled, known.settled), ...cheapest(full, known.contested.map(swapped)).map(swapped)];
}

function cheapest(transport: Transport, known: [number, number][]): [number, number][] {
  if (known.length === 0) return [];
  const { lefts, rights } = cheapestPlan(transport, known);
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
  const scale = decimalScale(scores, pairs.length * scores.reduce((most, score) => Math.max(most, Math.abs(score)), 0));
  let total = 0;
  let lost = 0;
  for (const score of scores) {
    // Compensated (Neumaier 1974), so that the order of rows does not show in the last digit.
    const unit = scale > 0 ? Math.round(score * scale) : score;
    const sum = total + unit;
    lost += Math.abs(total) >= Math.abs(unit) ? total - sum + unit : unit - sum + total;
    total = sum;
  }
  // Plus 0: a score of -0 is 0 to whoever reads it.
  return { worst: pairs.length ? worst + 0 : null, total: (total + lost) / (scale || 1) + 0 };
}
