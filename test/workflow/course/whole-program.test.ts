import { afterAll, beforeAll, expect, test } from 'vitest';
import * as answers from '#test/harness/cohorts/answers.ts';
import { TestSystem } from '#test/harness/system/test-system.ts';

const program = new TestSystem();
beforeAll(() => program.start());
afterAll(() => program.stop());

test('one mentor and one mentee pass through all five stages, from the API call to the report', async () => {
  const { id } = await program.createCohort('harbour', { start: '2027-01-11' });

  await program.milestone(id, 'apply.open');
  await program.reply(program.asked('grace@harbour.example.org'), answers.asMentor);
  await program.reply(program.asked('ada@harbour.example.org'), answers.asMentee);
  expect(program.newest('ada@harbour.example.org').mail.text).toContain('This is what we understood');

  await program.milestone(id, 'match.open');
  await program.reply(program.asked('ines@harbour.example.org'), 'approve all');
  await program.reply(program.asked('tom@harbour.example.org'), 'approve all');
  await program.reply(program.asked('maria@harbour.example.org'), 'yes');
  await program.reply(program.asked('grace@harbour.example.org'), 'Yes');
  await program.reply(program.asked('ada@harbour.example.org'), 'yes please');
  expect((await program.cohort(id)).stage).toBe('kickoff');

  for (const [stage, said] of [
    ['kickoff', answers.agreement],
    ['midpoint', answers.midpoint],
    ['closeout', answers.closeout],
  ] as const) {
    await program.milestone(id, `${stage}.open`);
    await program.reply(program.asked('grace@harbour.example.org'), said);
    await program.reply(program.asked('ada@harbour.example.org'), said);
  }
  await program.finished(id);

  expect(await program.kinds(id)).toEqual({
    invitation: 2,
    understood: 13,
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
  expect((await program.call('GET', `/v1/cohorts/${id}/report`)).status).toBe(200);
  expect(program.lettersTo('lena@harbour.example.org')).toHaveLength(1);
});
