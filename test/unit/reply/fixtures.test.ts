import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { FormDefinition } from '#domain/form.ts';
import { readReply } from '#domain/reply/read-reply.ts';
import { parseMail } from '#shared/mail/parse.ts';

const folder = new URL('../../fixtures/replies/', import.meta.url);
const read = (name: string) => readFileSync(new URL(name, folder));
const form = FormDefinition.parse(JSON.parse(read('form.json').toString()));
const replies = readdirSync(folder)
  .filter((name) => name.endsWith('.eml') && name !== 'sent.eml')
  .map((name) => name.replace('.eml', ''));

describe('the replies in test/fixtures/replies are read as their .json says', async () => {
  const sent = await parseMail(read('sent.eml'));

  test.each(replies)('%s', async (name) => {
    const expected = JSON.parse(read(`${name}.json`).toString());

    const mail = await parseMail(read(`${name}.eml`));

    if (expected.automatic) {
      expect({ automatic: mail.automatic, bounce: mail.bounce }).toEqual(expected);
      return;
    }
    expect(mail.automatic).toBe(false);
    const reading = readReply({
      form,
      sent: [{ text: sent.text ?? '', html: sent.html }],
      mail: { subject: mail.subject, text: mail.text, html: mail.html },
    });
    const unclear = reading.unclear.map(({ key, said }) => ({ key, said }));
    expect({ ...reading, unclear }).toEqual(expected);
  });

  test.each(replies)('%s, when what was sent is not at hand, gives no answer that is wrong', async (name) => {
    const expected = JSON.parse(read(`${name}.json`).toString());
    const { subject, text, html, automatic } = await parseMail(read(`${name}.eml`));
    if (automatic) return;

    const { answers } = readReply({ form, sent: [], mail: { subject, text, html } });

    expect(expected.answers).toMatchObject(answers);
  });
});
