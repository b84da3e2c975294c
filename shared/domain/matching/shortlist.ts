import { edgeAt, type Graph } from './graph.ts';
import type { Units } from './units.ts';

/** How many edges of each left are looked at first. */
const few = 12;

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

/**
 * For each left the few edges that cost least at the prices of the rights, and a bound on all its others: none of them
 * costs less than `bar` once the price is taken off. As prices only fall, that stays true, and a search needs to look at
 * the others only when it gets as far as the bar.
 */
export class Shortlists {
  /** The list of left `i` is at `from[i]` to `to[i]` of `right` and `cost`, which move when a list grows. */
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly bar: Float64Array;
  /** How much dearer a bar was at first than the cheapest edge of its list, on average. */
  gap = 0;
  right: Int32Array;
  cost: Float64Array;
  readonly #scope: Scope;
  readonly #price: Float64Array;
  readonly #floor: number;
  /** How many edges each list was made to have, how many there is room for, and in which search it was made. */
  readonly #count: Int32Array;
  readonly #room: Int32Array;
  readonly #madeIn: Int32Array;
  #cheapest: Cheapest;
  /** How far the bar of a list made anew is guessed to rise, in gaps; learnt from guess to guess. */
  #stretch = 1;
  #size: number;

  /**
   * The lists at these prices, which are read again when a list grows. There is one more right, nowhere, at a cost of
   * `nowhere` for contested lefts.
   */
  constructor(scope: Scope, price: Float64Array, nowhere = 0) {
    const { lefts, rights } = scope.graph;
    this.#scope = scope;
    this.#price = price;
    // Costs are 0 or more and prices fall, so that nothing can ever be below this.
    this.#floor = -price.reduce((most, one) => Math.max(most, one), Number.NEGATIVE_INFINITY);
    this.from = new Int32Array(lefts + 1);
    this.to = new Int32Array(lefts + 1);
    this.bar = new Float64Array(lefts + 1).fill(Number.POSITIVE_INFINITY);
    this.right = new Int32Array((2 * few + 1) * lefts + rights + 1);
    this.cost = new Float64Array(this.right.length);
    this.#count = new Int32Array(lefts);
    this.#room = new Int32Array(lefts + 1);
    this.#madeIn = new Int32Array(lefts).fill(-1);
    this.#cheapest = new Cheapest(scope, few);
    // The bars of those before are a guess at the bar of the next.
    let guess = Number.POSITIVE_INFINITY;
    let bounded = 0;
    for (let i = 0; i < lefts; i++) {
      let at = i * (2 * few + 1);
      this.from[i] = at;
      this.#room[i] = 2 * few + 1;
      if (scope.supply[i] === 1) {
        if (scope.contested?.lefts[i]) {
          this.right[at] = rights;
          this.cost[at++] = nowhere;
        }
        this.#find(i, few, Math.max(guess, this.#floor + 1));
        for (let n = 0; n < this.#cheapest.size; n++) this.#put(at++, n);
        const bar = this.bar[i] as number;
        if (bar < Number.POSITIVE_INFINITY) {
          guess = guess < Number.POSITIVE_INFINITY ? guess + (1.4 * bar - guess) / 8 : 1.4 * bar;
          this.gap += bar - this.#cheapest.least();
          bounded++;
        }
      }
      this.to[i] = at;
    }
    this.gap /= Math.max(1, bounded);
    this.#size = lefts * (2 * few + 1);
  }

  /** The lists as a graph of their own. */
  asGraph(): Graph {
    const { graph } = this.#scope;
    const { lefts, rights } = graph;
    const start = new Int32Array(lefts + 1);
    const [right, score] = [new Int32Array(this.right.length), new Float64Array(this.right.length)];
    let size = 0;
    for (let i = 0; i < lefts; i++) {
      for (let n = this.from[i] as number; n < (this.to[i] as number); n++) {
        const j = this.right[n] as number;
        right[size] = j;
        score[size++] = graph.score[edgeAt(graph, i, j)] as number;
      }
      start[i + 1] = size;
    }
    return { lefts, rights, start, right: right.slice(0, size), score: score.slice(0, size), closed: undefined };
  }

  /** One more list, of the last left: these rights, at no cost. */
  addLast(rights: readonly number[]): void {
    const last = this.from.length - 1;
    this.from[last] = this.#size;
    for (const j of rights) this.right[this.#size++] = j;
    this.to[last] = this.#size;
  }

  /**
   * Makes the list of a left anew, at the prices of now: its bar rises, as far as it goes. The list is longer if it has
   * been made in this `search` before, or if it takes more to raise the bar.
   */
  renew(left: number, search = 0): void {
    const bar = this.bar[left] as number;
    const before = this.#count[left] as number;
    let count = search > 0 && this.#madeIn[left] === search ? 2 * before : before;
    for (; ; count *= 2) {
      this.#find(left, count, bar + (this.#stretch * this.gap * count) / few);
      this.#stretch *= this.#cheapest.verdict > 0 ? 0.9 : this.#cheapest.verdict < 0 ? 1.3 : 1;
      if ((this.bar[left] as number) > bar) break;
    }
    this.#madeIn[left] = search;
    const hasNowhere = this.#scope.contested?.lefts[left] === 1;
    if (this.#cheapest.size + (hasNowhere ? 1 : 0) > (this.#room[left] as number)) this.#move(left, 2 * count + 1);
    let at = (this.from[left] as number) + (hasNowhere ? 1 : 0);
    for (let n = 0; n < this.#cheapest.size; n++) this.#put(at++, n);
    this.to[left] = at;
  }

  #find(left: number, count: number, guess: number): void {
    if (this.#cheapest.most < count) this.#cheapest = new Cheapest(this.#scope, count);
    this.#cheapest.find(left, count, this.#floor, this.#price, guess);
    this.bar[left] = this.#cheapest.bar;
    this.#count[left] = count;
  }

  #put(at: number, n: number): void {
    const { graph, units } = this.#scope;
    const score = graph.score[this.#cheapest.edge[n] as number] as number;
    this.right[at] = this.#cheapest.right[n] as number;
    this.cost[at] = units.top - Math.round(score * units.unit);
  }

  /** Gives a left room for so many edges, its first one kept. */
  #move(left: number, room: number): void {
    if (this.#size + room > this.right.length) {
      const size = Math.ceil(1.5 * (this.#size + room));
      const [right, cost] = [new Int32Array(size), new Float64Array(size)];
      right.set(this.right);
      cost.set(this.cost);
      [this.right, this.cost] = [right, cost];
    }
    this.right[this.#size] = this.right[this.from[left] as number] as number;
    this.cost[this.#size] = this.cost[this.from[left] as number] as number;
    this.from[left] = this.#size;
    this.#room[left] = room;
    this.#size += room;
  }
}

/** The cheapest edges of one left: `count` of them or up to twice as many, in no order. */
class Cheapest {
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
