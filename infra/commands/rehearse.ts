import { readFileSync } from 'node:fs';
import { Temporal } from 'temporal-polyfill';
import type { Instant } from '#domain/cohort.ts';
import { faultsIn, inWords } from '#domain/in-words.ts';
import { groupFaults, NewCohort, scheduleFor } from '#domain/new-cohort.ts';
import { rehearse } from '#domain/rehearsal.ts';
import { programs } from '#shared/programs/index.ts';
import { fail, jsonFile, optionsOf, printable } from './command-line.ts';

const usage = `npm run rehearse -- cohort.json [--json]

Shows everything that a cohort would send by itself: when, what, to how many, and what to look at before it starts.
cohort.json is what POST /v1/cohorts takes. Nothing is sent and nothing is stored.`;

const { values, positionals } = optionsOf({
  allowPositionals: true,
  options: { json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
});
if (values.help) {
  console.log(usage);
  process.exit(0);
}
const [file] = positionals;
if (!file) fail(`Which cohort?\n\n${usage}`);

const parsed = NewCohort.safeParse(
  jsonFile(file, (path) => readFileSync(path, 'utf8')),
  { error: inWords },
);
if (!parsed.success) {
  fail(
    [
      `${file} is no cohort:`,
      ...faultsIn(parsed.error).map(({ path, detail }) => `  ${path.join('.')}: ${detail}`),
    ].join('\n'),
  );
}
const request = parsed.data;
const { program: wanted } = request;
const program = typeof wanted === 'string' ? programs.find(({ id }) => id === wanted) : wanted;
if (!program) fail(`There is no built-in program "${wanted}". There are: ${programs.map(({ id }) => id).join(', ')}.`);
const now: Instant = new Date().toISOString();
const planned = scheduleFor(request, program, now);
const faults = [...('faults' in planned ? planned.faults : []), ...groupFaults(request, program)];
if ('faults' in planned || faults.length > 0) {
  fail(
    [`${file} does not fit the program:`, ...faults.map(({ field, detail }) => `  ${field.join('.')}: ${detail}`)].join(
      '\n',
    ),
  );
}

const rehearsal = rehearse(request, program, planned.stages);
if (values.json) {
  console.log(printable(JSON.stringify(rehearsal)));
} else {
  console.log(
    printable(
      `${request.name}, ${program.title}. Times in ${request.timeZone}; numbers are the most that there can be.\n`,
    ),
  );
  let day = '';
  for (const { at, milestone, kind, to, atMost } of rehearsal.sendings) {
    const local = Temporal.Instant.from(at).toZonedDateTimeISO(request.timeZone);
    const shown = local.toLocaleString('en-GB', {
      weekday: 'short',
      day: 'numeric',
      month: 'short',
      year: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
    });
    console.log(
      `${shown === day ? ''.padEnd(24) : shown.padEnd(24)}  ${milestone.padEnd(18)} ${kind.padEnd(21)} ${String(atMost).padStart(5)}  ${to}`,
    );
    day = shown;
  }
  console.log(rehearsal.warnings.length === 0 ? '\nNo warnings.' : '\nBefore it starts, look at this:');
  for (const warning of rehearsal.warnings) console.log(printable(`  - ${warning}`));
}
