import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import * as fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { FormDefinition } from '#domain/forms/form.ts';
import { readReply } from '#domain/replies/read/read-reply.ts';
import { linesOfHtml } from '#domain/replies/read/text/html-lines.ts';
import { limits, linesOfText } from '#domain/replies/read/text/lines.ts';
import { parseMail } from '#shared/mail/parse.ts';
import { hostileMessages } from '#test/corpus/hostile.ts';

const folder = new URL('../../../fixtures/replies/', import.meta.url);
const read = (name: string) => readFileSync(new URL(name, folder));
const form = FormDefinition.parse(JSON.parse(read('form.json').toString()));
const { text: ours = '', html: oursAsHtml } = await parseMail(read('sent.eml'));
const sent = [{ text: ours, html: oursAsHtml }];

/** The whole way of a message, from its bytes to what it says. */
async function readingOf(raw: Uint8Array) {
  const mail = await parseMail(raw);
  return { mail, reading: readReply({ form, sent, mail }) };
}

/** Every string in a value, at any depth. */
function strings(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(strings) : [];
}

describe('a hostile message is read without an error, and what is made of it is bounded', () => {
  test.each(hostileMessages(ours))('%s', async (_, raw) => {
    const { mail, reading } = await readingOf(raw);

    const lines = [...linesOfText(mail.text ?? ''), ...linesOfHtml(mail.html ?? '')];
    expect(lines.length).toBeLessThanOrEqual(2 * limits.lines);
    expect(mail.attachments.length).toBeLessThanOrEqual(100);
    expect(mail.subject.length).toBeLessThanOrEqual(4_000);
    expect(reading.note.length).toBeLessThanOrEqual(20_000);
    expect(reading.unclear.every(({ said }) => said.length <= 300)).toBe(true);
    expect(strings({ mail, reading }).every((one) => one.isWellFormed())).toBe(true);
  });
});

test('the lines of a part are put together in one buffer, not as a piece for every line', async () => {
  const raw = Buffer.from(`From: a@example.org\r\n\r\n${'| a line of an answer\r\n'.repeat(45_000)}`);
  const { Blob } = globalThis;
  let pieces = 0;
  vi.stubGlobal('Blob', function counted(given: string[], options?: { type?: string }) {
    pieces += given.length;
    return new Blob(given, options);
  });

  const { text } = await parseMail(raw).finally(() => vi.unstubAllGlobals());

  expect(text?.length).toBeGreaterThan(900_000);
  expect(pieces).toBeLessThan(10);
});

describe('a message that ends before its end', () => {
  const names = readdirSync(folder).filter((name) => name.endsWith('.eml'));
  const messages = names.map((name) => read(name));

  test('is read as far as it goes, wherever that is', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...messages), fc.double({ min: 0, max: 1, noNaN: true }), async (raw, share) => {
        const { reading } = await readingOf(raw.subarray(0, Math.floor(raw.length * share)));

        expect(reading.missing.every((key) => form.questions.some((question) => question.key === key))).toBe(true);
      }),
      { numRuns: Number(process.env.RUNS ?? 150) },
    );
  });

  test('at any of its lines gives no answer that the whole does not give, but for the line it ends in', async () => {
    const raw = read('yahoo-web.eml');
    const whole = (await readingOf(raw)).reading.answers;

    for (let end = raw.indexOf(10); end !== -1; end = raw.indexOf(10, end + 1)) {
      const { answers } = (await readingOf(raw.subarray(0, end + 1))).reading;
      expect(whole).toMatchObject(answers);
    }
  });
});

test('what is longer than what is read of a message is said to be cut, and a long thread is not', async () => {
  const thread = `1. both\n\nOn Mon, 1 Feb 2027, Maria Ortiz wrote:\n${ours.replace(/^/gm, '> ').repeat(12)}`;
  const cutOf = (text: string) => readReply({ form, sent, mail: { subject: '', text } }).cut;

  expect(cutOf(thread)).toBeUndefined();
  expect(cutOf(thread + 'word '.repeat(700).concat('\n').repeat(60))).toBe(true);
  expect(cutOf('a\n'.repeat(9_000))).toBe(true);
  expect(cutOf('a'.repeat(5_000))).toBe(true);
});

test('words of ours that stand behind as many words as are read are not taken for theirs', () => {
  const text = `${'> somebody else wrote this\n'.repeat(7_900)}${'> a\n'.repeat(99)}`;
  const long = `${`> ${'somebody else wrote this '.repeat(200)}\n`.repeat(45)}\n${ours}`;

  for (const one of [text, long]) {
    expect(readReply({ form, sent, mail: { subject: '', text: one } })).toMatchObject({ answers: {}, unclear: [] });
  }
});

test('a bomb in an attachment stays as small as it was sent: nothing unpacks it', async () => {
  const bomb = gzipSync(Buffer.alloc(20_000_000));
  const raw = `From: a@example.org\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\n1. mentor\r\n--b\r\nContent-Type: application/gzip; name=bomb.gz\r\nContent-Encoding: gzip\r\nContent-Transfer-Encoding: base64\r\n\r\n${bomb.toString('base64')}\r\n--b--\r\n`;

  const { mail, reading } = await readingOf(Buffer.from(raw));

  expect(mail.attachments).toMatchObject([{ name: 'bomb.gz', type: 'application/gzip', size: bomb.length }]);
  expect(reading.answers).toEqual({ role: 'mentor' });
});

test('NULs and halves of characters reach nobody: what is stored can be stored', async () => {
  const page = '<p>1. mentor</p><p>2. a&#xD83D;b&#0;c</p>';
  const long = `2. ${'👍'.repeat(5_000)}`;
  const raws = [
    Buffer.from(`From: a@example.org\r\nContent-Type: text/html\r\n\r\n${page}`),
    Buffer.from(`From: a@example.org\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${long}`),
    Buffer.from(
      `From: a@example.org\r\nContent-Type: text/plain; charset=utf-16le\r\n\r\n2\0.\0 \0\x3d\xd8a\0`,
      'latin1',
    ),
    Buffer.from('From: a@example.org\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n1. men\0tor\n2. a\0b', 'latin1'),
  ];

  for (const raw of raws) {
    const { reading } = await readingOf(raw);
    expect(strings(reading).every((one) => one.isWellFormed())).toBe(true);
    expect(strings(reading).join('')).not.toContain('\0');
  }
});
