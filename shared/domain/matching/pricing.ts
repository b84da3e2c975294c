import { type Edges, Planner } from './assignment.ts';
import { rightOf } from './graph.ts';
import { guessPrices } from './guess.ts';
import { extended, few, including, type Scope, type Shortlist, shortlist } from './shortlist.ts';

/** Where each left goes (-1: nowhere), and the prices that prove it cheapest; `rightPrice` has one more, that of nowhere. */
export interface Priced {
  partner: Int32Array;
  leftPrice: Float64Array;
  rightPrice: Float64Array;
}

/**
 * The plan with the highest total, found on few of the edges: those that are cheapest at guessed prices, and those of
 * `partner`, a largest matching. The prices of that plan show which of the other edges could still improve it (column
 * generation, Gilmore & Gomory 1961); these are added and the plan goes on from where it was, until there are none
 * left. That proves it best among all edges.
 *
 * Contested lefts may go nowhere instead, as many as have to: that is one more right, with a place for each of them.
 */
export function bestPlan(scope: Scope, places: Int32Array, partner: Int32Array, near?: Priced): Priced {
  const { graph, supply, contested } = scope;
  const { lefts, rights } = graph;
  const nowhere = rights;
  const unplaced = partner.reduce((count, right, left) => count + (supply[left] === 1 && right < 0 ? 1 : 0), 0);
  const price = near ? near.rightPrice : guessPrices(scope, places);
  const planner = new Planner({
    lefts,
    rights: rights + 1,
    supply,
    places: Int32Array.from([...places, unplaced]),
    maySpare: Uint8Array.from({ length: rights + 1 }, (_, j) => (j === nowhere || contested?.rights[j] ? 0 : 1)),
    price,
  });
  const edges = new Map<number, number>();
  partner.forEach((right, left) => {
    if (right >= 0) edges.set(left, positionOf(scope, left, right));
  });
  let list = including(shortlist(scope, price), edges);
  let plan = planner.place(transportEdges(scope, list), near?.partner);
  for (let count = 2 * few; ; count *= 2) {
    const { leftPrice, rightPrice } = plan;
    const mayGain = (left: number) => (leftPrice[left] as number) > (list.bar[left] as number);
    list = extended(scope, list, rightPrice, mayGain, count);
    const offered = transportEdges(scope, list);
    if (!gains(offered, leftPrice, rightPrice)) break;
    plan = planner.place(offered);
  }
  const found = new Int32Array(lefts).fill(-1);
  plan.lefts.forEach((left, n) => {
    if (plan.rights[n] !== nowhere) found[left] = plan.rights[n] as number;
  });
  return { partner: found, leftPrice: plan.leftPrice, rightPrice: plan.rightPrice };
}

function positionOf({ graph }: Scope, left: number, right: number): number {
  let edge = graph.start[left] as number;
  if (graph.right === undefined) return edge + right;
  while (graph.right[edge] !== right) edge++;
  return edge;
}

/** The listed edges with their costs, and those of contested lefts to nowhere. */
function transportEdges({ graph, units, contested, supply }: Scope, list: Shortlist): Edges {
  const { lefts, rights, score } = graph;
  const { top, unit } = units;
  const start = new Int32Array(lefts + 1);
  const right = new Int32Array(list.edge.length + (contested ? lefts : 0));
  const cost = new Float64Array(right.length);
  let size = 0;
  for (let i = 0; i < lefts; i++) {
    for (let n = list.start[i] as number; n < (list.start[i + 1] as number); n++) {
      const k = list.edge[n] as number;
      right[size] = rightOf(graph, i, k);
      cost[size++] = top - Math.round((score[k] as number) * unit);
    }
    if (contested?.lefts[i] && supply[i]) right[size++] = rights;
    start[i + 1] = size;
  }
  return { start, right: right.subarray(0, size), cost: cost.subarray(0, size) };
}

function gains({ start, right, cost }: Edges, leftPrice: Float64Array, rightPrice: Float64Array): boolean {
  for (let i = 0; i + 1 < start.length; i++) {
    const price = leftPrice[i] as number;
    for (let k = start[i] as number; k < (start[i + 1] as number); k++) {
      if ((cost[k] as number) - (rightPrice[right[k] as number] as number) < price) return true;
    }
  }
  return false;
}
