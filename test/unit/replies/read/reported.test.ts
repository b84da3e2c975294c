import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { FormDefinition } from '#domain/forms/form.ts';
import { readReply } from '#domain/replies/read/read-reply.ts';
import { bareForm } from '#shared/emails/bare-form.ts';
import { renderHtml } from '#shared/emails/render/html.tsx';
import { renderText } from '#shared/emails/render/plain-text.ts';
import { parseMail } from '#shared/mail/parse.ts';

const folder = new URL('../../../fixtures/replies-reported/', import.meta.url);
const read = (name: string) => readFileSync(new URL(name, folder));
const form = FormDefinition.parse(JSON.parse(read('form.json').toString()));
const email = bareForm(form, 'Telemachy');
const sent = [{ text: renderText(email), html: renderHtml(email) }];

describe('replies that users of other programs reported as misread are read as their .right.json says', () => {
  const names = readdirSync(folder).flatMap((name) => (name.endsWith('.eml') ? [name.replace('.eml', '')] : []));

  test.each(names)('%s', async (name) => {
    const { answers, automatic } = JSON.parse(read(`${name}.right.json`).toString());

    const mail = await parseMail(read(`${name}.eml`));
    const reading = readReply({ form, sent, mail });

    expect({ answers: reading.answers, automatic: mail.automatic }).toEqual({ answers, automatic });
    expect(reading).toMatchObject({ unclear: [], missing: [] });
  });
});
