import { describe, expect, it } from 'vitest';
import { type Objective, type Problem, solve, solveWithProof } from '#domain/matching/solver/solve.ts';
import { verifyOptimality } from '#domain/matching/solver/verify-optimality.ts';
import { randomNumbers, randomProblem } from './problems.ts';

const objectives: Objective[] = ['fair', 'total'];

describe('verifyOptimality', () => {
  it.each(objectives)('proves every solution best, of problems of many kinds (%s)', (objective) => {
    const random = randomNumbers(31);

    for (let n = 0; n < 400; n++) {
      const problem = randomProblem(random, 4 + 80 * random());

      expect(
        verifyOptimality(problem, objective, solveWithProof(problem, objective)),
        JSON.stringify(problem),
      ).toBeUndefined();
    }
  });

  it('sees a worse pair in place of a better one', () => {
    const random = randomNumbers(32);

    for (let n = 0; n < 200; n++) {
      const problem = { ...randomProblem(random, 12) };
      const found = solveWithProof(problem, 'total');
      const [first, second] = found.solution.pairs;
      if (!first || !second) continue;
      const worse = solve({ ...problem, forbidden: [first] }, 'total');
      if (worse.total === found.solution.total && worse.matched === found.solution.matched) continue;

      expect(verifyOptimality(problem, 'total', { ...found, solution: worse })).toBeDefined();
    }
  });
});

describe('going on from a solution', () => {
  it.each(objectives)('gives the figures of a fresh start after pins and vetoes, and a proof (%s)', (objective) => {
    const random = randomNumbers(33);

    for (let n = 0; n < 300; n++) {
      const problem = randomProblem(random, 4 + 40 * random());
      const before = solveWithProof(problem, objective);
      const { pairs } = before.solution;
      const change: Partial<Problem> = {
        pinned: pairs.filter(() => random() < 0.3),
        capacity: Array.from(problem.capacity, (places) => (random() < 0.1 ? places + 1 : places)),
      };
      change.forbidden = pairs.filter((pair) => !change.pinned?.includes(pair) && random() < 0.3);
      const changed = { ...problem, ...change };

      const again = solveWithProof(changed, objective, before);

      const { matched, worst, total } = solve(changed, objective);
      expect(again.solution.matched).toBe(matched);
      if (objective === 'fair' && !change.pinned?.length) expect(again.solution.worst).toBe(worst);
      expect(again.solution.total).toBeCloseTo(total, 9);
      expect(verifyOptimality(changed, objective, again), JSON.stringify(changed)).toBeUndefined();
    }
  });
});
