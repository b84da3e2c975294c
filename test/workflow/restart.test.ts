import { expect, test } from 'vitest';
import * as answers from '#test/harness/answers.ts';
import { Program } from '#test/harness/program.ts';

const grace = 'grace@restarted.example.org';
const ada = 'ada@restarted.example.org';

test('stopped and started again in the middle of every stage, a program loses nothing and says nothing twice', async () => {
  await using program = await new Program().start();
  const { id } = await program.createCohort('restarted', { start: '2027-01-11' });

  // While the invitations are being made and sent.
  await program.begin(id, 'apply.open');
  await program.restart();
  await program.milestone(id, 'apply.open');
  await program.reply(program.asked(grace), answers.asMentor);
  await program.reply(program.asked(ada), answers.asMentee);

  // When a vote has been acknowledged and not read yet.
  await program.milestone(id, 'match.open');
  await program.hand(program.asked('ines@restarted.example.org'), 'approve all');
  await program.restart();
  await program.reply(program.asked('tom@restarted.example.org'), 'approve all');

  // When the word to publish has been acknowledged and not read yet, and while both sides are being asked.
  await program.hand(program.asked('maria@restarted.example.org'), 'yes');
  await program.restart();
  await program.milestone(id, 'match.publish');
  await program.hand(program.asked(grace), 'yes');
  await program.restart();

  // While the pair is being introduced.
  await program.begin(id, 'kickoff.open');
  await program.restart();
  await program.milestone(id, 'kickoff.open');
  await program.reply(program.asked(grace), answers.agreement);
  await program.reply(program.asked(ada), answers.agreement);

  // When an answer has been acknowledged and not read yet.
  await program.milestone(id, 'midpoint.open');
  await program.hand(program.asked(grace), answers.midpoint);
  await program.restart();
  await program.reply(program.asked(ada), answers.midpoint);

  // While the report is being made.
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
