import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { Maildirs } from '#infra/local/mail/maildir.ts';
import * as answers from '#test/harness/cohorts/answers.ts';
import { invitees, newCohort } from '#test/harness/cohorts/new-cohort.ts';
import { letterOf, mailRaw } from '#test/harness/mail/mail-client.ts';
import { Child } from '#test/harness/system/child.ts';
import { TestSystem } from '#test/harness/system/test-system.ts';

const folder = mkdtempSync(join(tmpdir(), 'telemachy-killed-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const people = invitees(30, 'killed');
const maildirs = new Maildirs(join(folder, 'mail'));

async function lettersOf(address: string) {
  const { letters } = await maildirs.list(address);
  return Promise.all(letters.map(async (letter) => letterOf(address, await maildirs.read(letter))));
}

async function waitFor(reached: () => Promise<boolean>): Promise<void> {
  while (!(await reached())) await new Promise((resolve) => setTimeout(resolve, 5));
}

test('killed while it sends and again while replies arrive, it loses nothing it acknowledged and writes to nobody twice', async () => {
  const first = await Child.start(folder);
  const created = await first.post('/v1/cohorts', newCohort('killed', { invitees: people }));
  await waitFor(async () => (await maildirs.people()).length >= 10);
  await first.kill();

  const second = await Child.start(folder);
  const acknowledged: string[] = [];
  const writers = (await maildirs.people()).map(async ({ address }) => {
    const [invitation] = await lettersOf(address);
    const head = `From: ${address}\r\nTo: ${invitation?.replyTo}\r\nMessage-ID: <${address}>\r\nSubject: Re: ${invitation?.mail.subject}`;
    const raw = `${head}\r\n\r\n${answers.asMentee.replaceAll('\n', '\r\n')}\r\n`;
    await mailRaw(second.smtpPort, { from: address, to: invitation?.replyTo ?? '', raw });
    acknowledged.push(address);
    if (acknowledged.length === 5) await second.kill();
  });
  await Promise.allSettled(writers);

  await using program = await new TestSystem({ folder, start: new Date().toISOString() }).start();
  const { id } = created.body;
  await program.passTo(program.now + 15 * 60_000);

  expect(acknowledged.length).toBeGreaterThanOrEqual(5);
  const applied = (await program.people(id)).filter(({ forms }) => forms.some(({ status }) => status === 'complete'));
  expect(applied.map(({ email }) => email)).toEqual(expect.arrayContaining(acknowledged));
  const emails = await program.emails(id);
  expect(emails.filter(({ status }) => status !== 'sent')).toEqual([]);
  expect(emails.filter(({ kind }) => kind === 'invitation')).toHaveLength(people.length);
  for (const { email } of people) {
    const subjects = (await lettersOf(email)).map(({ mail }) => mail.subject);
    const expected = applied.some((one) => one.email === email) ? 2 : 1;
    expect(subjects, email).toHaveLength(expected);
    expect(new Set(subjects).size, email).toBe(expected);
  }
});
