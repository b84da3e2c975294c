import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { proposePairs } from '#domain/matching/round/propose-pairs.ts';
import { solve } from '#domain/matching/solver/solve.ts';
import { defaultProgram } from '#shared/programs/default-program.ts';
import type { Row } from '../row.ts';
import { rectangular } from './families.ts';
import { population } from './population.ts';

/** What matching a made-up pool took, scoring included, or solving a rectangular problem. */
export interface Measured {
  seconds: number;
  /** Above those of the process before it had anything to do. */
  megabytes: number;
  pairs: number;
  worst: number;
  mean: number;
}

/** Runs in a process of its own, so that its memory is what it needed: `pool`, mentees, mentors, or `rows`, ... */
export function measuredApart(...args: (string | number)[]): Measured {
  const command = ['--import', import.meta.resolve('tsx'), fileURLToPath(import.meta.url), ...args.map(String)];
  return JSON.parse(execFileSync(process.execPath, command, { encoding: 'utf8' }));
}

/** Growth from 1,000 mentees to 10,000, scores and all; the exponent is that of the time between neighbours. */
export function benchGrowth(say: (what: string) => void): { rows: Row[]; table: (Measured & { mentees: number })[] } {
  const table = [1000, 2500, 5000, 10_000].map((mentees) => {
    say(`A pool of ${mentees} mentees`);
    return { mentees, ...measuredApart('pool', mentees, Math.round(0.6 * mentees)) };
  });
  const [first, last] = [table[0] as Measured, table.at(-1) as Measured];
  const whole = 'a pool of 10,000 mentees and 6,000 mentors, scored and matched to the optimum';
  return {
    table,
    rows: [
      { case: `${whole}: time`, ours: last.seconds, peer: 60, peerName: 'the bound', unit: 's' },
      { case: `${whole}: memory`, ours: last.megabytes, peer: 2048, peerName: 'the bound of 2 GB', unit: 'MB' },
      {
        case: 'from 1,000 mentees to 10,000: times as long',
        ours: last.seconds / first.seconds,
        peer: 100,
        peerName: 'quadratic growth',
        unit: 'times',
      },
    ],
  };
}

/** The most memory of this process; what a process reports of itself otherwise includes its parent's, on Linux. */
function mostMegabytes(): number {
  try {
    return Number(/VmHWM:\s*(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]) / 1024;
  } catch {
    return process.resourceUsage().maxRSS / 1024;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [what, first, second] = process.argv.slice(2);
  const [rows, columns] = [Number(first), Number(second)];
  const idle = mostMegabytes();
  const input = what === 'pool' ? population(rows, columns) : rectangular(rows, columns);
  const start = process.cpuUsage();
  const scores = Array.isArray(input)
    ? proposePairs({ applicants: input, program: defaultProgram }).pairs.map(({ score }) => score)
    : solve(input, 'total').pairs.map(
        ([row, column]) => (input.scores as Float64Array)[row * columns + column] as number,
      );
  const { user, system } = process.cpuUsage(start);
  const measured: Measured = {
    seconds: (user + system) / 1e6,
    megabytes: mostMegabytes() - idle,
    pairs: scores.length,
    worst: scores.reduce((worst, score) => Math.min(worst, score), 1),
    mean: scores.reduce((sum, score) => sum + score, 0) / scores.length,
  };
  console.log(JSON.stringify(measured));
}
