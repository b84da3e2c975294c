import { type Open, openGraph, rightOf } from './graph.ts';
import { check, type Problem } from './matching-problem.ts';
import { maximumMatching } from './maximum-matching.ts';
import { measure, type Objective, type Solved, solveWithProof } from './solve.ts';

/**
 * What is best, after most pairs. `even` spreads rows over columns first (nobody takes a second row while that could go to a
 * column without one, no third before a second), then raises the worst pair, then the total.
 */
export type Aim = Objective | 'even';

/** A solution by any aim. `seats`: for `even`, the problem of single places that it was found in, and that proves it. */
export interface Aimed extends Solved {
  seats?: Seated;
}

interface Seated {
  problem: Problem;
  solved: Solved;
  /** Pairs below this score are not among them: without any of those, no fewer pairs and no less even. */
  least: number;
}

/** Places beyond this many of a column count alike: a share of nine is as even as one of ten. */
const mostLevels = 8;

/** The best matching by an aim; see `solveWithProof` for `before`. Throws `MatchingProblem`. */
export function solveFor(problem: Problem, aim: Aim, before?: Aimed): Aimed {
  return aim === 'even' ? solvedEvenly(problem, before?.seats?.solved) : solveWithProof(problem, aim, before);
}

/**
 * `even`, by the solver of the other two. The most pairs when each column has one place, two, three and so on can all be had
 * by one matching, as a path that adds a pair takes no place from a column that had it (matchings are a matroid; Harvey,
 * Ladner, Lovasz & Tamir 2003 for the loads). So the worst pair may be raised as long as none of these counts falls. Then
 * each place becomes a column of its own, whose pairs score less by a whole sum of all scores for each place before it: the
 * highest total of that problem is the most even of all matchings above the worst pair, and of those the highest total.
 */
function solvedEvenly(problem: Problem, before?: Solved): Aimed {
  const { lowest, highest } = check(problem);
  const open = openGraph(problem);
  const levels = levelsOf(problem, open);
  const most = levels.map((places) => maximumMatching(open.graph, { ...open, places }).size);
  const least = highestLeast(open, levels, most);
  const range = Number.isFinite(highest) ? highest - lowest : 0;
  const seats = seatsOf(problem, open, { levels, least, step: Math.ceil(problem.rows * range) + 1 });
  const found = solveWithProof(
    seats,
    'total',
    before?.plan.rightPrice.length === seats.columns + 1 ? before : undefined,
  );
  const pairs: [number, number][] = (problem.pinned ?? []).map(([row, column]) => [row, column]);
  for (const [row, seat] of found.solution.pairs) pairs.push([row, seat % problem.columns]);
  pairs.sort((a, b) => a[0] - b[0]);
  const solution = { pairs, matched: pairs.length, ...measure(open, pairs) };
  return { ...found, solution, seats: { problem: seats, solved: found, least } };
}

/** For each number of places from one up: the places of each column if it had so many at most, less those that pins take. */
export function levelsOf(problem: Problem, { places }: Pick<Open, 'places'>): Int32Array[] {
  const pins = new Int32Array(problem.columns);
  for (const [, column] of problem.pinned ?? []) pins[column] = (pins[column] as number) + 1;
  const largest = places.reduce((most, left, column) => Math.max(most, left + (pins[column] as number)), 1);
  const count = Math.min(largest, mostLevels);
  return Array.from({ length: count }, (_, level) =>
    places.map((left, column) => {
      const upTo = level + 1 === count ? left : Math.min(left, level + 1 - (pins[column] as number));
      return Math.max(0, upTo);
    }),
  );
}

/** The highest score without the pairs below which every level still has as many pairs; by bisection over the scores. */
function highestLeast(open: Open, levels: readonly Int32Array[], most: readonly number[]): number {
  const scores = [...new Set([...edges(open)].map(({ score }) => score))].sort((a, b) => a - b);
  const isAsEven = (least: number) =>
    levels.every((places, level) => {
      const wanted = most[level] as number;
      return maximumMatching(open.graph, { ...open, places }, least, undefined, wanted).size === wanted;
    });
  let [low, high] = [0, scores.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (isAsEven(scores[middle] as number)) low = middle;
    else high = middle - 1;
  }
  return scores[low] ?? Number.NEGATIVE_INFINITY;
}

/** Each place as a column: the first places of all columns, then the second ones. The last ones are all that are left. */
function seatsOf(
  problem: Problem,
  open: Open,
  { levels, least, step }: { levels: readonly Int32Array[]; least: number; step: number },
): Problem {
  const { rows, columns } = problem;
  const capacity = levels.flatMap((places, level) =>
    Array.from(places, (count, column) => count - (levels[level - 1]?.[column] ?? 0)),
  );
  const start = new Int32Array(rows + 1);
  const column: number[] = [];
  const score: number[] = [];
  const ofRow: { column: number; score: number }[][] = Array.from({ length: rows }, () => []);
  for (const edge of edges(open)) if (edge.score >= least) ofRow[edge.row]?.push(edge);
  ofRow.forEach((row, index) => {
    for (let level = 0; level < levels.length; level++) {
      for (const edge of row) {
        if (capacity[level * columns + edge.column] === 0) continue;
        column.push(level * columns + edge.column);
        score.push(edge.score - level * step);
      }
    }
    start[index + 1] = column.length;
  });
  const scores = { start, column: Int32Array.from(column), score: Float64Array.from(score) };
  return { rows, columns: columns * levels.length, capacity, scores };
}

/** Pairs that are allowed, of rows that are to be placed. */
export function* edges({ graph, supply }: Open): Generator<{ row: number; column: number; score: number }> {
  for (let row = 0; row < graph.lefts; row++) {
    if (supply[row] === 0) continue;
    for (let edge = graph.start[row] as number; edge < (graph.start[row + 1] as number); edge++) {
      const score = graph.score[edge] as number;
      if (!Number.isNaN(score) && !graph.closed?.has(edge)) yield { row, column: rightOf(graph, row, edge), score };
    }
  }
}

/**
 * How uneven a set of pairs is: for each column the pairs before each of its pairs, up to `mostLevels`. Of two matchings with
 * as many pairs, the more even one has less.
 */
export function unevenness(pairs: readonly (readonly [row: number, column: number])[]): number {
  const loads = new Map<number, number>();
  let sum = 0;
  for (const [, column] of pairs) {
    const load = loads.get(column) ?? 0;
    sum += Math.min(load, mostLevels - 1);
    loads.set(column, load + 1);
  }
  return sum;
}
