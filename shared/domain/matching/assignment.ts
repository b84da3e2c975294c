import type { Graph } from './graph.ts';

/** Every left gives away its whole supply; a right takes up to its places. One of the two is 1 on every edge. */
export interface Transport {
  /** Edges with costs in place of scores. */
  graph: Graph;
  supply: Int32Array;
  places: Int32Array;
  /** How far below zero rounding alone can bring a reduced cost; 0 when costs are whole numbers. */
  tolerance: number;
}

/** The right of each unit of each left, left by left, and the prices that prove it cheapest. */
export interface Plan {
  lefts: Int32Array;
  rights: Int32Array;
  leftPrice: Float64Array;
  rightPrice: Float64Array;
}

/**
 * The cheapest way to place every unit of supply, by shortest augmenting paths with prices (Jonker & Volgenant 1987),
 * on rights that may hold several units. Reduced costs `cost - leftPrice - rightPrice` stay at least 0, and are 0 on what
 * is chosen; a right with room left has price 0. Together these prove the plan optimal. Throws if there is no complete plan.
 */
export function cheapestPlan({ graph, supply, places }: Transport): Plan {
  const { lefts, rights, start, right } = graph;
  const cost = graph.score;
  const leftPrice = new Float64Array(lefts);
  const rightPrice = new Float64Array(rights);
  const first = new Int32Array(rights + 1);
  for (let j = 0; j < rights; j++) first[j + 1] = (first[j] as number) + (places[j] as number);
  const used = new Int32Array(rights);
  const holder = new Int32Array(first[rights] as number);
  const owed = supply.slice();

  reduceLefts();

  const reached = new Int32Array(lefts).fill(-1);
  const reachedBy = new Int32Array(lefts);
  const reachedAt = new Float64Array(lefts);
  const distance = new Float64Array(rights);
  const distanceOf = new Int32Array(rights).fill(-1);
  const cameFrom = new Int32Array(rights);
  const heap = new Int32Array(rights);
  const heapAt = new Int32Array(rights);
  const ready = new Int32Array(rights);
  const settled = new Int32Array(rights);
  const scanned = new Int32Array(lefts);
  let search = 0;
  for (let i = 0; i < lefts; i++) {
    for (; (owed[i] as number) > 0; owed[i] = (owed[i] as number) - 1) augment(i, search++);
  }
  return planOf();

  /**
   * Puts units where they are cheapest while nobody else wants to be there, and outbids where someone does and the next
   * best is worse (augmenting row reduction). What remains is left to the searches.
   */
  function reduceLefts(): void {
    // A right is outbid in small steps when many lefts want the same few rights; then a search is quicker.
    let bids = 4 * lefts;
    const place = (i: number): number => {
      let best = -1;
      let second = -1;
      let bestCost = Number.POSITIVE_INFINITY;
      let secondCost = Number.POSITIVE_INFINITY;
      for (let k = start[i] as number, end = start[i + 1] as number; k < end; k++) {
        const j = right[k] as number;
        const reduced = (cost[k] as number) - (rightPrice[j] as number);
        if (reduced >= secondCost) continue;
        if (reduced < bestCost) {
          second = best;
          secondCost = bestCost;
          best = j;
          bestCost = reduced;
        } else {
          second = j;
          secondCost = reduced;
        }
      }
      if (best < 0) return -1;
      leftPrice[i] = bestCost;
      if (owed[i] === 0) return -1;
      const margin = secondCost - bestCost;
      // A price may change only where nobody else's choice hangs on it: one unit here, one place there.
      const mayBid = supply[i] === 1 && places[best] === 1 && margin > 0 && margin < Number.POSITIVE_INFINITY;
      if (hasRoom(best)) {
        if (mayBid) outbid(i, best, margin);
        hold(i, best);
        return -1;
      }
      if (margin === 0 && hasRoom(second)) {
        hold(i, second);
        return -1;
      }
      if (!mayBid || bids-- <= 0) return -1;
      const slot = first[best] as number;
      const loser = holder[slot] as number;
      outbid(i, best, margin);
      holder[slot] = i;
      owed[i] = 0;
      owed[loser] = (owed[loser] as number) + 1;
      return loser;
    };
    for (let root = 0; root < lefts; root++) for (let i = root; i >= 0; ) i = place(i);
  }

  function hasRoom(j: number): boolean {
    return (used[j] as number) < (places[j] as number);
  }

  function outbid(i: number, j: number, margin: number): void {
    rightPrice[j] = (rightPrice[j] as number) - margin;
    leftPrice[i] = (leftPrice[i] as number) + margin;
  }

  function hold(i: number, j: number): void {
    holder[(first[j] as number) + (used[j] as number)] = i;
    used[j] = (used[j] as number) + 1;
    owed[i] = (owed[i] as number) - 1;
  }

  /** Shortest path (Dijkstra 1959) over reduced costs from left `root` to any right with room; prices follow. */
  function augment(root: number, stamp: number): void {
    let heapSize = 0;
    let readySize = 0;
    let settledSize = 0;
    let scannedSize = 0;
    let endRight = -1;
    let endLeft = -1;
    let endAt = Number.POSITIVE_INFINITY;
    let i = root;
    let at = 0;
    reached[root] = stamp;
    reachedAt[root] = 0;
    scanned[scannedSize++] = root;
    // The rights whose holders are being scanned.
    let slot = 0;
    let slotEnd = 0;
    for (;;) {
      const shift = at - (leftPrice[i] as number);
      for (let k = start[i] as number, end = start[i + 1] as number; k < end; k++) {
        const j = right[k] as number;
        let far = (cost[k] as number) - (rightPrice[j] as number) + shift;
        if (far >= endAt) continue;
        if ((used[j] as number) < (places[j] as number)) {
          endAt = far < at ? at : far; // Rounding; with whole numbers it never happens.
          endRight = j;
          endLeft = i;
          if (far <= at) break;
          continue;
        }
        const known = distanceOf[j] === stamp;
        if (known && far >= (distance[j] as number)) continue;
        if (places[j] === 0) continue;
        if (far < at) far = at; // Rounding again.
        if (known && far >= (distance[j] as number)) continue;
        cameFrom[j] = i;
        distance[j] = far;
        if (far === at) {
          // As near as can be: no need to queue. If it is in the heap already, it is skipped there as settled.
          if (known) removeFromHeap(j);
          distanceOf[j] = stamp;
          heapAt[j] = -1;
          ready[readySize++] = j;
        } else {
          if (!known) {
            distanceOf[j] = stamp;
            heapAt[j] = heapSize;
            heap[heapSize++] = j;
          }
          siftUp(heapAt[j] as number);
        }
      }
      if (endAt <= at) break;
      // The next left: another holder of the right in hand, or of the next nearest right.
      i = -1;
      while (i < 0) {
        while (slot < slotEnd) {
          const left = holder[slot] as number;
          if (reached[left] !== stamp) {
            reached[left] = stamp;
            reachedBy[left] = slot;
            reachedAt[left] = at;
            scanned[scannedSize++] = left;
            i = left;
            slot++;
            break;
          }
          slot++;
        }
        if (i >= 0) break;
        let j: number;
        if (readySize > 0) j = ready[--readySize] as number;
        else if (heapSize > 0 && (distance[heap[0] as number] as number) < endAt) {
          j = heap[0] as number;
          removeFromHeap(j);
        } else break;
        at = distance[j] as number;
        settled[settledSize++] = j;
        slot = first[j] as number;
        slotEnd = slot + (used[j] as number);
      }
      if (i < 0) break;
    }
    if (endRight < 0) throw new Error(`There is no complete plan: left ${root} cannot be placed.`);

    for (let n = 0; n < settledSize; n++) {
      const j = settled[n] as number;
      rightPrice[j] = (rightPrice[j] as number) - (endAt - (distance[j] as number));
    }
    for (let n = 0; n < scannedSize; n++) {
      const left = scanned[n] as number;
      leftPrice[left] = (leftPrice[left] as number) + (endAt - (reachedAt[left] as number));
    }
    let free = (first[endRight] as number) + (used[endRight] as number);
    used[endRight] = (used[endRight] as number) + 1;
    for (let left = endLeft; ; ) {
      holder[free] = left;
      if (left === root) return;
      free = reachedBy[left] as number;
      left = cameFrom[rightOf(free)] as number;
    }

    function siftUp(from: number): void {
      const j = heap[from] as number;
      const key = distance[j] as number;
      let place = from;
      while (place > 0) {
        const parent = (place - 1) >> 1;
        const above = heap[parent] as number;
        if ((distance[above] as number) <= key) break;
        heap[place] = above;
        heapAt[above] = place;
        place = parent;
      }
      heap[place] = j;
      heapAt[j] = place;
    }

    function removeFromHeap(j: number): void {
      const place = heapAt[j] as number;
      if (place < 0) return;
      heapAt[j] = -1;
      const last = heap[--heapSize] as number;
      if (last === j) return;
      const key = distance[last] as number;
      let hole = place;
      for (;;) {
        let child = 2 * hole + 1;
        if (child >= heapSize) break;
        if (
          child + 1 < heapSize &&
          (distance[heap[child + 1] as number] as number) < (distance[heap[child] as number] as number)
        )
          child++;
        const below = heap[child] as number;
        if ((distance[below] as number) >= key) break;
        heap[hole] = below;
        heapAt[below] = hole;
        hole = child;
      }
      heap[hole] = last;
      heapAt[last] = hole;
      siftUp(hole);
    }
  }

  function rightOf(slot: number): number {
    // Slots are laid out right by right: the last right whose first slot is not after this one.
    let low = 0;
    let high = rights - 1;
    while (low < high) {
      const half = (low + high + 1) >> 1;
      if ((first[half] as number) <= slot) low = half;
      else high = half - 1;
    }
    return low;
  }

  function planOf(): Plan {
    const total = used.reduce((sum, count) => sum + count, 0);
    const plan = { lefts: new Int32Array(total), rights: new Int32Array(total), leftPrice, rightPrice };
    let n = 0;
    for (let j = 0; j < rights; j++) {
      for (let s = first[j] as number; s < (first[j] as number) + (used[j] as number); s++) {
        plan.lefts[n] = holder[s] as number;
        plan.rights[n++] = j;
      }
    }
    return plan;
  }
}
