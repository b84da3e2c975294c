import { afterAll, beforeAll, expect, test } from 'vitest';
import * as answers from '#test/harness/answers.ts';
import { staff } from '#test/harness/new-cohort.ts';
import { Program } from '#test/harness/program.ts';

const program = new Program();
beforeAll(() => program.start());
afterAll(() => program.stop());

const day = 24 * 3600 * 1000;

test('an extension while applications are held moves reminders and close, and the page takes answers until then', async () => {
  const { id } = await program.createCohort('extended');
  await program.milestone(id, 'apply.open');
  const remind = Date.parse(await program.dateOf(id, 'apply.remind-1'));
  const close = Date.parse(await program.dateOf(id, 'apply.close'));
  const form = program.asked('ada@extended.example.org');

  const later = new Date(remind + 14 * day).toISOString();
  const { status } = await program.call('PATCH', `/v1/cohorts/${id}/milestones`, { 'apply.remind-1': later });

  expect(status).toBe(200);
  expect(await program.dateOf(id, 'apply.remind-1')).toBe(later);
  expect(Date.parse(await program.dateOf(id, 'apply.close')) - close).toBe(14 * day);
  await program.passTo(remind + day);
  expect(await program.kinds(id)).toEqual({ invitation: 2 });
  await program.milestone(id, 'apply.remind-1');
  expect(Math.abs(program.now - Date.parse(later))).toBeLessThan(60_000);
  await program.passTo(close + 7 * day);
  expect((await program.visit(form)).status).toBe(200);
  await program.milestone(id, 'apply.close');
  expect((await program.visit(form)).status).toBe(410);
  expect(await program.kinds(id)).toEqual({ invitation: 2, 'application-reminder': 4, readiness: 1 });
  await program.cancel(id);
});

test('a close that is moved into the past closes at once, without waiting for any clock', async () => {
  const { id } = await program.createCohort('early');
  await program.milestone(id, 'apply.open');
  await program.reply(program.asked('grace@early.example.org'), answers.asMentor);
  await program.reply(program.asked('ada@early.example.org'), answers.asMentee);
  const before = program.now;

  await program.call('PATCH', `/v1/cohorts/${id}/milestones`, { 'apply.close': '2027-01-01' });
  await program.settled();

  expect(program.now - before).toBeLessThan(60_000);
  expect((await program.cohort(id)).stage).toBe('match');
  expect(await program.kinds(id)).toEqual({ invitation: 2, understood: 2, readiness: 1 });
  await program.cancel(id);
});

test('a cancel in mid-stage ends the execution, tells everyone once and closes the forms', async () => {
  const { id } = await program.createCohort('cancelled');
  await program.milestone(id, 'apply.open');
  const form = program.asked('ada@cancelled.example.org');

  await program.cancel(id);

  expect(program.executions(id).map(({ status }) => status)).toEqual(['SUCCEEDED']);
  expect(await program.kinds(id)).toEqual({ invitation: 2, cancelled: 2 });
  expect((await program.visit(form)).status).toBe(410);
  expect((await program.cohort(id)).status).toBe('cancelled');
});

test('cancelling twice is cancelling once', async () => {
  const { id } = await program.createCohort('twice');
  await program.milestone(id, 'apply.open');

  await program.cancel(id);
  await program.cancel(id);

  expect(await program.kinds(id)).toEqual({ invitation: 2, cancelled: 2 });
  expect(program.lettersTo('ada@twice.example.org')).toHaveLength(2);
});

test('whoever replies after a cancel hears once that it is too late, and nothing is stored', async () => {
  const { id } = await program.createCohort('late');
  await program.milestone(id, 'apply.open');
  const form = program.asked('ada@late.example.org');
  await program.cancel(id);

  await program.reply(form, answers.asMentee);
  await program.reply(form, answers.asMentee);

  expect((await program.kinds(id))['too-late']).toBe(1);
  expect(await program.statusOf(id, 'ada@late.example.org', 'application')).toBe('open');
});

test('the same people in two cohorts at once answer each by itself', async () => {
  const people = staff('both');
  const spring = await program.createCohort('both', { name: 'Spring' });
  const autumn = await program.createCohort('both', { name: 'Autumn', invitees: [...people.invitees].reverse() });
  await program.milestone(autumn.id, 'apply.open');
  const inCohort = (id: string, to: string) => {
    const letter = program
      .lettersTo(to)
      .findLast(
        (one) => one.field('References').includes(id.replace('_', '-')) || one.field('References').includes(id),
      );
    if (!letter) throw new Error(`${to} has no letter from ${id}.`);
    return letter;
  };

  await program.reply(inCohort(spring.id, 'grace@both.example.org'), answers.asMentor);
  await program.reply(inCohort(spring.id, 'ada@both.example.org'), answers.asMentee);
  await program.reply(inCohort(autumn.id, 'grace@both.example.org'), answers.asMentee);
  await program.call('PATCH', `/v1/cohorts/${spring.id}/milestones`, { 'apply.close': '2027-01-01' });
  await program.settled();

  const statuses = (id: string) =>
    Promise.all(people.invitees.map(({ email }) => program.statusOf(id, email, 'application')));
  expect(await statuses(spring.id)).toEqual(['complete', 'complete']);
  expect(await statuses(autumn.id)).toEqual(['complete', 'open']);
  expect((await program.cohort(spring.id)).stage).toBe('match');
  expect((await program.cohort(autumn.id)).stage).toBe('apply');
  expect(await program.kinds(autumn.id)).toEqual({ invitation: 2, understood: 1 });
  await program.cancel(spring.id);
  await program.cancel(autumn.id);
});
