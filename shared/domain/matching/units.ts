import type { Graph } from './graph.ts';

/**
 * In what scores are counted. Scores such as 0.7 have no exact binary form, so that equal sums would differ in their last
 * digit: decimals are counted in whole units, whose sums are exact.
 */
export interface Units {
  /** What a score of 1 is. */
  unit: number;
  isWhole: boolean;
  /** How much of a difference can be rounding; 0 when units are whole. */
  tolerance: number;
  inUnits(score: number): number;
  /** The same edges with costs, to be made small, in place of scores, to be made large. */
  costs(graph: Graph): Graph;
}

/** The units for these scores, up to `count` of which are added up: whole ones for decimals of up to six places. */
export function unitsFor(scores: Float64Array, count: number): Units {
  const { unit, largest } = decimals(scores);
  // Sums of whole numbers are exact up to 2^53; prices can reach a few times the sum of all pairs.
  const isWhole = unit > 0 && largest * unit * count < 2 ** 50;
  const inUnits = isWhole ? (score: number) => Math.round(score * unit) : (score: number) => score;
  return {
    unit: isWhole ? unit : 1,
    isWhole,
    tolerance: isWhole ? 0 : 1e-12 * largest,
    inUnits,
    costs: (graph) => ({ ...graph, score: graph.score.map((score) => -inUnits(score)) }),
  };
}

/** The power of ten, up to a million, that makes all scores whole, or 0; and the largest score. */
function decimals(scores: Float64Array): { unit: number; largest: number } {
  let unit = 1;
  let largest = 0;
  for (let k = 0; k < scores.length; k++) {
    const score = scores[k] as number;
    if (score > largest) largest = score;
    else if (-score > largest) largest = -score;
    while (unit > 0) {
      const scaled = score * unit;
      const off = scaled - Math.round(scaled);
      // Reading a decimal and multiplying it round once each, by 2^-53 of its size at most.
      if (Math.abs(off) <= 4e-16 * Math.abs(scaled)) break;
      unit = unit < 1e6 ? unit * 10 : 0;
    }
  }
  return { unit, largest };
}
