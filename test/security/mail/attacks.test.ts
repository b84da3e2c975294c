import { afterAll, beforeAll, expect, test } from 'vitest';
import { Invited } from '#test/harness/cohorts/invited.ts';

/** What people who attacked it have done, by mail and on the pages. */
const invited = new Invited('attacked');
beforeAll(() => invited.start());
afterAll(() => invited.stop());

const sender = 'mentoring@mentoring.example.org';
const words = () => invited.program.lettersTo(invited.coordinator).map(({ mail }) => mail.text ?? '');

test('a megabyte without a space, from a stranger, is looked through', async () => {
  await invited.program.mail(sender, `${'http://'.repeat(140_000)}\r\nWhen does it start?`, { from: 's@evil.example' });

  expect(words().some((text) => text.includes('http://http://'))).toBe(true);
});

test.each([
  ['an address that we are answered at', () => invited.somebody().invitation.replyTo],
  ['our own sender', () => sender],
])('new mail from %s is passed on to nobody', async (_, address) => {
  const from = address();
  const raw = `From: ${from}\r\nTo: ${sender}\r\nSubject: Lunch\r\n\r\nAre you free for lunch on Friday?\r\n`;

  await invited.program.mailRaw(sender, raw, from);

  expect(words().some((text) => text.includes('free for lunch'))).toBe(false);
});

test("whoever writes in somebody's name does not use up their day", async () => {
  const ada = invited.somebody();
  for (let nth = 0; nth < 6; nth += 1) {
    const raw = `From: ${ada.email}\r\nTo: ${sender}\r\nSubject: Hello\r\n\r\nForged words, number ${nth}.\r\n`;
    await invited.program.mailRaw(sender, raw, 'x@evil.example');
  }

  await invited.program.mail(ada.invitation.replyTo, 'Is it paid in hours of work?', { from: ada.email });

  expect(words().some((text) => text.includes('paid in hours of work'))).toBe(true);
});

test("a Message-ID that somebody else has used does not make the owner's reply vanish", async () => {
  const ada = invited.somebody();
  const written = (from: string, body: string) =>
    `From: ${from}\r\nTo: ${ada.invitation.replyTo}\r\nMessage-ID: <same-id@example.net>\r\nSubject: Re\r\n\r\n${body}\r\n`;

  await invited.program.mailRaw(ada.invitation.replyTo, written('evil@evil.example', 'Hello'), 'evil@evil.example');
  await invited.program.mailRaw(ada.invitation.replyTo, written(ada.email, 'No thanks'), ada.email);

  expect((await ada.form()).status).toBe('declined');
});

test.each([
  ['fields', 'a&'.repeat(20_000)],
  ['characters', `a=${'x'.repeat(1_100_000)}`],
])('a page takes no more %s than any form has, whatever its link is', async (_, body) => {
  const page = invited.program.pageIn(invited.somebody().invitation, 'f');

  for (const url of [page, page.replace(/\/f\/.*/, '/f/aaaa.bbbb')]) {
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    expect((await fetch(url, { method: 'POST', headers, body })).status).toBe(413);
  }
});
