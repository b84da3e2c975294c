import { expect, test } from 'vitest';
import { invitees } from '#test/harness/new-cohort.ts';
import { Program } from '#test/harness/program.ts';

test('what SES wants slower is sent later, all of it and once', async () => {
  await using program = await new Program({ sendRate: 2 }).start();
  const { id } = await program.createCohort('slow', { invitees: invitees(9, 'slow') });

  await program.until(async () => (await program.emails(id)).every(({ status }) => status === 'sent'));

  expect(await program.kinds(id)).toEqual({ invitation: 9 });
  expect(new Set(program.letters.map(({ to }) => to)).size).toBe(9);
  expect(program.letters).toHaveLength(9);
  expect((await program.emails(id)).every(({ attempts }) => attempts === 1)).toBe(true);
});
