import * as fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { readMail } from '#infra/local/mail/console/reading.ts';
import { mailboxes, words } from '#infra/local/mail/headers.ts';
import { HeaderBound } from '#shared/mail/header-bound.ts';
import { parseMail } from '#shared/mail/parse.ts';

const runs = Number(process.env.RUNS ?? 25);
const size = 1_000_000;
const head = 'From: Ada <ada@example.org>\r\nSubject: Re: x\r\nMIME-Version: 1.0\r\n';

/** Seconds of processor time that a message may take. What it once took was more; what it takes now is a twentieth. */
const hangs = 6;

async function secondsOf(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

const filled = (piece: string) => piece.repeat(Math.ceil(size / piece.length));

/** What fields, bodies and parameters are made of, and what takes parsers long. */
const piece = fc
  .array(
    fc.constantFrom(
      ...[
        ':',
        ';',
        ',',
        '<',
        '>',
        '(',
        ')',
        '"',
        '\\',
        '@',
        '=',
        '?',
        '=?utf-8?q?',
        '=?utf-8?b?',
        '?=',
        '=41',
        '=\r\n',
      ],
      ...[
        "*0*=utf-8''",
        '%41',
        '; a',
        'a',
        ' ',
        '\t',
        '\r\n ',
        '\r\n',
        '\n',
        '\r',
        '\0',
        '--b',
        '--',
        'YWFh',
        '\xff',
        '<p',
      ],
    ),
    { minLength: 1, maxLength: 5 },
  )
  .map((parts) => parts.join(''));
const name = fc.constantFrom(
  ...['From', 'To', 'Cc', 'Reply-To', 'Subject', 'Message-ID', 'References', 'Return-Path', 'Delivered-To', 'Date'],
  ...['Content-Type', 'Content-Disposition', 'Content-Transfer-Encoding', 'Content-ID', 'List-ID', 'X-Other'],
);
const encoding = fc.constantFrom('7bit', 'base64', 'quoted-printable');
const type = fc.constantFrom(
  'text/plain; charset=utf-8',
  'text/html; charset=iso-2022-jp',
  'text/plain; format=flowed; delsp=yes',
  'multipart/mixed; boundary=b',
  'multipart/digest; boundary=b',
  'message/rfc822',
);

const fields = fc
  .record({ name, piece, times: fc.constantFrom(1, 30, 1_000) })
  .map(({ name: field, piece: of, times }) => {
    const value = of.repeat(Math.ceil(size / times / of.length)).replaceAll(/\n(?![ \t])/g, '\n ');
    return `${`${field}: ${value}\r\n`.repeat(times)}${head}\r\n1. mentor`;
  });
const bodies = fc
  .record({ type, encoding, piece })
  .map(
    ({ type: of, encoding: by, piece: made }) =>
      `${head}Content-Type: ${of}\r\nContent-Transfer-Encoding: ${by}\r\n\r\n${filled(made)}`,
  );
const parts = fc
  .record({ name, piece })
  .map(
    ({ name: field, piece: of }) =>
      `${head}Content-Type: multipart/mixed; boundary=b\r\n\r\n${filled(`--b\r\n${field}: ${of}\r\n\r\n${of}\r\n`)}`,
  );

describe('whatever a message of a megabyte is made of, neither the inbox nor the mailbox page hangs', () => {
  test.each([
    ['a field', fields],
    ['a body', bodies],
    ['parts', parts],
  ])('%s', async (_, messages) => {
    await fc.assert(
      fc.asyncProperty(messages, async (message) => {
        const raw = Buffer.from(message, 'latin1');

        expect(await secondsOf(() => parseMail(raw))).toBeLessThan(hangs);
        expect(await secondsOf(() => readMail(raw))).toBeLessThan(hangs);
      }),
      { numRuns: runs },
    );
  });

  test('nor does a list of mailboxes that show the beginnings of such fields', async () => {
    const page = async (value: string) => {
      for (let letter = 0; letter < 50; letter += 1) words(String(mailboxes(value).length) + words(value));
    };

    for (const value of [':;', 'a:', '=?utf-8?q?', '=?b?B??= ', '"<', '(', 'a:b;']) {
      expect(await secondsOf(() => page(value.repeat(16_384)))).toBeLessThan(hangs);
    }
  });
});

test('of a header the parser sees no more than the beginning of each field that something is made of, however it is cut up', () => {
  const line = fc.oneof(
    fc.tuple(name, piece, fc.nat(3_000)).map(([field, of, times]) => `${field}: ${of.repeat(times)}`),
    fc.tuple(fc.constantFrom(' ', '\t'), fc.nat(3_000)).map(([space, times]) => space + 'a'.repeat(times)),
    fc.constant(' '),
  );
  fc.assert(
    fc.property(fc.array(line, { maxLength: 40 }), fc.constantFrom(1, 400), (lines, times) => {
      const bound = new HeaderBound();
      const all = lines.flatMap((one) => Array<string>(one === ' ' ? times : 1).fill(one));

      const kept = all.map((one) => bound.of(Buffer.from(one, 'latin1'))).filter(({ length }) => length > 0);

      const bytes = kept.reduce((sum, { length }) => sum + length, 0);
      const seen = new Set(lines.map((one) => one.split(':')[0]?.toLowerCase()));
      expect(bytes).toBeLessThanOrEqual(4_096 * seen.size);
      expect(kept.length).toBeLessThanOrEqual(128 * seen.size);
    }),
  );
});

test('quoted-printable becomes one buffer, not an object for every character that is encoded', async () => {
  const body = filled(`${'=41='.repeat(19)}\r\n`);
  const { Blob } = globalThis;
  let pieces = 0;
  vi.stubGlobal('Blob', function counted(given: string[], options?: { type?: string }) {
    pieces += given.length;
    return new Blob(given, options);
  });

  const { text } = await parseMail(
    Buffer.from(`${head}Content-Transfer-Encoding: quoted-printable\r\n\r\n${body}`),
  ).finally(() => vi.unstubAllGlobals());

  expect(text?.slice(0, 40)).toBe('A='.repeat(18) + 'AA=A='.slice(0, 4));
  expect(pieces).toBe(0);
});

test('what is quoted-printable is what was written, whatever it was', async () => {
  const quoted = (bytes: Uint8Array) =>
    [...bytes].map((byte) => `=${byte.toString(16).padStart(2, '0').toUpperCase()}`).join('');
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 200 }), fc.nat(70), async (text, width) => {
      const encoded = quoted(Buffer.from(text)).replaceAll(new RegExp(`(?:=..){${width + 1}}`, 'g'), '$&=\r\n');
      const raw = `${head}Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n${encoded}`;

      expect((await parseMail(Buffer.from(raw))).text?.replace(/\n$/, '')).toBe(text);
    }),
  );
});
