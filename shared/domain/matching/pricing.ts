import { type Plan, Planner, type Transport } from './assignment.ts';
import type { Graph } from './graph.ts';
import type { Units } from './units.ts';

type Edge = readonly [left: number, right: number];

/** How many edges a left, and a right, starts with. */
const few = 12;

/**
 * The plan with the highest total, found on few of the edges: the best ones of each left and of each right, and those of a
 * plan that is known to be `complete`. The prices show which of the other edges could still improve it; these are added,
 * more of them each time, and the plan goes on from where it was, until there are none left. That proves it best among
 * all edges.
 */
export function bestPlan(
  graph: Graph,
  { supply, places }: Pick<Transport, 'supply' | 'places'>,
  units: Units,
  complete: readonly Edge[],
): Plan {
  const { lefts, rights } = graph;
  const planner = new Planner({ lefts, rights, supply, places, tolerance: units.tolerance });
  // Below some tens of edges a left, choosing costs more than it saves.
  if (graph.right.length <= 6 * few * lefts) return planner.place(units.costs(graph));
  const chosen = firstEdges(graph, complete);
  for (let count = few; ; count *= 2) {
    const plan = planner.place(units.costs(subgraph(graph, chosen)));
    if (!addImproving(graph, chosen, plan, units, count)) return plan;
  }
}

/** For each left, positions of edges, ascending. */
type Choice = number[][];

function subgraph(graph: Graph, chosen: Choice): Graph {
  const start = new Int32Array(graph.lefts + 1);
  for (let i = 0; i < graph.lefts; i++) start[i + 1] = (start[i] as number) + (chosen[i] as number[]).length;
  const right = new Int32Array(start[graph.lefts] as number);
  const score = new Float64Array(right.length);
  let n = 0;
  for (const edges of chosen) {
    for (const edge of edges) {
      right[n] = graph.right[edge] as number;
      score[n++] = graph.score[edge] as number;
    }
  }
  return { lefts: graph.lefts, rights: graph.rights, start, right, score };
}

function firstEdges(graph: Graph, complete: readonly Edge[]): Choice {
  const chosen: Choice = Array.from({ length: graph.lefts }, () => []);
  for (const [left, right] of complete) {
    const from = graph.start[left] as number;
    // Where every right is allowed, its edge is at its own place.
    let edge = graph.right[from + right] === right ? from + right : from;
    while (graph.right[edge] !== right) edge++;
    chosen[left]?.push(edge);
  }
  addBestOfLefts(graph, chosen);
  addBestOfRights(graph, chosen);
  return chosen.map((edges) => [...new Set(edges)].sort((a, b) => a - b));
}

function addBestOfLefts({ lefts, start, score }: Graph, chosen: Choice): void {
  const best = new Few(few);
  for (let i = 0; i < lefts; i++) {
    const [from, to] = [start[i] as number, start[i + 1] as number];
    best.clear(Number.POSITIVE_INFINITY);
    // Among equals the first ones win: starting elsewhere for each left spreads them over all rights.
    const middle = from + ((i * 7919) % Math.max(1, to - from));
    for (let k = middle; k < to; k++) if (-(score[k] as number) < best.bar) best.add(-(score[k] as number), k);
    for (let k = from; k < middle; k++) if (-(score[k] as number) < best.bar) best.add(-(score[k] as number), k);
    chosen[i]?.push(...best.edges());
  }
}

/** So that a right is not left with nobody when all lefts want the same few rights. */
function addBestOfRights({ lefts, rights, start, right, score }: Graph, chosen: Choice): void {
  const best = Array.from({ length: rights }, () => new Few(few));
  const bar = new Float64Array(rights).fill(Number.NEGATIVE_INFINITY);
  for (let i = 0; i < lefts; i++) {
    for (let k = start[i] as number, end = start[i + 1] as number; k < end; k++) {
      const j = right[k] as number;
      const one = score[k] as number;
      if (one <= (bar[j] as number)) continue;
      const kept = best[j] as Few;
      kept.add(-one, k);
      bar[j] = -kept.bar;
    }
  }
  for (const kept of best) for (const edge of kept.edges()) chosen[leftOf(edge, start)]?.push(edge);
}

/** The left whose edges `edge` is among: the last one that starts at or before it. */
function leftOf(edge: number, start: Int32Array): number {
  let low = 0;
  let high = start.length - 2;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((start[middle] as number) <= edge) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Adds the edges whose price says that they could improve the plan, the best few of each left; false if there are none. */
function addImproving(graph: Graph, chosen: Choice, plan: Plan, units: Units, count: number): boolean {
  const { lefts, start, right, score } = graph;
  const { unit, isWhole, tolerance } = units;
  const { leftPrice, rightPrice } = plan;
  const best = new Few(count);
  // Whole costs are rounded only where it can matter: an estimate this far above the bar is above it when rounded too.
  const doubt = isWhole ? 0.01 : 0;
  let grew = false;
  for (let i = 0; i < lefts; i++) {
    best.clear((leftPrice[i] as number) - tolerance);
    for (let k = start[i] as number, end = start[i + 1] as number; k < end; k++) {
      const estimate = -(score[k] as number) * unit - (rightPrice[right[k] as number] as number);
      if (estimate >= best.bar + doubt) continue;
      const reduced = isWhole ? Math.round(estimate) : estimate;
      if (reduced < best.bar) best.add(reduced, k);
    }
    if (best.size === 0) continue;
    const before = chosen[i] as number[];
    const after = [...new Set([...before, ...best.edges()])].sort((a, b) => a - b);
    if (after.length === before.length) continue;
    chosen[i] = after;
    grew = true;
  }
  return grew;
}

/** The few edges with the lowest keys, in order; `add` only keys below `bar`. */
class Few {
  size = 0;
  bar = Number.POSITIVE_INFINITY;
  readonly #most: number;
  readonly #key: Float64Array;
  readonly #edge: Int32Array;

  constructor(most: number) {
    this.#most = most;
    this.#key = new Float64Array(most);
    this.#edge = new Int32Array(most);
  }

  clear(bar: number): void {
    this.size = 0;
    this.bar = bar;
  }

  add(key: number, edge: number): void {
    const [keys, edges] = [this.#key, this.#edge];
    let at = this.size < this.#most ? this.size++ : this.#most - 1;
    for (; at > 0 && (keys[at - 1] as number) > key; at--) {
      keys[at] = keys[at - 1] as number;
      edges[at] = edges[at - 1] as number;
    }
    keys[at] = key;
    edges[at] = edge;
    if (this.size === this.#most) this.bar = keys[this.#most - 1] as number;
  }

  edges(): Int32Array {
    return this.#edge.slice(0, this.size);
  }
}
