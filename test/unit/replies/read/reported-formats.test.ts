import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { FormDefinition } from '#domain/forms/form.ts';
import { readReply } from '#domain/replies/read/read-reply.ts';
import { parseMail } from '#shared/mail/parse.ts';

const folder = new URL('../../../fixtures/replies-reported/', import.meta.url);
const read = (name: string) => readFileSync(new URL(name, folder));
const form = FormDefinition.parse(JSON.parse(read('form.json').toString()));

/** What was sent: each of these replies quotes all of it. */
function sentFor(text: string | undefined) {
  const quoted = (text ?? '').split(/\r?\n/).filter((line) => line.startsWith('>'));
  return [{ text: quoted.map((line) => line.replace(/^> ?/, '')).join('\n') }];
}

test.each(['exchange-suppresses-auto-replies', 'through-a-google-group', 'smime-opaque'])(
  '%s is a person, and read',
  async (name) => {
    const expected = JSON.parse(read(`${name}.right.json`).toString());

    const { from, subject, text, html, automatic } = await parseMail(read(`${name}.eml`));

    const reading = readReply({ form, sent: sentFor(text), mail: { from, subject, text, html } });
    expect(automatic).toBe(expected.automatic);
    expect(reading.answers).toEqual(expected.answers);
  },
);
