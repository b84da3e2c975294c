import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type Answers, FormDefinition } from '#domain/forms/form.ts';
import { readReply } from '#domain/replies/read/read-reply.ts';
import type { Sent } from '#domain/replies/read/reply-reading.ts';
import { askedText } from '#shared/emails/render/plain-text.ts';
import { parseMail } from '#shared/mail/parse.ts';
import { wordsOf } from '#shared/words/index.ts';

const folder = new URL('../../../fixtures/replies/', import.meta.url);
const read = (name: string) => readFileSync(new URL(name, folder));
const form = FormDefinition.parse(JSON.parse(read('form.json').toString()));
const replies = readdirSync(folder)
  .filter((name) => name.endsWith('.eml') && name !== 'sent.eml')
  .map((name) => name.replace('.eml', ''));

/** What must be made of a reply. `after`: the replies that the same person had sent before, oldest first. */
function expectedOf(name: string) {
  const { after = [], ...expected } = JSON.parse(read(`${name}.json`).toString());
  return { after: after as string[], expected };
}

/** Reads a reply as the inbox function does, with what the earlier ones have answered. */
async function readingOf(name: string, sent: readonly Sent[], after: readonly string[] = []) {
  let known: Answers = {};
  for (const earlier of after) known = { ...known, ...(await readingOf(earlier, sent)).answers };
  const { from, subject, text, html } = await parseMail(read(`${name}.eml`));
  return readReply({ form, sent, asText: askedText(form, wordsOf()), mail: { from, subject, text, html }, known });
}

describe('the replies in test/fixtures/replies are read as their .json says', async () => {
  const { text = '', html } = await parseMail(read('sent.eml'));

  test.each(replies)('%s', async (name) => {
    const { after, expected } = expectedOf(name);
    const { automatic, bounce } = await parseMail(read(`${name}.eml`));

    if (expected.automatic) {
      expect({ automatic, bounce }).toEqual(expected);
      return;
    }
    const reading = await readingOf(name, [{ text, html }], after);

    const unclear = reading.unclear.map(({ key, said }) => ({ key, said }));
    expect(automatic).toBe(false);
    // Which answers were read from words is said of values, in their own tests.
    expect({ ...reading, unclear, worded: undefined }).toEqual({ ...expected, worded: undefined });
  });

  test.each(replies)('%s, when what was sent is not at hand, gives no answer that is wrong', async (name) => {
    const { after, expected } = expectedOf(name);
    if (expected.automatic) return;

    const { answers } = await readingOf(name, [], after);

    expect(expected.answers).toMatchObject(answers);
  });
});
