import { readFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { faultIn } from '#domain/document-faults.ts';
import { alternativesAndChanges } from '#domain/matching/explain/alternatives-and-changes.ts';
import { proposePairs } from '#domain/matching/round/propose-pairs.ts';
import { type Aim, solveFor } from '#domain/matching/solver/even-share.ts';
import { MatchingProblem, problemOf } from '#domain/matching/solver/solve.ts';
import { ProgramDefinition } from '#domain/program/program-definition.ts';
import { defaultProgram } from '#shared/programs/default-program.ts';
import { faultWords } from '#shared/words/fault-words.ts';
import { wordsOf } from '#shared/words/index.ts';
import { printable } from './command-line.ts';
import { asCsv, asJson, asTable } from './match/match-table.ts';
import { applicantsIn } from './match/people-file.ts';

const help = `Finds the best matching: of people in two CSV files, or of a table of scores.

  npm run -s match -- --mentors mentors.csv --mentees mentees.csv [--program program.json] [--json | --csv]
  npm run -s match -- problem.json

mentors.csv, mentees.csv: a person a row, with the columns name and email and one for each question of the program
  (headed by its key, its label or the question); choices in a cell are separated by semicolons. Prints a table with
  reasons, or one JSON object, or the pairs as CSV. The program is the built-in one unless you give another. Answers
  that its questions do not allow are refused, all at once, with file, row and column.

problem.json, or - for standard input:
  {"scores": [[0.7, null], [0.4, 0.9]], "capacity": [1, 2]}
  A row is a mentee, a column a mentor, null a pair that is not allowed.
  capacity is how many mentees each mentor can take; 1 each when left out.
  Prints {"pairs":[[row,column],...],"matched":n,"worst":x,"total":x,"millis":x}; worst is null when nobody is matched.

--objective fair    most pairs, then the best worst pair, then the highest total (the default of a table)
--objective total   most pairs, then the highest total
--objective even    most pairs, then nobody with a second while another has none, then as fair (the default of people, up
                    to 200 mentees and 200 mentors, unless the program says otherwise)
`;

/** Up to so many people who have nobody hear what would match them; each is a solve of its own. */
const mostChanges = 20;

/** What the person at the keyboard can put right; everything else is a fault of ours and keeps its stack. */
class UsageError extends Error {}

try {
  const given = readArguments(process.argv.slice(2));
  if (given === undefined) process.stdout.write(help);
  else if ('file' in given) console.log(JSON.stringify(await match(given.file, given.objective)));
  else process.stdout.write(printable(await matchPeople(given)));
} catch (error) {
  if (!(error instanceof UsageError || error instanceof MatchingProblem)) throw error;
  console.error(printable(error.message));
  process.exitCode = 2;
}

async function match(file: string, objective: Aim = 'fair') {
  const given = parse(await read(file), file);
  const unknown = Object.keys(given).filter((key) => key !== 'scores' && key !== 'capacity');
  if (unknown.length > 0) {
    throw new UsageError(`A problem has the keys scores and capacity, and no other: ${unknown.join(', ')}.`);
  }
  const problem = problemOf(given.scores, given.capacity);
  const start = performance.now();
  const { pairs, matched, worst, total } = solveFor(problem, objective).solution;
  return { pairs, matched, worst, total, millis: Math.round((performance.now() - start) * 1000) / 1000 };
}

interface People {
  mentors: string;
  mentees: string;
  program: string | undefined;
  objective: Aim | undefined;
  as: 'table' | 'json' | 'csv';
}

async function matchPeople({ mentors, mentees, program: file, objective, as }: People): Promise<string> {
  const program = file === undefined ? defaultProgram : programIn(parse(await read(file), file), file);
  const sheet = async (path: string) => ({ file: path, bytes: await bytesOf(path) });
  const { applicants, warnings } = applicantsIn(
    { mentors: await sheet(mentors), mentees: await sheet(mentees) },
    program,
  );
  for (const warning of warnings) console.error(printable(warning));
  const start = performance.now();
  const pool = { applicants, program, ...(objective && { objective }) };
  const proposal = proposePairs(pool);
  const millis = Math.round((performance.now() - start) * 1000) / 1000;
  const explained = alternativesAndChanges(pool);
  const changes = proposal.unmatched.slice(0, mostChanges).map(({ person, role }) => explained.change(person, role));
  const matched = { ...proposal, people: new Map(applicants.map((person) => [person.id, person])), changes };
  if (as === 'csv') return asCsv(matched);
  return as === 'table' ? asTable(matched) : asJson(matched, millis);
}

function programIn(given: unknown, file: string): ProgramDefinition {
  const { data, error } = ProgramDefinition.safeParse(given);
  if (data) return data;
  const faults = error.issues.map(
    ({ path, message }) => `  ${path.join('.')}: ${faultWords(faultIn(message), wordsOf())}`,
  );
  throw new UsageError(`${file} is no program:\n${faults.join('\n')}`);
}

/** Undefined when help is asked for. */
function readArguments(args: string[]): { file: string; objective: Aim | undefined } | People | undefined {
  const { values, positionals } = understood(args);
  const { objective, mentors, mentees, program } = values;
  if (values.help) return undefined;
  if (objective !== undefined && objective !== 'fair' && objective !== 'total' && objective !== 'even') {
    throw new UsageError(`--objective is ${objective}: expected fair, total or even.`);
  }
  if (mentors !== undefined && mentees !== undefined && positionals.length === 0) {
    return { mentors, mentees, program, objective, as: values.json ? 'json' : values.csv ? 'csv' : 'table' };
  }
  if (mentors !== undefined || mentees !== undefined) {
    throw new UsageError('Expected both --mentors and --mentees, and no other file. See --help.');
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
    const options = {
      mentors: { type: 'string' },
      mentees: { type: 'string' },
      program: { type: 'string' },
      objective: { type: 'string' },
      json: { type: 'boolean' },
      csv: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    } as const;
    return parseArgs({ args, allowPositionals: true, options });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

async function read(file: string): Promise<string> {
  return (await bytesOf(file)).toString('utf8');
}

async function bytesOf(file: string): Promise<Buffer> {
  if (file === '-') return buffer(process.stdin);
  try {
    return await readFile(file);
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
