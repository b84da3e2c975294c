import { readFileSync } from 'node:fs';
import { Temporal } from 'temporal-polyfill';
import { faultsIn, inCodes } from '#domain/document-faults.ts';
import type { Instant, Stage } from '#domain/program/cohort.ts';
import { concernsOf, groupFaults, NewCohort, PlannedBy, scheduleFor } from '#domain/program/new-cohort.ts';
import type { ProgramDefinition } from '#domain/program/program-definition.ts';
import { rehearse } from '#domain/program/rehearsal.ts';
import { pointer } from '#shared/problem.ts';
import { withExample } from '#shared/programs/example.ts';
import { programs } from '#shared/programs/index.ts';
import { concernWords } from '#shared/words/concern-words.ts';
import { faultWords } from '#shared/words/fault-words.ts';
import { wordsOf } from '#shared/words/index.ts';
import { languageFault } from '#shared/words/language-fault.ts';
import { scheduleWarningWords } from '#shared/words/schedule-warning-words.ts';
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

const given = jsonFile(file, (path) => readFileSync(path, 'utf8'));
const parsed = NewCohort.safeParse(given, { error: inCodes });
const now: Instant = new Date().toISOString();
const planned = plannedBy(given);
const unwritten = languageFault(given);
const faults = [
  ...(parsed.success ? [] : faultsIn(parsed.error)).map(({ path, fault }) => ({
    path,
    detail: withExample(path, faultWords(fault, wordsOf())),
  })),
  ...planned.faults,
  ...(unwritten === undefined ? [] : [{ path: ['language'], detail: unwritten }]),
];
if (!parsed.success || !planned.program || faults.length > 0) {
  const list = faults.map(({ path, detail }) => `  ${pointer(path)}: ${detail}`);
  fail([`${file} is no cohort that can start:`, ...list].join('\n'));
}
const request = parsed.data;
const { program, stages } = planned;

/** The program and the dates, as far as they can be read, and what is wrong with them: also when something else is wrong. */
function plannedBy(cohort: unknown): {
  program?: ProgramDefinition;
  stages: Stage[];
  faults: { path: string[]; detail: string }[];
} {
  const asked = PlannedBy.safeParse(cohort);
  if (!asked.success) return { stages: [], faults: [] };
  const { program: wanted } = asked.data;
  const found = typeof wanted === 'string' ? programs.find(({ id }) => id === wanted) : wanted;
  if (!found) {
    const names = programs.map(({ id }) => id).join(', ');
    return {
      stages: [],
      faults: [{ path: ['program'], detail: `There is no "${wanted}" built in. There are: ${names}.` }],
    };
  }
  const plan = scheduleFor(asked.data, found, now);
  const wrong = [...('faults' in plan ? plan.faults : []), ...groupFaults(asked.data, found)];
  return {
    program: found,
    stages: 'faults' in plan ? [] : plan.stages,
    faults: wrong.map(({ field, fault }) => ({ path: field, detail: faultWords(fault, wordsOf()) })),
  };
}

const { sendings, warnings: ofDates } = rehearse(request, stages);
const words = wordsOf(request.language);
const warnings = [
  ...concernsOf(request, program).map((concern) => concernWords(concern, words)),
  ...ofDates.map((warning) => scheduleWarningWords(warning, words)),
];
if (values.json) {
  console.log(printable(JSON.stringify({ sendings, warnings })));
} else {
  console.log(
    printable(
      `${request.name}, ${program.title}. Times in ${request.timeZone}; numbers are the most that there can be.\n`,
    ),
  );
  let day = '';
  for (const { at, milestone, kind, to, atMost } of sendings) {
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
  console.log(warnings.length === 0 ? '\nNo warnings.' : '\nBefore it starts, look at this:');
  for (const warning of warnings) console.log(printable(`  - ${warning}`));
}
