import { type Candidates, MatchingProblem, type Problem } from './problem.ts';

/** Allowed pairs from the side of the `lefts`: those of left `i` are at `start[i]` to `start[i + 1]`. */
export interface Graph {
  lefts: number;
  rights: number;
  start: Int32Array;
  right: Int32Array;
  score: Float64Array;
}

/** The allowed pairs that are still open, rows on the left, and the places that pins leave in each column. */
export function openGraph(problem: Problem): { graph: Graph; places: Int32Array } {
  const { rows, columns, scores } = problem;
  // More places than rows can never be used, and slots are laid out one by one.
  const places = Int32Array.from(problem.capacity, (capacity) => Math.min(capacity, rows));
  const allowed =
    scores instanceof Float64Array ? fromDense(scores, rows, columns) : fromCandidates(scores, rows, columns);
  if (!problem.pinned?.length && !problem.forbidden?.length) return { graph: allowed, places };

  const closed = new Set((problem.forbidden ?? []).map(([row, column]) => row * columns + column));
  const settled = new Set<number>();
  problem.pinned?.forEach(([row, column], index) => {
    const pin = `pinned[${index}] is [${row}, ${column}]`;
    if (settled.has(row)) throw new MatchingProblem(`${pin}: row ${row} is pinned twice.`);
    if (closed.has(row * columns + column)) throw new MatchingProblem(`${pin}: that pair is forbidden too.`);
    if (scoreAt(problem, row, column) === undefined) throw new MatchingProblem(`${pin}: that pair is not allowed.`);
    if (places[column] === 0) throw new MatchingProblem(`${pin}: column ${column} has no place left for it.`);
    places[column] = (places[column] as number) - 1;
    settled.add(row);
  });
  const graph = filter(allowed, (row, column) => !settled.has(row) && !closed.has(row * columns + column));
  return { graph, places };
}

/** The score of a pair, or undefined when it is not allowed. */
export function scoreAt({ scores, columns }: Problem, row: number, column: number): number | undefined {
  if (scores instanceof Float64Array) {
    const score = scores[row * columns + column] as number;
    return Number.isNaN(score) ? undefined : score;
  }
  for (let k = scores.start[row] as number; k < (scores.start[row + 1] as number); k++) {
    if (scores.column[k] === column) return scores.score[k];
  }
  return undefined;
}

/** The edges that `keeps` accepts, in the same order. */
export function filter(graph: Graph, keeps: (left: number, right: number, score: number) => boolean): Graph {
  const { lefts, rights } = graph;
  const start = new Int32Array(lefts + 1);
  const right = new Int32Array(graph.right.length);
  const score = new Float64Array(graph.right.length);
  let count = 0;
  for (let i = 0; i < lefts; i++) {
    for (let k = graph.start[i] as number; k < (graph.start[i + 1] as number); k++) {
      if (!keeps(i, graph.right[k] as number, graph.score[k] as number)) continue;
      right[count] = graph.right[k] as number;
      score[count++] = graph.score[k] as number;
    }
    start[i + 1] = count;
  }
  return { lefts, rights, start, right: right.slice(0, count), score: score.slice(0, count) };
}

/** The same edges, seen from the other side; each right's edges in the order of the lefts. */
export function transposed(graph: Graph): Graph {
  const { lefts, rights } = graph;
  const start = new Int32Array(rights + 1);
  for (const j of graph.right) start[j + 1] = (start[j + 1] as number) + 1;
  for (let j = 0; j < rights; j++) start[j + 1] = (start[j + 1] as number) + (start[j] as number);
  const next = start.slice(0, rights);
  const right = new Int32Array(graph.right.length);
  const score = new Float64Array(graph.right.length);
  for (let i = 0; i < lefts; i++) {
    for (let k = graph.start[i] as number; k < (graph.start[i + 1] as number); k++) {
      const j = graph.right[k] as number;
      const at = next[j] as number;
      right[at] = i;
      score[at] = graph.score[k] as number;
      next[j] = at + 1;
    }
  }
  return { lefts: rights, rights: lefts, start, right, score };
}

function fromDense(scores: Float64Array, rows: number, columns: number): Graph {
  const start = new Int32Array(rows + 1);
  let right = new Int32Array(scores.length);
  let count = 0;
  for (let i = 0; i < rows; i++) {
    for (let j = 0, k = i * columns; j < columns; j++, k++) {
      const score = scores[k] as number;
      if (!Number.isNaN(score)) right[count++] = j;
    }
    start[i + 1] = count;
  }
  if (count === scores.length) return { lefts: rows, rights: columns, start, right, score: scores };
  right = right.slice(0, count);
  const score = scores.filter((one) => !Number.isNaN(one));
  return { lefts: rows, rights: columns, start, right, score };
}

function fromCandidates({ start, column, score }: Candidates, rows: number, columns: number): Graph {
  return { lefts: rows, rights: columns, start, right: column, score };
}
