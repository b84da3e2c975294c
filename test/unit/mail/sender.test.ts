import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseMail } from '#shared/mail/parse.ts';

const rest = 'To: r+abc@reply.example.org\r\nSubject: Re: x\r\n\r\n1. mentor\r\n';
const sender = async (header: string) => (await parseMail(Buffer.from(`${header}\r\n${rest}`, 'latin1'))).from?.address;

describe('a message is from the only address of its only From', () => {
  test.each([
    ['an address alone', 'From: ada@example.org'],
    ['an address in capitals', 'FROM: Ada@Example.ORG'],
    ['a name before it', 'From: Ada Byron <ada@example.org>'],
    ['a name in quotation marks that has a comma', 'From: "Byron, Ada" <ada@example.org>'],
    ['a name that is the address', 'From: ada@example.org <ada@example.org>'],
    ['a name in quotation marks that is another address', 'From: "vera@example.net" <ada@example.org>'],
    ['an encoded name', 'From: =?utf-8?q?Ad=C3=A9=2C_vera=40example=2Enet?= <ada@example.org>'],
    ['a name in bytes', 'From: Ad\xc3\xa9 B. <ada@example.org>'],
    ['a comment in the name', 'From: Ada (Harbour) <ada@example.org>'],
    ['a name as comment', 'From: ada@example.org (Ada Byron)'],
    ['a folded field', 'From: Ada Byron\r\n\t<ada@example.org>'],
  ])('%s', async (_, header) => {
    expect(await sender(header)).toBe('ada@example.org');
  });
});

describe('a message is from nobody when programs may read different addresses in it', () => {
  const evil = 'eve@evil.example';
  test.each([
    ['no From, but a Sender', 'Sender: ada@example.org'],
    ['two Froms', `From: ${evil}\r\nFrom: ada@example.org`],
    ['two Froms of one address', 'From: ada@example.org\r\nFrom: ada@example.org'],
    ['two Froms in different letters', `from: ${evil}\r\nX-A: b\r\nFROM: ada@example.org`],
    ['a space before the colon', 'From : ada@example.org'],
    ['a second From with a space before the colon', `From: ${evil}\r\nFrom\t: ada@example.org`],
    ['a list', `From: ${evil}, ada@example.org`],
    ['a list with the first in brackets', `From: <${evil}>, <ada@example.org>`],
    ['a group', 'From: friends: ada@example.org;'],
    ['an empty group', 'From: ada@example.org:;'],
    ['two addresses in brackets', `From: <${evil}> <ada@example.org>`],
    ['an address after the one in brackets', `From: <${evil}> ada@example.org`],
    ['an address as a name', `From: ada@example.org <${evil}>`],
    ['an address before a comment with another', `From: ada@example.org (<${evil}>)`],
    ['a comment within the address', 'From: ada(x)@example.org'],
    ['a comment that does not end', 'From: (x <ada@example.org>'],
    ['comments within comments', 'From: Ada (a (b) c) <ada@example.org>'],
    ['a quotation that does not end', 'From: "x <ada@example.org>'],
    ['a local part in quotation marks', 'From: "ada"@example.org'],
    ['a quoted address before a domain', `From: "ada@example.org"@evil.example`],
    ['a route', 'From: <@evil.example:ada@example.org>'],
    ['a domain in brackets', 'From: ada@[127.0.0.1]'],
    ['an encoded address', 'From: =?utf-8?q?ada=40example=2Eorg?='],
    ['an encoded end of the name', `From: =?utf-8?q?ada=40example=2Eorg=3E?= <${evil}`],
    ['a letter that is lower case for another', 'From: ada@e\xe2\x84\xaaample.org'],
    ['a NUL in the address', 'From: ada@example.org\0.evil.example'],
    ['a NUL in another field', 'X-A: \0\r\nFrom: ada@example.org'],
    ['a bare CR before another From', `X-A: b\rFrom: ${evil}\r\nFrom: ada@example.org`],
    ['a bare LF before another From', `X-A: b\nFrom: ${evil}\r\nX-B: c`],
    ['a bare LF that ends the header for some', `From: ada@example.org\r\nX-A: b\n\r\nFrom: ${evil}`],
    ['a line of spaces that ends the header for some', `From: ada@example.org\r\n \r\nFrom: ${evil}`],
    ['a line that is no field', `nothing\r\nFrom: ada@example.org`],
    ['a first line that goes on from nothing', ` x\r\nFrom: ada@example.org`],
    ['a byte order mark', '\xef\xbb\xbfFrom: ada@example.org'],
    ['an empty From', 'From: '],
    ['a From without an end', `From: ada@example.org${' '.repeat(5_000)}`],
    ['an address that is too long', `From: ${'a'.repeat(250)}@example.org`],
    ['a header without an end', `X-A: ${'b'.repeat(300_000)}\r\nFrom: ada@example.org`],
  ])('%s', async (_, header) => {
    expect(await sender(header)).toBeUndefined();
  });

  test('whatever is put beside an address, nobody else is made of it', async () => {
    const pieces = [
      '"',
      '<',
      '>',
      '(',
      ')',
      ',',
      ';',
      ':',
      '\\',
      '@',
      ' ',
      '\t',
      '\r\n ',
      '\r',
      '\n',
      '\0',
      'x',
      '=?utf-8?q?=22?=',
    ];
    const piece = fc.constantFrom(...pieces, 'ada@example.org', evil);
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 9 }), async (parts) => {
        const value = parts.join('');
        const found = await sender(`From: ${value}`);

        // Outside of quotation marks and comments there is then but one address.
        // What stands behind an empty line is the body's.
        const [field = ''] = value.split(/\n\r?\n/);
        const bare = field.replaceAll(/"(?:[^"\\]|\\.)*"|\([^()]*\)/gs, ' ');
        if (found !== undefined) {
          expect(bare.toLowerCase().split(found)).toHaveLength(2 + (bare.includes(`${found} <${found}>`) ? 1 : 0));
        }
      }),
      { numRuns: Number(process.env.RUNS ?? 2_000) },
    );
  });
});
