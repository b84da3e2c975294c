import { Cheapest, type Scope } from './cheapest-edges.ts';
import { edgeAt, type Graph } from './graph.ts';

export type { Scope } from './cheapest-edges.ts';

/** How many edges of each left are looked at first. */
const few = 12;

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
    // The exclusions of those before are a guess at the bar of the next.
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

  /** The lists as a graph of their own, with more edges: for each of `partners`, what each left has in it (-1: nothing). */
  asGraph(partners: readonly Int32Array[] = []): Graph {
    const { graph } = this.#scope;
    const { lefts, rights } = graph;
    const start = new Int32Array(lefts + 1);
    const most = this.right.length + partners.length * lefts;
    const [right, score] = [new Int32Array(most), new Float64Array(most)];
    let size = 0;
    const put = (i: number, j: number) => {
      right[size] = j;
      score[size++] = graph.score[edgeAt(graph, i, j)] as number;
    };
    for (let i = 0; i < lefts; i++) {
      const first = size;
      for (let n = this.from[i] as number; n < (this.to[i] as number); n++) put(i, this.right[n] as number);
      for (const partner of partners) {
        const j = partner[i] as number;
        if (j >= 0 && !right.subarray(first, size).includes(j)) put(i, j);
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
   * The right that is cheapest for left `i` at the prices of now (-1: none), what it costs less its price, and what the
   * second cheapest does.
   */
  cheapest(i: number): { best: number; price: number; second: number } {
    const prices = this.#price;
    for (;;) {
      const { right, cost } = this;
      let best = -1;
      let price = Number.POSITIVE_INFINITY;
      let second = Number.POSITIVE_INFINITY;
      const end = this.to[i] as number;
      for (let k = this.from[i] as number; k < end; k++) {
        const j = right[k] as number;
        const reduced = (cost[k] as number) - (prices[j] as number);
        if (reduced >= second) continue;
        if (reduced < price) {
          second = price;
          best = j;
          price = reduced;
        } else second = reduced;
      }
      if (second <= (this.bar[i] as number)) return { best, price, second };
      this.renew(i);
    }
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
