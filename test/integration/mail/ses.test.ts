import { readFile } from 'node:fs/promises';
import { request } from 'node:http';
import PostalMime from 'postal-mime';
import { expect, test } from 'vitest';
import type { Delivered } from '#infra/local/mail/local-ses.ts';
import type { SesEvent } from '#infra/local/mail/ses-events.ts';
import { message, runningSes, scratch, start } from './ses-fixture.ts';

test('a message sent with the SDK lies in the mailbox of its recipient with the message id of SES and the date of the clock', async () => {
  await using place = await scratch();
  await using mail = await runningSes(place.folder);

  const sent = await mail.send({ RawMessage: { Data: message() }, Destinations: ['ada@example.org'] });
  await mail.quiet();

  const { letters } = await mail.maildirs.list('ada@example.org');
  const raw = await mail.maildirs.read(letters[0] ?? expect.unreachable());
  const parsed = await PostalMime.parse(raw);
  expect(letters).toHaveLength(1);
  expect(sent.$metadata.requestId).toMatch(/^[0-9a-f-]{36}$/);
  expect(parsed.messageId).toBe(`<${sent.MessageId}@email.amazonses.com>`);
  expect(parsed.date).toBe(new Date(start).toISOString());
  expect(parsed).toMatchObject({ subject: 'Would you like a mentor?', text: 'Hello Ada\n' });
  expect(raw.toString()).not.toMatch(/^(Bcc|Message-ID: <mine)/im);
});

test('events are published in the shape that SES gives them, Send before Delivery', async () => {
  await using place = await scratch();
  await using mail = await runningSes(place.folder);

  const { MessageId } = await mail.send({
    RawMessage: { Data: message() },
    Source: 'Harbour <mentoring@example.org>',
    Destinations: ['ada@example.org'],
    ConfigurationSetName: 'telemachy',
    Tags: [{ Name: 'email', Value: 'em_123' }],
  });
  await mail.quiet();

  const [send, delivery] = mail.events;
  expect(mail.events.map((event) => event.eventType)).toEqual(['Send', 'Delivery']);
  expect(send).toMatchObject({
    send: {},
    mail: {
      timestamp: expect.stringMatching(/^2027-02-12T09:00:/),
      source: 'Harbour <mentoring@example.org>',
      messageId: MessageId,
      destination: ['ada@example.org'],
      headersTruncated: false,
      commonHeaders: {
        from: ['Harbour mentoring <mentoring@example.org>'],
        to: ['ada@example.org'],
        messageId: MessageId,
        subject: 'Would you like a mentor?',
      },
      tags: { 'ses:configuration-set': ['telemachy'], 'ses:from-domain': ['example.org'], email: ['em_123'] },
    },
  });
  expect(send?.mail.headers).toContainEqual({ name: 'Subject', value: 'Would you like a mentor?' });
  expect(delivery).toMatchObject({
    mail: { messageId: MessageId },
    delivery: {
      recipients: ['ada@example.org'],
      smtpResponse: expect.stringMatching(/^250 /),
      reportingMTA: 'localhost',
    },
  });
});

test('mail to a domain that cannot exist bounces for good and lies in no mailbox', async () => {
  await using place = await scratch();
  await using mail = await runningSes(place.folder);

  await mail.send({
    RawMessage: { Data: message() },
    Destinations: ['gone@nowhere.invalid', 'ada@example.org'],
    ConfigurationSetName: 'telemachy',
  });
  await mail.quiet();

  const bounce = mail.events.find((event) => event.eventType === 'Bounce');
  expect(bounce).toMatchObject({
    bounce: {
      bounceType: 'Permanent',
      bounceSubType: 'General',
      bouncedRecipients: [
        {
          emailAddress: 'gone@nowhere.invalid',
          action: 'failed',
          status: '5.1.1',
          diagnosticCode: 'smtp; 550 5.1.1 user unknown',
        },
      ],
    },
  });
  expect((await mail.maildirs.people()).map((person) => person.address)).toEqual(['ada@example.org']);
});

test('the complaint address of the mailbox simulator delivers, then complains', async () => {
  await using place = await scratch();
  await using mail = await runningSes(place.folder);

  const to = 'complaint+ada@simulator.amazonses.com';
  await mail.send({ RawMessage: { Data: message() }, Destinations: [to], ConfigurationSetName: 'telemachy' });
  await mail.quiet();

  expect(mail.events.map((event) => event.eventType)).toEqual(['Send', 'Delivery', 'Complaint']);
  expect(mail.events[2]).toMatchObject({ complaint: { complainedRecipients: [{ emailAddress: to }] } });
});

test('mail without a configuration set is delivered and has no events, as in AWS', async () => {
  await using place = await scratch();
  await using mail = await runningSes(place.folder);

  await mail.send({ RawMessage: { Data: message() }, Destinations: ['ada@example.org'] });
  await mail.quiet();

  expect(mail.events).toEqual([]);
});

test('recipients are those of To and Cc when none are named', async () => {
  await using place = await scratch();
  await using mail = await runningSes(place.folder);

  await mail.send({ RawMessage: { Data: message({ to: 'Ada <ada@example.org>, "Lee, Grace" <grace@example.org>' }) } });
  await mail.quiet();

  expect((await mail.maildirs.people()).map((person) => person.address).sort()).toEqual([
    'ada@example.org',
    'grace@example.org',
    'someone@example.org',
  ]);
});

test.each([
  ['no From', { RawMessage: { Data: Buffer.from('Subject: x\r\n\r\nx') } }, 'InvalidParameterValue', /header 'From'/],
  [
    'two From',
    { RawMessage: { Data: Buffer.from('From: a@b.org\r\nFrom: c@d.org\r\n\r\nx') } },
    'InvalidParameterValue',
    /Duplicate/,
  ],
  ['no domain', { RawMessage: { Data: message() }, Destinations: ['ada'] }, 'InvalidParameterValue', /@domain/],
  [
    'a line break',
    { RawMessage: { Data: message() }, Destinations: ['a@b.org\r\nBcc: c@d.org'] },
    'InvalidParameterValue',
    /./,
  ],
  ['a path', { RawMessage: { Data: message() }, Destinations: ['a@../../etc'] }, 'InvalidParameterValue', /Domain/],
  [
    'an odd tag',
    {
      RawMessage: { Data: message() },
      Destinations: ['ada@example.org'],
      Tags: [{ Name: 'to', Value: 'ada@example.org' }],
    },
    'InvalidParameterValue',
    /tags/,
  ],
  [
    '51 recipients',
    { RawMessage: { Data: message() }, Destinations: Array.from({ length: 51 }, (_, at) => `p${at}@example.org`) },
    'InvalidParameterValue',
    /exceeds 50/,
  ],
  [
    'an unverified sender',
    { RawMessage: { Data: message() }, Source: 'eve@evil.example', Destinations: ['ada@example.org'] },
    'MessageRejected',
    /not verified.*eve@evil.example/,
  ],
  [
    'an unknown configuration set',
    { RawMessage: { Data: message() }, Destinations: ['ada@example.org'], ConfigurationSetName: 'nope' },
    'ConfigurationSetDoesNotExistException',
    /<nope>/,
  ],
])('a request with %s is refused as SES refuses it and delivers nothing', async (_what, input, name, words) => {
  await using place = await scratch();
  await using mail = await runningSes(place.folder, {
    identities: ['example.org', 'b.org'],
    configurationSets: ['telemachy'],
  });

  const refused = mail.send(input);

  await expect(refused).rejects.toMatchObject({ name, message: expect.stringMatching(words) });
  expect(await mail.maildirs.people()).toEqual([]);
});

test('ten megabytes are taken and one byte more is not', async () => {
  await using place = await scratch();
  await using mail = await runningSes(place.folder);
  const limit = 10 * 1024 * 1024;
  const small = message();
  const fits = Buffer.concat([small, Buffer.alloc(limit - small.length, 'xxxxxxxxx\r\n')]);

  const sent = await mail.send({ RawMessage: { Data: fits }, Destinations: ['ada@example.org'] });
  const refused = mail.send({
    RawMessage: { Data: Buffer.concat([fits, Buffer.from('x')]) },
    Destinations: ['ada@example.org'],
  });

  await expect(refused).rejects.toMatchObject({
    name: 'InvalidParameterValue',
    message: expect.stringMatching(/10485760/),
  });
  expect(sent.MessageId).toBeDefined();
});

test('beyond the send rate SES throttles until the system’s time has gone on', async () => {
  await using place = await scratch();
  await using mail = await runningSes(place.folder, { sendRate: 2 });
  const send = () => mail.send({ RawMessage: { Data: message() }, Destinations: ['ada@example.org'] });

  await send();
  await send();
  const third = await send().catch((failure) => failure);
  mail.clock.jump(mail.clock.now() + 1_000);
  const fourth = await send();

  expect(third).toMatchObject({ name: 'Throttling', message: 'Maximum sending rate exceeded.' });
  expect(fourth.MessageId).toBeDefined();
});

test('a form posted by a web page is refused, because it is not signed', async () => {
  await using place = await scratch();
  await using mail = await runningSes(place.folder);
  const body = new URLSearchParams({ Action: 'SendRawEmail', 'RawMessage.Data': message().toString('base64') });

  const answer = await fetch(mail.endpoint, { method: 'POST', body });

  expect(answer.status).toBe(403);
  expect(await answer.text()).toContain('MissingAuthenticationToken');
});

test('another action, a broken form and a connection that breaks off leave SES working', async () => {
  await using place = await scratch();
  await using mail = await runningSes(place.folder);
  const authorization = 'AWS4-HMAC-SHA256 Credential=x';
  const post = (body: string) => fetch(mail.endpoint, { method: 'POST', body, headers: { authorization } });

  const other = await post('Action=DeleteIdentity&Identity=%3Cx%3E');
  const broken = await post('Action=SendRawEmail&RawMessage.Data=***&%%%');
  await new Promise((resolve) => {
    const half = request(mail.endpoint, { method: 'POST', headers: { authorization, 'content-length': 1000 } });
    half.on('error', resolve);
    half.write('Action=', () => half.destroy());
    half.on('close', resolve);
  });
  const sent = await mail.send({ RawMessage: { Data: message() }, Destinations: ['ada@example.org'] });

  expect([other.status, broken.status]).toEqual([400, 400]);
  expect(await other.text()).toContain('<Code>InvalidAction</Code>');
  expect(sent.MessageId).toBeDefined();
});

test('what was accepted before the system died is delivered once and its events are published at the next start', async () => {
  await using place = await scratch();
  {
    const dies = () => Promise.reject(new Error('gone'));
    await using mail = await runningSes(place.folder, { publish: dies });
    await mail.send({ RawMessage: { Data: message() }, Destinations: ['ada@example.org'], ConfigurationSetName: 't' });
    await mail.send({ RawMessage: { Data: message() }, Destinations: ['x@y.invalid'], ConfigurationSetName: 't' });
    while ((await mail.maildirs.people()).length === 0) await new Promise(setImmediate);
  }

  await using again = await runningSes(place.folder);
  await again.quiet();
  await using third = await runningSes(place.folder);
  await third.quiet();

  expect(again.events.map((event) => event.eventType).sort()).toEqual(['Bounce', 'Delivery', 'Send', 'Send']);
  expect(third.events).toEqual([]);
  expect((await again.maildirs.list('ada@example.org')).total).toBe(1);
});

test('an event that could not be published comes again, in order, and SES is busy until then', async () => {
  await using place = await scratch();
  const published: SesEvent[] = [];
  let failures = 2;
  const publish = async (event: SesEvent) => {
    if (failures-- > 0) throw new Error('not now');
    published.push(event);
  };
  await using mail = await runningSes(place.folder, { publish });

  await mail.send({ RawMessage: { Data: message() }, Destinations: ['ada@example.org'], ConfigurationSetName: 't' });
  const isBusy = mail.ses.busy();
  await mail.quiet();

  expect(isBusy).toBe(true);
  expect(published.map((event) => event.eventType)).toEqual(['Send', 'Delivery']);
});

test('listeners learn where a delivered message lies, and one that throws harms nobody', async () => {
  await using place = await scratch();
  await using mail = await runningSes(place.folder);
  const heard: Delivered[] = [];
  mail.ses.onDelivered(() => {
    throw new Error('mine');
  });
  mail.ses.onDelivered((delivered) => heard.push(delivered));

  await mail.send({ RawMessage: { Data: message() }, Destinations: ['Ada <Ada@Example.org>'] });
  await mail.quiet();

  expect(heard).toMatchObject([{ to: 'Ada@Example.org', file: expect.any(String), at: expect.any(Number) }]);
  expect(await readFile(heard[0]?.file ?? '', 'utf8')).toContain('Hello Ada');
});

test('a hundred messages at once all arrive, each once', async () => {
  await using place = await scratch();
  await using mail = await runningSes(place.folder);

  const many = Array.from({ length: 100 }, (_, at) =>
    mail.send({
      RawMessage: { Data: message() },
      Destinations: [`p${at % 10}@example.org`],
      ConfigurationSetName: 't',
    }),
  );
  await Promise.all(many);
  await mail.quiet();

  const people = await mail.maildirs.people();
  expect(people.map((person) => person.messages)).toEqual(Array(10).fill(10));
  expect(mail.events).toHaveLength(200);
});

test('knows whose message an answer to its own address is about, also after a restart, and long after it was delivered', async () => {
  await using place = await scratch();
  const returnPath = async (ses: Awaited<ReturnType<typeof runningSes>>) => {
    const [letter] = (await ses.maildirs.list('ada@example.org', { limit: 1 })).letters;
    const raw = await ses.maildirs.read(letter ?? expect.unreachable());
    return /^Return-Path: <(.*)>\r?$/m.exec(raw.toString())?.[1] ?? '';
  };
  let address = '';
  {
    await using first = await runningSes(place.folder);
    await first.send({ Source: 'a+token@reply.example.org', RawMessage: { Data: message() } });
    await first.quiet();
    address = await returnPath(first);
  }
  await using second = await runningSes(place.folder);

  expect(address).toMatch(/@email\.amazonses\.com$/);
  expect(second.ses.sourceOf(address)).toBe('a+token@reply.example.org');
  expect(second.ses.sourceOf('nobody@email.amazonses.com')).toBeUndefined();
  expect(second.ses.sourceOf(address.replace('@email.', '@other.'))).toBeUndefined();
});
