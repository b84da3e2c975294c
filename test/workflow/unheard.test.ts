import { afterAll, beforeAll, expect, test } from 'vitest';
import { Program } from '#test/harness/program.ts';

const program = new Program();
beforeAll(() => program.start());
afterAll(() => program.stop());

const day = 24 * 3600 * 1000;

function automatic(from: string, text: string) {
  return program.mail(program.asked(from).replyTo, text, { from, headers: { 'Auto-Submitted': 'auto-replied' } });
}

const lists = (to: string) => program.lettersTo(to).filter(({ mail }) => mail.subject?.startsWith('We could not use'));

test('replies that nobody has heard of reach the coordinator the next morning, in one email and without their words', async () => {
  const { id } = await program.createCohort('unheard');
  const [ada, grace, maria] = ['ada@unheard.example.org', 'grace@unheard.example.org', 'maria@unheard.example.org'];
  await program.milestone(id, 'apply.open');
  const opened = Date.parse(await program.dateOf(id, 'apply.open'));

  await automatic(ada, 'The lighthouse is closed.');
  await automatic(ada, 'The lighthouse is closed.');
  await automatic(grace, 'The lighthouse is closed.');
  const atOnce = lists(maria).length;
  await program.passTo(opened + day + 3600_000);
  const [list, ...others] = lists(maria);
  await program.passTo(opened + 4 * day);
  const quiet = lists(maria).length;
  await automatic(grace, 'The lighthouse is closed.');
  await program.passTo(opened + 6 * day);

  expect(atOnce).toBe(0);
  expect(others).toEqual([]);
  expect(list?.mail.subject).toBe('We could not use three replies');
  expect(list?.mail.text).toMatch(/Ada .*: two replies/);
  expect(list?.mail.text).not.toContain('lighthouse');
  expect(quiet).toBe(1);
  expect(lists(maria).map(({ mail }) => mail.subject)).toEqual([
    'We could not use three replies',
    'We could not use one reply',
  ]);
  await program.cancel(id);
});

test('what waits when a cohort is cancelled is told then; what comes after it, once a day', async () => {
  const { id } = await program.createCohort('ended');
  const [ada, maria] = ['ada@ended.example.org', 'maria@ended.example.org'];
  await program.milestone(id, 'apply.open');
  const { replyTo } = program.asked(ada);
  const away = (text: string) =>
    program.mail(replyTo, text, { from: ada, headers: { 'Auto-Submitted': 'auto-replied' } });

  await away('The lighthouse is closed.');
  await program.cancel(id);
  const afterwards = lists(maria).length;
  await away('The lighthouse is still closed.');
  await away('The lighthouse is closed for good.');

  expect(afterwards).toBe(1);
  expect(lists(maria)).toHaveLength(1);
});
