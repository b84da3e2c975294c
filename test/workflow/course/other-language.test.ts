import { mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Course, drive } from '#infra/demo/drive.ts';
import { openLetter } from '#infra/demo/mail/letter.ts';
import type { Population } from '#infra/demo/people/correspondents.ts';
import { populate } from '#infra/demo/people/population.ts';
import { MovableClock } from '#infra/local/clock.ts';
import { type System, startSystem } from '#infra/local/system.ts';
import { defaultProgram } from '#shared/programs/default-program.ts';
import { unmarkedIn, wordsShown } from '#test/harness/mail/unmarked.ts';
import { startChosenTables } from '#test/harness/system/tables.ts';

// The demo in a language of which every message is marked: what stands outside of the marks reaches no translation.
const start = '2027-03-01';
const folder = mkdtempSync(join(tmpdir(), 'telemachy-language-'));
const population = populate(24, 1);
/** The pages that letters to these people link to, as they are when the letter comes, by their addresses. */
const readers = new Set(
  [population.coordinator, ...population.committee, ...population.invitees.slice(0, 8)].map(({ email }) => email),
);
const pages = new Map<string, string>();
let system: System;
let course: Course;
let own: string[];

beforeAll(async () => {
  const clock = new MovableClock({ start: Date.parse(`${start}T08:00:00Z`) });
  system = await startSystem({ data: folder, clock, startTables: startChosenTables });
  const visits: Promise<void>[] = [];
  system.onDelivered(({ to, file }) => readers.has(to) && visits.push(visit(file)));
  course = await drive(system, population, { start, language: 'en-XA' });
  await Promise.all(visits);
  own = wordsOfTheirOwn(population, course);
}, 240_000);
afterAll(async () => {
  await system.stop();
  rmSync(folder, { recursive: true, force: true });
});

test('every sentence of every email is a message', () => {
  const found = new Map<string, string>();
  for (const { letter } of course.received) {
    const parts = [letter.subject, letter.text, wordsShown(letter.html)];
    for (const words of parts.flatMap((part) => unmarkedIn(part, own)))
      if (!found.has(words)) found.set(words, letter.subject);
  }

  expect([...found].map(([words, subject]) => `${words} (in: ${subject})`)).toEqual([]);
});

test('every sentence of every page is a message', () => {
  const found = new Set([...pages.values()].flatMap((html) => unmarkedIn(wordsShown(html), own)));

  expect(pages.size).toBeGreaterThan(20);
  expect([...found]).toEqual([]);
});

/** Opens the pages that a letter links to. */
async function visit(file: string): Promise<void> {
  const { html } = await openLetter(await readFile(file));
  for (const [, link = ''] of html.matchAll(/href="(http:[^"]*\/[fuw]\/[^"]*)"/g))
    if (!pages.has(link)) pages.set(link, await (await fetch(link)).text());
}

/** What the program, its coordinator and people said themselves, which nobody translates. */
function wordsOfTheirOwn(of: Population, { personas }: Course): string[] {
  const { name, organisation, coordinator, committee, leadership, invitees } = of;
  const people = [coordinator, ...committee, ...leadership, ...invitees];
  const said = [...personas.values()].flatMap(({ dealings }) =>
    [...dealings.values()].flatMap(({ truth }) => textsIn(truth)),
  );
  const { forms, matching, objectives, schedule, title } = defaultProgram;
  const asked = Object.values(forms).flatMap((form) => [
    form.title,
    ...form.questions.flatMap(({ ask, hint, label, options, ends }) => textsIn([ask, hint, label, options, ends])),
  ]);
  return [
    ...[
      name,
      organisation,
      title,
      'Telemachy',
      ...textsIn(objectives),
      ...matching.factors.map((factor) => factor.title),
      ...asked,
      ...said,
    ],
    ...textsIn(schedule.map((stage) => [stage.title, 'words' in stage && stage.words])).flatMap((text) =>
      text.split(/\{\$\w+\}/).map((part) => part.replace(/^\P{L}+/u, '')),
    ),
    ...people.flatMap((one) => [one.name, ...one.name.split(' ')]),
    ...invitees.flatMap(({ team, site, remark = '' }) => [team, site, remark]),
  ];
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
