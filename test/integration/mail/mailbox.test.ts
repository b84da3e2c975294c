import { request } from 'node:http';
import * as fc from 'fast-check';
import PostalMime from 'postal-mime';
import { expect, test } from 'vitest';
import { harmless, hostileWords, structureOf } from '#test/harness/mail/markup.ts';
import { compose, invitation, runningConsole } from './mailbox-fixture.ts';
import { scratch, start } from './ses-fixture.ts';

const read = async (url: string) => (await fetch(url)).text();

/** Sends the reply form as a browser would from the page it stands on. */
function post(url: string, fields: Record<string, string>, headers: Record<string, string> = {}) {
  const origin = new URL(url).origin;
  return fetch(url, {
    method: 'POST',
    body: new URLSearchParams(fields),
    headers: { origin, ...headers },
    redirect: 'manual',
  });
}

test('an empty console says that there is no mail yet', async () => {
  await using place = await scratch();
  await using console = await runningConsole(place.folder);

  expect(await read(`${console.origin}/mail`)).toContain('No mail yet');
});

test('people are listed by their latest mail, with name, subject and what is unread', async () => {
  await using place = await scratch();
  await using console = await runningConsole(place.folder);
  await console.deliver(invitation);
  await console.deliver({ ...invitation, subject: 'Two answers are still missing' }, { at: start });
  await console.deliver(
    { to: 'grace@example.org', subject: 'Five pairs to look at', text: 'x' },
    { to: 'grace@example.org', at: start - 9 },
  );

  const html = await read(`${console.origin}/mail`);

  expect(html).toMatch(
    /Ada Lovelace.*ada@example\.org.*Two answers are still missing.*2 messages, 2 unread.*grace@example\.org/s,
  );
  expect(html).toContain(
    `<time dateTime="${new Date(start).toISOString()}" title="Friday, 12 February 2027 at 10:00 CET">10:00</time>`,
  );
});

test('people are found by name or address', async () => {
  await using place = await scratch();
  await using console = await runningConsole(place.folder);
  await console.deliver(invitation);
  await console.deliver({ to: 'grace@example.org', subject: 's', text: 'x' }, { to: 'grace@example.org' });

  const [byName, byAddress, none] = await Promise.all(
    ['lovelace', 'grace@', 'nobody'].map((search) => read(`${console.origin}/mail?q=${search}`)),
  );

  expect(byName).toContain('ada@example.org');
  expect(byName).not.toContain('grace@example.org');
  expect(byAddress).toContain('grace@example.org');
  expect(none).toContain('Nobody by that name');
});

test('long lists come in pages', async () => {
  await using place = await scratch();
  await using console = await runningConsole(place.folder);
  for (let at = 0; at < 60; at++)
    await console.deliver({ subject: `Letter ${at}.`, text: 'x' }, { at: start + at * 60_000 });

  const first = await read(`${console.origin}/mail/ada@example.org`);
  const second = await read(`${console.origin}/mail/ada@example.org?page=2`);

  expect(first).toMatch(/Letter 59\..*Letter 10\..*page=2">Older/s);
  expect(first).not.toContain('Letter 9.');
  expect(second).toMatch(/Letter 9\..*Letter 0\..*page=1">Newer/s);
});

test('opening a message marks it as seen', async () => {
  await using place = await scratch();
  await using console = await runningConsole(place.folder);
  const url = await console.deliver(invitation);

  await read(url);

  expect((await console.maildirs.people())[0]?.unread).toBe(0);
  expect((await fetch(url)).status).toBe(200);
});

test('the reply box holds the quoted text with room on top', async () => {
  await using place = await scratch();
  await using console = await runningConsole(place.folder);
  const url = await console.deliver(invitation);

  const html = await read(url);

  expect(html).toContain(
    '\n\n\nOn Fri, 12 Feb 2027 at 09:00, Maria Ortiz &lt;mentoring@harbour.example&gt; wrote:\n&gt; Hello Ada,\n&gt;\n&gt; Harbour Institute',
  );
});

test('a reply goes out as the person’s own mail program would send it, and the message is marked as answered', async () => {
  await using place = await scratch();
  await using console = await runningConsole(place.folder);
  const url = await console.deliver(invitation);

  const answer = await post(url, { text: 'Both!\r\n\r\nOn Fri wrote:\r\n> 1. What?\r\n', as: 'text' });

  const sent = await PostalMime.parse(console.got[0]?.raw ?? '');
  expect([answer.status, answer.headers.get('location')]).toEqual([303, '/mail/ada%40example.org?sent=yes']);
  expect(console.got[0]).toMatchObject({ from: 'Ada@example.org', to: ['r+k7f3.q2mz@reply.example.org'] });
  expect(sent).toMatchObject({
    from: { name: 'Ada Lovelace', address: 'Ada@example.org' },
    to: [{ name: 'Harbour mentoring', address: 'r+k7f3.q2mz@reply.example.org' }],
    subject: 'Re: Would you like a mentor this spring?',
    inReplyTo: '<0100-abc-000000@email.amazonses.com>',
    references: '<cohort-1@harbour.example> <0100-abc-000000@email.amazonses.com>',
    text: 'Both!\n\nOn Fri wrote:\n> 1. What?\n',
  });
  expect(sent.html).toBeUndefined();
  expect(sent.date).toBe(new Date(start).toISOString());
  expect((await console.maildirs.list('ada@example.org')).letters[0]).toMatchObject({ answered: true });
  expect(await read(`${console.origin}/mail/ada%40example.org?sent=yes`)).toMatch(/on its way.*Answered/s);
});

test('a reply as HTML has the quote as a blockquote and what was typed escaped', async () => {
  await using place = await scratch();
  await using console = await runningConsole(place.folder);
  const url = await console.deliver(invitation);

  await post(url, { text: 'a < b & "c"\n> one\n>> two\nthree\n', as: 'html' });

  const sent = await PostalMime.parse(console.got[0]?.raw ?? '');
  expect(sent.text).toContain('> one');
  expect(sent.html).toMatch(
    /<div>a &#60; b &#38; &#34;c&#34;<\/div>\s*<blockquote type="cite"><div>one<\/div>\s*<blockquote type="cite"><div>two<\/div>\s*<\/blockquote><\/blockquote><div>three/,
  );
});

test.each([
  ['nothing', '  \r\n', 422, /typed anything/],
  ['only the quote', undefined, 422, /typed anything/],
])('a reply with %s is not sent', async (_what, text, status, words) => {
  await using place = await scratch();
  await using console = await runningConsole(place.folder);
  const url = await console.deliver({ ...invitation, text: 'Hi' });
  const quote = '\n\nOn Fri, 12 Feb 2027 at 09:00, Maria Ortiz <mentoring@harbour.example> wrote:\n> Hi\n';

  const answer = await post(url, { text: text ?? quote, as: 'text' });

  expect(answer.status).toBe(status);
  expect(await answer.text()).toMatch(words);
  expect(console.got).toEqual([]);
});

test('when the mail server refuses a reply the page says why and keeps what was typed', async () => {
  await using place = await scratch();
  await using console = await runningConsole(place.folder);
  const url = await console.deliver({ ...invitation, replyTo: 'someone@elsewhere.example' });

  const answer = await post(url, { text: 'My long answer <b>', as: 'html' });

  const html = await answer.text();
  expect(answer.status).toBe(502);
  expect(html).toMatch(/550 5\.7\.1 No such recipient here/);
  expect(html).toContain('My long answer &lt;b&gt;');
  expect(html).toMatch(/type="radio" name="as" checked="" value="html"/);
});

test.each([
  ['another site', { origin: 'https://evil.example' }],
  ['a sandboxed page', { origin: 'null' }],
  ['nobody says where', { origin: '' }],
])('a reply posted from %s is refused', async (_what, headers) => {
  await using place = await scratch();
  await using console = await runningConsole(place.folder);
  const url = await console.deliver(invitation);

  const answer = await post(url, { text: 'yes', as: 'text' }, headers);

  expect(answer.status).toBe(403);
  expect(console.got).toEqual([]);
});

test('under another host name, as in DNS rebinding, nothing is shown', async () => {
  await using place = await scratch();
  await using console = await runningConsole(place.folder);
  await console.deliver(invitation);

  const status = await new Promise((resolve, reject) => {
    const asked = request(`${console.origin}/mail`, { headers: { host: 'evil.example' } }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    });
    asked.on('error', reject).end();
  });

  expect(status).toBe(421);
});

test('the raw message and its attachments can be saved, and are never shown as pages', async () => {
  await using place = await scratch();
  await using console = await runningConsole(place.folder);
  const attachments = [
    { filename: 'Ergebnis "ä"\r\n.html', content: '<script>alert(1)</script>', contentType: 'text/html' },
  ];
  const raw = await compose({ ...invitation, attachments });
  const url = await console.deliver(raw);

  const page = await read(url);
  const saved = await fetch(`${url}/raw`);
  const attachment = await fetch(`${url}/attachment/0`);

  expect(page).toMatch(/Attached.*attachment\/0.*25 bytes/s);
  expect(await saved.text()).toBe(raw.toString().replaceAll('\r\n', '\n'));
  expect(saved.headers.get('content-disposition')).toMatch(/^attachment; filename="message.eml"/);
  expect(await attachment.text()).toBe('<script>alert(1)</script>');
  expect(Object.fromEntries(attachment.headers)).toMatchObject({
    'content-type': 'application/octet-stream',
    'x-content-type-options': 'nosniff',
    'content-disposition': expect.stringMatching(
      /^attachment; filename="Ergebnis _.*\.html"; filename\*=UTF-8''Ergebnis%20/,
    ),
  });
});

test('a hostile message is shown without any of its markup in our page', async () => {
  await using place = await scratch();
  await using console = await runningConsole(place.folder);
  const evil = '<script>alert(1)</script>"><img src=x onerror=alert(1)>';
  const url = await console.deliver(
    Buffer.from(
      `From: ${evil} <a@b.org>\r\nTo: "${evil}" <ada@example.org>\r\nSubject: =?utf-8?B?${Buffer.from(evil).toString('base64')}?=\r\n\r\n${evil} javascript:alert(1) http://x.org/"onclick="alert(1)\r\n`,
    ),
  );

  const pages = await Promise.all([`${console.origin}/mail`, `${console.origin}/mail/ada@example.org`, url].map(read));

  for (const html of pages) {
    expect(html).toContain('&lt;script&gt;alert(1)');
    expect(html).not.toMatch(/<script>|<img|onerror=alert\(1\)>|<[^>]*\sonclick=/);
  }
});

test('whatever a message says, and whoever it says it is from, our page has the same elements', async () => {
  await using place = await scratch();
  await using console = await runningConsole(place.folder);
  const pageSaying = async (words: string) => {
    const folded = `=?utf-8?B?${Buffer.from(words).toString('base64')}?=`;
    const raw = `From: ${folded} <a@b.org>\r\nTo: ${folded} <ada@example.org>\r\nSubject: ${folded}\r\n\r\n${words}\r\n`;
    return structureOf(await read(await console.deliver(Buffer.from(raw))));
  };

  await fc.assert(
    fc.asyncProperty(hostileWords, async (words) => {
      expect(await pageSaying(words)).toEqual(await pageSaying(harmless(words)));
    }),
    { numRuns: 20 },
  );
});

test.each([
  ['an empty message', ''],
  ['noise', '\u0000\u00ff\r\n\r\n\u0000'],
  [
    'a part without an end',
    'Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nContent-Type: text/html\r\n\r\n<p',
  ],
  [
    'boxes in boxes',
    Array.from({ length: 500 }, (_, at) => `Content-Type: multipart/mixed; boundary=b${at}\r\n\r\n--b${at}\r\n`).join(
      '',
    ),
  ],
  ['an unknown character set', 'Content-Type: text/plain; charset=martian\r\n\r\nhello'],
  ['broken base64', 'Content-Transfer-Encoding: base64\r\n\r\n***'],
  ['a header without an end', `Subject: ${'x'.repeat(1_000_000)}`],
])('%s gets a page', async (_what, raw) => {
  await using place = await scratch();
  await using console = await runningConsole(place.folder);
  const url = await console.deliver(Buffer.from(raw, 'latin1'));

  const answers = await Promise.all(
    [`${console.origin}/mail`, `${console.origin}/mail/ada@example.org`, url].map((one) => fetch(one)),
  );

  expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200]);
});

test.each([
  '/mail/nobody@example.org',
  '/mail/..%2F..%2Fetc/passwd',
  '/mail/%2e%2e/x',
  '/mail/ada@example.org/..%2F..%2Fx',
  '/mail/%E0%A4%A',
  '/mail/ada@example.org/x/attachment/0',
  '/mailbox',
  `/mail/${'x'.repeat(3_000)}`,
  '//evil.example/mail',
])('%s is not found', async (path) => {
  await using place = await scratch();
  await using console = await runningConsole(place.folder);
  await console.deliver(invitation);

  expect((await fetch(console.origin + path)).status).toBe(404);
});
