import type { Objective, Problem } from '#domain/matching/solver/solve.ts';

/** A seeded stream of numbers in 0..1 (mulberry32), so that a failing case can be had again. */
export function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** A problem of up to `size` rows and columns: few or many gaps, few or many ties, no to several places. */
export function randomProblem(random: () => number, size: number): Problem {
  const rows = 1 + Math.floor(random() * size);
  const columns = 1 + Math.floor(random() * size);
  const gaps = random() < 0.3 ? 0 : random() * 0.9;
  const steps = [1, 2, 4, 10, 100, Number.POSITIVE_INFINITY][Math.floor(random() * 6)] as number;
  const mostPlaces = 1 + Math.floor(random() * 3);
  const scores = Float64Array.from({ length: rows * columns }, () => {
    if (random() < gaps) return Number.NaN;
    const score = random() * 2 - 0.5;
    return Number.isFinite(steps) ? Math.round(score * steps) / steps + 0 : score;
  });
  const capacity = Array.from({ length: columns }, () => (random() < 0.1 ? 0 : 1 + Math.floor(random() * mostPlaces)));
  return { rows, columns, capacity, scores };
}

export function scoresOf({ rows, columns, scores }: Problem): (number | null)[][] {
  if (!(scores instanceof Float64Array)) throw new Error('expected a dense problem');
  return Array.from({ length: rows }, (_, i) =>
    Array.from(scores.subarray(i * columns, (i + 1) * columns), (score) => (Number.isNaN(score) ? null : score)),
  );
}

interface Figures {
  matched: number;
  worst: number | null;
  total: number;
}

/** The best figures among all matchings, by trying them all. */
export function bestByTrying(problem: Problem, objective: Objective): Figures {
  const scores = scoresOf(problem);
  const room = Array.from(problem.capacity);
  let best: Figures = { matched: 0, worst: null, total: 0 };
  const visit = (row: number, matched: number, worst: number, total: number): void => {
    if (row === problem.rows) {
      const found = { matched, worst: matched ? worst : null, total };
      if (isBetter(found, best, objective)) best = found;
      return;
    }
    visit(row + 1, matched, worst, total);
    scores[row]?.forEach((score, column) => {
      if (score === null || (room[column] as number) === 0) return;
      room[column] = (room[column] as number) - 1;
      visit(row + 1, matched + 1, Math.min(worst, score), total + score);
      room[column] = (room[column] as number) + 1;
    });
  };
  visit(0, 0, Number.POSITIVE_INFINITY, 0);
  return best;
}

function isBetter(one: Figures, other: Figures, objective: Objective): boolean {
  if (one.matched !== other.matched) return one.matched > other.matched;
  if (objective === 'fair' && one.worst !== other.worst) return (one.worst ?? 0) > (other.worst ?? 0);
  return one.total > other.total;
}
