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
}

/** What a look at every score shows. */
export interface Survey {
  lowest: number;
  highest: number;
  /** The highest score of each row; -Infinity where it has none. */
  best: Float64Array;
}

/** Looks at every score; those of row `i` are at `start[i]` to `start[i + 1]`. With infinite scores, so is one end. */
export function survey(scores: Float64Array, start: Int32Array): Survey {
  const best = new Float64Array(start.length - 1);
  let lowest = Number.POSITIVE_INFINITY;
  let highest = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < best.length; i++) {
    const to = start[i + 1] as number;
    let most = Number.NEGATIVE_INFINITY;
    for (let k = start[i] as number; k < to; k++) {
      const score = scores[k] as number;
      // Hardly any score is either: one branch for both is foreseen, and takes half the time.
      if (score > most || score < lowest) {
        if (score > most) most = score;
        if (score < lowest) lowest = score;
      }
    }
    best[i] = most;
    if (most > highest) highest = most;
  }
  return { lowest, highest, best };
}

/** The power of ten, up to a million, that makes all scores whole; 0 if there is none. NaN is passed over. */
export function decimalOf(scores: Float64Array): number {
  let decimal = 1;
  for (let k = 0; decimal > 0; k++) {
    k = nextBroken(scores, k, decimal);
    if (k === scores.length) break;
    decimal = finer(decimal, scores[k] as number);
  }
  return decimal;
}

/** The next score that is not whole in this unit: a loop of its own, since all scores of a large table go through it. */
function nextBroken(scores: Float64Array, from: number, unit: number): number {
  let k = from;
  while (k < scores.length && Math.floor((scores[k] as number) * unit) === (scores[k] as number) * unit) k++;
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

/**
 * The largest score, either way, of which `count` can be added up in whole units. Whole numbers are exact up to 2^53;
 * prices can reach the sum of all pairs, and more where people outbid each other, for which 2^5 are left. A million per
 * score is still fine for two hundred million people, and so is 10^10 for twenty thousand.
 */
export function largestScore(count: number): number {
  return Math.floor(2 ** 48 / Math.max(1, count));
}

/** The units for these scores, up to `count` of which are added up; `decimal` makes all of them whole, unless it is 0. */
export function unitsFor({ lowest, highest }: Survey, decimal: number, count: number): Units {
  const most = largestScore(count);
  const largest = Math.max(Math.abs(lowest), Math.abs(highest));
  if (!(largest > 0 && largest < Number.POSITIVE_INFINITY)) return { unit: 1, top: 0 };
  const isDecimal = decimal > 0 && largest * decimal < most;
  const unit = isDecimal ? decimal : 2 ** Math.floor(Math.log2(most / largest));
  return { unit, top: Math.round(highest * unit) };
}
