import { afterAll, beforeAll, expect, test } from 'vitest';
import * as answers from '#test/harness/cohorts/answers.ts';
import { staff } from '#test/harness/cohorts/new-cohort.ts';
import { TestSystem } from '#test/harness/system/test-system.ts';

const program = new TestSystem();
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
  const { status } = await program.call('PATCH', `/v1/cohorts/${id}/milestones`, {
    'apply.remind-1': later,
    'apply.remind-2': new Date(remind + 21 * day).toISOString(),
    'apply.close': new Date(close + 14 * day).toISOString(),
  });

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

test('a reminder that is moved to now goes out at once, and the deadline that people were told stays', async () => {
  const { id } = await program.createCohort('remind');
  await program.milestone(id, 'apply.open');
  const close = await program.dateOf(id, 'apply.close');
  const due = await program.dateOf(id, 'apply.remind-1');

  const { body } = await program.call('PATCH', `/v1/cohorts/${id}/milestones`, { 'apply.remind-1': '2027-01-01' });
  await program.settled();

  expect(body.moved).toMatchObject([{ milestone: 'apply.remind-1', from: due }]);
  expect(await program.dateOf(id, 'apply.close')).toBe(close);
  expect(await program.kinds(id)).toEqual({ invitation: 2, 'application-reminder': 2 });
  await program.cancel(id);
});

test('who owes an answer hears of a deadline that comes sooner, once, and can answer that email', async () => {
  const { id } = await program.createCohort('sooner');
  await program.milestone(id, 'apply.open');
  await program.reply(program.asked('grace@sooner.example.org'), answers.asMentor);
  const was = Date.parse(await program.dateOf(id, 'apply.close'));
  const ada = 'ada@sooner.example.org';

  const move = (millis: number) =>
    program.call('PATCH', `/v1/cohorts/${id}/milestones`, { 'apply.close': new Date(millis).toISOString() });
  const { body } = await move(was - 7 * day);
  await program.settled();
  const letter = program.asked(ada);
  await move(was - 7 * day);
  await move(was - 6 * day);
  await program.settled();
  const told = await program.kinds(id);
  await program.reply(letter, answers.asMentee);

  expect(body.moved.length).toBeGreaterThan(1);
  expect(letter.mail.subject).toMatch(/^An earlier day for your answer: /);
  expect(told).toEqual({ invitation: 2, understood: 1, 'deadline-moved': 1 });
  expect(await program.statusOf(id, ada, 'application')).toBe('complete');
  await program.cancel(id);
});

test('who owes an answer hears that a stage was closed before the day they were told, before it is', async () => {
  const { id } = await program.createCohort('closed');
  await program.milestone(id, 'apply.open');
  await program.reply(program.asked('grace@closed.example.org'), answers.asMentor);

  await program.call('PATCH', `/v1/cohorts/${id}/milestones`, { 'apply.close': '2027-01-01' });
  await program.settled();

  const letter = program.newest('ada@closed.example.org');
  expect((await program.cohort(id)).stage).toBe('match');
  expect(letter.mail.subject).toBe('Applications have closed earlier than we wrote');
  expect(letter.replyTo).toBe('maria@closed.example.org');
  expect((await program.kinds(id))['deadline-moved']).toBe(1);
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
