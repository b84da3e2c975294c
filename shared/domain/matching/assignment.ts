import { NearestFirst } from './heap.ts';

/** Every left gives away its whole supply; a right takes up to its places. Either side of an edge deals in one unit. */
export interface Transport {
  lefts: number;
  rights: number;
  supply: Int32Array;
  places: Int32Array;
  /** 1 for the rights that may have places left over. */
  maySpare: Uint8Array;
  /** Where the prices of rights start: whole numbers; -Infinity where there are no places. */
  price: Float64Array;
}

/** The edges of left `i` are at `start[i]` to `start[i + 1]`; costs are whole numbers. */
export interface Edges {
  start: Int32Array;
  right: Int32Array;
  cost: Float64Array;
}

/** Where each unit goes, and the prices that prove it cheapest. */
export interface Plan {
  lefts: Int32Array;
  rights: Int32Array;
  leftPrice: Float64Array;
  rightPrice: Float64Array;
}

/**
 * The cheapest way to place every unit of supply, by shortest augmenting paths with prices (Jonker & Volgenant 1987), on
 * rights that may hold several units. Reduced costs `cost - leftPrice - rightPrice` are at least 0, and 0 on what is
 * chosen, which proves the plan cheapest.
 *
 * One more left, the reserve, takes the places that would stay empty, at no cost. With every place taken, prices may have
 * any sign and start anywhere: so a plan goes on from where it is when edges are added.
 */
export class Planner {
  readonly #lefts: number;
  readonly #supply: Int32Array;
  readonly #maySpare: Uint8Array;
  readonly #places: Int32Array;
  /** Units that are not placed yet. */
  readonly #owed: Int32Array;
  readonly #leftPrice: Float64Array;
  readonly #rightPrice: Float64Array;
  /** Who holds the places of right `j`: the first `#used[j]` slots from `#first[j]`. */
  readonly #first: Int32Array;
  readonly #used: Int32Array;
  readonly #holder: Int32Array;
  readonly #rightOf: Int32Array;
  #start = new Int32Array(0);
  #right = new Int32Array(0);
  #cost = new Float64Array(0);

  // What a search has seen, marked with its number so that nothing needs clearing.
  #search = 0;
  readonly #reached: Int32Array;
  readonly #reachedBy: Int32Array;
  readonly #reachedAt: Float64Array;
  readonly #seen: Int32Array;
  readonly #distance: Float64Array;
  readonly #cameFrom: Int32Array;
  readonly #heap: NearestFirst;
  readonly #ready: Int32Array;
  readonly #settled: Int32Array;
  readonly #scanned: Int32Array;

  constructor({ lefts, rights, supply, places, maySpare, price }: Transport) {
    this.#lefts = lefts + 1;
    this.#maySpare = maySpare;
    this.#places = places;
    const needed = supply.reduce((sum, units) => sum + units, 0);
    const all = places.reduce((sum, count) => sum + count, 0);
    if (needed > all) throw new Error(`${needed} units cannot have ${all} places.`);
    this.#supply = Int32Array.from([...supply, all - needed]);
    this.#owed = this.#supply.slice();
    this.#leftPrice = new Float64Array(this.#lefts);
    this.#rightPrice = price.slice();
    this.#first = new Int32Array(rights + 1);
    this.#used = new Int32Array(rights);
    this.#holder = new Int32Array(all);
    this.#rightOf = new Int32Array(all);
    for (let j = 0; j < rights; j++) {
      const from = this.#first[j] as number;
      const to = from + (places[j] as number);
      this.#first[j + 1] = to;
      this.#rightOf.fill(j, from, to);
    }
    this.#reached = new Int32Array(this.#lefts);
    this.#reachedBy = new Int32Array(this.#lefts);
    this.#reachedAt = new Float64Array(this.#lefts);
    this.#seen = new Int32Array(rights);
    this.#distance = new Float64Array(rights);
    this.#cameFrom = new Int32Array(rights);
    this.#heap = new NearestFirst(this.#distance);
    this.#ready = new Int32Array(rights);
    this.#settled = new Int32Array(rights);
    this.#scanned = new Int32Array(this.#lefts);
  }

  /**
   * The cheapest plan on these edges, which must include those of the call before. Where a plan is known that may be near
   * it, `from` says what each left had (-1: nothing); what still is cheapest at the prices is kept. Throws if there is no
   * complete plan.
   */
  place(edges: Edges, from?: Int32Array): Plan {
    this.#take(edges);
    for (let i = 0; i < this.#lefts; i++) this.#release(i);
    if (from) this.#keep(from);
    this.#bid();
    for (let i = 0; i < this.#lefts; i++) {
      for (; (this.#owed[i] as number) > 0; this.#owed[i] = (this.#owed[i] as number) - 1) this.#augment(i);
    }
    return this.#plan();
  }

  /** The edges, and those of the reserve to every right that may spare places. */
  #take({ start, right, cost }: Edges): void {
    const [lefts, rights, count] = [this.#lefts - 1, this.#places.length, right.length];
    this.#start = new Int32Array(lefts + 2);
    this.#start.set(start);
    this.#right = new Int32Array(count + rights);
    this.#right.set(right);
    this.#cost = new Float64Array(count + rights);
    this.#cost.set(cost);
    let end = count;
    if ((this.#supply[lefts] as number) > 0) {
      for (let j = 0; j < rights; j++) if (this.#maySpare[j] && this.#places[j]) this.#right[end++] = j;
    }
    this.#start[lefts + 1] = end;
  }

  /** Puts each left where it was, if that is among the cheapest for it. */
  #keep(from: Int32Array): void {
    for (let i = 0; i < from.length; i++) {
      const j = from[i] as number;
      if (j < 0 || this.#owed[i] === 0 || !this.#hasRoom(j)) continue;
      for (let k = this.#start[i] as number; k < (this.#start[i + 1] as number); k++) {
        if (this.#right[k] !== j) continue;
        if ((this.#cost[k] as number) - (this.#rightPrice[j] as number) === this.#leftPrice[i]) this.#hold(i, j);
        break;
      }
    }
  }

  /** Takes back units of a left to which a new edge offers something cheaper than what it has. */
  #release(i: number): void {
    const [start, right, cost] = [this.#start, this.#right, this.#cost];
    let price = Number.POSITIVE_INFINITY;
    for (let k = start[i] as number; k < (start[i + 1] as number); k++) {
      const reduced = (cost[k] as number) - (this.#rightPrice[right[k] as number] as number);
      if (reduced < price) price = reduced;
    }
    if (this.#owed[i] === this.#supply[i]) {
      this.#leftPrice[i] = Number.isFinite(price) ? price : 0;
      return;
    }
    if (price >= (this.#leftPrice[i] as number)) return;
    this.#leftPrice[i] = price;
    for (let k = start[i] as number; k < (start[i + 1] as number); k++) {
      const j = right[k] as number;
      if ((cost[k] as number) - (this.#rightPrice[j] as number) <= price) continue;
      const first = this.#first[j] as number;
      for (let slot = first + (this.#used[j] as number) - 1; slot >= first; slot--) {
        if (this.#holder[slot] !== i) continue;
        const last = (this.#used[j] as number) - 1;
        this.#holder[slot] = this.#holder[first + last] as number;
        this.#used[j] = last;
        this.#owed[i] = (this.#owed[i] as number) + 1;
      }
    }
  }

  /**
   * Puts units where they are cheapest while there is room, and outbids where there is none and the next best is worse
   * (augmenting row reduction). What remains is left to the searches.
   */
  #bid(): void {
    // Where many want the same few rights, prices fall in small steps: a search is quicker then.
    let bids = 4 * this.#lefts;
    for (let root = 0; root < this.#lefts; root++) {
      for (let i = root; i >= 0 && bids-- > 0; ) i = this.#settle(i);
    }
  }

  /** Places what it can of left `i`; returns a left that has lost its place for it, or -1. */
  #settle(i: number): number {
    const [start, right, cost, rightPrice] = [this.#start, this.#right, this.#cost, this.#rightPrice];
    if (this.#owed[i] === 0) return -1;
    let best = -1;
    let bestCost = Number.POSITIVE_INFINITY;
    let secondCost = Number.POSITIVE_INFINITY;
    const end = start[i + 1] as number;
    for (let k = start[i] as number; k < end; k++) {
      const j = right[k] as number;
      const reduced = (cost[k] as number) - (rightPrice[j] as number);
      if (reduced >= secondCost) continue;
      if (reduced < bestCost) {
        secondCost = bestCost;
        best = j;
        bestCost = reduced;
      } else secondCost = reduced;
    }
    if (best < 0) return -1;
    // With units placed already, the price they were placed at stands.
    if (this.#owed[i] === this.#supply[i]) this.#leftPrice[i] = bestCost;
    const margin = secondCost - bestCost;
    // A price may change only where nobody else's choice hangs on it: one unit here, one place there.
    const mayBid = this.#supply[i] === 1 && this.#places[best] === 1 && margin > 0 && margin < Number.POSITIVE_INFINITY;
    if (mayBid) {
      const slot = this.#first[best] as number;
      const loser = this.#used[best] === 1 ? (this.#holder[slot] as number) : -1;
      rightPrice[best] = (rightPrice[best] as number) - margin;
      this.#leftPrice[i] = secondCost;
      this.#holder[slot] = i;
      this.#used[best] = 1;
      this.#owed[i] = 0;
      if (loser >= 0) this.#owed[loser] = (this.#owed[loser] as number) + 1;
      return loser;
    }
    const price = this.#leftPrice[i] as number;
    for (let k = start[i] as number; k < end && (this.#owed[i] as number) > 0; k++) {
      const j = right[k] as number;
      if ((cost[k] as number) - (rightPrice[j] as number) > price) continue;
      const single = i < this.#lefts - 1;
      while ((this.#owed[i] as number) > 0 && this.#hasRoom(j)) {
        this.#hold(i, j);
        if (single) break;
      }
    }
    return -1;
  }

  /** Shortest path (Dijkstra 1959) over reduced costs from left `root` to any right with room; prices follow. */
  #augment(root: number): void {
    const [start, right, cost] = [this.#start, this.#right, this.#cost];
    const [leftPrice, rightPrice, places, used] = [this.#leftPrice, this.#rightPrice, this.#places, this.#used];
    const [first, holder, reached, seen, distance] = [
      this.#first,
      this.#holder,
      this.#reached,
      this.#seen,
      this.#distance,
    ];
    const [cameFrom, ready, settled, scanned, heap] = [
      this.#cameFrom,
      this.#ready,
      this.#settled,
      this.#scanned,
      this.#heap,
    ];
    const stamp = ++this.#search;
    heap.clear();
    let readySize = 0;
    let settledSize = 0;
    let scannedSize = 0;
    let endRight = -1;
    let endLeft = -1;
    let endAt = Number.POSITIVE_INFINITY;
    let i = root;
    let at = 0;
    reached[root] = stamp;
    this.#reachedAt[root] = 0;
    scanned[scannedSize++] = root;
    // The rest of the slots of the right whose holders are being scanned.
    let slot = 0;
    let slotEnd = 0;
    for (;;) {
      const shift = at - (leftPrice[i] as number);
      const end = start[i + 1] as number;
      for (let k = start[i] as number; k < end; k++) {
        const j = right[k] as number;
        const far = (cost[k] as number) - (rightPrice[j] as number) + shift;
        if (far >= endAt) continue;
        if ((used[j] as number) < (places[j] as number)) {
          endAt = far;
          endRight = j;
          endLeft = i;
          if (far === at) break;
          continue;
        }
        if (seen[j] === stamp && far >= (distance[j] as number)) continue;
        cameFrom[j] = i;
        distance[j] = far;
        if (far > at) {
          heap.put(j);
        } else {
          // As near as can be: there is no need to queue.
          if (seen[j] === stamp) heap.remove(j);
          ready[readySize++] = j;
        }
        seen[j] = stamp;
      }
      if (endAt <= at) break;
      // The next left: another holder of the right in hand, or of the next nearest right.
      i = -1;
      for (;;) {
        while (slot < slotEnd && reached[holder[slot] as number] === stamp) slot++;
        if (slot < slotEnd) {
          i = holder[slot] as number;
          break;
        }
        let j: number;
        if (readySize > 0) j = ready[--readySize] as number;
        else if (heap.size > 0 && (distance[heap.nearest()] as number) < endAt) {
          j = heap.nearest();
          heap.remove(j);
        } else break;
        at = distance[j] as number;
        settled[settledSize++] = j;
        slot = first[j] as number;
        slotEnd = slot + (used[j] as number);
      }
      if (i < 0) break;
      reached[i] = stamp;
      this.#reachedBy[i] = slot++;
      this.#reachedAt[i] = at;
      scanned[scannedSize++] = i;
    }
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
    for (let left = endLeft; ; left = cameFrom[this.#rightOf[free] as number] as number) {
      holder[free] = left;
      if (left === root) return;
      free = this.#reachedBy[left] as number;
    }
  }

  #plan(): Plan {
    const reserve = this.#lefts - 1;
    const lefts: number[] = [];
    const rights: number[] = [];
    for (let slot = 0; slot < this.#holder.length; slot++) {
      if (this.#holder[slot] === reserve) continue;
      lefts.push(this.#holder[slot] as number);
      rights.push(this.#rightOf[slot] as number);
    }
    const [leftPrice, rightPrice] = [this.#leftPrice, this.#rightPrice];
    return { lefts: Int32Array.from(lefts), rights: Int32Array.from(rights), leftPrice, rightPrice };
  }

  #hasRoom(j: number): boolean {
    return (this.#used[j] as number) < (this.#places[j] as number);
  }

  #hold(i: number, j: number): void {
    this.#holder[(this.#first[j] as number) + (this.#used[j] as number)] = i;
    this.#used[j] = (this.#used[j] as number) + 1;
    this.#owed[i] = (this.#owed[i] as number) - 1;
  }
}
