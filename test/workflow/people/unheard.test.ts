import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { invitees } from '#test/harness/cohorts/new-cohort.ts';
import { received } from '#test/harness/mail/post-box.ts';
import { DirectInvoker } from '#test/harness/system/direct-invoker.ts';
import { TestSystem } from '#test/harness/system/test-system.ts';

const program = new TestSystem();
beforeAll(() => program.start());
afterAll(() => program.stop());

const day = 24 * 3600 * 1000;

function automatic(from: string, text: string) {
  return program.mail(program.asked(from).replyTo, text, { from, headers: { 'Auto-Submitted': 'auto-replied' } });
}

const lists = (to: string) => program.lettersTo(to).filter(({ mail }) => mail.subject?.startsWith('We did not answer'));

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
  expect(list?.mail.subject).toBe('We did not answer three replies');
  expect(list?.mail.text).toMatch(/Ada .*:\s+two replies/);
  expect(list?.mail.text).not.toContain('lighthouse');
  expect(quiet).toBe(1);
  expect(lists(maria).map(({ mail }) => mail.subject)).toEqual([
    'We did not answer three replies',
    'We did not answer one reply',
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

test('a forgery, a virus, too many and one in vain again are listed by their reasons, and what its writer heard of is not', async () => {
  const names = ['Ada Park', 'Grace Lee', 'Paul Neri', 'Thuy Bui', 'Omar Aziz'];
  const people = invitees(5, 'reasons').map((one, index) => ({ ...one, name: names[index] ?? one.name }));
  const [ada = '', grace = '', paul = '', thuy = '', omar = ''] = people.map(({ email }) => email);
  const { id } = await program.createCohort('reasons', { invitees: people });
  await program.milestone(id, 'apply.open');
  const opened = Date.parse(await program.dateOf(id, 'apply.open'));
  const byHand = new DirectInvoker(program.system);
  const arrives = async (from: string, to: string, verdicts: Parameters<typeof received>[1]['verdicts']) => {
    const raw = `From: ${from}\r\nTo: ${to}\r\nMessage-ID: <${randomUUID()}@example.org>\r\n\r\nThe lighthouse is closed.\r\n`;
    const mail = { id: randomUUID(), from, to, raw, ...(verdicts && { verdicts }) };
    await byHand.invoke('inbox', await received(program.system, mail));
    await program.settled();
  };

  await arrives(ada, program.asked(ada).replyTo, { virus: 'FAIL' });
  const { replyTo } = program.asked(grace);
  for (let nth = 0; nth < 5; nth += 1) await arrives(grace, replyTo, { dmarc: 'FAIL' });
  const confirmation = program.newest(grace).mail.text?.replace(/\s+/g, ' ');
  const invited = program.asked(paul);
  await program.mail(invited.replyTo, 'The lighthouse is closed.', { from: 'paul@home.example.net' });
  await program.mail(program.asked(paul).replyTo, 'yes', { from: 'paul@home.example.net' });
  const form = program.asked(thuy);
  for (let nth = 0; nth < 9; nth += 1) await program.reply(form, `The lighthouse is closed. ${nth}`);
  await program.mail(program.asked(omar).replyTo, '', { from: omar });
  await program.mail(program.asked(omar).replyTo, '\n', { from: omar });
  await program.mail(program.asked(omar).replyTo, '-----BEGIN PGP MESSAGE-----\n\nhQ\n-----END PGP MESSAGE-----', {
    from: omar,
  });
  await program.passTo(opened + day + 3600_000);
  await byHand.stop();

  const [list, ...others] = lists('maria@reasons.example.org');
  const text = list?.mail.text?.replace(/\s+/g, ' ') ?? '';
  expect(others).toEqual([]);
  expect(list?.mail.subject).toBe('We did not answer eight replies');
  expect(text).toContain(`There is a virus in it, so we have not opened it: - Ada Park (${ada}), application: `);
  expect(text).toContain(`did not ask again: - Grace Lee (${grace}), application: two replies, the last on `);
  expect(text).toContain(`may not be from the person we asked: - Paul Neri (${paul}): `);
  expect(text).toContain(`passed nothing on: - Thuy Bui (${thuy}), application: three replies, the last on `);
  expect(text).toContain(`A word from you may help: - Omar Aziz (${omar}), application: `);
  expect(text).not.toMatch(/lighthouse|two replies.*Omar/);
  const toOmar = program.lettersTo(omar).filter(({ mail }) => mail.subject === 'We could not read your reply');
  expect(toOmar.map(({ mail }) => /no words of yours|encrypted/.exec(mail.text ?? '')?.[0])).toEqual([
    'no words of yours',
    'encrypted',
  ]);
  expect(confirmation).toContain('has your address on it, but we could not make sure that it is yours');
  await program.cancel(id);
});
