import { type Problem, solve, solveWithProof } from '#domain/matching/solver/solve.ts';
import { verifyOptimality } from '#domain/matching/solver/verify-optimality.ts';
import type { Row } from '../row.ts';
import { dense, type Family, families, rectangular } from './families.ts';
import { benchOrder } from './order.ts';
import { scipyHere, solvedByMunkres, solvedByScipy, type Timed, timed } from './peers.ts';
import { benchGrowth, measuredApart } from './pool.ts';
import { benchQuality, type Quality } from './quality.ts';

export interface Matched {
  rows: Row[];
  growth: ReturnType<typeof benchGrowth>['table'];
  quality: Quality[];
}

/** The sizes and how often each is timed: the machine does other things, too, and the large ones take long. */
const sizes = [
  { n: 500, times: 10 },
  { n: 1000, times: 10 },
  { n: 2000, times: 4 },
  { n: 5000, times: 2 },
];

/**
 * Highest total on dense problems beside scipy and npm's `munkres-algorithm`, as far as they are here and get; each plan
 * of ours is proved best too. Then the order of aims beside brute force and HiGHS.
 */
export async function benchMatching(say: (what: string) => void): Promise<Matched> {
  const rows: Row[] = [];
  const scipy = scipyHere();
  for (const { n, times } of sizes) {
    for (const family of Object.keys(families) as Family[]) {
      // scipy takes minutes there, which says enough once.
      if (family === 'wanted' && n > 2000) continue;
      const problem = dense(family, n);
      const name = `${n} x ${n}, ${families[family]}`;
      say(name);
      rows.push(...(await beside(name, problem, times, { scipy, munkres: n <= 500 })));
    }
  }
  say('5000 x 2000');
  rows.push(...(await beside('5000 x 2000, 1 to 5 places each', rectangular(5000, 2000), 2, { scipy })));
  say('Order of aims');
  rows.push(...(await benchOrder()));
  const growth = benchGrowth(say);
  rows.push(...growth.rows);
  say('Quality');
  return { rows, growth: growth.table, quality: benchQuality() };
}

async function beside(
  name: string,
  problem: Problem,
  times: number,
  peers: { scipy: string | undefined; munkres?: boolean },
): Promise<Row[]> {
  const ours = timed(() => solve(problem, 'total').total, times);
  const fault = verifyOptimality(problem, 'total', solveWithProof(problem, 'total'));
  if (fault) throw new Error(`${name}: the plan is not proved best: ${fault}`);
  const row = (peerName: string, theirs: Timed): Row => ({
    case: name,
    ours: ours.millis,
    peer: theirs.millis,
    peerName,
    unit: 'ms',
    same: Math.abs(ours.total - theirs.total) <= 1e-9 * Math.abs(theirs.total),
  });
  const rows: Row[] = [];
  if (peers.scipy) {
    const theirs = solvedByScipy(problem, Math.min(times, 3));
    rows.push(row(`scipy ${peers.scipy}`, theirs));
    if (problem.rows !== problem.columns) {
      rows.push({
        case: `${name}: memory, scores included`,
        ours: measuredApart('rows', problem.rows, problem.columns).megabytes,
        peer: theirs.megabytes ?? Number.NaN,
        peerName: `scipy ${peers.scipy}, columns copied`,
        unit: 'MB',
      });
    }
  }
  if (peers.munkres) rows.push(row('munkres-algorithm (npm)', await solvedByMunkres(problem)));
  return rows;
}
