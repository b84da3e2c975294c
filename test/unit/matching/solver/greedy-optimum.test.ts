import { describe, expect, it } from 'vitest';
import { openGraph } from '#domain/matching/solver/graph.ts';
import { greedyOptimum } from '#domain/matching/solver/greedy-optimum.ts';
import { check } from '#domain/matching/solver/matching-problem.ts';
import { type Objective, type Problem, problemOf, solve, solveWithProof } from '#domain/matching/solver/solve.ts';
import { verifyOptimality } from '#domain/matching/solver/verify-optimality.ts';
import { bestByTrying, randomNumbers, randomProblem } from './problems.ts';

const found = (problem: Problem) => greedyOptimum(openGraph(problem), check(problem));

describe('greedyOptimum', () => {
  it('moves others on to what is as good for them, so that everyone has their best', () => {
    const problem = problemOf([
      [0.9, 0.9, 0.1],
      [0.9, 0.2, 0.9],
      [0.8, 0.1, 0.1],
    ]);

    expect(Array.from(found(problem)?.partner ?? [])).toEqual([1, 2, 0]);
  });

  it('finds nothing where two want the same column above all', () => {
    expect(
      found(
        problemOf([
          [0.9, 0.8],
          [0.9, 0.8],
        ]),
      ),
    ).toBeUndefined();
  });

  it('gives a column to as many as it has places for', () => {
    expect(Array.from(found(problemOf([[0.9], [0.8]], [2]))?.partner ?? [])).toEqual([0, 0]);
  });

  it('with fewer places than rows, takes pairs of the highest score of all, and only those', () => {
    expect(Array.from(found(problemOf([[0.8], [0.9], [0.9]]))?.partner ?? [])).toEqual([-1, 0, -1]);
    expect(found(problemOf([[0.9], [0.8], [0.8]], [2]))).toBeUndefined();
  });

  it('reads little where scores differ, and finds nothing', () => {
    const random = randomNumbers(41);
    const scores = Float64Array.from({ length: 300 * 300 }, random);

    expect(found({ rows: 300, columns: 300, capacity: new Int32Array(300).fill(1), scores })).toBeUndefined();
  });

  it.each([
    [300, 300],
    [250, 400],
    [400, 250],
  ])('finds such a matching of %i x %i scores of one decimal, which is proved best by any aim', (rows, columns) => {
    const random = randomNumbers(42);
    const scores = Float64Array.from({ length: rows * columns }, () => Math.round(random() * 10) / 10);
    const problem = { rows, columns, capacity: new Int32Array(columns).fill(1), scores };

    expect(found(problem)?.size).toBe(Math.min(rows, columns));
    for (const objective of ['fair', 'total'] as Objective[]) {
      expect(solve(problem, objective)).toMatchObject({ worst: 1, total: Math.min(rows, columns) });
      expect(verifyOptimality(problem, objective, solveWithProof(problem, objective))).toBeUndefined();
    }
  });

  it('finds only what trying everything finds to be best, and what is proved so with pins and vetoes', () => {
    const random = randomNumbers(43);
    const times = { found: 0, foundWithPins: 0, foundWithFewPlaces: 0 };

    for (let n = 0; n < 3000; n++) {
      const problem = randomProblem(random, 6);
      const matching = found(problem);
      const pairs = solve(problem).pairs;
      const pinned = pairs.slice(0, 1);
      const changed = { ...problem, pinned, forbidden: pairs.slice(1).filter(() => random() < 0.3) };
      if (found(changed)) {
        times.foundWithPins++;
        expect(verifyOptimality(changed, 'fair', solveWithProof(changed)), JSON.stringify(changed)).toBeUndefined();
        expect(
          verifyOptimality(changed, 'total', solveWithProof(changed, 'total')),
          JSON.stringify(changed),
        ).toBeUndefined();
      }
      if (!matching) continue;
      times.found++;
      if (matching.size < problem.rows) times.foundWithFewPlaces++;
      const [fair, total] = [solve(problem), solve(problem, 'total')];
      expect(fair).toEqual(total);
      expect(fair.worst, JSON.stringify(problem)).toBe(bestByTrying(problem, 'fair').worst);
      expect(fair.total, JSON.stringify(problem)).toBeCloseTo(bestByTrying(problem, 'total').total, 9);
    }

    expect(times.found).toBeGreaterThan(500);
    expect(times.foundWithPins).toBeGreaterThan(500);
    expect(times.foundWithFewPlaces).toBeGreaterThan(100);
  });
});
