import { type Plan, Planner, type Transport } from './assignment.ts';
import type { Graph } from './graph.ts';

type Edge = readonly [left: number, right: number];

/** How many edges a left, and a right, starts with; and how many a left is given a round when those are not enough. */
const few = 12;

/**
 * The cheapest complete plan, found on few of the edges: the cheapest ones of each left and of each right, and those of a
 * plan that is known to be complete. The prices show which of the other edges could still improve it; these are added and
 * the plan goes on from where it was, until there are none left. That proves it cheapest among all edges.
 */
export function cheapestPlan(transport: Transport, complete: readonly Edge[]): Plan {
  const { graph, tolerance } = transport;
  const planner = new Planner(transport);
  // Below some tens of edges a left, choosing costs more than it saves.
  if (graph.right.length <= 6 * few * graph.lefts) return planner.place(graph);
  const chosen = firstEdges(graph, complete);
  for (;;) {
    const plan = planner.place(subgraph(graph, chosen));
    if (!addImproving(graph, chosen, plan, tolerance)) return plan;
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
    let edge = from;
    while (graph.right[edge] !== right) edge++;
    chosen[left]?.push(edge);
  }
  const none = new Float64Array(graph.rights);
  for (let i = 0; i < graph.lefts; i++) chosen[i]?.push(...cheapest(graph, i, none, Number.POSITIVE_INFINITY));
  addCheapestOfRights(graph, chosen);
  return chosen.map((edges) => [...new Set(edges)].sort((a, b) => a - b));
}

/** Adds the cheapest edges of each right, so that it is not left with nobody when all lefts want the same few rights. */
function addCheapestOfRights(graph: Graph, chosen: Choice): void {
  const { lefts, rights, start, right, score } = graph;
  const cost = new Float64Array(rights * few).fill(Number.POSITIVE_INFINITY);
  const edge = new Int32Array(rights * few).fill(-1);
  const left = new Int32Array(rights * few);
  for (let i = 0; i < lefts; i++) {
    for (let k = start[i] as number, end = start[i + 1] as number; k < end; k++) {
      const j = right[k] as number;
      const one = score[k] as number;
      let at = (j + 1) * few - 1;
      if (one >= (cost[at] as number)) continue;
      for (; at > j * few && (cost[at - 1] as number) > one; at--) {
        cost[at] = cost[at - 1] as number;
        edge[at] = edge[at - 1] as number;
        left[at] = left[at - 1] as number;
      }
      cost[at] = one;
      edge[at] = k;
      left[at] = i;
    }
  }
  edge.forEach((one, at) => {
    if (one >= 0) chosen[left[at] as number]?.push(one);
  });
}

/** Adds the edges whose price says that they could improve the plan, the best few of each left; false if there are none. */
function addImproving(graph: Graph, chosen: Choice, plan: Plan, tolerance: number): boolean {
  let grew = false;
  for (let i = 0; i < graph.lefts; i++) {
    const improving = cheapest(graph, i, plan.rightPrice, (plan.leftPrice[i] as number) - tolerance);
    if (improving.length === 0) continue;
    const before = chosen[i] as number[];
    const after = [...new Set([...before, ...improving])].sort((a, b) => a - b);
    if (after.length === before.length) continue;
    chosen[i] = after;
    grew = true;
  }
  return grew;
}

const keptCost = new Float64Array(few);
const keptEdge = new Int32Array(few);

/** The few edges of left `i` with the lowest cost less price, of those below `limit`. */
function cheapest({ start, right, score }: Graph, i: number, price: Float64Array, limit: number): Int32Array {
  const [from, to] = [start[i] as number, start[i + 1] as number];
  let size = 0;
  let bar = limit;
  // Among equals the first ones win: starting elsewhere for each left spreads them over all rights.
  const middle = from + ((i * 7919) % Math.max(1, to - from));
  for (let pass = 0; pass < 2; pass++) {
    const end = pass === 0 ? to : middle;
    for (let k = pass === 0 ? middle : from; k < end; k++) {
      const reduced = (score[k] as number) - (price[right[k] as number] as number);
      if (reduced >= bar) continue;
      let at = size < few ? size++ : few - 1;
      for (; at > 0 && (keptCost[at - 1] as number) > reduced; at--) {
        keptCost[at] = keptCost[at - 1] as number;
        keptEdge[at] = keptEdge[at - 1] as number;
      }
      keptCost[at] = reduced;
      keptEdge[at] = k;
      if (size === few) bar = keptCost[few - 1] as number;
    }
  }
  return keptEdge.slice(0, size);
}
