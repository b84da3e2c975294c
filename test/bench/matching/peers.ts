import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Problem } from '#domain/matching/solver/solve.ts';

export interface Timed {
  total: number;
  /** Processor time of the one thread that works: the machine does other things, too. */
  millis: number;
  /** The most memory that the process had, above what it had with nothing to do, where that is known. */
  megabytes?: number;
}

/**
 * The best of several measurements. The clock of processor time ticks every few milliseconds, so that what takes less is
 * run often enough for one measurement.
 */
export function timed(run: () => number, times: number): Timed {
  let [total, millis, runs] = [0, Number.POSITIVE_INFINITY, 1];
  for (let n = 0; n < times; n++) {
    const start = process.threadCpuUsage();
    for (let again = 0; again < runs; again++) total = run();
    const { user, system } = process.threadCpuUsage(start);
    const each = (user + system) / 1000 / runs;
    millis = Math.min(millis, each || Number.POSITIVE_INFINITY);
    runs = Math.max(runs, Math.min(100, Math.ceil(40 / Math.max(1, each))));
  }
  return { total, millis };
}

/** Columns with several places are copied for peers that know no capacities; the copying is not timed. */
function copied({ rows, columns, capacity, scores }: Problem): Float64Array {
  if (!(scores instanceof Float64Array)) throw new Error('The peers are given dense problems.');
  const copies = Array.from({ length: columns }, (_, column) => new Array<number>(capacity[column] ?? 0).fill(column));
  const order = copies.flat();
  if (order.length === columns) return scores;
  const wide = new Float64Array(rows * order.length);
  for (let row = 0, k = 0; row < rows; row++) {
    for (const column of order) wide[k++] = scores[row * columns + column] as number;
  }
  return wide;
}

const script = `
import json, re, resource, sys, time
import numpy
from scipy.optimize import linear_sum_assignment
def most():
    try:
        return int(re.search(r'VmHWM:\\s*(\\d+)', open('/proc/self/status').read())[1]) / 1024
    except OSError:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
idle = most()
scores = numpy.fromfile(sys.argv[1]).reshape(int(sys.argv[2]), -1)
best = float('inf')
for _ in range(int(sys.argv[3])):
    start = time.thread_time()
    rows, columns = linear_sum_assignment(scores, maximize=True)
    best = min(best, time.thread_time() - start)
memory = most() - idle
print(json.dumps({'millis': best * 1000, 'total': scores[rows, columns].sum(), 'megabytes': memory}))
`;

/** Its version, if scipy is installed. */
export function scipyHere(): string | undefined {
  try {
    const print = 'import scipy.optimize; print(scipy.__version__)';
    return execFileSync('python3', ['-c', print], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  } catch {
    return undefined;
  }
}

/** scipy's `linear_sum_assignment` (Crouse 2016, in C++), in a process of its own. */
export function solvedByScipy(problem: Problem, times: number): Timed {
  const folder = mkdtempSync(join(tmpdir(), 'matching-'));
  try {
    const file = join(folder, 'scores');
    writeFileSync(file, copied(problem));
    return JSON.parse(
      execFileSync('python3', ['-c', script, file, String(problem.rows), String(times)], { encoding: 'utf8' }),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The npm package `munkres-algorithm`, once: it is slow, and a little noise does not change what it shows. */
export async function solvedByMunkres({ rows, columns, scores }: Problem): Promise<Timed> {
  const { maxWeightAssign } = await import('munkres-algorithm');
  const at = (row: number, column: number) => (scores as Float64Array)[row * columns + column] as number;
  const table = Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (_, column) => at(row, column)),
  );
  return timed(
    () => maxWeightAssign(table).assignments.reduce<number>((sum, to, row) => sum + (to === null ? 0 : at(row, to)), 0),
    1,
  );
}
