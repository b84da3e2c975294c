import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseMail } from '#shared/mail/parse.ts';
import { unflowed } from '#shared/mail/parts.ts';

const bytes = (text: string, encoding: BufferEncoding = 'utf8') => new Uint8Array(Buffer.from(text, encoding));
const head = 'From: "Byron, Ada" <Ada@Example.org>\nTo: R+abc@reply.example.org\nCc: Bob <bob@example.org>\nSubject: ';

describe('a message', () => {
  test('says who wrote it, about what and when', async () => {
    const mail = await parseMail(
      bytes(
        `${head}=?iso-8859-1?Q?Gr=FC=DFe?=\nDelivered-To: r+abc@reply.example.org\nMessage-ID: <1@example.org>\nDate: Tue, 2 Feb 2027 10:15:00 +0100\n\nboth\n`,
      ),
    );

    expect(mail).toMatchObject({
      messageId: '<1@example.org>',
      from: { name: 'Byron, Ada', address: 'ada@example.org' },
      subject: 'Grüße',
      date: '2027-02-02T09:15:00.000Z',
      text: 'both\n',
      automatic: false,
      bounce: false,
    });
  });

  test.each([
    ['iso-8859-1', 'latin1'],
    ['windows-1252', 'latin1'],
    ['utf-8', 'utf8'],
    ['no-such-charset', 'latin1'],
  ] as const)('in %s is decoded', async (charset, encoding) => {
    const raw = bytes(`${head}x\nContent-Type: text/plain; charset=${charset}\n\nschön`, encoding);

    expect((await parseMail(raw)).text).toContain('schön');
  });

  test('in other alphabets is decoded', async () => {
    const raw = Buffer.concat([
      bytes(`${head}x\nContent-Type: text/plain; charset=iso-2022-jp\nContent-Transfer-Encoding: base64\n\n`),
      bytes('GyRCJE8kJBsoQg=='),
    ]);

    expect((await parseMail(raw)).text).toContain('はい');
  });

  test('has the text and the HTML of its parts, and names the rest', async () => {
    const mail = await parseMail(
      bytes(
        `${head}x\nContent-Type: multipart/mixed; boundary=m\n\n--m\nContent-Type: multipart/alternative; boundary=a\n\n--a\nContent-Type: text/plain\n\nboth\n--a\nContent-Type: text/html\n\n<p>both</p>\n--a--\n--m\nContent-Type: application/pdf; name=cv.pdf\nContent-Disposition: attachment; filename=cv.pdf\nContent-Transfer-Encoding: base64\n\nAAAA\n--m\nContent-Type: message/rfc822\n\nSubject: other\n\n1. mentor\n--m--\n`,
      ),
    );

    expect(mail).toMatchObject({
      text: 'both\n',
      html: '<p>both</p>\n',
      attachments: [
        { name: 'cv.pdf', type: 'application/pdf', size: 3 },
        { name: '', type: 'message/rfc822' },
      ],
    });
  });
});

describe('a broken message', () => {
  test.each(['', '\n', 'x', 'From', ': \n\n', 'From: <<<>>>\nDate: never\n\n\0', '\ufeffFrom: a\n'])(
    '%j is read as far as it goes',
    async (text) => {
      expect(await parseMail(bytes(text))).toMatchObject({ automatic: false, bounce: false, attachments: [] });
    },
  );

  test('that is nested too deeply still says who it is from', async () => {
    const nested = Array.from(
      { length: 500 },
      (_, depth) => `Content-Type: multipart/mixed; boundary=b${depth}\n\n--b${depth}\n`,
    );

    const mail = await parseMail(bytes(`${head}x\n${nested.join('')}\n\nboth`));

    expect(mail).toMatchObject({ from: { address: 'ada@example.org' }, subject: 'x' });
  });

  test('with ten thousand parts is bounded', async () => {
    const mail = await parseMail(
      bytes(`${head}x\nContent-Type: multipart/mixed; boundary=b\n\n${'--b\n\nboth\n'.repeat(10_000)}`),
    );

    expect((mail.text ?? '').length).toBeLessThan(5_000);
  });

  test('with a text of megabytes is cut', async () => {
    expect((await parseMail(bytes(`${head}x\n\n${'a'.repeat(3_000_000)}`))).text).toHaveLength(1_000_000);
  });
});

test('the parts of a real message are found through what the library does not publish', async () => {
  const mail = await parseMail(readFileSync(new URL('../../fixtures/replies/sent.eml', import.meta.url)));

  expect(mail.text).toContain('1. What would you like to be?\n   a) mentor');
  expect(mail.html).toContain('<p ');
});

describe('format=flowed', () => {
  test('puts lines together again, within one quote depth', () => {
    expect(unflowed('> one \n> two\nthree \nfour\n five', false)).toBe('> one two\nthree four\nfive');
  });

  test('leaves a signature alone', () => {
    expect(unflowed('both\n-- \nAda', false)).toBe('both\n-- \nAda');
  });
});
