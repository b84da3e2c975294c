import { propose } from '#domain/matching/propose.ts';
import { essentials } from '#shared/programs/essentials.ts';
import { population } from './population.ts';

/**
 * Scores and matches a made-up pool in this process and prints one line of JSON: `pool.ts MENTEES MENTORS`. A process of
 * its own, so that its memory is what it needed.
 */
const [mentees, mentors] = process.argv.slice(2).map(Number) as [number, number];
const applicants = population(mentees, mentors);
const start = performance.now();
const cpu = process.cpuUsage();
const { pairs, unmatched } = propose({ applicants, program: essentials });
const used = process.cpuUsage(cpu);
console.log(
  JSON.stringify({
    seconds: (performance.now() - start) / 1000,
    cpuSeconds: (used.user + used.system) / 1e6,
    megabytes: process.resourceUsage().maxRSS / 1024,
    pairs: pairs.length,
    unmatched: unmatched.length,
    worst: pairs.reduce((worst, { score }) => Math.min(worst, score), 1),
    mean: pairs.reduce((sum, { score }) => sum + score, 0) / pairs.length,
  }),
);
