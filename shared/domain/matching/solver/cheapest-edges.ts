import type { Graph } from './graph.ts';
import type { Units } from './units.ts';

/** Which of all edges count: not those below `least`, nor those that are ruled out for a left. */
export interface Scope {
  graph: Graph;
  least: number;
  units: Units;
  /** 1 where a left takes part. */
  supply: Int32Array;
  /** Rights and lefts that only go with each other: any other left is kept from those rights (see `reachable`). */
  contested?: { lefts: Uint8Array; rights: Uint8Array } | undefined;
}

/** The cheapest edges of one left: `count` of them or up to twice as many, in no order. */
export class Cheapest {
  size = 0;
  /** No edge that was not found is cheaper than this. */
  bar = Number.POSITIVE_INFINITY;
  /** Whether the guess was too high (1), too low (-1) or about right (0). */
  verdict = 0;
  readonly most: number;
  readonly edge: Int32Array;
  readonly right: Int32Array;
  readonly #key: Float64Array;
  readonly #scope: Scope;

  constructor(scope: Scope, most: number) {
    this.#scope = scope;
    this.most = most;
    this.edge = new Int32Array(2 * most);
    this.right = new Int32Array(2 * most);
    this.#key = new Float64Array(2 * most);
  }

  /** The lowest key that was found. */
  least(): number {
    let least = Number.POSITIVE_INFINITY;
    for (let n = 0; n < this.size; n++) least = Math.min(least, this.#key[n] as number);
    return least;
  }

  /** With a `guess` of the bar that is about right, most edges are passed over at a glance. */
  find(left: number, count: number, floor: number, price: Float64Array, guess: number): void {
    this.#read(left, count, floor, price, guess);
    this.verdict = this.bar < guess ? 1 : 0;
    if (this.size < count >> 1 && guess < Number.POSITIVE_INFINITY) {
      this.verdict = -1;
      this.#read(left, count, floor, price, Number.POSITIVE_INFINITY);
    }
  }

  #read(left: number, count: number, floor: number, price: Float64Array, guess: number): void {
    const { start, right, rights } = this.#scope.graph;
    this.size = 0;
    this.bar = guess;
    const [from, to] = [start[left] as number, start[left + 1] as number];
    // Among equals the first ones win: starting elsewhere for each left spreads them over all rights.
    const pivot = (left * 7919) % Math.max(1, rights);
    let middle = right === undefined ? from + pivot : from;
    if (right !== undefined) while (middle < to && (right[middle] as number) < pivot) middle++;
    this.#readPart(left, middle, to, count, floor, price);
    if (this.bar > floor) this.#readPart(left, from, middle, count, floor, price);
  }

  #readPart(left: number, from: number, to: number, count: number, floor: number, price: Float64Array): void {
    const { graph, least, units, contested } = this.#scope;
    const { right, score, closed } = graph;
    const { top, unit } = units;
    const [keys, edges, rights] = [this.#key, this.edge, this.right];
    const first = graph.start[left] as number;
    const apart = contested?.lefts[left] ? undefined : contested?.rights;
    const full = 2 * count;
    let bar = this.bar;
    let size = this.size;
    // A cost is rounded only where it can matter: an estimate this far above the bar is above it when rounded, too.
    let enough = bar + 0.51;
    for (let k = from; ; k++) {
      k = right === undefined ? this.#next(k, to, first, enough, price) : this.#nextOf(right, k, to, enough, price);
      if (k >= to) break;
      const one = score[k] as number;
      const j = right === undefined ? k - first : (right[k] as number);
      const key = top - Math.round(one * unit) - (price[j] as number);
      if (!(key < bar) || one < least || apart?.[j] || closed?.has(k)) continue;
      keys[size] = key;
      edges[size] = k;
      rights[size++] = j;
      if (size < full) continue;
      bar = this.#halve(count);
      size = count;
      if (bar <= floor) break;
      enough = bar + 0.51;
    }
    this.size = size;
    this.bar = bar;
  }

  /** The next edge that may cost less than `enough`: a loop of its own, since most of the time is spent in it. */
  #next(from: number, to: number, first: number, enough: number, price: Float64Array): number {
    const { score } = this.#scope.graph;
    const { top, unit } = this.#scope.units;
    let k = from;
    // The comparison is also false for NaN, which stands for a pair that is not allowed.
    while (k < to && !(top - (score[k] as number) * unit - (price[k - first] as number) < enough)) k++;
    return k;
  }

  #nextOf(right: Int32Array, from: number, to: number, enough: number, price: Float64Array): number {
    const { score } = this.#scope.graph;
    const { top, unit } = this.#scope.units;
    let k = from;
    while (k < to && !(top - (score[k] as number) * unit - (price[right[k] as number] as number) < enough)) k++;
    return k;
  }

  /** Keeps the `count` cheapest of twice as many (Hoare's selection, 1961); returns the lowest key that is dropped. */
  #halve(count: number): number {
    const [keys, edges, rights] = [this.#key, this.edge, this.right];
    let low = 0;
    let high = 2 * count - 1;
    while (low < high) {
      const pivot = keys[(low + high) >> 1] as number;
      let [a, b] = [low, high];
      while (a <= b) {
        while ((keys[a] as number) < pivot) a++;
        while ((keys[b] as number) > pivot) b--;
        if (a > b) break;
        const [key, edge, right] = [keys[a] as number, edges[a] as number, rights[a] as number];
        keys[a] = keys[b] as number;
        edges[a] = edges[b] as number;
        rights[a] = rights[b] as number;
        keys[b] = key;
        edges[b] = edge;
        rights[b] = right;
        a++;
        b--;
      }
      if (count <= b) high = b;
      else if (count >= a) low = a;
      else break;
    }
    return keys[count] as number;
  }
}
