import * as fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { type DocumentFault, faultIn } from '#domain/document-faults.ts';
import { type AskedForm, newForm } from '#domain/forms/form-record.ts';
import type { Person } from '#domain/person.ts';
import type { Milestone, Stage } from '#domain/program/cohort.ts';
import { NewCohort } from '#domain/program/new-cohort.ts';
import type { ProgramDefinition } from '#domain/program/program-definition.ts';
import type { StageDefinition } from '#domain/program/stage-definition.ts';
import { defaultProgram } from '#shared/programs/default-program.ts';
import { faultWords } from '#shared/words/fault-words.ts';
import { wordsOf } from '#shared/words/index.ts';
import { retimed } from '#test/harness/cohorts/retimed.ts';

/** A form that was asked of somebody, as `changes` make it. */
export function asked(changes: Partial<AskedForm> = {}): AskedForm {
  return {
    ...newForm({
      id: 'form1',
      cohort: 'coh_1',
      person: 'prs_1',
      purpose: 'application',
      occasion: 'apply',
      openedAt: '2027-01-11T09:00:00.000Z',
      expiresAt: 1_900_000_000,
    }),
    ...changes,
  };
}

export function person(id: string, changes: Partial<Person> = {}): Person {
  return {
    id,
    cohort: 'coh_1',
    name: id,
    email: `${id}@harbour.example.org`,
    parts: ['participant'],
    expiresAt: 1_900_000_000,
    ...changes,
  };
}

/** What a coordinator sends, as JSON. */
export const smallCohort = {
  name: 'Spring 2027',
  organisation: 'Harbour Institute',
  timeZone: 'Europe/Lisbon',
  start: '2027-01-11',
  coordinator: { name: 'Maria Ortiz', email: 'maria@harbour.example.org' },
  committee: [
    { name: 'Ines Duarte', email: 'ines@harbour.example.org' },
    { name: 'Tom Baker', email: 'tom@harbour.example.org' },
    { name: 'Li Wei', email: 'li@harbour.example.org' },
  ],
  leadership: [{ name: 'Lena Moreau', email: 'lena@harbour.example.org' }],
  invitees: [
    { name: 'Grace Lee', email: 'grace@harbour.example.org' },
    { name: 'Ada Park', email: 'ada@harbour.example.org' },
  ],
};

export function newCohort(changes: Partial<Record<keyof NewCohort, unknown>> = {}): NewCohort {
  return NewCohort.parse({ ...smallCohort, ...changes });
}

/** What an issue of a schema says, in the default language. */
export function issueWords(message: string): string {
  return faultWords(faultIn(message), wordsOf());
}

/** The faults of dates or fields, with their words as `detail`. */
export function withDetails<One extends { fault: DocumentFault }>(faults: readonly One[]) {
  return faults.map(({ fault, ...where }) => ({ ...where, detail: faultWords(fault, wordsOf()) }));
}

/** Where something is wrong, as `a.b.0`, with what is wrong. */
export function problemsOf(result: {
  error?: { issues: { path: PropertyKey[]; message: string }[] };
}): Record<string, string> {
  return Object.fromEntries(
    (result.error?.issues ?? []).map(({ path, message }) => [path.join('.'), issueWords(message)]),
  );
}

/** The default program with another schedule. */
export function programWith(schedule: ProgramDefinition['schedule']): ProgramDefinition {
  return { ...defaultProgram, schedule };
}

export function milestonesOf(schedule: readonly Stage[]): Milestone[] {
  return schedule.flatMap(({ milestones }) => milestones);
}

export const local = (at: string, zone: string): Temporal.ZonedDateTime =>
  Temporal.Instant.from(at).toZonedDateTimeISO(zone);

/** Every zone that this machine knows, the odd ones (a half-hour summer time, two hours of it, a missing day) more often. */
export const zones = fc.oneof(
  fc.constantFrom(
    'Europe/Lisbon',
    'America/New_York',
    'Australia/Lord_Howe',
    'Antarctica/Troll',
    'Pacific/Apia',
    'Africa/Casablanca',
    'Asia/Kathmandu',
    'America/Santiago',
    'UTC',
  ),
  fc.constantFrom(...Intl.supportedValuesOf('timeZone')),
);

/** A date from 2026 to 2040. */
export const days = fc
  .integer({ min: 0, max: 14 * 365 })
  .map((n) => Temporal.PlainDate.from('2026-01-01').add({ days: n }).toString());

/** A stage that lasts at least two days, with reminders on different days in between. */
const timings = fc
  .record({
    pause: fc.option(fc.integer({ min: 0, max: 120 }), { nil: undefined }),
    lasts: fc.integer({ min: 2, max: 90 }),
  })
  .chain(({ pause, lasts }) =>
    fc.uniqueArray(fc.integer({ min: 1, max: lasts + 10 }), { maxLength: 4 }).map((remind) => ({
      ...(pause !== undefined && { pause: `P${pause}D` }),
      lasts: `P${lasts}D`,
      remind: remind.sort((a, b) => a - b).map((n) => `P${n}D`),
    })),
  );

/** The names of the stages of the default program, in their order. */
export const stageNames = defaultProgram.schedule.map(({ name }) => name);

/** Schedules of programs: every one of them can be kept. */
export const schedules: fc.Arbitrary<StageDefinition[]> = fc
  .record({
    apply: timings,
    match: fc
      .tuple(timings, fc.integer({ min: 1, max: 100 }), fc.integer({ min: 1, max: 100 }))
      .map(([timing, decide, publish]) => ({ ...timing, decide: `P${decide}D`, publish: `P${publish}D` })),
    kickoff: timings,
    midpoint: timings,
    closeout: timings,
  })
  .map(retimed);

/** Every milestone that a schedule may have. */
export const anyMilestone = fc
  .tuple(fc.constantFrom(...stageNames), fc.constantFrom('open', 'remind-1', 'remind-2', 'decide', 'publish', 'close'))
  .map(([stage, name]) => `${stage}.${name}`);
