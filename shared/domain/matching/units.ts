/**
 * In what scores are counted: whole units, so that sums and prices are exact and a proof is a proof. Decimals of up to
 * six places are counted in their own last place (0.7 has no exact binary form, and equal sums would differ in their
 * last digit); other scores in the finest binary fraction whose sums still are exact, which is finer than 1e-10 of
 * the largest score for ten thousand people.
 */
export interface Units {
  /** What a score of 1 is. */
  unit: number;
  /** The highest score in units. The cost of a pair, to be made small, is what it lacks to this: whole, 0 or more. */
  top: number;
  /** The highest cost. */
  range: number;
}

/** Scores are finite or NaN; the numbers that `survey` could not accept are left to its caller. */
export interface Survey {
  lowest: number;
  highest: number;
  /** The power of ten, up to a million, that makes all scores whole; 0 if there is none. */
  decimal: number;
}

/** Looks at every score. With infinite scores, `lowest` or `highest` is infinite. */
export function survey(scores: Float64Array): Survey {
  let lowest = Number.POSITIVE_INFINITY;
  let highest = Number.NEGATIVE_INFINITY;
  let decimal = 1;
  // Piece by piece, so that a piece is still at hand when it is looked at again.
  const piece = 4096;
  for (let from = 0; from < scores.length; from += piece) {
    const to = Math.min(from + piece, scores.length);
    for (let k = from; k < to; k++) {
      const score = scores[k] as number;
      if (score > highest) highest = score;
      if (score < lowest) lowest = score;
    }
    let broken = decimal > 0 ? nextBroken(scores, from, to, decimal) : to;
    while (broken < to && decimal > 0) {
      decimal = finer(decimal, scores[broken] as number);
      broken = nextBroken(scores, broken + 1, to, decimal);
    }
  }
  return { lowest, highest, decimal };
}

/** The next score that is not whole in this unit: a loop of its own, since all scores of a large table go through it. */
function nextBroken(scores: Float64Array, from: number, to: number, unit: number): number {
  let k = from;
  while (k < to && Math.floor((scores[k] as number) * unit) === (scores[k] as number) * unit) k++;
  return k;
}

function finer(decimal: number, score: number): number {
  if (!Number.isFinite(score)) return decimal;
  for (let unit = decimal; unit <= 1e6; unit *= 10) {
    const scaled = score * unit;
    // Reading a decimal and multiplying it round once each, by 2^-53 of its size at most.
    if (Math.abs(scaled - Math.round(scaled)) <= 4e-16 * Math.abs(scaled)) return unit;
  }
  return 0;
}

/** The units for these scores, up to `count` of which are added up. */
export function unitsFor({ lowest, highest, decimal }: Survey, count: number): Units {
  // Whole numbers are exact up to 2^53. Prices can reach the sum of all pairs, and more where people outbid each other.
  const most = 2 ** 48 / Math.max(1, count);
  const largest = Math.max(Math.abs(lowest), Math.abs(highest));
  if (!(largest > 0 && largest < Number.POSITIVE_INFINITY)) return { unit: 1, top: 0, range: 0 };
  const isDecimal = decimal > 0 && largest * decimal < most;
  const unit = isDecimal ? decimal : 2 ** Math.floor(Math.log2(most / largest));
  const top = Math.round(highest * unit);
  return { unit, top, range: top - Math.round(lowest * unit) };
}
