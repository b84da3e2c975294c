import { type Graph, rightOf } from './graph.ts';
import type { Units } from './units.ts';

/** How many edges of each left are looked at first. */
export const few = 12;

/** Which of all edges are looked at: not those below `least`, nor those that are ruled out for a left. */
export interface Scope {
  graph: Graph;
  least: number;
  units: Units;
  /** 1 where a left takes part. */
  supply: Int32Array;
  /** Rights and lefts that only go with each other: any other left is kept from those rights (see `reachable`). */
  contested?: { lefts: Uint8Array; rights: Uint8Array } | undefined;
}

/**
 * For each left the few edges that cost least at the prices of the rights, and a bound on all its others: none of them
 * costs less than `bar` once the price is taken off. As prices only fall, a left whose own price does not exceed its bar
 * needs no second look.
 */
export interface Shortlist {
  /** Positions of edges in the graph; those of left `i` are at `start[i]` to `start[i + 1]`. */
  start: Int32Array;
  edge: Int32Array;
  bar: Float64Array;
}

/** The `count` cheapest edges of every left at these prices, by price and cost. */
export function shortlist(scope: Scope, price: Float64Array, count = few): Shortlist {
  const { lefts } = scope.graph;
  const bar = new Float64Array(lefts);
  const none: Shortlist = { start: new Int32Array(lefts + 1), edge: new Int32Array(0), bar };
  return extended(scope, none, price, () => true, count);
}

/** The same list with the `count` cheapest edges of those lefts that `wants` more; lefts keep what they had. */
export function extended(
  scope: Scope,
  list: Shortlist,
  price: Float64Array,
  wants: (left: number) => boolean,
  count: number,
): Shortlist {
  const { graph, supply, contested } = scope;
  const bar = list.bar.slice();
  const start = new Int32Array(graph.lefts + 1);
  let edge = new Int32Array(list.edge.length + count * graph.lefts);
  const cheapest = new Cheapest(scope, count);
  const apart = contested && price.map((one, right) => (contested.rights[right] ? Number.NEGATIVE_INFINITY : one));
  // Costs are 0 or more, so that nothing can be below this.
  const floor = -price.reduce((most, one) => Math.max(most, one), Number.NEGATIVE_INFINITY);
  let size = 0;
  for (let i = 0; i < graph.lefts; i++) {
    const [from, to] = [list.start[i] as number, list.start[i + 1] as number];
    for (let n = from; n < to; n++) edge[size++] = list.edge[n] as number;
    if (supply[i] === 1 && wants(i)) {
      cheapest.find(i, floor, apart && !contested?.lefts[i] ? apart : price);
      bar[i] = cheapest.bar;
      const listed = from < to ? list.edge.subarray(from, to) : undefined;
      for (let n = 0; n < cheapest.size; n++) {
        const found = cheapest.edge[n] as number;
        if (!listed?.includes(found)) edge[size++] = found;
      }
    }
    start[i + 1] = size;
  }
  edge = edge.slice(0, size);
  return { start, edge, bar };
}

/** With one more edge for each of these lefts, where it is not listed yet. */
export function including(list: Shortlist, edges: ReadonlyMap<number, number>): Shortlist {
  const lefts = list.start.length - 1;
  const start = new Int32Array(lefts + 1);
  const edge = new Int32Array(list.edge.length + edges.size);
  let size = 0;
  for (let i = 0; i < lefts; i++) {
    const mine = list.edge.subarray(list.start[i], list.start[i + 1]);
    edge.set(mine, size);
    size += mine.length;
    const one = edges.get(i);
    if (one !== undefined && !mine.includes(one)) edge[size++] = one;
    start[i + 1] = size;
  }
  return { start, edge: edge.slice(0, size), bar: list.bar };
}

/** The listed edges as a graph of their own. */
export function listed(graph: Graph, { start, edge }: Shortlist): Graph & { right: Int32Array } {
  const right = new Int32Array(edge.length);
  const score = new Float64Array(edge.length);
  for (let i = 0; i < graph.lefts; i++) {
    for (let n = start[i] as number; n < (start[i + 1] as number); n++) {
      const k = edge[n] as number;
      right[n] = rightOf(graph, i, k);
      score[n] = graph.score[k] as number;
    }
  }
  return { lefts: graph.lefts, rights: graph.rights, start, right, score, closed: undefined };
}

/** The `most` cheapest edges of one left, cheapest first. */
class Cheapest {
  size = 0;
  bar = Number.POSITIVE_INFINITY;
  readonly edge: Int32Array;
  readonly #key: Float64Array;
  readonly #most: number;
  readonly #scope: Scope;

  constructor(scope: Scope, most: number) {
    this.#scope = scope;
    this.#most = most;
    this.edge = new Int32Array(most);
    this.#key = new Float64Array(most);
  }

  find(left: number, floor: number, price: Float64Array): void {
    const { start, right, rights } = this.#scope.graph;
    this.size = 0;
    this.bar = Number.POSITIVE_INFINITY;
    const [from, to] = [start[left] as number, start[left + 1] as number];
    // Among equals the first ones win: starting elsewhere for each left spreads them over all rights.
    const pivot = (left * 7919) % Math.max(1, rights);
    let middle = right === undefined ? from + pivot : from;
    if (right !== undefined) while (middle < to && (right[middle] as number) < pivot) middle++;
    this.#read(from, middle, to, floor, price);
    if (this.bar > floor) this.#read(from, from, middle, floor, price);
  }

  #read(first: number, from: number, to: number, floor: number, price: Float64Array): void {
    const { graph, least, units } = this.#scope;
    const { right, score, closed } = graph;
    const { top, unit } = units;
    // A cost is rounded only where it can matter: an estimate this far above the bar is above it when rounded, too.
    let enough = this.bar + 0.51;
    for (let k = from; k < to; k++) {
      const one = score[k] as number;
      const j = right === undefined ? k - first : (right[k] as number);
      // The comparison is also false for NaN, which stands for a pair that is not allowed.
      if (!(top - one * unit - (price[j] as number) < enough)) continue;
      const key = top - Math.round(one * unit) - (price[j] as number);
      if (!(key < this.bar) || one < least || closed?.has(k)) continue;
      this.#add(key, k);
      if (this.bar <= floor) return;
      enough = this.bar + 0.51;
    }
  }

  #add(key: number, edge: number): void {
    const [keys, edges] = [this.#key, this.edge];
    let at = this.size < this.#most ? this.size++ : this.#most - 1;
    for (; at > 0 && (keys[at - 1] as number) > key; at--) {
      keys[at] = keys[at - 1] as number;
      edges[at] = edges[at - 1] as number;
    }
    keys[at] = key;
    edges[at] = edge;
    if (this.size === this.#most) this.bar = keys[this.#most - 1] as number;
  }
}
