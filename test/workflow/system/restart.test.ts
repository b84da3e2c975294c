import { afterAll, beforeAll, expect, test } from 'vitest';
import * as answers from '#test/harness/cohorts/answers.ts';
import { TestSystem } from '#test/harness/system/test-system.ts';

/*
 * One program, stopped and started again in the middle of every stage: a test for each, in their order, so that the time
 * limit of a test, which is for what hangs, is far from what a stage and its restarts take on a loaded machine.
 */

const grace = 'grace@restarted.example.org';
const ada = 'ada@restarted.example.org';

const program = new TestSystem();
let id: string;
beforeAll(async () => {
  await program.start();
  ({ id } = await program.createCohort('restarted', { start: '2027-01-11' }));
});
afterAll(() => program.stop());

test('while the invitations are being made and sent, nobody is left out', async () => {
  await program.begin(id, 'apply.open');
  await program.restart();
  await program.milestone(id, 'apply.open');

  expect(await program.kinds(id)).toEqual({ invitation: 2 });
});

test('when a vote has been acknowledged and not read yet, it counts', async () => {
  await program.reply(program.asked(grace), answers.asMentor);
  await program.reply(program.asked(ada), answers.asMentee);
  await program.milestone(id, 'match.open');

  await program.hand(program.asked('ines@restarted.example.org'), 'approve all');
  await program.restart();
  await program.reply(program.asked('tom@restarted.example.org'), 'approve all');

  expect(await program.kinds(id)).toMatchObject({ ballot: 2, 'publish-decision': 1 });
});

test('when the word to publish has been acknowledged and not read yet, and while both sides are asked, they are asked', async () => {
  await program.hand(program.asked('maria@restarted.example.org'), 'yes');
  await program.restart();
  await program.milestone(id, 'match.publish');
  await program.hand(program.asked(grace), 'yes');
  await program.restart();
  await program.settled();

  expect(await program.kinds(id)).toMatchObject({ 'partner-proposed': 2 });
  expect(await program.statusOf(id, grace, 'consent')).toBe('complete');
});

test('while the pair is being introduced, both are, once', async () => {
  await program.begin(id, 'kickoff.open');
  await program.restart();
  await program.milestone(id, 'kickoff.open');

  expect(await program.kinds(id)).toMatchObject({ introduction: 2 });
});

test('when an answer has been acknowledged and not read yet, it is read', async () => {
  await program.reply(program.asked(grace), answers.agreement);
  await program.reply(program.asked(ada), answers.agreement);
  await program.milestone(id, 'midpoint.open');

  await program.hand(program.asked(grace), answers.midpoint);
  await program.restart();
  await program.reply(program.asked(ada), answers.midpoint);

  expect(await program.statusOf(id, grace, 'midpoint')).toBe('complete');
});

test('while the report is being made, it is made; and in all nothing was lost, and nothing said twice', async () => {
  await program.milestone(id, 'closeout.open');
  await program.reply(program.asked(grace), answers.closeout);
  await program.reply(program.asked(ada), answers.closeout);
  await program.begin(id, 'closeout.close');
  await program.restart();
  await program.finished(id);

  expect((await program.cohort(id)).status).toBe('finished');
  const kinds = await program.kinds(id);
  expect(kinds).toEqual({
    invitation: 2,
    understood: 12,
    readiness: 1,
    ballot: 2,
    'publish-decision': 1,
    'partner-proposed': 2,
    'matches-published': 1,
    introduction: 2,
    survey: 4,
    thanks: 2,
    report: 1,
    'cohort-over': 1,
  });
  const { letters } = program;
  expect(letters).toHaveLength(Object.values(kinds).reduce((sum, count) => sum + count, 0));
  expect(new Set(letters.map(({ to, mail }) => `${to} ${mail.text}`)).size).toBe(letters.length);
});
