import { afterAll, expect, test } from 'vitest';
import * as answers from '#test/harness/cohorts/answers.ts';
import { invitees, newCohort } from '#test/harness/cohorts/new-cohort.ts';
import { received } from '#test/harness/mail/post-box.ts';
import { startCutOff, stride } from '#test/harness/system/cut-off.ts';
import type { FunctionName } from '#test/harness/system/direct-invoker.ts';
import { type Item, Table } from '#test/harness/system/table.ts';

/*
 * Every function is cut off from AWS at every one of its requests in turn, the answer to that one being lost, and then
 * called again with the same event. What is there afterwards is what one undisturbed call leaves.
 */

const { program, wire, byHand, clock, stop } = await startCutOff();
afterAll(stop);

/** Calls a function that is cut off at the nth place, and then undisturbed. Says whether it was cut off at all. */
async function cutAndAgain(name: FunctionName, event: unknown, nth: number): Promise<boolean> {
  wire.cutAfter(nth * stride);
  await byHand.invoke(name, event);
  const { isCut } = wire;
  wire.mend();
  const outcome = await byHand.invoke(name, event);
  expect(outcome, byHand.logged.at(-1)).not.toHaveProperty('errorType');
  return isCut;
}

test('a reply is read, stored and answered once, wherever its first reading was cut off', async () => {
  const people = invitees(40, 'replies');
  const { id } = await program.createCohort('replies', { invitees: people });
  await program.milestone(id, 'apply.open');
  const answered: string[] = [];

  for (const [count, { email }] of people.entries()) {
    const { replyTo } = program.asked(email);
    const raw = `From: ${email}\r\nTo: ${replyTo}\r\nMessage-ID: <${count}@replies>\r\nSubject: Re\r\n\r\n${answers.asMentee}\r\n\r\nWhen do we start?\r\n`;
    const event = await received(program.system, { id: `reply${count}`, from: email, to: replyTo, raw });
    answered.push(email);
    if (!(await cutAndAgain('inbox', event, count))) break;
  }
  await program.settled();

  expect(answered.length).toBeGreaterThan(10 / stride);
  expect(answered.length).toBeLessThan(people.length);
  const table = new Table(program.system);
  const forms = (await table.items(id, 'FORM#application#')).filter(({ status }) => status === 'complete');
  expect(forms.map(({ replies }) => replies.length)).toEqual(answered.map(() => 1));
  expect(await table.items(id, 'REPLY#')).toHaveLength(answered.length);
  expect(await program.kinds(id)).toMatchObject({ understood: answered.length, 'question-from': answered.length });
  for (const email of answered) expect(program.lettersTo(email)).toHaveLength(2);
});

test('everyone is invited once, wherever the step of the workflow was cut off', async () => {
  const cohorts: string[] = [];

  for (let count = 0, isCut = true; isCut; count += 1) {
    const { id } = await program.createCohort(`step-${count}`, { start: '2027-01-12' });
    cohorts.push(id);
    const task = {
      version: 1,
      cohort: id,
      stage: 'apply',
      generation: 0,
      rounds: 0,
      startedAt: '2027-01-11T08:00:00Z',
    };
    isCut = await cutAndAgain('stages', task, count);
  }
  await program.settled();

  expect(cohorts.length).toBeGreaterThan(8 / stride);
  for (const [count, id] of cohorts.entries()) {
    expect(await program.kinds(id)).toEqual({ invitation: 2 });
    expect(program.lettersTo(`ada@step-${count}.example.org`)).toHaveLength(1);
  }
});

test('everyone is told once of a deadline that comes sooner, wherever the telling was cut off', async () => {
  const table = new Table(program.system);
  const cohorts: string[] = [];

  for (let count = 0, isCut = true; isCut; count += 1) {
    const { id } = await program.createCohort(`sooner-${count}`, { start: '2027-01-12' });
    cohorts.push(id);
    const startedAt = '2027-01-11T08:00:00Z';
    const task = { version: 1, cohort: id, stage: 'apply', generation: 0, rounds: 0, startedAt };
    await byHand.invoke('stages', task);
    const [meta] = await table.items(id, 'META');
    const told = meta?.schedule[0].milestones.at(-1).at;
    const [apply, ...later] = meta?.schedule ?? [];
    const milestones = [apply.milestones[0], { id: 'apply.close', kind: 'close', at: '2027-01-25T09:00:00.000Z' }];
    const broughtForward = [{ purpose: 'application', told, at: new Date(clock.now()).toISOString() }];
    await table.put({ ...meta, schedule: [{ ...apply, milestones }, ...later], broughtForward });

    isCut = await cutAndAgain('stages', task, count);
  }
  await program.settled();

  expect(cohorts.length).toBeGreaterThan(6 / stride);
  for (const [count, id] of cohorts.entries()) {
    expect(await program.kinds(id)).toEqual({ invitation: 2, 'deadline-moved': 2 });
    expect((await table.items(id, 'META'))[0]?.broughtForward).toBeUndefined();
    expect(program.lettersTo(`ada@sooner-${count}.example.org`)).toHaveLength(2);
  }
});

test('a cohort is created once, wherever its creation was cut off', async () => {
  const claims = { sub: 'coordinator' };
  const before = (await program.call('GET', '/v1/cohorts?limit=200')).body.cohorts.length;
  let attempts = 0;

  for (let isCut = true; isCut; attempts += 1) {
    const event = {
      routeKey: 'POST /v1/cohorts',
      headers: { 'idempotency-key': `halfway-${attempts}` },
      body: JSON.stringify(newCohort(`created-${attempts}`, { start: '2027-01-20' })),
      requestContext: { authorizer: { jwt: { claims } } },
    };
    isCut = await cutAndAgain('api', event, attempts);
  }
  await program.settled();

  const { body } = await program.call('GET', '/v1/cohorts?limit=200');
  expect(body.cohorts.length - before).toBe(attempts);
  for (const { id, coordinator } of body.cohorts.slice(0, attempts)) {
    expect(coordinator.email).toContain('@created-');
    expect(await program.people(id)).toHaveLength(6);
    expect(program.executions(id)).toHaveLength(1);
  }
});

test('an answer from the page is stored once, wherever its storing was cut off', async () => {
  const people = invitees(14, 'pages');
  const { id } = await program.createCohort('pages', { invitees: people });
  await program.milestone(id, 'apply.open');
  let attempts = 0;

  for (let isCut = true; isCut; attempts += 1) {
    const token = program
      .pageIn(program.asked(people[attempts]?.email ?? ''))
      .split('/')
      .at(-1);
    const event = { routeKey: 'POST /f/{token}', pathParameters: { token }, body: 'decline=yes' };
    isCut = await cutAndAgain('pages', event, attempts);
  }
  await program.settled();

  const forms = await new Table(program.system).items(id, 'FORM#application#');
  expect(forms.filter(({ status }) => status === 'declined')).toHaveLength(attempts);
});

test('a bounce ends all mail to somebody and is noted once, wherever its noting was cut off', async () => {
  const people = invitees(10, 'bounces');
  const { id } = await program.createCohort('bounces', { invitees: people });
  await program.milestone(id, 'apply.open');
  const sent = await new Table(program.system).items(id, 'EMAIL#');
  let attempts = 0;

  for (let isCut = true; isCut; attempts += 1) {
    const email = sent[attempts];
    const tags = { email: [email?.id], cohort: [id] };
    const mail = { messageId: email?.messageId, timestamp: '2027-01-11T09:00:00.000Z', tags };
    const message = { eventType: 'Bounce', mail, bounce: { bounceType: 'Permanent' } };
    isCut = await cutAndAgain('feedback', { Records: [{ Sns: { Message: JSON.stringify(message) } }] }, attempts);
  }

  expect((await program.people(id)).filter(({ unreachable }) => unreachable === 'bounced')).toHaveLength(attempts);
  const { body } = await program.call('GET', `/v1/cohorts/${id}/events?limit=200`);
  expect(body.events.filter(({ what }: { what: string }) => what === 'email.bounced')).toHaveLength(attempts);
});

test('a program whose every step is cut off somewhere says and does what an undisturbed one does', async () => {
  const table = new Table(program.system);
  const undisturbed = Number.POSITIVE_INFINITY;
  const cuts = [undisturbed, 1, 3];
  const cohorts = await Promise.all(
    cuts.map(async (count) => ({ ...(await program.createCohort(`cut-${count}`, { start: '2027-01-13' })), count })),
  );
  const step = async (id: string, count: number) => {
    const [meta] = await table.items(id, 'META');
    const task = { version: 1, cohort: id, stage: meta?.stage, generation: meta?.generation, rounds: 0 };
    await cutAndAgain('stages', { ...task, startedAt: new Date(clock.now()).toISOString() }, count);
    const [after] = await table.items(id, 'META');
    return after?.status === 'running' && (after.stage !== meta?.stage || hasMore(after, clock.now()));
  };
  const moments = cohorts[0]?.schedule.flatMap(({ milestones }) => milestones.map(({ at }) => at)) ?? [];

  for (const moment of moments) {
    clock.jump(Date.parse(moment));
    for (const { id, count } of cohorts) while (await step(id, count));
    for (const { id } of cohorts) await apply(table, id);
  }
  await program.settled();

  const [expected, ...others] = await Promise.all(
    cohorts.map(async ({ id }) => ({
      kinds: await program.kinds(id),
      pairs: (await table.items(id, 'PAIR#')).map(({ status }) => status),
      report: (await table.items(id, 'REPORT')).length,
      letters: program.letters.filter((letter) => letter.field('References').includes(id)).length,
      status: (await program.cohort(id)).status,
    })),
  );
  expect(expected).toMatchObject({ pairs: ['active'], report: 1, status: 'finished' });
  expect(expected?.kinds).toMatchObject({ ballot: 2, introduction: 2, survey: 4, thanks: 2, report: 1 });
  expect(others).toEqual(others.map(() => expected));
});

function hasMore({ schedule, stage, done }: Item, now: number): boolean {
  const milestones = schedule.find(({ name }: Item) => name === stage)?.milestones ?? [];
  const reached = milestones.filter(({ at }: Item) => Date.parse(at) <= now);
  return reached.some(({ id, kind }: Item) => !done[id] && (kind !== 'remind' || reached.at(-1).id === id));
}

/** Lets both people of a cohort apply, behind its back. */
async function apply(table: Table, id: string): Promise<void> {
  const said = [answers.mentorAnswers, answers.menteeAnswers];
  for (const [index, form] of (await table.items(id, 'FORM#application#')).entries()) {
    if (form.status === 'open') await table.put({ ...form, status: 'complete', answers: said[index] });
  }
}
