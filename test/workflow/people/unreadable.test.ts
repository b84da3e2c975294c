import { afterAll, beforeAll, expect, test } from 'vitest';
import * as answers from '#test/harness/cohorts/answers.ts';
import { type Item, Table } from '#test/harness/system/table.ts';
import { TestSystem } from '#test/harness/system/test-system.ts';

const program = new TestSystem();
beforeAll(() => program.start());
afterAll(() => program.stop());

const lists = ['people', 'emails', 'replies', 'events'];

async function statuses(id: string): Promise<number[]> {
  const answered = await Promise.all(lists.map((list) => program.call('GET', `/v1/cohorts/${id}/${list}`)));
  return answered.map(({ status }) => status);
}

test('records of one cohort that can not be read stop neither another cohort nor the lists of what can be', async () => {
  const broken = await program.createCohort('broken');
  const healthy = await program.createCohort('healthy');
  await program.milestone(broken.id, 'apply.open');
  await program.milestone(healthy.id, 'apply.open');
  const table = new Table(program.system);
  const [meta] = (await table.items(broken.id, 'META')) as [Item];
  const [email] = (await table.items(broken.id, 'EMAIL#')) as [Item];
  const pk = meta.pk;
  await table.put({ pk, sk: 'PAIR#one', status: 'no status that we know', announcedAt: '2026-01-01T00:00:00.000Z' });
  await table.put({ pk, sk: 'REPLY#one#two', received: 'never' });
  await table.put({ pk, sk: 'EVENT#one', at: 'at some time' });
  await table.put({ ...email, sk: 'EMAIL#one', attempts: 'many' });
  const before = await statuses(broken.id);
  const { body: emails } = await program.call('GET', `/v1/cohorts/${broken.id}/emails`);
  await table.put({ ...meta, stage: 'no stage that we know' });

  const { status, body } = await program.call('GET', '/v1/cohorts');
  await program.reply(program.asked('grace@healthy.example.org'), answers.asMentor);
  await program.reply(program.asked('ada@healthy.example.org'), answers.asMentee);
  await program.milestone(healthy.id, 'match.open');

  expect(before).toEqual([200, 200, 200, 200]);
  expect(emails).toMatchObject({ emails: [{ kind: 'invitation' }, { kind: 'invitation' }], unreadable: 1 });
  expect(status).toBe(200);
  expect(body).toMatchObject({ cohorts: [{ id: healthy.id }], unreadable: 1 });
  expect((await program.cohort(healthy.id)).stage).toBe('match');
  expect(program.logged.join('\n')).toContain(`${pk} PAIR#one`);
  await program.cancel(healthy.id);
  await table.put({ ...meta, status: 'cancelled' });
});

test('with a program that can not be read, the coordinator hears that the cohort is stuck, and it can be resumed', async () => {
  const { id } = await program.createCohort('no-program');
  await program.milestone(id, 'apply.open');
  const table = new Table(program.system);
  const [kept] = (await table.items(id, 'PROGRAM')) as [Item];
  await table.put({ ...kept, definition: { title: 'Nothing else' } });
  await program.restart();

  await program.finished(id);
  const stuck = await program.call('GET', `/v1/cohorts/${id}`);
  const letter = program.newest('maria@no-program.example.org');
  await new Table(program.system).put(kept);
  const resumed = await program.call('POST', `/v1/cohorts/${id}/resume`);

  expect(stuck).toMatchObject({ status: 200, body: { status: 'stuck', stuck: { cause: 'UnreadableRecord' } } });
  expect(letter.mail.subject).toBe('Spring 2027 has stopped and needs a hand');
  expect(resumed).toMatchObject({ status: 200, body: { status: 'running' } });
  await program.cancel(id);
});

test('of a cohort whose own record can not be read the coordinator hears too', async () => {
  const { id } = await program.createCohort('no-stage');
  await program.milestone(id, 'apply.open');
  const table = new Table(program.system);
  const [meta] = (await table.items(id, 'META')) as [Item];
  await table.put({ ...meta, stage: 'no stage that we know' });

  const letters = () => program.lettersTo('maria@no-stage.example.org');
  await program.until(() => letters().length > 0);

  expect(letters().map(({ mail }) => mail.subject)).toEqual(['Spring 2027 has stopped and needs a hand']);
  expect(letters()[0]?.mail.text).toContain(`/v1/cohorts/${id}`);
});
