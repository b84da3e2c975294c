import { describe, expect, it } from 'vitest';
import { solveFor, unevenness } from '#domain/matching/solver/even-share.ts';
import { type Problem, problemOf, solve } from '#domain/matching/solver/solve.ts';
import { verifyEvenShare } from '#domain/matching/solver/verify-even.ts';
import { randomNumbers, randomProblem, scoresOf } from './problems.ts';

type Figures = [matched: number, uneven: number, worst: number, total: number];

/** The best figures among all matchings, by trying them all: most pairs, least uneven, best worst pair, highest total. */
function bestByTrying(problem: Problem): Figures {
  const scores = scoresOf(problem);
  const room = Array.from(problem.capacity);
  const pairs: [number, number][] = [];
  let best: Figures = [0, 0, Number.POSITIVE_INFINITY, 0];
  const visit = (row: number, worst: number, total: number): void => {
    if (row === problem.rows) {
      const found: Figures = [pairs.length, unevenness(pairs), worst, total];
      if (isBetter(found, best)) best = found;
      return;
    }
    visit(row + 1, worst, total);
    scores[row]?.forEach((score, column) => {
      if (score === null || (room[column] as number) === 0) return;
      room[column] = (room[column] as number) - 1;
      pairs.push([row, column]);
      visit(row + 1, Math.min(worst, score), total + score);
      pairs.pop();
      room[column] = (room[column] as number) + 1;
    });
  };
  visit(0, Number.POSITIVE_INFINITY, 0);
  return best;
}

function isBetter([matched, uneven, worst, total]: Figures, other: Figures): boolean {
  if (matched !== other[0]) return matched > other[0];
  if (uneven !== other[1]) return uneven < other[1];
  if (worst !== other[2]) return worst > other[2];
  return total > other[3] + 1e-9;
}

describe('an even share', () => {
  it('gives nobody a second while another has none, though the worst pair is lower', () => {
    const problem = problemOf(
      [
        [0.9, 0.4],
        [0.9, 0.5],
        [0.9, 0.4],
      ],
      [3, 3],
    );

    expect(solve(problem).pairs.map(([, column]) => column)).toEqual([0, 0, 0]);
    expect(solveFor(problem, 'even').solution.pairs).toEqual([
      [0, 0],
      [1, 1],
      [2, 0],
    ]);
  });

  it('is the best of all matchings, by trying them all', () => {
    const random = randomNumbers(171);

    for (let n = 0; n < 1_500; n++) {
      const problem = randomProblem(random, 5);
      const { solution } = solveFor(problem, 'even');
      const [matched, uneven, worst, total] = bestByTrying(problem);

      expect([solution.matched, unevenness(solution.pairs)], JSON.stringify(problem)).toEqual([matched, uneven]);
      if (matched > 0) expect(solution.worst, JSON.stringify(problem)).toBe(worst);
      expect(solution.total).toBeCloseTo(total, 8);
    }
  });

  it('is proved best, of problems of many kinds, also after pins, vetoes and further places', () => {
    const random = randomNumbers(172);

    for (let n = 0; n < 150; n++) {
      const problem = randomProblem(random, 4 + 40 * random());
      const before = solveFor(problem, 'even');
      const { pairs } = before.solution;
      const pinned = pairs.filter(() => random() < 0.3);
      const forbidden = pairs.filter((pair) => !pinned.includes(pair) && random() < 0.3);
      const capacity = Array.from(problem.capacity, (places) => (random() < 0.1 ? places + 1 : places));
      const changed = { ...problem, pinned, forbidden, capacity };

      const again = solveFor(changed, 'even', before);

      const fresh = solveFor(changed, 'even').solution;
      expect(verifyEvenShare(problem, before), JSON.stringify(problem)).toBeUndefined();
      expect(verifyEvenShare(changed, again), JSON.stringify(changed)).toBeUndefined();
      expect([again.solution.matched, again.solution.worst]).toEqual([fresh.matched, fresh.worst]);
      expect(unevenness(again.solution.pairs)).toBe(unevenness(fresh.pairs));
      expect(again.solution.total).toBeCloseTo(fresh.total, 8);
    }
  });

  it('that is less even, or worse, is not proved', () => {
    const random = randomNumbers(173);

    for (let n = 0; n < 150; n++) {
      const problem = randomProblem(random, 12);
      const found = solveFor(problem, 'even');
      const other = solve(problem);
      const isSame =
        unevenness(other.pairs) === unevenness(found.solution.pairs) &&
        other.worst === found.solution.worst &&
        Math.abs(other.total - found.solution.total) < 1e-9;
      if (isSame || found.solution.matched === 0) continue;
      const claimed = { ...found, solution: other };

      expect(verifyEvenShare(problem, claimed)).toBeDefined();
    }
  });

  it('of the places beyond the eighth of a column is none: they count alike', () => {
    const problem = problemOf(
      Array.from({ length: 30 }, () => [0.9, 0.1]),
      [30, 30],
    );

    const { pairs } = solveFor(problem, 'even').solution;

    expect(pairs.filter(([, column]) => column === 1).length).toBeGreaterThanOrEqual(7);
  });
});
