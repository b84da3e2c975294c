import type { Shortlists } from './shortlist.ts';

/** Every left gives away its whole supply; a right takes up to its places. Either side of an edge deals in one unit. */
export interface TransportProblem {
  /** The edges, with whole costs. */
  lists: Shortlists;
  supply: Int32Array;
  places: Int32Array;
  /** 1 for the rights that may have places left over. */
  maySpare: Uint8Array;
  /** Where the prices of rights start: whole numbers; -Infinity where there are no places. They are changed. */
  price: Float64Array;
}

/** Where each left goes (-1: nowhere), and the prices that prove it cheapest. */
export interface Plan {
  partner: Int32Array;
  leftPrice: Float64Array;
  rightPrice: Float64Array;
}
