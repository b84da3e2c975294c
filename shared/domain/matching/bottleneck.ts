import { type Matching, mostPairs, worstOf } from './cardinality.ts';
import type { Graph, Open } from './graph.ts';

type Sides = Pick<Open, 'supply' | 'places'>;

/**
 * Makes the worst pair of a largest matching as good as it can be (bottleneck assignment by bisection over the scores
 * that occur, Garfinkel 1971). Where a few edges, `among`, have a matching that is as large, it is raised on them first:
 * they mostly hold the answer, so that one look at the others shows that there is nothing better.
 */
export function raiseWorst(
  graph: Graph,
  sides: Sides,
  largest: Matching,
  among: { graph: Graph; matching: Matching },
): Matching {
  const { size } = largest;
  if (size === 0) return largest;
  const bound = upperBound(graph, sides, size);
  if (among.matching.size < size) return raisedWithin(graph, sides, largest, bound);
  const raised = raisedWithin(among.graph, sides, among.matching, bound);
  const worst = worstOf(graph, raised);
  if (worst >= bound) return raised;
  const better = mostPairs(graph, sides, justAbove(worst), raised);
  return better.size < size ? raised : raisedWithin(graph, sides, better, bound);
}

/** `matching` is one of the graph; no worst pair can be above `bound`. */
function raisedWithin(graph: Graph, sides: Sides, matching: Matching, bound: number): Matching {
  let best = matching;
  let low = worstOf(graph, best);
  // `low` can be had; nothing above `high` can. The bound itself is tried first: one person whose best score is poor
  // often decides it, and then there is nothing to search.
  let high = Math.min(bound, upperBound(graph, sides, best.size));
  let attempt = high;
  while (low < high) {
    const better = mostPairs(graph, sides, attempt, best);
    if (better.size === best.size) {
      best = better;
      low = worstOf(graph, best);
    } else {
      high = below(graph, attempt);
    }
    attempt = middle(graph, low, high);
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

/** The highest score that occurs below `score`. */
function below(graph: Graph, score: number): number {
  let highest = Number.NEGATIVE_INFINITY;
  for (const one of graph.score) if (one < score && one > highest) highest = one;
  return highest;
}

/**
 * A score that occurs above `low` and up to `high`, near the middle of them: the median of an even sample, so that a
 * million scores are neither sorted nor tried one by one.
 */
function middle(graph: Graph, low: number, high: number): number {
  const sampleSize = 1000;
  const { score } = graph;
  let count = 0;
  for (let k = 0; k < score.length; k++) if ((score[k] as number) > low && (score[k] as number) <= high) count++;
  const step = Math.max(1, Math.floor(count / sampleSize));
  const sample: number[] = [];
  let index = 0;
  for (let k = 0; k < score.length; k++) {
    const one = score[k] as number;
    if (one > low && one <= high && index++ % step === 0) sample.push(one);
  }
  sample.sort((a, b) => a - b);
  return sample[sample.length >> 1] ?? high;
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
