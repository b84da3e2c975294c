import type { Graph, Open } from './graph.ts';
import { type Matching, maximumMatching, worstOf } from './maximum-matching.ts';

type Sides = Pick<Open, 'supply' | 'places'>;

/**
 * Makes the worst pair of a largest matching as good as it can be (bottleneck assignment by bisection over the scores
 * that occur, Garfinkel 1971). It is raised on a few edges first, those of `among` and of the matching, which mostly have
 * the answer. A look at all edges then shows that there is nothing better, or a matching that is; its edges are added.
 */
export function raiseWorst(
  graph: Graph,
  sides: Sides,
  largest: Matching,
  among: (partners: readonly Int32Array[]) => Graph,
): Matching {
  const { size } = largest;
  if (size === 0) return largest;
  const bound = upperBound(graph, sides, size);
  const partners = [largest.partner];
  let best = largest;
  // Each look adds more edges; where that goes on for long, bisection over all of them is surer.
  for (let looks = 0; looks < 8; looks++) {
    best = raisedWithin(among(partners), sides, best, bound);
    const worst = worstOf(graph, best);
    if (worst >= bound) return best;
    const better = maximumMatching(graph, sides, justAbove(worst), best, size);
    if (better.size < size) return best;
    best = better;
    partners.push(better.partner);
  }
  return raisedWithin(graph, sides, best, bound);
}

/** `matching` is one of the graph; no worst pair can be above `bound`. */
function raisedWithin(graph: Graph, sides: Sides, matching: Matching, bound: number): Matching {
  let best = matching;
  let low = worstOf(graph, best);
  // `low` can be had; `high` and what is above it can't. The bound itself is tried first: one person whose best score is
  // poor often decides it, and then there is nothing to search.
  let high = Number.POSITIVE_INFINITY;
  let attempt: number | undefined = Math.min(bound, upperBound(graph, sides, best.size));
  while (attempt !== undefined && attempt > low) {
    const better = maximumMatching(graph, sides, attempt, best, best.size);
    if (better.size === best.size) {
      best = better;
      low = worstOf(graph, best);
    } else {
      high = attempt;
    }
    attempt = between(graph, low, high);
  }
  return best;
}

/** With `size` pairs the worst one is no better than the `size`-th best of the lefts' own best scores, nor of the rights'. */
function upperBound(graph: Graph, { supply, places }: Sides, size: number): number {
  const { lefts, rights, start, right, score, closed } = graph;
  const leftBest = new Float64Array(lefts).fill(Number.NEGATIVE_INFINITY);
  const rightBest = new Float64Array(rights).fill(Number.NEGATIVE_INFINITY);
  for (let i = 0; i < lefts; i++) {
    if (supply[i] === 0) continue;
    const from = start[i] as number;
    let best = Number.NEGATIVE_INFINITY;
    for (let k = from; k < (start[i + 1] as number); k++) {
      const one = score[k] as number;
      const j = right === undefined ? k - from : (right[k] as number);
      if (!(one > best || one > (rightBest[j] as number)) || places[j] === 0 || closed?.has(k)) continue;
      if (one > best) best = one;
      if (one > (rightBest[j] as number)) rightBest[j] = one;
    }
    leftBest[i] = best;
  }
  leftBest.sort();
  let bound = leftBest[lefts - size] as number;
  const byScore = Array.from(rightBest.keys()).sort((a, b) => (rightBest[b] as number) - (rightBest[a] as number));
  let room = 0;
  for (const j of byScore) {
    room += places[j] as number;
    if (room < size) continue;
    bound = Math.min(bound, rightBest[j] as number);
    break;
  }
  return bound;
}

/**
 * A score that occurs above `low` and below `high`, near the middle of them, or undefined when there is none: the median
 * of an even sample, so that a million scores are neither sorted nor tried one by one.
 */
function between({ score }: Graph, low: number, high: number): number | undefined {
  const sampled = (step: number) => {
    const sample: number[] = [];
    for (let k = 0; k < score.length && sample.length < 5000; k += step) {
      const one = score[k] as number;
      if (one > low && one < high) sample.push(one);
    }
    return sample.sort((a, b) => a - b);
  };
  const step = Math.max(1, Math.floor(score.length / 100_000));
  const sample = sampled(step);
  if (sample.length > 0 || step === 1) return sample[sample.length >> 1];
  const all = sampled(1);
  return all[all.length >> 1];
}

/** The smallest number above `score` that can be told from it. */
export function justAbove(score: number): number {
  const bits = new BigInt64Array(1);
  const number = new Float64Array(bits.buffer);
  number[0] = score;
  // The bits of positive numbers count upwards, those of negative ones downwards.
  if (score === 0) bits[0] = 1n;
  else bits[0] = (bits[0] as bigint) + (score > 0 ? 1n : -1n);
  return number[0] as number;
}
