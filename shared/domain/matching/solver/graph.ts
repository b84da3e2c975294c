import { MatchingProblem, type Problem, rowStarts } from './matching-problem.ts';

/**
 * Allowed pairs from the side of the `lefts` (the rows): those of left `i` are at `start[i]` to `start[i + 1]`. Without
 * `right`, every left has an edge to every right, in order, and a score of NaN says that it is not allowed. `closed` has
 * the positions of edges that are not allowed either. So a table of 60 million scores is read where it is, never copied.
 */
export interface Graph {
  lefts: number;
  rights: number;
  start: Int32Array;
  right: Int32Array | undefined;
  score: Float64Array;
  closed: ReadonlySet<number> | undefined;
}

/** What is left to decide: the allowed pairs, who takes part, and the places that pins leave in each column. */
export interface Open {
  graph: Graph;
  /** 1 for a row that is to be placed, 0 for one that is pinned. */
  supply: Int32Array;
  places: Int32Array;
}

/** What a problem leaves open, given that it has been checked. Throws `MatchingProblem` for pins that cannot be kept. */
export function openGraph(problem: Problem): Open {
  const { rows, columns, scores } = problem;
  // More places than rows can never be used, and slots are laid out one by one.
  const places = Int32Array.from(problem.capacity, (capacity) => Math.min(capacity, rows));
  const supply = new Int32Array(rows).fill(1);
  const edges =
    scores instanceof Float64Array
      ? { right: undefined, score: scores }
      : { right: scores.column, score: scores.score };
  const whole: Graph = { lefts: rows, rights: columns, start: rowStarts(problem), ...edges, closed: undefined };
  if (!problem.pinned?.length && !problem.forbidden?.length) return { graph: whole, supply, places };

  const closed = new Set<number>();
  for (const [row, column] of problem.forbidden ?? []) closed.add(edgeAt(whole, row, column));
  closed.delete(-1);
  const graph = { ...whole, closed };
  problem.pinned?.forEach(([row, column], index) => {
    const pin = `pinned[${index}] is [${row}, ${column}]`;
    const edge = edgeAt(whole, row, column);
    if (supply[row] === 0) throw new MatchingProblem(`${pin}: row ${row} is pinned twice.`);
    if (closed.has(edge)) throw new MatchingProblem(`${pin}: that pair is forbidden too.`);
    if (edge < 0) throw new MatchingProblem(`${pin}: that pair is not allowed.`);
    if (places[column] === 0) throw new MatchingProblem(`${pin}: column ${column} has no place left for it.`);
    places[column] = (places[column] as number) - 1;
    supply[row] = 0;
  });
  return { graph, supply, places };
}

/** The position of an edge, or -1 when the pair is not allowed. */
export function edgeAt({ start, right, score, closed }: Graph, left: number, to: number): number {
  const [from, end] = [start[left] as number, start[left + 1] as number];
  let edge = from + to;
  if (right !== undefined) {
    edge = from;
    while (edge < end && right[edge] !== to) edge++;
    if (edge === end) return -1;
  }
  return Number.isNaN(score[edge]) || closed?.has(edge) ? -1 : edge;
}

/** The right that an edge of `left` goes to. */
export function rightOf({ start, right }: Graph, left: number, edge: number): number {
  return right === undefined ? edge - (start[left] as number) : (right[edge] as number);
}
