import { readFileSync } from 'node:fs';
import { Temporal } from 'temporal-polyfill';
import { Api } from '#infra/demo/api.ts';
import { Progress, tablesOf } from '#infra/demo/display.ts';
import { type Course, drive, Standstill } from '#infra/demo/drive.ts';
import { audit } from '#infra/demo/findings/audit.ts';
import { Journal } from '#infra/demo/findings/journal.ts';
import { type Summary, summaryOf } from '#infra/demo/findings/summary.ts';
import { Folder, FolderRefused } from '#infra/demo/folder.ts';
import type { Population } from '#infra/demo/people/correspondents.ts';
import { populate } from '#infra/demo/people/population.ts';
import { MovableClock } from '#infra/local/clock.ts';
import { startSystem } from '#infra/local/system.ts';
import { fail, optionsOf } from './command-line.ts';
import { endOnFullDisk, fullDisk, isFullDisk } from './full-disk.ts';

const usage = `npm run demo -- [options]

Runs a whole mentoring program on this machine, from the API call to the report, in moved time: simulated people get
real email and answer it over SMTP, each with their own mail program and manner.

  --people N   how many are invited, 2 to 2000 (default 40)
  --seed S     a whole number; the same seed makes the same people (default 1)
  --out DIR    where report, mail and summary are left (default out/demo); an earlier demo's are replaced
  --json       print the summary as one JSON object on the last line, and everything else to standard error`;

/** Applications open on this Monday, whatever today is, so that a seed is the same program on every day. */
const start = '2027-03-01';

const { people, seed, out, json } = asked();
const { stdout, stderr } = process;
const progress = new Progress(json ? stderr : stdout);
endOnFullDisk(out);
try {
  const folder = Folder.fresh(out);
  const summary = await run(folder, populate(people, seed));
  folder.keepSummary(summary);
  (json ? stderr : stdout).write(`\n${tablesOf(summary)}\n`);
  for (const problem of summary.problems) console.error(`\nNot as it should be: ${problem}`);
  if (json) console.log(JSON.stringify(summary));
  process.exitCode = summary.problems.length > 0 ? 1 : 0;
} catch (error) {
  if (error instanceof FolderRefused) fail(error.message);
  progress.end();
  if (isFullDisk(error)) console.error(fullDisk(out));
  else console.error(error instanceof Standstill && !error.cause ? error.message : error);
  process.exitCode = 1;
}

async function run(folder: Folder, population: Population): Promise<Summary> {
  progress.say('Starting the system.');
  const journal = new Journal();
  const opens = Temporal.PlainDateTime.from(`${start}T08:00`).toZonedDateTime(population.timeZone);
  const clock = new MovableClock({ start: opens.epochMilliseconds });
  const system = await startSystem({ data: folder.data, clock, warm: true, log: (line) => journal.add(line) });
  try {
    const course = await drive(system, population, {
      start,
      onStep: (standing) => progress.show(standing),
      troubles: () => journal.troubles(),
    });
    progress.end();
    const api = new Api(system.url, await system.token());
    const { id } = course.cohort;
    const findings = audit(population, course, await api.emails(id), await api.people(id));
    folder.keepMail(course, population.timeZone, (file) => readFileSync(file));
    await keepReport(folder, population, course);
    const paths = {
      report: folder.shown(folder.report),
      mail: folder.shown(folder.mail),
      data: folder.shown(folder.data),
    };
    return summaryOf({ population, course, findings, became: journal.became(), paths });
  } finally {
    await system.stop();
  }
}

/** The last message to the first of the leadership is the report. */
async function keepReport(folder: Folder, { leadership }: Population, { received }: Course): Promise<void> {
  const report = received.filter(({ to }) => to === leadership[0]?.email).at(-1);
  if (report) await folder.keepReport(readFileSync(report.file));
}

function asked() {
  const options = {
    people: { type: 'string', default: '40' },
    seed: { type: 'string', default: '1' },
    out: { type: 'string', default: 'out/demo' },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', short: 'h' },
  } as const;
  const { values } = optionsOf({ options });
  if (values.help) {
    console.log(usage);
    process.exit(0);
  }
  const whole = (name: 'people' | 'seed', least: number, most: number) => {
    const number = Number(values[name]);
    if (values[name] !== '' && Number.isInteger(number) && number >= least && number <= most) return number;
    return fail(`--${name} is a whole number from ${least} to ${most}, not ${values[name]}.`);
  };
  return {
    people: whole('people', 2, 2000),
    seed: whole('seed', 0, 2 ** 31 - 1),
    out: values.out,
    json: values.json,
  };
}
