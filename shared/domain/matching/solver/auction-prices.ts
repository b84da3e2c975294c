import type { Shortlists } from './shortlist.ts';

/**
 * Moves prices near those that will prove the plan, by auction with ever smaller steps (Bertsekas 1988): each left in turn
 * outbids whoever has what is cheapest for it, by a little more than it has to, so that the bidding ends. The last
 * left is the reserve (see `Planner`). Where it has places to spare, a first large step could overprice what nobody needs,
 * and only one very small one is made.
 */
export function auctionPrices(
  lists: Shortlists,
  supply: Int32Array,
  places: Int32Array,
  rightPrice: Float64Array,
): void {
  const lefts = supply.length - 1;
  // A list's gap is how far a typical left looks; the last step is small beside the differences that decide.
  for (const part of (supply[lefts] as number) > 0 ? [1000] : [1, 7, 49, 343]) {
    const step = Math.round(lists.gap / part);
    if (step < 1) return;
    const auction = new Auction(lists, places, rightPrice);
    // Where many want the same few rights, prices fall in small steps: a search is quicker then.
    let bids = 20 * lefts;
    for (let root = 0; root < lefts; root++) {
      if (supply[root] === 0) continue;
      for (let i = root; i >= 0 && bids-- > 0; ) i = auction.outbid(i, step);
    }
  }
}

/** Below this, sums of prices and costs would no longer be exact; whoever would bid it waits for the search. */
const lowest = -(2 ** 51);

/** Who has which places at which price during the auction; rights show the price of the cheapest of their places. */
class Auction {
  readonly #lists: Shortlists;
  readonly #rightPrice: Float64Array;
  readonly #first: Int32Array;
  readonly #used: Int32Array;
  readonly #occupant: Int32Array;
  readonly #price: Float64Array;

  constructor(lists: Shortlists, places: Int32Array, rightPrice: Float64Array) {
    this.#lists = lists;
    this.#rightPrice = rightPrice;
    this.#first = new Int32Array(places.length + 1);
    for (let j = 0; j < places.length; j++) this.#first[j + 1] = (this.#first[j] as number) + (places[j] as number);
    this.#used = new Int32Array(places.length);
    this.#occupant = new Int32Array(this.#first[places.length] as number);
    this.#price = new Float64Array(this.#occupant.length);
    for (let j = 0; j < places.length; j++) {
      this.#price.fill(rightPrice[j] as number, this.#first[j], this.#first[j + 1]);
    }
  }

  /** Gives left `i` a place of what is cheapest for it; returns who had it, or -1. */
  outbid(i: number, step: number): number {
    const { best, price: bestCost, second } = this.#lists.cheapest(i);
    if (best < 0) return -1;
    const price = this.#price;
    const first = this.#first[best] as number;
    const end = this.#first[best + 1] as number;
    const used = this.#used[best] as number;
    const isFull = first + used === end;
    // The cheapest place, a free one if there is one, and what the next cheapest is asked.
    let slot = isFull ? first : first + used;
    let asked = price[slot] as number;
    let next = Number.NEGATIVE_INFINITY;
    for (let n = slot + 1; n < end; n++) {
      const one = price[n] as number;
      if (one > asked) {
        next = asked;
        asked = one;
        slot = n;
      } else if (one > next) next = one;
    }
    const margin = Math.min(second - bestCost, asked - next);
    const bid = asked - (margin < Number.POSITIVE_INFINITY ? margin : 0) - step;
    if (bid < lowest) return -1;
    price[slot] = bid;
    const loser = isFull ? (this.#occupant[slot] as number) : -1;
    this.#occupant[slot] = i;
    if (!isFull) this.#used[best] = used + 1;
    if (first + (this.#used[best] as number) === end) {
      let cheapest = price[first] as number;
      for (let n = first + 1; n < end; n++) if ((price[n] as number) > cheapest) cheapest = price[n] as number;
      this.#rightPrice[best] = cheapest;
    }
    return loser;
  }
}
