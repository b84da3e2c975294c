import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { MatchingProblem, type Objective, problemOf, solve } from '#domain/matching/solve.ts';

const help = `Finds the best matching of a table of scores.

  npm run -s match -- problem.json [--objective fair|total]

problem.json, or - for standard input:
  {"scores": [[0.7, null], [0.4, 0.9]], "capacity": [1, 2]}
  A row is a mentee, a column a mentor, null a pair that is not allowed.
  capacity is how many mentees each mentor can take; 1 each when left out.

--objective fair    most pairs, then the best worst pair, then the highest total (the default)
--objective total   most pairs, then the highest total

Prints {"pairs":[[row,column],...],"matched":n,"worst":x,"total":x,"millis":x}; worst is null when nobody is matched.
`;

/** What the person at the keyboard can put right; everything else is a fault of ours and keeps its stack. */
class UsageError extends Error {}

try {
  const { file, objective } = readArguments(process.argv.slice(2));
  if (file === undefined) process.stdout.write(help);
  else console.log(JSON.stringify(await match(file, objective)));
} catch (error) {
  if (!(error instanceof UsageError || error instanceof MatchingProblem)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}

async function match(file: string, objective: Objective) {
  const given = parse(await read(file), file);
  const problem = problemOf(given.scores, given.capacity);
  const start = performance.now();
  const { pairs, matched, worst, total } = solve(problem, objective);
  return { pairs, matched, worst, total, millis: Math.round((performance.now() - start) * 1000) / 1000 };
}

/** No file when help is asked for. */
function readArguments(args: string[]): { file?: string; objective: Objective } {
  const { values, positionals } = understood(args);
  const { objective } = values;
  if (values.help) return { objective: 'fair' };
  if (objective !== 'fair' && objective !== 'total') {
    throw new UsageError(`--objective is ${objective}: expected fair or total.`);
  }
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) {
    throw new UsageError(
      `Expected one file with a problem, or - for standard input; ${positionals.length} given. See --help.`,
    );
  }
  return { file, objective };
}

function understood(args: string[]) {
  try {
    const options = { objective: { type: 'string', default: 'fair' }, help: { type: 'boolean', short: 'h' } } as const;
    return parseArgs({ args, allowPositionals: true, options });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

async function read(file: string): Promise<string> {
  if (file === '-') return text(process.stdin);
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw new UsageError(`${file} cannot be read: ${error instanceof Error ? error.message : error}`);
  }
}

function parse(json: string, file: string): { scores?: unknown; capacity?: unknown } {
  let given: unknown;
  try {
    given = JSON.parse(json);
  } catch (error) {
    throw new UsageError(
      `${file === '-' ? 'Standard input' : file} is not JSON: ${error instanceof Error ? error.message : error}`,
    );
  }
  if (typeof given !== 'object' || given === null || Array.isArray(given)) {
    throw new UsageError('The problem is no object: expected {"scores": [[...]], "capacity": [...]}.');
  }
  return given;
}
