import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Problem, solve } from '#domain/matching/solve.ts';
import { randomNumbers } from '#test/unit/matching/problems.ts';
import type { Row } from './row.ts';

/** Each is timed this often and the best taken: the machine does other things too. */
const repeats = 3;

/** Highest total on dense problems, beside scipy's `linear_sum_assignment`, or the textbook method where there is none. */
export async function benchMatching(): Promise<Row[]> {
  const cases = problems();
  const peer = peerHere();
  const theirs = peer.solve(cases.map(([, problem]) => problem));
  return cases.map(([name, problem], n) => {
    const ours = timed(() => solve(problem, 'total').total);
    const their = theirs[n] ?? { total: Number.NaN, millis: Number.NaN };
    const same = Math.abs(ours.total - their.total) <= 1e-9 * Math.max(1, Math.abs(their.total));
    return { case: name, ours: ours.millis, peer: their.millis, peerName: peer.name, unit: 'ms', same };
  });
}

interface Timed {
  total: number;
  millis: number;
}

function timed(run: () => number, times = repeats): Timed {
  let [total, millis] = [0, Number.POSITIVE_INFINITY];
  for (let n = 0; n < times; n++) {
    const start = performance.now();
    total = run();
    millis = Math.min(millis, performance.now() - start);
  }
  return { total, millis };
}

function problems(): [string, Problem][] {
  const square = [500, 1000].flatMap((n): [string, Problem][] => {
    const random = randomNumbers(n);
    const dense = (score: (row: number, column: number) => number): Problem => ({
      rows: n,
      columns: n,
      capacity: new Int32Array(n).fill(1),
      scores: Float64Array.from({ length: n * n }, (_, k) => score(Math.floor(k / n), k % n)),
    });
    const points = Array.from({ length: 2 * n }, () => [random(), random()] as const);
    const quality = Array.from({ length: n }, random);
    const distance = (row: number, column: number) => {
      const [one, other] = [points[row] ?? [0, 0], points[n + column] ?? [0, 0]];
      return Math.hypot(one[0] - other[0], one[1] - other[1]);
    };
    return [
      [`${n} x ${n}, uniform`, dense(random)],
      [`${n} x ${n}, many ties`, dense(() => Math.round(random() * 10) / 10)],
      [`${n} x ${n}, points in a plane`, dense((row, column) => 1 - distance(row, column))],
      [`${n} x ${n}, near-equal`, dense(() => 0.8 + random() / 1000)],
      [
        `${n} x ${n}, the same mentors wanted by all`,
        dense((_, column) => 0.8 * (quality[column] ?? 0) + 0.2 * random()),
      ],
    ];
  });
  const random = randomNumbers(7);
  const [rows, columns] = [1000, 400];
  const scores = Float64Array.from({ length: rows * columns }, random);
  const capacity = Array.from({ length: columns }, () => 1 + Math.floor(random() * 5));
  return [...square, [`${rows} x ${columns}, 1 to 5 places each`, { rows, columns, capacity, scores }]];
}

interface Peer {
  name: string;
  solve(problems: readonly Problem[]): Timed[];
}

/** Columns with several places are copied for the peers, which know no capacities; the copying is not timed. */
function copied({ rows, columns, capacity, scores }: Problem): { width: number; scores: Float64Array } {
  if (!(scores instanceof Float64Array)) throw new Error('The peers are given dense problems.');
  const copies = Array.from({ length: columns }, (_, column) =>
    new Array<number>(capacity[column] ?? 0).fill(column),
  ).flat();
  const width = copies.length;
  const wide = new Float64Array(rows * width);
  for (let row = 0; row < rows; row++) {
    for (let n = 0; n < width; n++) wide[row * width + n] = scores[row * columns + (copies[n] as number)] as number;
  }
  return { width, scores: wide };
}

const script = `
import json, sys, time
import numpy
from scipy.optimize import linear_sum_assignment
folder, repeats, heights = sys.argv[1], int(sys.argv[2]), sys.argv[3:]
for n, height in enumerate(heights):
    scores = numpy.fromfile(f'{folder}/{n}').reshape(int(height), -1)
    best = float('inf')
    for _ in range(repeats):
        start = time.perf_counter()
        rows, columns = linear_sum_assignment(scores, maximize=True)
        best = min(best, time.perf_counter() - start)
    print(json.dumps({'millis': best * 1000, 'total': scores[rows, columns].sum()}))
`;

function peerHere(): Peer {
  let version: string;
  try {
    const print = 'import scipy.optimize; print(scipy.__version__)';
    version = execFileSync('python3', ['-c', print], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  } catch {
    return textbook;
  }
  return { name: `scipy ${version}`, solve: solvedByScipy };
}

function solvedByScipy(problems: readonly Problem[]): Timed[] {
  const folder = mkdtempSync(join(tmpdir(), 'matching-'));
  try {
    problems.forEach((problem, n) => {
      writeFileSync(join(folder, String(n)), copied(problem).scores);
    });
    const args = ['-c', script, folder, String(repeats), ...problems.map(({ rows }) => String(rows))];
    const lines = execFileSync('python3', args, { encoding: 'utf8' }).trim().split('\n');
    return lines.map((line) => JSON.parse(line));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const textbook: Peer = {
  name: 'textbook Hungarian method',
  solve: (problems) =>
    problems.map((problem) => {
      const { width, scores } = copied(problem);
      // Once: it is slow, and a little noise does not change what it shows.
      return timed(() => hungarian(scores, problem.rows, width), 1);
    }),
};

/** The highest total when every row has a column, in O(rows^2 * columns) (Kuhn 1955 in its shortest form). */
function hungarian(scores: Float64Array, rows: number, columns: number): number {
  const rowPrice = new Float64Array(rows + 1);
  const columnPrice = new Float64Array(columns + 1);
  const owner = new Int32Array(columns + 1);
  const cameFrom = new Int32Array(columns + 1);
  for (let row = 1; row <= rows; row++) {
    const least = new Float64Array(columns + 1).fill(Number.POSITIVE_INFINITY);
    const isUsed = new Uint8Array(columns + 1);
    owner[0] = row;
    let column = 0;
    do {
      isUsed[column] = 1;
      const i = owner[column] as number;
      let step = Number.POSITIVE_INFINITY;
      let next = 0;
      for (let j = 1; j <= columns; j++) {
        if (isUsed[j]) continue;
        const reduced =
          -(scores[(i - 1) * columns + j - 1] as number) - (rowPrice[i] as number) - (columnPrice[j] as number);
        if (reduced < (least[j] as number)) {
          least[j] = reduced;
          cameFrom[j] = column;
        }
        if ((least[j] as number) < step) {
          step = least[j] as number;
          next = j;
        }
      }
      for (let j = 0; j <= columns; j++) {
        if (isUsed[j]) {
          rowPrice[owner[j] as number] = (rowPrice[owner[j] as number] as number) + step;
          columnPrice[j] = (columnPrice[j] as number) - step;
        } else least[j] = (least[j] as number) - step;
      }
      column = next;
    } while (owner[column] !== 0);
    for (; column !== 0; column = cameFrom[column] as number)
      owner[column] = owner[cameFrom[column] as number] as number;
  }
  return columnPrice[0] as number;
}
