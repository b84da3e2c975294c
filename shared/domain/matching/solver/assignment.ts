import { auctionPrices } from './auction-prices.ts';
import { MinHeap } from './min-heap.ts';
import type { Plan, TransportProblem } from './plan.ts';
import type { Shortlists } from './shortlist.ts';

/**
 * The cheapest way to place every unit of supply, by shortest augmenting paths with prices (Jonker & Volgenant 1987), on
 * rights that may take several units. Reduced costs `cost - leftPrice - rightPrice` are at least 0, and 0 on what is
 * chosen, which proves the plan cheapest. Edges come from short lists that grow as a search gets to their end.
 *
 * One more left, the reserve, takes the places that would stay empty, at no cost. With every place taken, prices may have
 * any sign and start anywhere. Prices of rights never rise.
 */
export class Planner {
  readonly #lists: Shortlists;
  readonly #lefts: number;
  readonly #rights: number;
  readonly #supply: Int32Array;
  readonly #places: Int32Array;
  /** Units that are not placed yet. */
  readonly #owed: Int32Array;
  readonly #leftPrice: Float64Array;
  readonly #rightPrice: Float64Array;
  /** Who has the places of right `j`: the first `#used[j]` slots from `#first[j]`. */
  readonly #first: Int32Array;
  readonly #used: Int32Array;
  readonly #occupant: Int32Array;
  readonly #rightOf: Int32Array;

  // What a search has seen, marked with its number so that nothing needs clearing.
  #search = 0;
  readonly #reached: Int32Array;
  readonly #reachedBy: Int32Array;
  readonly #reachedAt: Float64Array;
  readonly #seen: Int32Array;
  /** How far each right is, and, after the rights, how far the rest of each left's edges is at least. */
  readonly #distance: Float64Array;
  readonly #cameFrom: Int32Array;
  readonly #heap: MinHeap;
  readonly #ready: Int32Array;
  #readySize = 0;
  readonly #settled: Int32Array;
  readonly #scanned: Int32Array;
  #endRight = -1;
  #endLeft = -1;
  #endAt = Number.POSITIVE_INFINITY;

  constructor({ lists, supply, places, maySpare, price }: TransportProblem) {
    const [lefts, rights] = [supply.length + 1, places.length];
    this.#lists = lists;
    this.#lefts = lefts;
    this.#rights = rights;
    this.#places = places;
    const needed = supply.reduce((sum, units) => sum + units, 0);
    const all = places.reduce((sum, count) => sum + count, 0);
    if (needed > all) throw new Error(`${needed} units cannot have ${all} places.`);
    this.#supply = Int32Array.from([...supply, all - needed]);
    if (needed < all) lists.addLast([...places.keys()].filter((j) => maySpare[j] === 1 && (places[j] as number) > 0));
    this.#owed = this.#supply.slice();
    this.#leftPrice = new Float64Array(lefts);
    this.#rightPrice = price;
    this.#first = new Int32Array(rights + 1);
    this.#used = new Int32Array(rights);
    this.#occupant = new Int32Array(all);
    this.#rightOf = new Int32Array(all);
    for (let j = 0; j < rights; j++) {
      const from = this.#first[j] as number;
      const to = from + (places[j] as number);
      this.#first[j + 1] = to;
      this.#rightOf.fill(j, from, to);
    }
    this.#reached = new Int32Array(lefts);
    this.#reachedBy = new Int32Array(lefts);
    this.#reachedAt = new Float64Array(lefts);
    this.#seen = new Int32Array(rights);
    this.#distance = new Float64Array(rights + lefts);
    this.#cameFrom = new Int32Array(rights);
    this.#heap = new MinHeap(this.#distance);
    this.#ready = new Int32Array(rights);
    this.#settled = new Int32Array(rights);
    this.#scanned = new Int32Array(lefts);
  }

  /**
   * The cheapest plan. Where one is known that may be near it, `near` says what each left had (-1: nothing); what still is
   * cheapest at the prices is kept. Throws if there is no complete plan.
   */
  place(near?: Int32Array): Plan {
    if (near) this.#keep(near);
    else auctionPrices(this.#lists, this.#supply, this.#places, this.#rightPrice);
    this.#bid();
    for (let i = 0; i < this.#lefts; i++) {
      for (; (this.#owed[i] as number) > 0; this.#owed[i] = (this.#owed[i] as number) - 1) this.#augment(i);
    }
    const partner = new Int32Array(this.#lefts - 1).fill(-1);
    for (let slot = 0; slot < this.#occupant.length; slot++) {
      const left = this.#occupant[slot] as number;
      if (left < partner.length) partner[left] = this.#rightOf[slot] as number;
    }
    return { partner, leftPrice: this.#leftPrice, rightPrice: this.#rightPrice };
  }

  /** Puts each left where it was, if that is among the cheapest for it. */
  #keep(near: Int32Array): void {
    const { from, to, right, cost } = this.#lists;
    for (let i = 0; i < near.length; i++) {
      const j = near[i] as number;
      if (j < 0 || this.#owed[i] === 0 || !this.#hasRoom(j)) continue;
      const { price } = this.#lists.cheapest(i);
      for (let k = from[i] as number; k < (to[i] as number); k++) {
        if (right[k] !== j || (cost[k] as number) - (this.#rightPrice[j] as number) !== price) continue;
        this.#leftPrice[i] = price;
        this.#assign(i, j);
        break;
      }
    }
  }

  /**
   * Puts units where they are cheapest while there is room, and outbids where there is none, by no more than is exact
   * (augmenting row reduction). What remains is left to the searches.
   */
  #bid(): void {
    let waiting = Array.from({ length: this.#lefts }, (_, i) => i);
    // After a few rounds the lefts that remain only displace each other.
    for (let pass = 0; pass < 10 && waiting.length > 0; pass++) {
      const next: number[] = [];
      let bids = 4 * this.#lefts;
      for (const root of waiting) {
        let i = root;
        while (i >= 0 && bids-- > 0) i = this.#settle(i, next);
        if (i >= 0) next.push(i);
      }
      waiting = next;
    }
  }

  /** Places what it can of left `i`; returns a left that has lost its place for it, or -1. */
  #settle(i: number, next: number[]): number {
    if (this.#owed[i] === 0) return -1;
    const { best, price: bestCost, second: secondCost } = this.#lists.cheapest(i);
    if (best < 0) return -1;
    // With units placed already, the price they were placed at stands.
    if (this.#owed[i] === this.#supply[i]) this.#leftPrice[i] = bestCost;
    const margin = secondCost - bestCost;
    const rightPrice = this.#rightPrice;
    // A price may change only where nobody else's choice hangs on it: one unit here, one place there.
    const isSingle = this.#supply[i] === 1 && this.#places[best] === 1;
    if (isSingle && margin > 0 && margin < Number.POSITIVE_INFINITY) {
      rightPrice[best] = (rightPrice[best] as number) - margin;
      this.#leftPrice[i] = secondCost;
      return this.#displace(i, best);
    }
    const { from, to, right, cost } = this.#lists;
    const price = this.#leftPrice[i] as number;
    const isReserve = i === this.#lefts - 1;
    for (let k = from[i] as number; k < (to[i] as number) && (this.#owed[i] as number) > 0; k++) {
      const j = right[k] as number;
      if ((cost[k] as number) - (rightPrice[j] as number) > price) continue;
      while ((this.#owed[i] as number) > 0 && this.#hasRoom(j)) {
        this.#assign(i, j);
        if (!isReserve) break;
      }
    }
    // Two are as cheap and both are taken: who is moved on may have it easier.
    if (isSingle && this.#owed[i] === 1 && margin === 0) {
      const loser = this.#displace(i, best);
      if (loser >= 0) next.push(loser);
    }
    return -1;
  }

  /** Gives the only place of right `j` to left `i`; returns who had it, or -1. */
  #displace(i: number, j: number): number {
    const slot = this.#first[j] as number;
    const loser = this.#used[j] === 1 ? (this.#occupant[slot] as number) : -1;
    this.#occupant[slot] = i;
    this.#used[j] = 1;
    this.#owed[i] = 0;
    if (loser >= 0) this.#owed[loser] = (this.#owed[loser] as number) + 1;
    return loser;
  }

  /** Shortest path (Dijkstra 1959) over reduced costs from left `root` to any right with room; prices follow. */
  #augment(root: number): void {
    const [leftPrice, rightPrice, used] = [this.#leftPrice, this.#rightPrice, this.#used];
    const [first, occupant, reached, distance] = [this.#first, this.#occupant, this.#reached, this.#distance];
    const [settled, scanned, heap, lists] = [this.#settled, this.#scanned, this.#heap, this.#lists];
    const stamp = ++this.#search;
    heap.clear();
    this.#readySize = 0;
    this.#endRight = -1;
    this.#endAt = Number.POSITIVE_INFINITY;
    let [settledSize, scannedSize] = [0, 0];
    let at = 0;
    if (this.#owed[root] === this.#supply[root]) leftPrice[root] = this.#lists.cheapest(root).price;
    reached[root] = stamp;
    this.#reachedAt[root] = 0;
    scanned[scannedSize++] = root;
    this.#scan(root, at);
    // The rest of the slots of the right whose occupants are being scanned.
    let [slot, slotEnd] = [0, 0];
    while (this.#endAt > at) {
      // The next left: another occupant of the right in hand, or of the next nearest right.
      while (slot < slotEnd && reached[occupant[slot] as number] === stamp) slot++;
      if (slot === slotEnd) {
        let next: number;
        if (this.#readySize > 0) next = this.#ready[--this.#readySize] as number;
        else if (heap.size > 0 && (distance[heap.nearest()] as number) < this.#endAt) {
          next = heap.nearest();
          heap.remove(next);
        } else break;
        at = distance[next] as number;
        if (next >= this.#rights) {
          // A search has come to the end of a left's list.
          const left = next - this.#rights;
          lists.renew(left, stamp);
          this.#scan(left, at);
        } else {
          settled[settledSize++] = next;
          slot = first[next] as number;
          slotEnd = slot + (used[next] as number);
        }
        continue;
      }
      const i = occupant[slot] as number;
      reached[i] = stamp;
      this.#reachedBy[i] = slot++;
      this.#reachedAt[i] = at;
      scanned[scannedSize++] = i;
      this.#scan(i, at);
    }
    const [endAt, endRight] = [this.#endAt, this.#endRight];
    if (endRight < 0) throw new Error(`There is no complete plan: left ${root} cannot be placed.`);

    for (let n = 0; n < settledSize; n++) {
      const j = settled[n] as number;
      rightPrice[j] = (rightPrice[j] as number) - (endAt - (distance[j] as number));
    }
    for (let n = 0; n < scannedSize; n++) {
      const left = scanned[n] as number;
      leftPrice[left] = (leftPrice[left] as number) + (endAt - (this.#reachedAt[left] as number));
    }
    let free = (first[endRight] as number) + (used[endRight] as number);
    used[endRight] = (used[endRight] as number) + 1;
    for (let left = this.#endLeft; ; left = this.#cameFrom[this.#rightOf[free] as number] as number) {
      occupant[free] = left;
      if (left === root) return;
      free = this.#reachedBy[left] as number;
    }
  }

  /** Reads the edges in the list of left `i`; the search has come as far as `at`. */
  #scan(i: number, at: number): void {
    const { right, cost } = this.#lists;
    const [rightPrice, used, places] = [this.#rightPrice, this.#used, this.#places];
    const [seen, distance, cameFrom] = [this.#seen, this.#distance, this.#cameFrom];
    const stamp = this.#search;
    const shift = (this.#reachedAt[i] as number) - (this.#leftPrice[i] as number);
    let endAt = this.#endAt;
    const end = this.#lists.to[i] as number;
    for (let k = this.#lists.from[i] as number; k < end; k++) {
      const j = right[k] as number;
      const far = (cost[k] as number) - (rightPrice[j] as number) + shift;
      if (far >= endAt) continue;
      if ((used[j] as number) < (places[j] as number)) {
        this.#endAt = endAt = far;
        this.#endRight = j;
        this.#endLeft = i;
        if (far === at) return;
        continue;
      }
      if (seen[j] === stamp && far >= (distance[j] as number)) continue;
      cameFrom[j] = i;
      distance[j] = far;
      if (far > at) {
        this.#heap.put(j);
      } else {
        // As near as can be: there is no need to queue.
        if (seen[j] === stamp) this.#heap.remove(j);
        this.#ready[this.#readySize++] = j;
      }
      seen[j] = stamp;
    }
    const rest = (this.#lists.bar[i] as number) + shift;
    if (rest >= endAt) return;
    distance[this.#rights + i] = rest;
    this.#heap.put(this.#rights + i);
  }

  #hasRoom(j: number): boolean {
    return (this.#used[j] as number) < (this.#places[j] as number);
  }

  #assign(i: number, j: number): void {
    this.#occupant[(this.#first[j] as number) + (this.#used[j] as number)] = i;
    this.#used[j] = (this.#used[j] as number) + 1;
    this.#owed[i] = (this.#owed[i] as number) - 1;
  }
}
