import { describe, expect, test } from 'vitest';
import { attached, type Part } from '#domain/attachments.ts';

const part = (name: string, type: string, more: Partial<Part> = {}): Part => ({
  name,
  type,
  size: 90_000,
  embedded: false,
  inline: false,
  ...more,
});
const names = (parts: Part[]) => attached(parts).map(({ name, kept }) => `${kept ? 'kept' : 'refused'} ${name}`);

test.each([
  ['cv.pdf', 'application/pdf', 'kept'],
  ['notes.txt', 'text/plain', 'kept'],
  ['CV.PDF', 'application/octet-stream', 'kept'],
  ['photo.heic', 'image/heic', 'refused'],
  ['answers.docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'refused'],
  ['setup.exe', 'application/x-msdownload', 'refused'],
  ['cv.pdf.exe', 'application/pdf', 'refused'],
  ['script.ps1', 'text/plain', 'refused'],
  ['page.html', 'text/html', 'refused'],
])('%s of the type %s is %s', (name, type, became) => {
  expect(names([part(name, type)])).toEqual([`${became} ${name}`]);
});

describe('what mail programs add by themselves provokes no remark', () => {
  test.each([
    ['the picture of a signature', part('image001.png', 'image/png', { embedded: true })],
    ['a small picture in the text', part('logo.gif', 'image/gif', { inline: true, size: 3_000 })],
    ['an invitation', part('invite.ics', 'text/calendar')],
    ['a card', part('ada.vcf', 'text/x-vcard')],
    ['a card of no type', part('ada.vcf', 'application/octet-stream')],
    ['what Outlook wraps', part('winmail.dat', 'application/ms-tnef')],
    ['an S/MIME signature', part('smime.p7s', 'application/pkcs7-signature')],
    ['a PGP signature', part('signature.asc', 'application/pgp-signature')],
    ['a PGP key', part('OpenPGP_0x1234ABCD.asc', 'application/pgp-keys')],
    ['the footer of a list', part('', 'text/plain', { inline: true, size: 300 })],
  ])('%s', (_, added) => {
    expect(attached([added])).toEqual([]);
  });

  test('but a photograph in the text of an email does', () => {
    expect(names([part('IMG_2041.jpeg', 'image/jpeg', { inline: true, size: 900_000 })])).toEqual([
      'refused IMG_2041.jpeg',
    ]);
  });
});

test('five files are kept, each up to 5 MB, and what is too much is refused by name', () => {
  const many = Array.from({ length: 7 }, (_, index) => part(`${index}.pdf`, 'application/pdf'));
  const large = part('large.pdf', 'application/pdf', { size: 6 * 1024 * 1024 });

  expect(names([large, ...many]).filter((name) => name.startsWith('kept'))).toHaveLength(5);
  expect(names([large, ...many])[0]).toBe('refused large.pdf');
});

describe('a name is hostile input', () => {
  test.each([
    ['what turns words around', '\u202efdp.exe', 'fdp.exe'],
    ['line breaks and control characters', 'cv\r\nBcc: all@example.org\u0000.pdf', 'cv Bcc: all@example.org .pdf'],
    ['a path', '../../etc/passwd.pdf', 'passwd.pdf'],
    ['a path of Windows', 'C:\\Users\\Ada\\cv.pdf', 'cv.pdf'],
    ['invisible characters', 'c\u200bv\u2066.pdf\ufeff', 'cv.pdf'],
    ['half a character', 'cv\ud83d.pdf', 'cv.pdf'],
    ['nothing but space', ' \t ', 'a file'],
  ])('%s', (_, given, shown) => {
    expect(attached([part(given, 'application/pdf')])[0]?.name).toBe(shown);
  });

  test('of 10,000 characters is cut in the middle, so that its ending shows what it is', () => {
    const [long] = attached([part(`${'a'.repeat(10_000)}.exe`, 'application/pdf')]);

    expect(long?.name).toMatch(/^a+….exe$/);
    expect(long?.name.length).toBeLessThanOrEqual(60);
    expect(long?.kept).toBe(false);
  });
});
