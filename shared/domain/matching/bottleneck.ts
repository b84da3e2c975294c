import { type Matching, mostPairs, worstOf } from './cardinality.ts';
import { filter, type Graph } from './graph.ts';

/**
 * Makes the worst pair of a largest matching as good as it can be (bottleneck assignment by bisection over the scores
 * that occur). Returns the edges that are not worse than that, and a largest matching in them.
 */
export function raiseWorst(graph: Graph, places: Int32Array, largest: Matching): { graph: Graph; matching: Matching } {
  if (largest.size === 0) return { graph, matching: largest };
  let matching = largest;
  let low = worstOf(graph, matching);
  let kept = atLeast(graph, low);
  // `low` can be had; nothing above `high` can. The bound itself is tried first: one person whose best score is poor
  // often decides it, and then there is nothing to search.
  let high = upperBound(kept, places, matching.size);
  let attempt = high;
  while (low < high) {
    const better = mostPairs(kept, places, attempt, matching);
    if (better.size === matching.size) {
      matching = better;
      low = worstOf(kept, matching);
      kept = atLeast(kept, low);
    } else {
      high = below(kept, attempt);
    }
    attempt = middle(kept, low, high);
  }
  return { graph: kept, matching };
}

function atLeast(graph: Graph, least: number): Graph {
  return filter(graph, (_left, _right, score) => score >= least);
}

/** With `size` pairs the worst one is no better than the `size`-th best of the lefts' own best scores, nor of the rights'. */
function upperBound(graph: Graph, places: Int32Array, size: number): number {
  const leftBest = new Float64Array(graph.lefts).fill(Number.NEGATIVE_INFINITY);
  const rightBest = new Float64Array(graph.rights).fill(Number.NEGATIVE_INFINITY);
  for (let i = 0; i < graph.lefts; i++) {
    for (let k = graph.start[i] as number; k < (graph.start[i + 1] as number); k++) {
      const score = graph.score[k] as number;
      const j = graph.right[k] as number;
      if (score > (leftBest[i] as number)) leftBest[i] = score;
      if (score > (rightBest[j] as number)) rightBest[j] = score;
    }
  }
  leftBest.sort();
  let bound = leftBest[graph.lefts - size] as number;
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
  let count = 0;
  for (const score of graph.score) if (score > low && score <= high) count++;
  const step = Math.max(1, Math.floor(count / sampleSize));
  const sample: number[] = [];
  let index = 0;
  for (const score of graph.score) if (score > low && score <= high && index++ % step === 0) sample.push(score);
  sample.sort((a, b) => a - b);
  return sample[sample.length >> 1] ?? high;
}
