import type { Problem } from '#domain/matching/solver/solve.ts';
import { randomNumbers } from '#test/unit/matching/solver/problems.ts';

/** The kinds of scores that are told apart; `wanted` and `product` are hard for methods that raise prices step by step. */
export const families = {
  uniform: 'uniform',
  ties: 'many ties',
  plane: 'points in a plane',
  near: 'near-equal',
  wanted: 'the same mentors wanted by all',
} as const;
export type Family = keyof typeof families;

/** A square problem without gaps, each score by its kind. */
export function dense(family: Family, n: number): Problem {
  const random = randomNumbers(n);
  const [x, y] = [Float64Array.from({ length: 2 * n }, random), Float64Array.from({ length: 2 * n }, random)];
  const liked = Float64Array.from({ length: n }, random);
  const at = (list: Float64Array, index: number) => list[index] as number;
  const score: Record<Family, (row: number, column: number) => number> = {
    uniform: random,
    ties: () => Math.round(random() * 10) / 10,
    plane: (row, column) => 1 - Math.hypot(at(x, row) - at(x, n + column), at(y, row) - at(y, n + column)),
    near: () => 0.8 + random() / 1000,
    wanted: (_, column) => 0.8 * at(liked, column) + 0.2 * random(),
  };
  const scores = new Float64Array(n * n);
  for (let row = 0, k = 0; row < n; row++) {
    for (let column = 0; column < n; column++, k++) scores[k] = score[family](row, column);
  }
  return { rows: n, columns: n, capacity: new Int32Array(n).fill(1), scores };
}

/** Uniform scores, and 1 to 5 places in each column. */
export function rectangular(rows: number, columns: number): Problem {
  const random = randomNumbers(7);
  const capacity = Array.from({ length: columns }, () => 1 + Math.floor(random() * 5));
  return { rows, columns, capacity, scores: Float64Array.from({ length: rows * columns }, random) };
}
