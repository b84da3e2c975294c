import { largestScore, type Survey, survey } from './units.ts';

/** Allowed pairs row by row, as in a compressed sparse row matrix: those of row `i` are at `start[i]` to `start[i + 1]`. */
export interface Candidates {
  start: Int32Array;
  column: Int32Array;
  score: Float64Array;
}

/** Who could be matched with whom. A row takes one column; a column takes as many rows as its capacity. */
export interface Problem {
  rows: number;
  columns: number;
  capacity: ArrayLike<number>;
  /** Dense: row by row, `rows * columns` numbers, NaN where a pair is not allowed. Or only the allowed pairs. */
  scores: Float64Array | Candidates;
  /** Pairs that are settled: they take up their row and one place of their column. */
  pinned?: readonly (readonly [row: number, column: number])[];
  /** Pairs that are not allowed, on top of what `scores` leaves out. */
  forbidden?: readonly (readonly [row: number, column: number])[];
}

/** The input cannot be solved as it stands; the message says where and what was expected. */
export class MatchingProblem extends Error {
  override name = 'MatchingProblem';
}

/**
 * The problem of a table of scores, `null` where a pair is not allowed, and the capacity of each column (1 when absent).
 * Throws `MatchingProblem` for anything else: ragged rows, NaN, text, a capacity that is no whole number, or not one for
 * each column.
 */
export function problemOf(scores: unknown, capacity?: unknown): Problem {
  if (!Array.isArray(scores)) throw new MatchingProblem('scores is missing: expected a list of rows.');
  const places = capacityList(capacity);
  const columns = columnsOf(scores, places);
  const dense = new Float64Array(scores.length * columns);
  scores.forEach((row: unknown, i) => {
    if (!Array.isArray(row)) throw new MatchingProblem(`scores[${i}] is no list: expected one score per column.`);
    if (row.length !== columns) {
      throw new MatchingProblem(`scores[${i}] has ${counted(row.length, 'column')}, expected ${columns}.`);
    }
    row.forEach((score: unknown, j) => {
      if (score !== null && !(typeof score === 'number' && Number.isFinite(score))) {
        throw new MatchingProblem(`scores[${i}][${j}] is ${shown(score)}: expected a number, or null if not allowed.`);
      }
      dense[i * columns + j] = score ?? Number.NaN;
    });
  });
  return { rows: scores.length, columns, capacity: places ?? new Int32Array(columns).fill(1), scores: dense };
}

/** How many columns there are. Where the rows agree with each other and not with the capacities, these are to blame. */
function columnsOf(scores: unknown[], places: number[] | undefined): number {
  const [first, ...others] = scores.map((row) => (Array.isArray(row) ? row.length : undefined));
  if (places === undefined) return first ?? 0;
  if (first !== undefined && first !== places.length && others.every((length) => length === first)) {
    const entries = counted(places.length, 'entry', 'entries');
    const columns = counted(first, 'column');
    throw new MatchingProblem(`capacity has ${entries}, scores has ${columns}: expected one entry per column.`);
  }
  return places.length;
}

/**
 * Throws `MatchingProblem` unless sizes agree, capacities are whole and not negative, and scores are finite and small
 * enough to be summed (see `largestScore`). Returns what looking at every score has shown.
 */
export function check(problem: Problem): Survey {
  const { rows, columns, capacity, scores } = problem;
  for (const [name, size] of Object.entries({ rows, columns })) {
    if (!Number.isInteger(size) || size < 0) throw new MatchingProblem(`${name} is ${size}: expected a whole number.`);
  }
  if (capacity.length !== columns) {
    throw new MatchingProblem(`capacity has ${counted(capacity.length, 'entry', 'entries')}, expected ${columns}.`);
  }
  for (let j = 0; j < columns; j++) checkCapacity(capacity[j], j);
  for (const name of ['pinned', 'forbidden'] as const) {
    problem[name]?.forEach(([row, column], index) => {
      if (!isIndex(row, rows) || !isIndex(column, columns)) {
        throw new MatchingProblem(
          `${name}[${index}] is [${row}, ${column}]: there are ${rows} rows, ${columns} columns.`,
        );
      }
    });
  }
  if (scores instanceof Float64Array) return checkDense(problem, scores);
  checkCandidates(scores, rows, columns);
  const seen = survey(scores.score, scores.start);
  checkSize(seen, problem, scores.score, (k) => `scores.score[${k}]`);
  return seen;
}

/** Where the scores of each row start, and where the last ones end. */
export function rowStarts({ rows, columns, scores }: Problem): Int32Array {
  if (!(scores instanceof Float64Array)) return scores.start;
  const start = new Int32Array(rows + 1);
  for (let i = 0; i <= rows; i++) start[i] = i * columns;
  return start;
}

function checkDense(problem: Problem, scores: Float64Array): Survey {
  const { rows, columns } = problem;
  if (scores.length !== rows * columns) {
    throw new MatchingProblem(`scores has ${counted(scores.length, 'number')}, expected ${rows} x ${columns}.`);
  }
  const seen = survey(scores, rowStarts(problem));
  if (seen.lowest === Number.NEGATIVE_INFINITY || seen.highest === Number.POSITIVE_INFINITY) {
    const at = scores.findIndex((score) => Math.abs(score) === Number.POSITIVE_INFINITY);
    if (at >= 0) {
      const where = `scores[${Math.floor(at / columns)}][${at % columns}]`;
      throw new MatchingProblem(`${where} is ${scores[at]}: expected a finite number.`);
    }
  }
  checkSize(seen, problem, scores, (k) => `scores[${Math.floor(k / columns)}][${k % columns}]`);
  return seen;
}

function checkSize(seen: Survey, problem: Problem, scores: Float64Array, where: (index: number) => string): void {
  const most = largestScore(problem.rows + problem.columns);
  if (seen.highest <= most && seen.lowest >= -most) return;
  const at = scores.findIndex((score) => Math.abs(score) > most);
  // Nobody may be matched with anybody: then the highest is -Infinity and the lowest Infinity, and no score is too large.
  if (at < 0) return;
  const size = `${problem.rows} x ${problem.columns}`;
  throw new MatchingProblem(
    `${where(at)} is ${scores[at]}: expected ${-most} to ${most}, for totals of ${size} scores to be exact.`,
  );
}

function checkCandidates({ start, column, score }: Candidates, rows: number, columns: number): void {
  if (start.length !== rows + 1 || start[0] !== 0) {
    throw new MatchingProblem(
      `scores.start has ${counted(start.length, 'entry', 'entries')} from ${start[0]}, expected ${rows + 1} from 0.`,
    );
  }
  const count = start[rows] as number;
  if (column.length !== count || score.length !== count) {
    throw new MatchingProblem(
      `scores has ${column.length} columns and ${score.length} scores, expected ${count} of each.`,
    );
  }
  const seenIn = new Int32Array(columns).fill(-1);
  for (let i = 0; i < rows; i++) {
    const [from, to] = [start[i] as number, start[i + 1] as number];
    if (to < from) throw new MatchingProblem(`scores.start[${i + 1}] is ${to}: expected at least ${from}.`);
    for (let k = from; k < to; k++) {
      const j = column[k] as number;
      if (!isIndex(j, columns)) throw new MatchingProblem(`scores.column[${k}] is ${j}: there are ${columns} columns.`);
      if (seenIn[j] === i) throw new MatchingProblem(`scores.column[${k}] is ${j}: row ${i} names that column twice.`);
      if (!Number.isFinite(score[k]))
        throw new MatchingProblem(`scores.score[${k}] is ${score[k]}: expected a finite number.`);
      seenIn[j] = i;
    }
  }
}

function capacityList(capacity: unknown): number[] | undefined {
  if (capacity === undefined) return undefined;
  if (!Array.isArray(capacity)) throw new MatchingProblem('capacity is no list: expected one whole number per column.');
  capacity.forEach(checkCapacity);
  return capacity;
}

function checkCapacity(places: unknown, column: number): void {
  if (!Number.isInteger(places) || (places as number) < 0) {
    throw new MatchingProblem(`capacity[${column}] is ${shown(places)}: expected a whole number, 0 or more.`);
  }
}

function isIndex(value: number, size: number): boolean {
  return Number.isInteger(value) && value >= 0 && value < size;
}

function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

function shown(value: unknown): string {
  return typeof value === 'number' ? String(value) : (JSON.stringify(value) ?? 'missing');
}
