import { justAbove } from './bottleneck.ts';
import { type Aimed, levelsOf } from './even-share.ts';
import { openGraph } from './graph.ts';
import type { Problem } from './matching-problem.ts';
import { maximumMatching } from './maximum-matching.ts';
import { verifyOptimality } from './verify-optimality.ts';

/**
 * What is wrong with a solution by the aim `even`, or undefined when it is proved best:
 *
 * - Most pairs, as even as can be: for every number of places, as many pairs as if no column had more (each count by `verifyOptimality`,
 *   whose cover proves it; a matching has at most so many pairs on the first places of all columns, whatever it does).
 * - Best worst pair: among the pairs above it, one of these counts can't be had.
 * - Highest total: by the prices of the problem of single places, in which an uneven share costs more than all scores.
 */
export function verifyEvenShare(problem: Problem, { solution, seats }: Aimed): string | undefined {
  if (!seats) return 'there is no problem of single places';
  const open = openGraph(problem);
  const pinned = new Set((problem.pinned ?? []).map(([row]) => row));
  const own = solution.pairs.filter(([row]) => !pinned.has(row));
  const placed = seats.solved.solution.pairs.map(([row, seat]) => `${row} ${seat % problem.columns}`);
  if (placed.length !== own.length || own.some(([row, column]) => !placed.includes(`${row} ${column}`))) {
    return 'the pairs are not those of the single places';
  }
  const loads = new Int32Array(problem.columns);
  for (const [, column] of own) loads[column] = (loads[column] as number) + 1;
  const levels = levelsOf(problem, open);
  const { scores, rows, columns, forbidden = [] } = problem;
  // Pinned rows take no part in what is left open.
  const closed = pinned.size > 0 ? [...forbidden, ...rowsOf(pinned, columns)] : forbidden;
  const wanted: number[] = [];
  for (const [level, places] of levels.entries()) {
    const most = maximumMatching(open.graph, { ...open, places });
    const count = loads.reduce((sum, load, column) => sum + Math.min(load, places[column] as number), 0);
    if (count !== most.size)
      return `with ${level + 1} places a column there are ${count} pairs rather than ${most.size}`;
    wanted.push(most.size);
    const part = { rows, columns, capacity: places, scores, forbidden: closed };
    const pairs = [...most.partner].flatMap((column, row): [number, number][] => (column < 0 ? [] : [[row, column]]));
    const claim = { ...seats.solved, solution: { pairs, matched: pairs.length, worst: null, total: 0 } };
    const fault = verifyOptimality(part, 'most', claim);
    if (fault) return fault;
  }
  const worst = own.reduce((least, pair) => Math.min(least, scoreAt(problem, pair)), Number.POSITIVE_INFINITY);
  if (own.length > 0) {
    if (worst < seats.least) return `a pair is below ${seats.least}`;
    const above = justAbove(worst);
    const canRaise = levels.every(
      (places, level) => maximumMatching(open.graph, { ...open, places }, above).size === wanted[level],
    );
    if (canRaise) return `there are matchings as even above ${worst}`;
  }
  return verifyOptimality(seats.problem, 'total', seats.solved);
}

function rowsOf(rows: ReadonlySet<number>, columns: number): [number, number][] {
  return [...rows].flatMap((row) => Array.from({ length: columns }, (_, column): [number, number] => [row, column]));
}

function scoreAt({ scores, columns }: Problem, [row, column]: readonly [number, number]): number {
  if (scores instanceof Float64Array) return scores[row * columns + column] as number;
  const { start, column: of, score } = scores;
  for (let k = start[row] as number; k < (start[row + 1] as number); k++)
    if (of[k] === column) return score[k] as number;
  return Number.NaN;
}
