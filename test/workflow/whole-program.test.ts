import { afterAll, beforeAll, expect, test } from 'vitest';
import * as answers from '#test/harness/answers.ts';
import { Program } from '#test/harness/program.ts';

const program = new Program();
beforeAll(() => program.start());
afterAll(() => program.stop());

test('one mentor and one mentee pass through all five stages, from the API call to the report', async () => {
  const { id } = await program.createCohort();
  await program.milestone(id, 'apply.open');
  await program.reply(program.newest('grace@harbour.example.org'), answers.asMentor);
  await program.reply(program.newest('ada@harbour.example.org'), answers.asMentee);
  expect(program.newest('ada@harbour.example.org').mail.text).toContain('This is what we understood');

  await program.milestone(id, 'match.open');
  await program.reply(program.newest('ines@harbour.example.org'), 'approve all');
  await program.reply(program.newest('tom@harbour.example.org'), 'approve all');
  expect((await program.cohort(id)).stage).toBe('kickoff');

  await program.milestone(id, 'kickoff.open');
  await program.reply(program.newest('grace@harbour.example.org'), answers.agreement);
  await program.reply(program.newest('ada@harbour.example.org'), answers.agreement);
  await program.milestone(id, 'midpoint.open');
  await program.reply(program.newest('grace@harbour.example.org'), answers.midpoint);
  await program.reply(program.newest('ada@harbour.example.org'), answers.midpoint);
  await program.milestone(id, 'closeout.open');
  await program.reply(program.newest('grace@harbour.example.org'), answers.closeout);
  await program.reply(program.newest('ada@harbour.example.org'), answers.closeout);
  await program.finished(id);

  const kinds = (await program.emails(id)).map(({ kind }) => kind).sort();
  expect(count(kinds)).toEqual({
    invitation: 2,
    understood: 10,
    readiness: 1,
    ballot: 2,
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

function count(words: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const word of words) counts[word] = (counts[word] ?? 0) + 1;
  return counts;
}
