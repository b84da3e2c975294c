import { scoredPool } from '#domain/matching/scoring/scored-pool.ts';
import { type Problem, solve, solveWithProof } from '#domain/matching/solver/solve.ts';
import { defaultProgram } from '#shared/programs/default-program.ts';
import { bestByTrying, randomNumbers, randomProblem } from '#test/unit/matching/solver/problems.ts';
import type { Row } from '../row.ts';
import { timed } from './peers.ts';
import { population } from './population.ts';

/** Most pairs, then the worst pair, then the total: how many of how many problems come out identical elsewhere. */
export async function benchOrder(): Promise<Row[]> {
  return [byTrying(10_000), await byHighs(3), await poolByHighs(1000, 600), afterVeto(1000, 600)];
}

function byTrying(cases: number): Row {
  const random = randomNumbers(99);
  let same = 0;
  for (let n = 0; n < cases; n++) {
    const problem = randomProblem(random, 7);
    const [ours, best] = [solve(problem), bestByTrying(problem, 'fair')];
    if (ours.matched === best.matched && ours.worst === best.worst && Math.abs(ours.total - best.total) < 1e-9) same++;
  }
  const name = 'most pairs, then worst, then total; up to 7 x 7: identical';
  return { case: name, ours: same, peer: cases, peerName: 'trying everything', unit: 'cases', same: same === cases };
}

/** The linear programs: as many pairs; none better above the worst; the total of as many pairs that are no worse. */
async function byHighs(cases: number): Promise<Row> {
  const { default: load } = await import('highs');
  const highs = await load({});
  const value = (program: string): number => highs.solve(program).ObjectiveValue;
  let same = 0;
  for (let n = 0; n < cases; n++) {
    const problem = gapped(200, 100 + n);
    const { matched, worst, total } = solve(problem);
    const least = worst ?? 0;
    const most = Math.round(value(programOf(problem, { atLeast: Number.NEGATIVE_INFINITY })));
    const above = Math.round(value(programOf(problem, { atLeast: least + 1e-9 })));
    const best = value(programOf(problem, { atLeast: least, pairs: matched }));
    if (most === matched && above < matched && Math.abs(best - total) < 1e-6) same++;
  }
  const name = 'most pairs, then worst, then total; 200 x 200: identical';
  return { case: name, ours: same, peer: cases, peerName: 'HiGHS (npm)', unit: 'cases', same: same === cases };
}

/** A pool of the size that HiGHS still finishes, drawn like the large one: our time beside its time, solving alone. */
async function poolByHighs(mentees: number, mentors: number): Promise<Row> {
  const { default: load } = await import('highs');
  const highs = await load({});
  const { problem } = scoredPool({ applicants: population(mentees, mentors), program: defaultProgram });
  const { matched, worst, total } = solve(problem);
  const ours = timed(() => solve(problem).total, 5);
  const program = programOf(problem, { atLeast: worst ?? 0, pairs: matched });
  const theirs = timed(() => highs.solve(program).ObjectiveValue, 1);
  return {
    case: `a pool of ${mentees} mentees and ${mentors} mentors, the last of the three aims alone for HiGHS`,
    ours: ours.millis,
    peer: theirs.millis,
    peerName: 'HiGHS (npm)',
    unit: 'ms',
    same: Math.abs(theirs.total - total) < 1e-6 * total,
  };
}

/** A pair is vetoed: going on from what was solved, beside solving afresh. */
function afterVeto(mentees: number, mentors: number): Row {
  const { problem } = scoredPool({ applicants: population(mentees, mentors), program: defaultProgram });
  const before = solveWithProof(problem);
  const vetoed = { ...problem, forbidden: before.solution.pairs.slice(0, 1) };
  const [ours, fresh] = [
    timed(() => solveWithProof(vetoed, 'fair', before).solution.total, 5),
    timed(() => solveWithProof(vetoed).solution.total, 5),
  ];
  return {
    case: `one pair vetoed in a pool of ${mentees} mentees and ${mentors} mentors: solved again`,
    ours: ours.millis,
    peer: fresh.millis,
    peerName: 'a fresh start',
    unit: 'ms',
    same: Math.abs(ours.total - fresh.total) < 1e-9 * fresh.total,
  };
}

/** Half of the pairs are allowed, few of them in some rows; scores of three decimals; 0 to 2 places. */
function gapped(n: number, seed: number): Problem {
  const random = randomNumbers(seed);
  const density = Array.from({ length: n }, () => (random() < 0.2 ? 0.02 : 0.5));
  const scores = Float64Array.from({ length: n * n }, (_, k) =>
    random() < (density[Math.floor(k / n)] as number) ? Math.round(random() * 1000) / 1000 : Number.NaN,
  );
  return { rows: n, columns: n, capacity: Array.from({ length: n }, () => Math.floor(random() * 3)), scores };
}

/** In the CPLEX LP format: the highest total of exactly `pairs` pairs, or the most pairs. */
function programOf({ rows, columns, capacity, scores }: Problem, aim: { atLeast: number; pairs?: number }): string {
  const used: [number, number, number][] = [];
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) {
      const score = (scores as Float64Array)[i * columns + j] as number;
      if (score >= aim.atLeast) used.push([i, j, score]);
    }
  }
  const sum = (terms: [number, number, number][], weight = (_: number) => 1) =>
    terms.map(([i, j, score]) => `+ ${weight(score)} x${i}_${j}`).join('\n') || '0 x0_0';
  const by = (index: 0 | 1, count: number) => {
    const groups: [number, number, number][][] = Array.from({ length: count }, () => []);
    for (const one of used) groups[one[index]]?.push(one);
    return groups;
  };
  const limits = [
    ...by(0, rows).map((terms, i) => ({ name: `r${i}`, terms, most: 1 })),
    ...by(1, columns).map((terms, j) => ({ name: `c${j}`, terms, most: capacity[j] as number })),
  ].filter(({ terms }) => terms.length > 0);
  return [
    'Maximize',
    `total: ${sum(used, aim.pairs === undefined ? undefined : (score) => score)}`,
    'Subject To',
    ...limits.map(({ name, terms, most }) => `${name}: ${sum(terms)} <= ${most}`),
    ...(aim.pairs === undefined ? [] : [`pairs: ${sum(used)} = ${aim.pairs}`]),
    'End',
  ].join('\n');
}
