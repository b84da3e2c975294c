import { Constructed, ObjectIdentifier, OctetString, Sequence } from 'asn1js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseMail } from '#shared/mail/parse.ts';
import { open } from '#shared/mail/smime.ts';

const signedData = '1.2.840.113549.1.7.2';
const bytes = (text: string) => new Uint8Array(Buffer.from(text));
const buffer = (of: Uint8Array): ArrayBuffer => new Uint8Array(of).buffer;

function tagged(value: Sequence | OctetString) {
  return new Constructed({ idBlock: { tagClass: 3, tagNumber: 0 }, value: [value] });
}

function signed(content: Uint8Array, type = signedData, pieces = false): Uint8Array {
  const octets = pieces
    ? new OctetString({
        idBlock: { isConstructed: true },
        isConstructed: true,
        value: [content.subarray(0, 9), content.subarray(9)].map((piece) => new OctetString({ valueHex: piece })),
      })
    : new OctetString({ valueHex: content });
  const inside = new Sequence({ value: [new ObjectIdentifier({ value: '1.2.840.113549.1.7.1' }), tagged(octets)] });
  const data = new Sequence({ value: [new Sequence(), new Sequence(), inside] });
  return new Uint8Array(new Sequence({ value: [new ObjectIdentifier({ value: type }), tagged(data)] }).toBER());
}

function mail(type: string, body: Uint8Array): Uint8Array {
  const lines = Buffer.from(body).toString('base64').replace(/.{76}/g, '$&\n');
  return bytes(
    `From: Ada <ada@example.org>\nSubject: Re: x\nContent-Type: ${type}\nContent-Transfer-Encoding: base64\n\n${lines}\n`,
  );
}

const entity = bytes('Content-Type: text/plain; charset=utf-8\n\n1. mentee\n');
const plain = (text: string) => parseMail(bytes(`From: Ada <ada@example.org>\n\n${text}`));

describe('a message inside its signature', () => {
  test.each([
    'application/pkcs7-mime; smime-type=signed-data; name=smime.p7m',
    'application/x-pkcs7-mime; name=smime.p7m',
    'application/octet-stream; name=smime.p7m',
  ])('is read from %s', async (type) => {
    expect(await parseMail(mail(type, signed(entity)))).toMatchObject({
      from: { address: 'ada@example.org' },
      text: '1. mentee\n',
      attachments: [],
    });
  });

  test('is read when its content comes in pieces', async () => {
    expect((await parseMail(mail('application/pkcs7-mime', signed(entity, signedData, true)))).text).toBe(
      '1. mentee\n',
    );
  });

  test('is read from its parts, and from a signature in a signature', async () => {
    const parts = bytes(
      'Content-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: text/plain\n\n1. mentee\n--b\nContent-Type: text/html\n\n<p>1. mentee</p>\n--b--\n',
    );
    const twice = signed(mail('application/pkcs7-mime', signed(parts)));

    expect(await parseMail(mail('application/pkcs7-mime', twice))).toMatchObject({
      text: '1. mentee\n',
      html: '<p>1. mentee</p>\n',
    });
  });

  test('in plain sight loses the marks of its signature alone', async () => {
    const { text } = await plain(
      '-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\n1. mentee\n- -- \nAda\n-----BEGIN PGP SIGNATURE-----\n\niQ==\n-----END PGP SIGNATURE-----\n',
    );

    expect(text?.trim()).toBe('1. mentee\n-- \nAda');
  });
});

describe('an encrypted message', () => {
  test('is told by what it is wrapped in', async () => {
    const enveloped = signed(entity, '1.2.840.113549.1.7.3');

    expect(await parseMail(mail('application/pkcs7-mime', enveloped))).toMatchObject({ encrypted: true });
    expect(await plain('-----BEGIN PGP MESSAGE-----\n\nhQ==\n-----END PGP MESSAGE-----\n')).toMatchObject({
      encrypted: true,
    });
    const pgp =
      'Content-Type: multipart/encrypted; protocol="application/pgp-encrypted"; boundary=b\n\n--b\nContent-Type: application/pgp-encrypted\n\nVersion: 1\n--b--\n';
    expect(await parseMail(bytes(`From: ada@example.org\n${pgp}`))).toMatchObject({ encrypted: true });
  });

  test('is not told by what is quoted', async () => {
    expect((await plain('mentee\n\n> -----BEGIN PGP MESSAGE-----\n')).encrypted).toBeUndefined();
  });
});

describe('hostile ASN.1', () => {
  test('of any bytes is opened without a fault', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), (any) => void open(buffer(any))));
    const good = signed(entity);
    fc.assert(
      fc.property(fc.nat(good.length - 1), fc.nat(255), (at, value) => {
        const broken = new Uint8Array(good);
        broken[at] = value;
        open(buffer(broken));
      }),
    );
  });

  test.each([
    ['nested a million deep', () => new Uint8Array(2_000_000).map((_, at) => (at % 2 === 0 ? 0x30 : 0x80))],
    [
      'of a million values',
      () => Uint8Array.from([0x30, 0x80, ...Array.from({ length: 1_000_000 }, (_, at) => (at % 2 === 0 ? 5 : 0))]),
    ],
    ['that claims four gigabytes', () => Uint8Array.from([0x30, 0x84, 0xff, 0xff, 0xff, 0xff, 1, 2, 3])],
  ])('%s is given up in bounded time', (_, make) => {
    const message = buffer(make());
    const start = performance.now();

    expect(open(message)).toBeUndefined();
    expect(performance.now() - start).toBeLessThan(2_000);
  });
});
