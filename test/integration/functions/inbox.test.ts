import { afterAll, beforeAll, expect, test } from 'vitest';
import * as answers from '#test/harness/cohorts/answers.ts';
import { invitees } from '#test/harness/cohorts/new-cohort.ts';
import type { Letter } from '#test/harness/mail/mail-client.ts';
import { received } from '#test/harness/mail/post-box.ts';
import { DirectInvoker } from '#test/harness/system/direct-invoker.ts';
import { type Item, Table } from '#test/harness/system/table.ts';
import { TestSystem } from '#test/harness/system/test-system.ts';

const program = new TestSystem();
let id: string;
let table: Table;
let byHand: DirectInvoker;
const everybody = invitees(44, 'inbox');

beforeAll(async () => {
  await program.start();
  ({ id } = await program.createCohort('inbox', { invitees: everybody }));
  await program.milestone(id, 'apply.open');
  table = new Table(program.system);
  byHand = new DirectInvoker(program.system);
});
afterAll(async () => {
  await byHand.stop();
  await program.stop();
});

let met = 0;

/** Somebody who was invited and has not been heard of in another test. */
function somebody() {
  const { email } = everybody[met] ?? { email: '' };
  met += 1;
  const invitation = program.asked(email);
  const mails = program.lettersTo(email).length;
  return {
    email,
    invitation,
    /** Letters since the invitation. */
    letters: (): Letter[] => program.lettersTo(email).slice(mails),
    form: async (): Promise<Item> => {
      const person = (await program.people(id)).find((one) => one.email === email);
      const forms = await table.items(id, 'FORM#application#');
      return forms.find((form) => form.person === person?.id) ?? {};
    },
    /** What became of their replies. */
    became: async (): Promise<string[]> => {
      const form = (await table.items(id, 'FORM#application#')).find((one) => invitation.replyTo.includes(one.id));
      const replies = (await table.items(id, 'REPLY#')).filter((reply) => reply.form.id === form?.id);
      return replies.map(({ became }) => became);
    },
  };
}

test('an empty reply is kept and answered once a day, whatever number of them arrives', async () => {
  const ada = somebody();

  await program.mail(ada.invitation.replyTo, '', { from: ada.email });
  await program.mail(ada.invitation.replyTo, '\n\n', { from: ada.email });

  expect(await ada.became()).toEqual(['unreadable', 'unreadable']);
  expect(ada.letters()).toHaveLength(1);
  expect(await ada.form()).toMatchObject({ status: 'open' });
});

test('a reply of 12 MB is kept unread, and its sender is told', async () => {
  const ada = somebody();
  const line = `${'x'.repeat(76)}\r\n`;

  await program.mail(ada.invitation.replyTo, line.repeat((12 * 1024 * 1024) / line.length), { from: ada.email });

  expect(await ada.became()).toEqual(['unreadable']);
  expect(ada.letters()).toHaveLength(1);
});

test('a reply with 8 MB of text is dealt with, and the record of it stays small', async () => {
  const ada = somebody();
  const words = `${'It is a long story and I tell it with many words. '.repeat(2)}\n`;

  await program.mail(ada.invitation.replyTo, words.repeat((8 * 1024 * 1024) / words.length), { from: ada.email });

  expect(await ada.became()).toHaveLength(1);
  expect(JSON.stringify(await ada.form()).length).toBeLessThan(100_000);
  expect(ada.letters()).toHaveLength(1);
});

test('a reply that is longer than is read is answered with what its beginning says, and that the rest was not read', async () => {
  const ada = somebody();

  await program.mail(ada.invitation.replyTo, `1. mentee\n2. To learn.\n\n${'words and more words '.repeat(40_000)}`, {
    from: ada.email,
  });

  const [answer] = ada.letters();
  expect(await ada.form()).toMatchObject({ answers: { role: 'mentee' } });
  expect(answer?.mail.text?.replace(/\s+/g, ' ')).toContain('longer than we can read');
});

test('an answer that is longer than a record can hold is asked for again, and the others are stored', async () => {
  const ada = somebody();
  const story = `${'I want to lead my own group. '.repeat(2)}\n`.repeat(2_000);

  await program.mail(ada.invitation.replyTo, answers.asMentee.replace(/I want to lead.*/, story), { from: ada.email });

  expect(await ada.form()).toMatchObject({ status: 'partial', unclear: [{ key: 'change' }] });
  expect(ada.letters()).toHaveLength(1);
});

const head = (from: string, to: string, more = '') =>
  `From: ${from}\r\nTo: ${to}\r\nSubject: Re: Invitation\r\nMIME-Version: 1.0\r\n${more}`;

test('a message that ends in the middle of a part is read as far as it goes', async () => {
  const ada = somebody();
  const type = 'Content-Type: multipart/alternative; boundary="b"\r\n\r\n';
  const part = '--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n';

  await program.mailRaw(ada.invitation.replyTo, `${head(ada.email, 'x')}${type}${part}1. a`, ada.email);

  expect(await ada.became()).toEqual(['read']);
  expect((await ada.form()).answers).toHaveProperty('role');
});

test('a message of 5,000 parts inside each other is kept and answered once', async () => {
  const ada = somebody();
  let raw = head(ada.email, ada.invitation.replyTo);
  for (let depth = 0; depth < 5000; depth += 1) {
    raw += `Content-Type: multipart/mixed; boundary="b${depth}"\r\n\r\n--b${depth}\r\n`;
  }

  await program.mailRaw(ada.invitation.replyTo, `${raw}Content-Type: text/plain\r\n\r\n1. mentor\r\n`, ada.email);

  expect(await ada.became()).toHaveLength(1);
  expect(ada.letters()).toHaveLength(1);
});

test('a reply without a Message-ID is read, and read once when it is delivered again', async () => {
  const ada = somebody();
  const raw = `${head(ada.email, ada.invitation.replyTo)}\r\n${answers.asMentee.replaceAll('\n', '\r\n')}\r\n`;
  const event = await received(program.system, { id: 'nameless', from: ada.email, to: ada.invitation.replyTo, raw });

  await byHand.invoke('inbox', event);
  await byHand.invoke('inbox', event);
  await program.settled();

  expect(await ada.became()).toEqual(['read']);
  expect(await ada.form()).toMatchObject({ status: 'complete', replies: [{}] });
  expect(ada.letters()).toHaveLength(1);
});

test('a reply with NUL bytes and broken characters is dealt with', async () => {
  const ada = somebody();
  const raw = Buffer.concat([
    Buffer.from(`${head(ada.email, ada.invitation.replyTo, 'Content-Type: text/plain; charset=utf-8\r\n')}\r\n`),
    Buffer.from([0, 0xff, 0xfe, 0xc3, 0x28, 0, 0x0d, 0x0a]),
    Buffer.from('7. to lead\u0000 my own group\r\n'),
  ]);

  await program.mailRaw(ada.invitation.replyTo, raw, ada.email);

  expect(await ada.became()).toEqual(['read']);
  expect(ada.letters()).toHaveLength(1);
});

test.each([
  ['forged', (address: string) => address.replace(/\.[a-z2-7]+@/, '.abcdefghijklmnopqrstuvwxyz@')],
  ['altered', (address: string) => address.replace(/(?<=^r\+)./, (first) => (first === '7' ? 'a' : '7'))],
  ['cut short', (address: string) => address.replace(/.@/, '@')],
  [
    'of a page',
    (address: string) =>
      address.replace(/\+.*@/, `+${program.pageIn(program.asked('invitee-1@inbox.example.org')).split('/').at(-1)}@`),
  ],
  ['unknown', (address: string) => address.replace(/\+.*@/, '+nobody@')],
])('a reply to an address whose token is %s changes nothing and is answered by nobody', async (_, alter) => {
  const ada = somebody();
  const before = await table.items(id);

  await program.mail(alter(ada.invitation.replyTo), answers.asMentee, { from: ada.email });

  expect(await table.items(id)).toEqual(before);
  expect(ada.letters()).toEqual([]);
});

test("an answer to somebody else's form waits until they confirm it, and a no leaves it unread", async () => {
  const ada = somebody();
  const grace = somebody();

  await program.mail(ada.invitation.replyTo, answers.asMentee, { from: grace.email });
  const held = await ada.became();
  await program.reply(program.asked(ada.email), 'no');

  expect(held).toEqual(['held']);
  expect(ada.letters()[0]?.mail.text).toContain(grace.email);
  expect(grace.letters()).toEqual([]);
  expect(await ada.form()).toMatchObject({ status: 'open', answers: {} });
});

test("a reply from a person's other address waits, is confirmed from the one we know, and is then read", async () => {
  const ada = somebody();

  await program.mail(ada.invitation.replyTo, answers.asMentee, { from: 'ada@home.example.net' });
  const before = (await ada.form()).status;
  await program.reply(program.asked(ada.email), 'yes');

  expect(before).toBe('open');
  expect(await ada.form()).toMatchObject({ status: 'complete' });
  expect(ada.letters().map(({ mail }) => mail.subject)).toHaveLength(2);
  expect(program.lettersTo('ada@home.example.net')).toEqual([]);
});

test('a reaction to a form of many questions is answered once, and a word of it is taken for nothing', async () => {
  const ada = somebody();

  await program.mail(ada.invitation.replyTo, '👍 Invitee reacted via Gmail', { from: ada.email });
  await program.mail(ada.invitation.replyTo, 'Liked “Would you like a mentor?”', { from: ada.email });

  expect(await ada.became()).toEqual(['unreadable', 'unreadable']);
  expect(ada.letters().map(({ mail }) => mail.text?.replace(/\s+/g, ' '))).toEqual([
    expect.stringContaining('it is a reaction'),
  ]);
  expect(await ada.form()).toMatchObject({ status: 'open', answers: {}, notes: [] });
});

test('a reaction that says yes to "was this yours?" is confirmed by a word before it counts', async () => {
  const ada = somebody();
  await program.mail(ada.invitation.replyTo, answers.asMentee, { from: 'ada@other.example.net' });

  await program.mail(program.asked(ada.email).replyTo, '👍 Invitee reacted via Gmail', { from: ada.email });
  const before = (await ada.form()).status;
  await program.reply(program.asked(ada.email), 'yes');

  expect(before).toBe('open');
  expect(await ada.form()).toMatchObject({ status: 'complete' });
});

test('replies that arrive from a confirmed address are read, before the confirmation and after it', async () => {
  const ada = somebody();
  const [first = '', ...rest] = answers.asMentee.split('\n');
  const home = { from: 'ada@away.example.net' };
  await program.mail(ada.invitation.replyTo, first, home);
  await program.mail(ada.invitation.replyTo, rest.slice(0, 3).join('\n'), home);
  await program.reply(program.asked(ada.email), 'yes');

  await program.mail(ada.invitation.replyTo, rest.slice(3).join('\n'), home);

  expect(await ada.form()).toMatchObject({ status: 'complete' });
});

test('however many addresses write to one form, its person is asked about few of them a day', async () => {
  const ada = somebody();

  for (let stranger = 0; stranger < 8; stranger += 1) {
    await program.mail(ada.invitation.replyTo, 'Please take me off this list.', {
      from: `s${stranger}@list.example.net`,
    });
  }

  expect(await ada.became()).toEqual(Array(8).fill('held'));
  expect(ada.letters().length).toBeLessThanOrEqual(3);
});

test('a reply that fails DMARC waits for a confirmation although its address is right', async () => {
  const ada = somebody();
  const raw = `${head(ada.email, ada.invitation.replyTo)}\r\n${answers.asMentee}\r\n`;
  const mail = { id: 'dmarc', from: ada.email, to: ada.invitation.replyTo, raw, verdicts: { dmarc: 'FAIL' as const } };

  await byHand.invoke('inbox', await received(program.system, mail));
  await program.settled();

  expect(await ada.became()).toEqual(['held']);
  expect(await ada.form()).toMatchObject({ status: 'open' });
});

test('a virus is kept, not opened and never answered', async () => {
  const ada = somebody();
  const raw = `${head(ada.email, ada.invitation.replyTo)}\r\n${answers.asMentee}\r\n`;
  const mail = { id: 'virus', from: ada.email, to: ada.invitation.replyTo, raw, verdicts: { virus: 'FAIL' as const } };

  await byHand.invoke('inbox', await received(program.system, mail));
  await program.settled();

  expect(await ada.became()).toEqual(['refused']);
  expect(ada.letters()).toEqual([]);
});

test('what SES took for spam waits until its sender says that it was theirs', async () => {
  const ada = somebody();
  const raw = `${head(ada.email, ada.invitation.replyTo)}\r\n${answers.asMentee}\r\n`;
  const mail = { id: 'spam', from: ada.email, to: ada.invitation.replyTo, raw, verdicts: { spam: 'FAIL' as const } };

  await byHand.invoke('inbox', await received(program.system, mail));
  await program.settled();

  expect(await ada.became()).toEqual(['held']);
  expect(ada.letters()).toHaveLength(1);
});

test('what became of a reply that was not used is listed, without its words', async () => {
  const ada = somebody();
  const raw = `${head(ada.email, ada.invitation.replyTo)}\r\n${answers.asMentee}\r\n`;
  const mail = { id: 'listed', from: ada.email, to: ada.invitation.replyTo, raw, verdicts: { virus: 'FAIL' as const } };
  await byHand.invoke('inbox', await received(program.system, mail));

  const { body } = await program.call('GET', `/v1/cohorts/${id}/replies?limit=200`);

  const person = (await program.people(id)).find(({ email }) => email === ada.email);
  expect((body as { replies: Item[] }).replies.filter((one) => one.person === person?.id)).toEqual([
    { person: person?.id, purpose: 'application', receivedAt: expect.any(String), became: 'refused', why: 'virus' },
  ]);
});

test('an encrypted reply is answered once a day, and changes nothing', async () => {
  const ada = somebody();
  const text = '-----BEGIN PGP MESSAGE-----\n\nhQEMA5\n-----END PGP MESSAGE-----';

  await program.mail(ada.invitation.replyTo, text, { from: ada.email });
  await program.mail(ada.invitation.replyTo, text, { from: ada.email });

  expect(await ada.became()).toEqual(['unreadable', 'unreadable']);
  expect(ada.letters().map(({ mail }) => mail.text)).toEqual([expect.stringContaining('without encryption')]);
  expect(await ada.form()).toMatchObject({ status: 'open' });
});

test('a reply through a group is asked about each time, as everybody there writes from its address', async () => {
  const ada = somebody();
  const headers = { 'List-ID': '<team.example.org>', Precedence: 'list', 'X-Original-From': ada.email };
  const write = () => program.mail(ada.invitation.replyTo, answers.asMentee, { from: 'team@example.org', headers });

  await write();
  await write();

  expect(await ada.became()).toEqual(['held', 'held']);
  expect(ada.letters()).toHaveLength(2);
  expect(await ada.form()).toMatchObject({ status: 'open' });
});

test('a reply that Exchange marked for no automatic answers is a person, and read', async () => {
  const ada = somebody();
  const headers = { 'X-Auto-Response-Suppress': 'All' };

  await program.mail(ada.invitation.replyTo, answers.asMentee, { from: ada.email, headers });

  expect(await ada.form()).toMatchObject({ status: 'complete' });
});

test('an application after many automatic answers is confirmed', async () => {
  const ada = somebody();
  for (let nth = 0; nth < 8; nth += 1) {
    await program.mail(ada.invitation.replyTo, `Ticket ${nth} was opened.`, { from: ada.email });
  }
  const before = ada.letters().length;

  await program.mail(ada.invitation.replyTo, answers.asMentee, { from: ada.email });

  expect(await ada.form()).toMatchObject({ status: 'complete' });
  expect(ada.letters()).toHaveLength(before + 1);
});

test.each([
  ['says that it is automatic', { 'Auto-Submitted': 'auto-replied' }],
  ['is bulk', { Precedence: 'bulk' }],
  ['comes from a vacation program', { 'X-Autoreply': 'yes' }],
  ['comes from Exchange', { 'X-Auto-Response-Suppress': 'All' }],
])('a message that %s is recorded and never answered', async (_, headers) => {
  const ada = somebody();

  await program.mail(ada.invitation.replyTo, 'I am away until Monday.', { from: ada.email, headers });

  expect(await ada.became()).toEqual(['automatic']);
  expect(ada.letters()).toEqual([]);
});

test('a bounce is recorded and never answered, by its empty return path alone', async () => {
  const ada = somebody();
  const raw = `${head('MAILER-DAEMON@mx.example.org', ada.invitation.replyTo)}\r\nYour message could not be delivered.\r\n`;

  await program.mailRaw(ada.invitation.replyTo, raw, '');

  expect(await ada.became()).toEqual(['automatic']);
  expect(ada.letters()).toEqual([]);
});

test('a machine that answers our answers, without saying that it is one, is answered a bounded number of times', async () => {
  const ada = somebody();
  const questions = (await program.kinds(id))['question-from'] ?? 0;

  await Promise.all(
    Array.from({ length: 50 }, (_, nth) => {
      const text = `Thank you for your message. Ticket ${nth} was opened. Was this helpful?`;
      return program.mail(ada.invitation.replyTo, text, { from: ada.email });
    }),
  );

  expect(await ada.became()).toHaveLength(50);
  expect(ada.letters().length).toBeLessThanOrEqual(6);
  expect(((await program.kinds(id))['question-from'] ?? 0) - questions).toBeLessThanOrEqual(6);
});

test('HTML that somebody writes appears as words in the answer to it', async () => {
  const ada = somebody();
  const attack = '</p><script>alert(1)</script><img src=x onerror="alert(2)">';

  await program.mail(ada.invitation.replyTo, answers.asMentee.replace('I want to lead', `${attack} I want to lead`), {
    from: ada.email,
  });

  const [answer] = ada.letters();
  expect((await ada.form()).answers.change).toContain('<script>');
  expect(answer?.mail.html).toContain('&lt;script&gt;');
  expect(answer?.mail.html).not.toMatch(/<script|<img src=x/);
});

test('a word to stop is heard also when the form has closed, and nothing but the confirmation is sent any more', async () => {
  const closed = await program.createCohort('closed');
  await program.milestone(closed.id, 'apply.open');
  const invitation = program.asked('ada@closed.example.org');
  await program.call('PATCH', `/v1/cohorts/${closed.id}/milestones`, { 'apply.close': '2027-01-01' });
  await program.settled();

  await program.reply(invitation, 'unsubscribe');
  await program.reply(invitation, 'unsubscribe');
  await program.cancel(closed.id);

  const ada = (await program.people(closed.id)).find(({ email }) => email === 'ada@closed.example.org');
  expect(ada?.unreachable).toBe('stopped');
  expect(program.lettersTo('ada@closed.example.org').map(({ mail }) => mail.subject)).toHaveLength(3);
});

test('a reply from a mailbox that had refused our mail is answered: it may be written to again', async () => {
  const ada = somebody();
  const table = new Table(program.system);
  const [person] = (await table.items(id, 'PERSON#')).filter(({ email }) => email === ada.email);
  await table.put({ ...person, unreachable: 'bounced', unreachableSince: '2027-01-11T08:00:00.000Z' });

  await program.mail(ada.invitation.replyTo, answers.asMentee, { from: 'somebody@else.example.org' });
  const held = (await program.people(id)).find(({ email }) => email === ada.email)?.unreachable;
  await program.mail(ada.invitation.replyTo, answers.asMentee, { from: ada.email });

  expect(held).toBe('bounced');
  expect((await program.people(id)).find(({ email }) => email === ada.email)?.unreachable).toBeUndefined();
  expect(ada.letters()).toHaveLength(1);
});

/** Mail to the envelope's sender of a letter, which is SES, as any machine can send it. SES forwards it to us. */
function toReturnPath(letter: Letter, { from, head = '', body }: { from: string; head?: string; body: string }) {
  const to = letter.field('Return-Path').replace(/[<>]/g, '');
  return program.mailRaw(to, `From: ${from}\r\nTo: ${to}\r\nSubject: Re\r\n${head}\r\n${body}\r\n`, from);
}

test('whatever comes to the envelope sender of our mail is never answered, so that no loop can begin', async () => {
  const ada = somebody();
  const responder = { from: ada.email, body: answers.asMentee };

  for (let round = 0; round < 5; round += 1) await toReturnPath(ada.invitation, responder);
  await toReturnPath(ada.invitation, { from: ada.email, body: 'unsubscribe' });

  expect(ada.letters()).toEqual([]);
  expect(await ada.form()).toMatchObject({ status: 'open', answers: {} });
  expect(await ada.became()).toEqual(Array.from({ length: 6 }, () => 'automatic'));
  // It may have been a person all the same, so that the coordinator hears of it.
  const replies = (await table.items(id, 'REPLY#')).filter(({ form }) => ada.invitation.replyTo.includes(form.id));
  expect(replies.every(({ unheard }) => unheard)).toBe(true);
});

test('a bounce that SES forwards is on no list: SES has reported it as an event', async () => {
  const ada = somebody();
  const head = 'MIME-Version: 1.0\r\nContent-Type: multipart/report; report-type=delivery-status; boundary=b\r\n';

  await toReturnPath(ada.invitation, { from: 'mailer-daemon@example.org', head, body: '--b\r\n\r\nGone.\r\n--b--' });

  const [reply] = (await table.items(id, 'REPLY#')).filter(({ form }) => ada.invitation.replyTo.includes(form.id));
  expect(reply).toMatchObject({ became: 'automatic', why: 'report' });
  expect(reply).not.toHaveProperty('unheard');
  expect(ada.letters()).toEqual([]);
});

test('an absence that SES forwards counts, though SES is its writer; the token of a reply does not open that way', async () => {
  const [ada, bob] = [somebody(), somebody()];
  const raw = `From: MAILER-DAEMON@amazonses.com\r\nAuto-Submitted: auto-replied\r\nSubject: Away\r\n\r\nOut of office until 20 January 2027.\r\n`;
  const forged = bob.invitation.replyTo.replace(/^r/, 'a');
  const failed = { spam: 'FAIL', dmarc: 'FAIL' } as const;

  await toReturnPath(ada.invitation, {
    from: ada.email,
    head: 'Auto-Submitted: auto-replied\r\n',
    body: 'Out of office until 20 January 2027.',
  });
  const event = await received(program.system, { id: 'forged', from: '', to: forged, raw, verdicts: failed });
  await byHand.invoke('inbox', event);

  const people = await table.items(id, 'PERSON#');
  const awayOf = (email: string) => people.find((person) => person.email === email)?.awayUntil;
  expect(awayOf(ada.email)).toBe('2027-01-21T09:00:00.000Z');
  expect(awayOf(bob.email)).toBeUndefined();
});

test('the same reply, delivered again by a mail server, is read once', async () => {
  const ada = somebody();
  const headers = { 'Message-ID': '<same@inbox>' };

  await program.mail(ada.invitation.replyTo, answers.asMentee, { from: ada.email, headers });
  await program.mail(ada.invitation.replyTo, answers.asMentee, { from: ada.email, headers });

  expect(await ada.became()).toEqual(['read']);
  expect(ada.letters()).toHaveLength(1);
});

test('two replies at the same moment are put together', async () => {
  const ada = somebody();
  const lines = answers.asMentee.split('\n');
  const half = Math.floor(lines.length / 2);

  await Promise.all([
    program.mail(ada.invitation.replyTo, lines.slice(0, half).join('\n'), { from: ada.email }),
    program.mail(ada.invitation.replyTo, lines.slice(half).join('\n'), { from: ada.email }),
  ]);

  expect(await ada.form()).toMatchObject({ status: 'complete', replies: [{}, {}] });
});
