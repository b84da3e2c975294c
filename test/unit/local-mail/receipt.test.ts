import { expect, test } from 'vitest';
import { sesEvent } from '#infra/local/mail/receipt-event.ts';

const at = Date.parse('2027-02-12T09:00:00Z');
const envelope = {
  messageId: 'abc',
  from: 'ada@example.org',
  to: ['r+x.y@reply.example.org'],
  at,
  functionArn: 'arn:f',
};

test('the event of a receipt rule carries what SES documents', () => {
  const raw = Buffer.from(
    [
      'From: =?utf-8?Q?Ad=C3=A9?= <ada@example.org>',
      'To: r+x.y@reply.example.org',
      'Subject: Re: Would you',
      ' like a mentor?',
      'Date: Fri, 12 Feb 2027 10:00:00 +0100',
      'Message-ID: <1@example.org>',
      'Auto-Submitted: auto-replied',
      '',
      'Yes: please',
    ].join('\r\n'),
  );

  const event = sesEvent({ ...envelope, raw });

  expect(event).toEqual({
    Records: [
      {
        eventSource: 'aws:ses',
        eventVersion: '1.0',
        ses: {
          mail: {
            timestamp: '2027-02-12T09:00:00.000Z',
            source: 'ada@example.org',
            messageId: 'abc',
            destination: ['r+x.y@reply.example.org'],
            headersTruncated: false,
            headers: [
              { name: 'Return-Path', value: '<ada@example.org>' },
              { name: 'From', value: '=?utf-8?Q?Ad=C3=A9?= <ada@example.org>' },
              { name: 'To', value: 'r+x.y@reply.example.org' },
              { name: 'Subject', value: 'Re: Would you like a mentor?' },
              { name: 'Date', value: 'Fri, 12 Feb 2027 10:00:00 +0100' },
              { name: 'Message-ID', value: '<1@example.org>' },
              { name: 'Auto-Submitted', value: 'auto-replied' },
            ],
            commonHeaders: {
              returnPath: 'ada@example.org',
              from: ['"Adé" <ada@example.org>'],
              to: ['r+x.y@reply.example.org'],
              date: 'Fri, 12 Feb 2027 10:00:00 +0100',
              messageId: '<1@example.org>',
              subject: 'Re: Would you like a mentor?',
            },
          },
          receipt: {
            timestamp: '2027-02-12T09:00:00.000Z',
            processingTimeMillis: 1,
            recipients: ['r+x.y@reply.example.org'],
            spamVerdict: { status: 'PASS' },
            virusVerdict: { status: 'PASS' },
            spfVerdict: { status: 'PASS' },
            dkimVerdict: { status: 'GRAY' },
            dmarcVerdict: { status: 'GRAY' },
            action: { type: 'Lambda', functionArn: 'arn:f', invocationType: 'Event' },
          },
        },
      },
    ],
  });
});

test('a verdict can be given, to see what happens to spam', () => {
  const event = sesEvent({ ...envelope, raw: Buffer.from(''), verdicts: { spam: 'FAIL' } });

  expect(event.Records[0]?.ses.receipt.spamVerdict).toEqual({ status: 'FAIL' });
  expect(event.Records[0]?.ses.receipt.virusVerdict).toEqual({ status: 'PASS' });
});

test.each([
  ['nothing', ''],
  ['no header', '\r\nbody'],
  ['no body', 'Subject: x'],
  ['noise', '\u0000\u0001:::\n\n\n'],
  ['a header without an end', `X: ${'x'.repeat(5_000_000)}`],
  ['a million fields', 'a: b\r\n'.repeat(1_000_000)],
  ['a million folds', `a: b${'\r\n '.repeat(1_000_000)}`],
  ['a million addresses', `To: ${'a@b.org,'.repeat(100_000)}\r\n\r\n`],
  ['nested comments', `From: ${'('.repeat(9_000)}\r\n\r\n`],
  ['endless encoded words', `Subject: ${'=?utf-8?q?=?= '.repeat(600)}\r\n\r\n`],
])('a message of %s gives an event, quickly', (_what, raw) => {
  const began = performance.now();

  const event = sesEvent({ ...envelope, raw: Buffer.from(raw) });

  expect(event.Records[0]?.ses.mail.destination).toEqual(envelope.to);
  expect(JSON.stringify(event).length).toBeLessThan(100_000);
  // Milliseconds; seconds would mean work that grows faster than the message, whatever else the machine does.
  expect(performance.now() - began).toBeLessThan(2_000);
});
