import { afterAll, beforeAll, expect, test } from 'vitest';
import * as answers from '#test/harness/cohorts/answers.ts';
import { invitees } from '#test/harness/cohorts/new-cohort.ts';
import { TestSystem } from '#test/harness/system/test-system.ts';

const program = new TestSystem();
beforeAll(() => program.start());
afterAll(() => program.stop());

const words = (text: string | undefined) => (text ?? '').replace(/\s+/g, ' ');

test('a mentor of two can tell apart what is about either, and has a receipt for what was answered on a page', async () => {
  const people = invitees(3, 'two');
  const [mentor, ...mentees] = people.map(({ email }) => email) as [string, ...string[]];
  const { id } = await program.createCohort('two', { invitees: people });
  await program.milestone(id, 'apply.open');
  await program.reply(program.asked(mentor), answers.asMentor.replace(/^11\. 1$/m, '11. 2'));
  for (const mentee of mentees) await program.reply(program.asked(mentee), answers.asMentee);
  await program.milestone(id, 'match.open');
  for (const who of ['ines', 'tom']) await program.reply(program.asked(`${who}@two.example.org`), 'approve all');
  await program.milestone(id, 'kickoff.open');
  const to = (subject: RegExp) => program.lettersTo(mentor).filter(({ mail }) => subject.test(mail.subject ?? ''));

  const [onPage, byReply] = to(/meeting for the first time/);
  if (!onPage || !byReply) throw new Error('The mentor has no two mentees.');
  const fields = { agree: 'yes', rhythm: 'every month', hopes: 'A new view.' };
  const page = await program.visit(onPage);
  await program.visit(onPage, fields);
  await program.visit(onPage, fields);
  await program.reply(byReply, answers.agreement);
  const receipts = to(/^Thank you, we have all your answers: you and/);
  await program.visit(onPage, { ...fields, rhythm: 'every week' });
  await program.milestone(id, 'midpoint.open');

  expect(page.html).toMatch(/About you and Invitee [23]\./);
  expect(receipts.map(({ mail }) => mail.subject)).toHaveLength(2);
  expect(new Set(receipts.map(({ mail }) => mail.subject)).size).toBe(2);
  expect(words(receipts[0]?.mail.text)).toMatch(
    /You answered on the page\. This is about you and Invitee [23]\. This is what we have:/,
  );
  expect(words(receipts[0]?.mail.text)).toContain('every month');
  expect(words(to(/^Thank you, we have all/).at(-1)?.mail.text)).toContain('every week');
  const surveys = to(/^Half-way/).map(({ mail }) => mail.subject);
  expect(surveys.sort()).toEqual([
    'Half-way: how is it going with Invitee 2?',
    'Half-way: how is it going with Invitee 3?',
  ]);
  expect(program.newest(mentees[0] ?? '').mail.subject).toBe('Half-way: how is your mentoring going?');
  await program.cancel(id);
});
