import { justAbove } from './bottleneck.ts';
import { edgeAt, type Graph, type Open, openGraph, rightOf } from './graph.ts';
import type { Problem } from './matching-problem.ts';
import { matchingOf, maximumMatching, reachable } from './maximum-matching.ts';
import type { Objective, Solved } from './solve.ts';

/**
 * What is wrong with a solution, or undefined when it is proved best. The proof looks at every score once and trusts
 * neither the search nor its lists. Of `most` the number of pairs alone is proved:
 *
 * - Most pairs: rows and columns that together touch every allowed pair, and of which there are no more (columns counted
 *   with their places) than there are pairs (Konig 1931). They also say who can only be matched with whom.
 * - Best worst pair: such a cover of the pairs above the worst score that is smaller than the number of pairs.
 * - Highest total: prices at which no pair costs less than its row and column offer and every chosen one costs just that
 *   (complementary slackness). All are whole numbers, so that nothing is within rounding.
 */
export function verifyOptimality(problem: Problem, objective: Objective | 'most', solved: Solved): string | undefined {
  const open = openGraph(problem);
  const { pairs, worst } = solved.solution;
  const partner = new Int32Array(problem.rows).fill(-1);
  for (const [row, column] of pairs) {
    if (partner[row] !== -1) return `row ${row} has two columns`;
    partner[row] = column;
  }
  for (const [row, column] of problem.pinned ?? []) {
    if (partner[row] !== column) return `row ${row} does not have the column it is pinned to`;
    partner[row] = -1;
  }
  const count = partner.reduce((sum, column) => sum + (column >= 0 ? 1 : 0), 0);
  if (matchingOf(open.graph, open, partner).size !== count)
    return 'a pair is not allowed, or a column has no place for it';
  const lowest = Number.NEGATIVE_INFINITY;
  const fault = faultInCover(open, partner, lowest, count);
  if (fault || objective === 'most') return fault;
  if (objective === 'total') return faultInPrices(open, partner, lowest, solved);
  const own = worstApartFromPins(open.graph, partner);
  if (own === undefined) return undefined;
  if (!problem.pinned?.length && own !== worst) return `the worst pair has ${own}, not ${worst}`;
  const smaller = maximumMatching(open.graph, open, justAbove(own));
  if (smaller.size >= count) return `there are as many pairs above ${own}`;
  return faultInCover(open, smaller.partner, justAbove(own), smaller.size) ?? faultInPrices(open, partner, own, solved);
}

/** Whether the rows that are not reached and the columns that are touch every allowed pair, and are no more than `count`. */
function faultInCover(open: Open, partner: Int32Array, least: number, count: number): string | undefined {
  const { graph, supply, places } = open;
  const reached = reachable(graph, supply, matchingOf(graph, open, partner), least);
  let size = 0;
  for (let i = 0; i < graph.lefts; i++) if (supply[i] && !reached?.lefts[i]) size++;
  for (let j = 0; j < graph.rights; j++) if (reached?.rights[j]) size += places[j] as number;
  if (size > count) return `there may be ${size} pairs rather than ${count}`;
  for (const { row, column } of allowed(open, least)) {
    if (reached?.lefts[row] && !reached.rights[column]) return `row ${row} and column ${column} are not covered`;
  }
  return undefined;
}

function faultInPrices(open: Open, partner: Int32Array, least: number, solved: Solved): string | undefined {
  const { supply, places, graph } = open;
  const { plan, contested, units } = solved;
  const { leftPrice, rightPrice } = plan;
  const [reserve, nowhere] = [leftPrice[graph.lefts] as number, rightPrice[graph.rights] as number];
  for (const { row, column, score } of allowed(open, least)) {
    const isContested = contested?.lefts[row] === 1;
    if (isContested && !contested?.rights[column]) return `row ${row} has column ${column} to itself`;
    if (isContested !== (contested?.rights[column] === 1) || places[column] === 0) continue;
    const cost = units.top - Math.round(score * units.unit);
    const reduced = cost - (leftPrice[row] as number) - (rightPrice[column] as number);
    if (reduced < 0) return `row ${row} and column ${column} would gain ${-reduced} units`;
    if (partner[row] === column && reduced !== 0) return `row ${row} and column ${column} lose ${reduced} units`;
  }
  const used = new Int32Array(graph.rights);
  for (let i = 0; i < graph.lefts; i++) {
    if (partner[i] !== -1) used[partner[i] as number] = (used[partner[i] as number] as number) + 1;
    if (!supply[i] || !contested?.lefts[i]) continue;
    const reduced = -(leftPrice[i] as number) - nowhere;
    if (reduced < 0 || (partner[i] === -1 && reduced !== 0)) return `row ${i} is on the wrong side of being left out`;
  }
  const spares = places.some((count, j) => count > (used[j] as number));
  for (let j = 0; j < graph.rights; j++) {
    if (!spares || contested?.rights[j] || places[j] === 0) continue;
    const reduced = -(rightPrice[j] as number) - reserve;
    const hasRoom = (used[j] as number) < (places[j] as number);
    if (reduced < 0 || (hasRoom && reduced !== 0)) return `column ${j} is on the wrong side of having room`;
  }
  return undefined;
}

function* allowed({ graph, supply }: Open, least: number): Generator<{ row: number; column: number; score: number }> {
  for (let row = 0; row < graph.lefts; row++) {
    if (supply[row] === 0) continue;
    for (let k = graph.start[row] as number; k < (graph.start[row + 1] as number); k++) {
      const score = graph.score[k] as number;
      if (score >= least && !graph.closed?.has(k)) yield { row, column: rightOf(graph, row, k), score };
    }
  }
}

function worstApartFromPins(graph: Graph, partner: Int32Array): number | undefined {
  let worst: number | undefined;
  partner.forEach((column, row) => {
    const score = column < 0 ? undefined : graph.score[edgeAt(graph, row, column)];
    if (score !== undefined && (worst === undefined || score < worst)) worst = score;
  });
  return worst;
}
