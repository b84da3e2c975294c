import { describe, expect, it } from 'vitest';
import {
  MatchingProblem,
  type Objective,
  type Problem,
  problemOf,
  type Solution,
  solve,
} from '#domain/matching/solver/solve.ts';
import { bestByTrying, randomNumbers, randomProblem, scoresOf } from './problems.ts';

const objectives: Objective[] = ['fair', 'total'];

describe('solve', () => {
  it.each(objectives)('finds what trying every matching finds, for thousands of small problems (%s)', (objective) => {
    const random = randomNumbers(objective === 'fair' ? 11 : 12);

    for (let n = 0; n < 6000; n++) {
      const problem = randomProblem(random, 6);
      const solution = solve(problem, objective);
      const best = bestByTrying(problem, objective);

      expect(solution.matched, JSON.stringify(problem)).toBe(best.matched);
      if (objective === 'fair') expect(solution.worst, JSON.stringify(problem)).toBe(best.worst);
      expect(solution.total, JSON.stringify(problem)).toBeCloseTo(best.total, 9);
    }
  });

  it('uses only allowed pairs, each row once and no column beyond its places', () => {
    const random = randomNumbers(13);

    for (let n = 0; n < 300; n++) {
      const problem = randomProblem(random, 25);
      const { pairs, matched, worst, total } = solve(problem);
      const scores = pairs.map(([row, column]) => scoresOf(problem)[row]?.[column]);

      expect(scores).not.toContain(null);
      expect(new Set(pairs.map(([row]) => row)).size).toBe(matched);
      for (let j = 0; j < problem.columns; j++) {
        expect(pairs.filter(([, column]) => column === j).length).toBeLessThanOrEqual(problem.capacity[j] ?? 0);
      }
      expect(worst).toBe(pairs.length ? Math.min(...(scores as number[])) : null);
      expect(total).toBeCloseTo(
        (scores as number[]).reduce((sum, score) => sum + score, 0),
        9,
      );
    }
  });

  it.each(objectives)(
    'gives the same figures in whatever order people come, and from the other side (%s)',
    (objective) => {
      const random = randomNumbers(14);

      for (let n = 0; n < 300; n++) {
        const problem = randomProblem(random, 30);
        const rowOrder = shuffled(problem.rows, random);
        const columnOrder = shuffled(problem.columns, random);
        const scores = scoresOf(problem);
        const reordered = problemOf(
          rowOrder.map((i) => columnOrder.map((j) => scores[i]?.[j] ?? null)),
          columnOrder.map((j) => problem.capacity[j]),
        );

        expectSameFigures(solve(reordered, objective), solve(problem, objective), objective);
      }
      for (let n = 0; n < 100; n++) {
        const problem = { ...randomProblem(random, 20) };
        problem.capacity = new Array(problem.columns).fill(1);
        const scores = scoresOf(problem);
        const columns = Array.from({ length: problem.columns }, (_, j) => scores.map((row) => row[j] ?? null));
        const turned = problemOf(columns, new Array(problem.rows).fill(1));

        expectSameFigures(solve(turned, objective), solve(problem, objective), objective);
      }
    },
  );

  it('gives the same pairs every time, ties or not', () => {
    const random = randomNumbers(15);

    for (let n = 0; n < 200; n++) {
      const problem = randomProblem(random, 20);
      const again = { ...problem, capacity: Array.from(problem.capacity) };

      expect(solve(again)).toEqual(solve(problem));
    }
  });

  it('reads a list of candidates as it reads a table with gaps', () => {
    const random = randomNumbers(16);

    for (let n = 0; n < 200; n++) {
      const problem = randomProblem(random, 20);

      expect(solve({ ...problem, scores: candidatesOf(problem) })).toEqual(solve(problem));
    }
  });

  it('gives a column with three places what three columns with one place would get', () => {
    const random = randomNumbers(17);

    for (let n = 0; n < 200; n++) {
      const problem = randomProblem(random, 15);
      const scores = scoresOf(problem);
      const copies = Array.from(problem.capacity).flatMap((places, j) => new Array<number>(places).fill(j));
      const copied = problemOf(
        scores.map((row) => copies.map((j) => row[j] ?? null)),
        copies.map(() => 1),
      );

      for (const objective of objectives)
        expectSameFigures(solve(copied, objective), solve(problem, objective), objective);
    }
  });

  it('sums decimals as decimals', () => {
    const { total } = solve(
      problemOf([
        [0.1, null, null],
        [null, 0.2, null],
        [null, null, 0.3],
      ]),
    );

    expect(total).toBe(0.6);
  });

  it('gives up total for a better worst pair, unless asked for the total alone', () => {
    const problem = problemOf([
      [1.0, 0.5],
      [0.6, 0.0],
    ]);

    expect(solve(problem)).toEqual({
      pairs: [
        [0, 1],
        [1, 0],
      ],
      matched: 2,
      worst: 0.5,
      total: 1.1,
    });
    expect(
      solve(
        problemOf([
          [1.0, 0.5],
          [0.4, 0.0],
        ]),
        'total',
      ).pairs,
    ).toEqual([
      [0, 0],
      [1, 1],
    ]);
  });

  it('matches one more pair rather than a better one', () => {
    const problem = problemOf([
      [0.9, 0.1],
      [0.2, null],
    ]);

    expect(solve(problem).pairs).toEqual([
      [0, 1],
      [1, 0],
    ]);
    expect(solve(problem, 'total').pairs).toEqual([
      [0, 1],
      [1, 0],
    ]);
  });

  it('is clear about having nobody to match', () => {
    const nothing = { pairs: [], matched: 0, worst: null, total: 0 };

    expect(solve(problemOf([], []))).toEqual(nothing);
    expect(solve(problemOf([], [1, 2]))).toEqual(nothing);
    expect(solve(problemOf([[], []], []))).toEqual(nothing);
    expect(solve(problemOf([[null], [null]]))).toEqual(nothing);
    expect(solve(problemOf([[0.5]], [0]))).toEqual(nothing);
  });

  it.each(['alike', 'uniform', 'ties', 'the same wanted by all', 'product'] as const)(
    'proves its plan on the edges it left out at first (%s)',
    (family) => {
      const random = randomNumbers(18);
      for (const [rows, columns] of [
        [120, 120],
        [90, 130],
        [130, 90],
      ] as const) {
        const scores = familyOf(family, rows, columns, random);

        const solution = solve(problemOf(scores), 'total');

        expect(solution.matched).toBe(Math.min(rows, columns));
        expect(solution.total).toBeCloseTo(textbookTotal(scores), 7);
      }
    },
  );

  it('raises the worst pair as far as it goes, and then the total, in problems too large to try out', () => {
    const random = randomNumbers(20);

    for (let n = 0; n < 12; n++) {
      const problem = { ...randomProblem(random, 6), ...large(random) };
      const { matched, worst, total } = solve(problem);
      const only = (isAllowed: (score: number) => boolean) => ({
        ...problem,
        scores: problem.scores.map((score) => (isAllowed(score) ? score : Number.NaN)),
      });

      expect(
        solve(
          only((score) => score > (worst ?? 0)),
          'total',
        ).matched,
      ).toBeLessThan(matched);
      const asGood = solve(
        only((score) => score >= (worst ?? 0)),
        'total',
      );
      expect([asGood.matched, asGood.worst]).toEqual([matched, worst]);
      expect(asGood.total).toBeCloseTo(total, 9);
    }
  });
});

describe('pins and forbidden pairs', () => {
  it('keeps pins and leaves the best of the rest', () => {
    const problem = problemOf([
      [0.9, 0.8],
      [0.8, 0.1],
    ]);

    expect(solve({ ...problem, pinned: [[0, 0]] })).toEqual({
      pairs: [
        [0, 0],
        [1, 1],
      ],
      matched: 2,
      worst: 0.1,
      total: 1,
    });
    expect(solve({ ...problem, forbidden: [[1, 0]] }).pairs).toEqual([
      [0, 0],
      [1, 1],
    ]);
  });

  it('agrees with trying every matching that contains the pins', () => {
    const random = randomNumbers(19);

    for (let n = 0; n < 500; n++) {
      const problem = randomProblem(random, 5);
      const [pin] = solve(problem).pairs;
      if (!pin) continue;
      const [row, column] = pin;
      const scores = scoresOf(problem);
      const rest = problemOf(
        scores.map((line, i) => (i === row ? line.map(() => null) : line)),
        Array.from(problem.capacity, (places, j) => (j === column ? places - 1 : places)),
      );

      const solution = solve({ ...problem, pinned: [pin] }, 'total');

      expect(solution.matched).toBe(solve(rest, 'total').matched + 1);
      expect(
        solution.total,
        JSON.stringify({ problem, pin, scores, rest: scoresOf(rest), cap: rest.capacity }),
      ).toBeCloseTo(solve(rest, 'total').total + (scores[row]?.[column] ?? 0), 9);
    }
  });

  it.each([
    [
      {
        pinned: [
          [0, 0],
          [1, 0],
        ],
      },
      'pinned[1] is [1, 0]: column 0 has no place left for it.',
    ],
    [
      {
        pinned: [
          [0, 0],
          [0, 1],
        ],
      },
      'pinned[1] is [0, 1]: row 0 is pinned twice.',
    ],
    [{ pinned: [[0, 0]], forbidden: [[0, 0]] }, 'pinned[0] is [0, 0]: that pair is forbidden too.'],
    [{ pinned: [[1, 1]] }, 'pinned[0] is [1, 1]: that pair is not allowed.'],
    [{ pinned: [[0, 7]] }, 'pinned[0] is [0, 7]: there are 2 rows, 2 columns.'],
  ] as [Partial<Problem>, string][])('refuses pins that cannot be kept: %j', (pins, message) => {
    const problem = problemOf([
      [0.9, 0.8],
      [0.8, null],
    ]);

    expect(() => solve({ ...problem, ...pins })).toThrow(new MatchingProblem(message));
  });
});

describe('scores as large as they may be', () => {
  it('are summed to the last digit', () => {
    const most = 2 ** 48 / 4;
    const problem = problemOf([
      [most, most - 1],
      [most - 2, -most],
    ]);

    expect(solve(problem)).toMatchObject({ worst: most - 2, total: 2 * most - 3 });
    expect(solve(problemOf([[most - 1, null]]), 'total')).toMatchObject({ total: most - 1 });
  });
});

describe('a problem that cannot be solved as it stands', () => {
  it.each([
    ['scores is missing: expected a list of rows.', undefined, undefined],
    ['scores[1] has 1 column, expected 2.', [[1, 2], [3]], undefined],
    [
      'scores[3] has 4 columns, expected 5.',
      [
        [1, 2, 3, 4, 5],
        [1, 2, 3, 4, 5],
        [1, 2, 3, 4, 5],
        [1, 2, 3, 4],
      ],
      undefined,
    ],
    ['scores[0] is no list: expected one score per column.', [1], [1]],
    ['scores[0][1] is NaN: expected a number, or null if not allowed.', [[1, Number.NaN]], undefined],
    ['scores[0][1] is "high": expected a number, or null if not allowed.', [[1, 'high']], undefined],
    ['scores[0][0] is Infinity: expected a number, or null if not allowed.', [[Number.POSITIVE_INFINITY]], undefined],
    ['capacity[1] is -1: expected a whole number, 0 or more.', [[1, 2]], [1, -1]],
    ['capacity[0] is 1.5: expected a whole number, 0 or more.', [[1, 2]], [1.5, 1]],
    ['capacity[1] is null: expected a whole number, 0 or more.', [[1, 2]], [1, null]],
    ['capacity is no list: expected one whole number per column.', [[1, 2]], 3],
    ['capacity has 3 entries, scores has 2 columns: expected one entry per column.', [[1, 2]], [1, 1, 1]],
    [
      'capacity has 1 entry, scores has 2 columns: expected one entry per column.',
      [
        [1, 2],
        [3, 4],
      ],
      [1],
    ],
    ['scores[0] has 1 column, expected 2.', [[1], [1, 2]], [1, 1]],
    [
      'scores[1][0] is 1e+308: expected -70368744177664 to 70368744177664, for totals of 2 x 2 scores to be exact.',
      [
        [1, 2],
        [1e308, null],
      ],
      undefined,
    ],
    [
      'scores[0][1] is -1e+300: expected -93824992236885 to 93824992236885, for totals of 1 x 2 scores to be exact.',
      [[1, -1e300]],
      undefined,
    ],
  ])('%s', (message, scores, capacity) => {
    expect(() => solve(problemOf(scores, capacity))).toThrow(new MatchingProblem(message));
  });

  it.each([
    ['scores has 3 numbers, expected 2 x 2.', { scores: new Float64Array(3) }],
    ['capacity has 1 entry, expected 2.', { capacity: [1] }],
    [
      'scores[1][0] is -Infinity: expected a finite number.',
      { scores: Float64Array.of(1, 2, Number.NEGATIVE_INFINITY, 4) },
    ],
    ['rows is -1: expected a whole number.', { rows: -1 }],
    [
      'scores.column[1] is 0: row 0 names that column twice.',
      { scores: { start: Int32Array.of(0, 2, 2), column: Int32Array.of(0, 0), score: Float64Array.of(1, 2) } },
    ],
    [
      'scores.score[0] is NaN: expected a finite number.',
      { scores: { start: Int32Array.of(0, 1, 1), column: Int32Array.of(0), score: Float64Array.of(Number.NaN) } },
    ],
    [
      'scores.score[0] is 1e+200: expected -70368744177664 to 70368744177664, for totals of 2 x 2 scores to be exact.',
      { scores: { start: Int32Array.of(0, 1, 1), column: Int32Array.of(0), score: Float64Array.of(1e200) } },
    ],
  ] as [string, Partial<Problem>][])('%s', (message, wrong) => {
    const problem = problemOf([
      [1, 2],
      [3, 4],
    ]);

    expect(() => solve({ ...problem, ...wrong })).toThrow(new MatchingProblem(message));
  });
});

function expectSameFigures(one: Solution, other: Solution, objective: Objective): void {
  expect(one.matched).toBe(other.matched);
  if (objective === 'fair') expect(one.worst).toBe(other.worst);
  expect(one.total).toBeCloseTo(other.total, 9);
}

function shuffled(count: number, random: () => number): number[] {
  const order = Array.from({ length: count }, (_, n) => n);
  for (let n = count - 1; n > 0; n--) {
    const other = Math.floor(random() * (n + 1));
    [order[n], order[other]] = [order[other] as number, order[n] as number];
  }
  return order;
}

function candidatesOf(problem: Problem): Problem['scores'] {
  const start = [0];
  const column: number[] = [];
  const score: number[] = [];
  for (const row of scoresOf(problem)) {
    row.forEach((one, j) => {
      if (one === null) return;
      column.push(j);
      score.push(one);
    });
    start.push(column.length);
  }
  return { start: Int32Array.from(start), column: Int32Array.from(column), score: Float64Array.from(score) };
}

type Family = 'alike' | 'uniform' | 'ties' | 'the same wanted by all' | 'product';

function familyOf(family: Family, rows: number, columns: number, random: () => number): number[][] {
  const keen = Array.from({ length: rows }, random);
  const liked = Array.from({ length: columns }, random);
  const score: Record<Family, (i: number, j: number) => number> = {
    alike: () => 0.5,
    uniform: random,
    ties: () => Math.round(random() * 10) / 10,
    'the same wanted by all': (_, j) => 0.9 * (liked[j] ?? 0) + 0.1 * random(),
    product: (i, j) => (keen[i] ?? 0) * (liked[j] ?? 0),
  };
  return keen.map((_, i) => liked.map((_, j) => score[family](i, j)));
}

/** More than a hundred rows and columns, with capacities and gaps, too many mentees or too few. */
function large(random: () => number) {
  const rows = 100 + Math.floor(random() * 60);
  const columns = 80 + Math.floor(random() * 60);
  const steps = random() < 0.5 ? 20 : 1e9;
  const scores = Float64Array.from({ length: rows * columns }, () =>
    random() < 0.1 ? Number.NaN : Math.round(random() * steps) / steps,
  );
  return { rows, columns, scores, capacity: Array.from({ length: columns }, () => Math.floor(random() * 3)) };
}

/** The highest total of a table of scores that are not negative: the Hungarian method in its shortest form, O(n^3). */
function textbookTotal(scores: number[][]): number {
  const n = Math.max(scores.length, scores[0]?.length ?? 0);
  const u = new Array<number>(n + 1).fill(0);
  const v = new Array<number>(n + 1).fill(0);
  const owner = new Array<number>(n + 1).fill(0);
  for (let row = 1; row <= n; row++) {
    const way = new Array<number>(n + 1).fill(0);
    const least = new Array<number>(n + 1).fill(Number.POSITIVE_INFINITY);
    const seen = new Array<boolean>(n + 1).fill(false);
    owner[0] = row;
    let j = 0;
    do {
      seen[j] = true;
      const i = owner[j] as number;
      let delta = Number.POSITIVE_INFINITY;
      let next = 0;
      for (let k = 1; k <= n; k++) {
        if (seen[k]) continue;
        const reduced = -(scores[i - 1]?.[k - 1] ?? 0) - (u[i] as number) - (v[k] as number);
        if (reduced < (least[k] as number)) {
          least[k] = reduced;
          way[k] = j;
        }
        if ((least[k] as number) < delta) {
          delta = least[k] as number;
          next = k;
        }
      }
      for (let k = 0; k <= n; k++) {
        if (seen[k]) {
          u[owner[k] as number] = (u[owner[k] as number] as number) + delta;
          v[k] = (v[k] as number) - delta;
        } else least[k] = (least[k] as number) - delta;
      }
      j = next;
    } while (owner[j] !== 0);
    for (; j !== 0; j = way[j] as number) owner[j] = owner[way[j] as number] as number;
  }
  return v[0] as number;
}
