import { cheapestPlan, type Plan, type Transport } from './assignment.ts';
import type { Graph } from './graph.ts';

/**
 * The cheapest complete plan of a large problem, found on few of its edges: each left's cheapest ones and those of a
 * plan that is known to be complete. Prices then show which of the other edges could still improve the plan; they are
 * added until there are none, which proves the plan cheapest among all edges.
 */
export function cheapestPlanByPricing(transport: Transport, complete: readonly Edge[]): Plan {
  const { graph, tolerance } = transport;
  // Below some tens of edges a left, choosing costs more than it saves.
  const few = 24;
  if (graph.right.length <= 3 * few * graph.lefts) return cheapestPlan(transport);
  let chosen = cheapestEdges(graph, few, complete);
  for (let round = 0; round < 12; round++) {
    const plan = cheapestPlan({ ...transport, graph: subgraph(graph, chosen) });
    const grown = withImproving(graph, chosen, plan, few, tolerance);
    if (grown === undefined) return plan;
    chosen = grown;
  }
  return cheapestPlan(transport);
}

type Edge = readonly [left: number, right: number];

/** Edges of a graph by position: those of left `i` are at `start[i]` to `start[i + 1]`, ascending. */
interface Choice {
  start: Int32Array;
  edge: Int32Array;
}

function subgraph(graph: Graph, { start, edge }: Choice): Graph {
  const right = new Int32Array(edge.length);
  const score = new Float64Array(edge.length);
  for (let n = 0; n < edge.length; n++) {
    right[n] = graph.right[edge[n] as number] as number;
    score[n] = graph.score[edge[n] as number] as number;
  }
  return { lefts: graph.lefts, rights: graph.rights, start, right, score };
}

/** The `count` cheapest edges of each left, with those of the complete plan. */
function cheapestEdges(graph: Graph, count: number, complete: readonly Edge[]): Choice {
  const planned = plannedRights(graph, complete);
  const none = new Float64Array(graph.rights);
  return choose(graph, (i, picked) => {
    const [from, to] = [graph.start[i] as number, graph.start[i + 1] as number];
    const wanted = planned[i];
    if (wanted) for (let k = from; k < to; k++) if (wanted.includes(graph.right[k] as number)) picked.push(k);
    cheapest(graph, i, none, Number.POSITIVE_INFINITY, count, picked);
  });
}

function plannedRights(graph: Graph, complete: readonly Edge[]): number[][] {
  const planned: number[][] = Array.from({ length: graph.lefts }, () => []);
  for (const [left, right] of complete) planned[left]?.push(right);
  return planned;
}

/** `chosen` with, for each left, the edges whose price says that they could improve the plan; undefined if none could. */
function withImproving(graph: Graph, chosen: Choice, plan: Plan, count: number, tolerance: number): Choice | undefined {
  let grew = false;
  const grown = choose(graph, (i, picked) => {
    for (let n = chosen.start[i] as number; n < (chosen.start[i + 1] as number); n++)
      picked.push(chosen.edge[n] as number);
    const before = new Set(picked);
    const limit = (plan.leftPrice[i] as number) - tolerance;
    cheapest(graph, i, plan.rightPrice, limit, count, picked);
    for (const edge of picked) if (!before.has(edge)) grew = true;
  });
  return grew ? grown : undefined;
}

const kept = new Float64Array(64);
const keptEdge = new Int32Array(64);

/** Adds to `picked` the `count` edges of left `i` with the lowest cost less price, if below `limit`. */
function cheapest(graph: Graph, i: number, price: Float64Array, limit: number, count: number, picked: number[]): void {
  const { start, right, score } = graph;
  const [from, to] = [start[i] as number, start[i + 1] as number];
  let size = 0;
  let bar = limit;
  // Among equals the first ones win: starting elsewhere for each left spreads them over all rights.
  const offset = from + ((i * 7919) % Math.max(1, to - from));
  for (let pass = 0; pass < 2; pass++) {
    const [begin, end] = pass === 0 ? [offset, to] : [from, offset];
    for (let k = begin; k < end; k++) {
      const reduced = (score[k] as number) - (price[right[k] as number] as number);
      if (reduced >= bar) continue;
      let at = size < count ? size++ : count - 1;
      while (at > 0 && (kept[at - 1] as number) > reduced) {
        kept[at] = kept[at - 1] as number;
        keptEdge[at] = keptEdge[at - 1] as number;
        at--;
      }
      kept[at] = reduced;
      keptEdge[at] = k;
      if (size === count) bar = Math.min(limit, kept[count - 1] as number);
    }
  }
  for (let n = 0; n < size; n++) picked.push(keptEdge[n] as number);
}

function choose(graph: Graph, pick: (left: number, picked: number[]) => void): Choice {
  const start = new Int32Array(graph.lefts + 1);
  const edges: number[] = [];
  for (let i = 0; i < graph.lefts; i++) {
    const picked: number[] = [];
    pick(i, picked);
    for (const edge of [...new Set(picked)].sort((a, b) => a - b)) edges.push(edge);
    start[i + 1] = edges.length;
  }
  return { start, edge: Int32Array.from(edges) };
}
