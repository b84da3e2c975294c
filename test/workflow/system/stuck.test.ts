import { afterAll, beforeAll, expect, test } from 'vitest';
import * as answers from '#test/harness/cohorts/answers.ts';
import { Table } from '#test/harness/system/table.ts';
import { TestSystem } from '#test/harness/system/test-system.ts';

const program = new TestSystem();
beforeAll(() => program.start());
afterAll(() => program.stop());

test('a stage that keeps failing is stuck, says so to the coordinator once, and goes on after a resume with nothing lost', async () => {
  const { id } = await program.createCohort('stuck');
  await program.milestone(id, 'apply.open');
  await program.reply(program.asked('grace@stuck.example.org'), answers.asMentor);
  const table = new Table(program.system);
  const [first] = await table.items(id, 'PERSON#');
  const broken = { ...first, sk: 'PERSON#broken', parts: 'none that we know' };
  await table.put(broken);

  await program.reply(program.asked('ada@stuck.example.org'), answers.asMentee);
  await program.finished(id);
  const stuck = await program.cohort(id);
  const told = await program.kinds(id);
  const letter = program.newest('maria@stuck.example.org');
  await table.remove(broken);
  const resumed = await program.call('POST', `/v1/cohorts/${id}/resume`);
  await program.settled();

  expect(stuck).toMatchObject({
    status: 'stuck',
    stage: 'apply',
    stuck: { stage: 'apply', cause: 'UnreadableRecord' },
  });
  expect(told).toEqual({ invitation: 2, understood: 2, stuck: 1 });
  expect(letter.mail.text).toContain('resume');
  expect(resumed).toMatchObject({ status: 200, body: { status: 'running' } });
  expect((await program.cohort(id)).stage).toBe('match');
  expect(await program.kinds(id)).toEqual({ invitation: 2, understood: 2, stuck: 1, readiness: 1, ballot: 2 });
  expect(program.executions(id).map(({ status }) => status)).toEqual(['RUNNING', 'SUCCEEDED', 'FAILED']);
});

test('a cohort that is stuck can be cancelled', async () => {
  const { id } = await program.createCohort('stuck-and-cancelled');
  await program.milestone(id, 'apply.open');
  const table = new Table(program.system);
  const [first] = await table.items(id, 'PERSON#');
  await table.put({ ...first, sk: 'PERSON#broken', parts: 'none that we know' });
  await program.finished(id);
  await table.remove({ pk: first?.pk, sk: 'PERSON#broken' });

  await program.cancel(id);

  expect((await program.cohort(id)).status).toBe('cancelled');
  expect(await program.kinds(id)).toMatchObject({ cancelled: 2, stuck: 1 });
});
