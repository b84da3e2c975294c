import { expect, test } from 'vitest';
import { invitees } from '#test/harness/new-cohort.ts';
import { Program } from '#test/harness/program.ts';

test('what SES wants slower waits, also through a restart, and is sent once', async () => {
  await using program = await new Program({ sendRate: 0.1 }).start();
  const people = invitees(3, 'slow');
  const { id } = await program.createCohort('slow', { invitees: people });
  await program.milestone(id, 'apply.open');
  const before = program.letters.length;

  await program.restart();
  await program.until(async () => (await program.emails(id)).every(({ status }) => status === 'sent'));

  expect(before).toBe(1);
  expect(program.letters.map(({ to }) => to).sort()).toEqual(people.map(({ email }) => email));
  expect((await program.emails(id)).map(({ attempts }) => attempts)).toEqual([1, 1, 1]);
});
