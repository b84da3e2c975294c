import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Problem, problemOf, type Solution, solve } from '#domain/matching/solver/solve.ts';

/** Up to 9 x 9 scores of one decimal, some pairs not allowed, 0 to 3 places a column. */
const problems = fc.tuple(fc.nat({ max: 8 }), fc.nat({ max: 8 })).chain(([rows, columns]) =>
  fc.record({
    scores: fc.array(
      fc.array(fc.option(fc.integer({ min: 0, max: 10 }).map((tenths) => tenths / 10)), {
        minLength: columns + 1,
        maxLength: columns + 1,
      }),
      { minLength: rows + 1, maxLength: rows + 1 },
    ),
    capacity: fc.array(fc.nat({ max: 3 }), { minLength: columns + 1, maxLength: columns + 1 }),
  }),
);

type Given = { scores: (number | null)[][]; capacity: number[] };

describe('no change improves the highest total:', () => {
  const law = (name: string, improves: (given: Given, solution: Solution) => string | undefined) =>
    it(name, () => {
      fc.assert(
        fc.property(problems, (given) => {
          const solution = solve(problemOf(given.scores, given.capacity), 'total');

          expect(improves(given, solution)).toBeUndefined();
        }),
        { numRuns: 500 },
      );
    });
  const at = ({ scores }: Given, row: number, column: number) => scores[row]?.[column] ?? Number.NEGATIVE_INFINITY;

  law('two who swap partners', (given, { pairs }) => {
    for (const [a, x] of pairs) {
      for (const [b, y] of pairs) {
        if (at(given, a, y) + at(given, b, x) > at(given, a, x) + at(given, b, y) + 1e-9) return `${a} and ${b} would`;
      }
    }
    return undefined;
  });

  law('three who pass their partners on', (given, { pairs }) => {
    for (const [a, x] of pairs) {
      for (const [b, y] of pairs) {
        for (const [c, z] of pairs) {
          const now = at(given, a, x) + at(given, b, y) + at(given, c, z);
          if (at(given, a, y) + at(given, b, z) + at(given, c, x) > now + 1e-9) return `${a}, ${b} and ${c} would`;
        }
      }
    }
    return undefined;
  });

  law('someone who moves to a place that is free', (given, { pairs }) => {
    for (const [row, column] of pairs) {
      for (let other = 0; other < given.capacity.length; other++) {
        const isFree = pairs.filter((pair) => pair[1] === other).length < (given.capacity[other] ?? 0);
        if (isFree && at(given, row, other) > at(given, row, column) + 1e-9) return `${row} would move to ${other}`;
      }
    }
    return undefined;
  });

  law('someone unmatched who takes a free place, or another one for whom it was', (given, { pairs }) => {
    const matched = new Set(pairs.map(([row]) => row));
    for (let row = 0; row < given.scores.length; row++) {
      if (matched.has(row)) continue;
      for (let column = 0; column < given.capacity.length; column++) {
        const held = pairs.filter((pair) => pair[1] === column);
        if (at(given, row, column) >= 0 && held.length < (given.capacity[column] ?? 0)) return `${row} would come in`;
        for (const [other] of held) {
          if (at(given, row, column) > at(given, other, column) + 1e-9) return `${row} would replace ${other}`;
        }
      }
    }
    return undefined;
  });
});

describe('the order of aims', () => {
  it('gives up no pair for a better one, and no worst pair for a higher total', () => {
    fc.assert(
      fc.property(problems, ({ scores, capacity }) => {
        const problem: Problem = problemOf(scores, capacity);
        const [fair, total] = [solve(problem), solve(problem, 'total')];

        expect(fair.matched).toBe(total.matched);
        expect(fair.worst ?? 0).toBeGreaterThanOrEqual(total.worst ?? 0);
        expect(fair.total).toBeLessThanOrEqual(total.total + 1e-9);
      }),
    );
  });
});
