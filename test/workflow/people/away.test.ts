import { afterAll, beforeAll, expect, test } from 'vitest';
import * as answers from '#test/harness/cohorts/answers.ts';
import { TestSystem } from '#test/harness/system/test-system.ts';

const program = new TestSystem();
beforeAll(() => program.start());
afterAll(() => program.stop());

const day = 24 * 3600 * 1000;
const dateOf = (moment: number) =>
  new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'Europe/Lisbon',
  }).format(moment);

/**
 * An automatic reply from `from` to the newest letter that asks them something: to the envelope's sender of that, which is SES,
 * with a null return path (RFC 3834 sections 3.3 and 4).
 */
function automatic(from: string, text: string) {
  const letter = program.asked(from);
  const to = letter.field('Return-Path').replace(/[<>]/g, '');
  const raw = `From: ${from}\r\nTo: ${to}\r\nSubject: Automatic reply: ${letter.mail.subject}\r\nAuto-Submitted: auto-replied\r\n\r\n${text}\r\n`;
  return program.mailRaw(to, raw, '');
}

const reminders = (to: string) =>
  program.lettersTo(to).filter(({ mail }) => mail.subject === 'Mentoring: is it for you this time?');

test('a reminder waits until the morning after the return, and is one email', async () => {
  const { id } = await program.createCohort('away');
  const [ada, grace] = ['ada@away.example.org', 'grace@away.example.org'];
  await program.milestone(id, 'apply.open');
  const remind = Date.parse(await program.dateOf(id, 'apply.remind-1'));
  const back = remind + 2 * day;

  await automatic(ada, `I am out of the office until ${dateOf(back)}.`);
  await program.milestone(id, 'apply.remind-1');
  await program.passTo(remind + day);
  const atFirst = [reminders(grace).length, reminders(ada).length];
  await program.passTo(back + day - 60_000);
  const before = reminders(ada).length;
  await program.passTo(back + day + 60_000);
  const after = reminders(ada).length;
  await program.passTo(remind + 6 * day);

  expect(atFirst).toEqual([1, 0]);
  expect(before).toBe(0);
  expect(after).toBe(1);
  expect(reminders(ada)).toHaveLength(1);
  await program.milestone(id, 'apply.close');
  expect((await program.kinds(id))['application-reminder']).toBe(4);
  await program.cancel(id);
});

test('who answers before the return is not reminded of it, and the automatic reply was never answered', async () => {
  const { id } = await program.createCohort('back');
  const ada = 'ada@back.example.org';
  await program.milestone(id, 'apply.open');
  const invitation = program.asked(ada);
  const remind = Date.parse(await program.dateOf(id, 'apply.remind-1'));

  await automatic(ada, `I am away until ${dateOf(remind + 2 * day)}.`);
  await program.passTo(remind + day);
  await program.reply(invitation, answers.asMentee);
  await program.passTo(remind + 6 * day);

  expect(program.lettersTo(ada).map(({ mail }) => mail.subject)).toEqual([
    invitation.mail.subject,
    'Thank you, we have all your answers',
  ]);
  await program.cancel(id);
});

test('who comes back after the close is reminded once, a day before it', async () => {
  const { id } = await program.createCohort('gone');
  const ada = 'ada@gone.example.org';
  await program.milestone(id, 'apply.open');
  const close = Date.parse(await program.dateOf(id, 'apply.close'));

  await automatic(ada, `I am on leave, back on ${dateOf(close + 5 * day)}.`);
  await program.passTo(close - day - 60_000);
  const before = reminders(ada).length;
  await program.passTo(close - day + 60_000);

  expect(before).toBe(0);
  expect(reminders(ada)).toHaveLength(1);
  await program.cancel(id);
});

test("somebody else's automatic reply, and one that comes after the reminder, change nothing", async () => {
  const { id } = await program.createCohort('other');
  const ada = 'ada@other.example.org';
  await program.milestone(id, 'apply.open');
  const remind = Date.parse(await program.dateOf(id, 'apply.remind-1'));
  const words = `I am away until ${dateOf(remind + 2 * day)}.`;
  const headers = { 'Auto-Submitted': 'auto-replied' };

  await program.mail(program.asked(ada).replyTo, words, { from: 'list@example.net', headers });
  await program.milestone(id, 'apply.remind-1');
  const first = reminders(ada).length;
  await automatic(ada, words);
  await program.passTo(remind + 6 * day);

  expect(first).toBe(1);
  expect(reminders(ada)).toHaveLength(1);
  await program.cancel(id);
});

test('reminders of the vote, the agreement and the survey wait as well', async () => {
  const { id } = await program.createCohort('all');
  const [ada, grace, ines] = ['ada@all.example.org', 'grace@all.example.org', 'ines@all.example.org'];
  await program.milestone(id, 'apply.open');
  await program.reply(program.asked(grace), answers.asMentor);
  await program.reply(program.asked(ada), answers.asMentee);

  for (const [stage, who] of [
    ['match', ines],
    ['kickoff', ada],
    ['midpoint', ada],
    ['closeout', ada],
  ] as const) {
    await program.milestone(id, `${stage}.open`);
    const remind = Date.parse(await program.dateOf(id, `${stage}.remind-1`));
    await automatic(who, `Out of office until ${dateOf(remind + day)}.`);
    const letters = program.lettersTo(who).length;
    await program.passTo(remind + day);
    expect(program.lettersTo(who), stage).toHaveLength(letters);
    await program.passTo(remind + 2 * day + 60_000);
    expect(program.lettersTo(who), stage).toHaveLength(letters + 1);
    if (stage === 'match') await program.reply(program.asked(ines), 'approve all');
  }
  await program.finished(id);

  expect(await program.kinds(id)).toMatchObject({
    'ballot-reminder': 2,
    'agreement-reminder': 2,
    'survey-reminder': 4,
  });
});
