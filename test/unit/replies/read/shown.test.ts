import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readReply } from '#domain/replies/read/read-reply.ts';
import { write } from '#shared/emails/index.ts';
import { renderHtml } from '#shared/emails/render/html.tsx';
import { renderText } from '#shared/emails/render/plain-text.ts';
import { parseMail } from '#shared/mail/parse.ts';
import { formPage } from '#shared/pages/form-page.tsx';
import { thankYouPage } from '#shared/pages/thank-you-page.tsx';
import { defaultProgram } from '#shared/programs/default-program.ts';
import { harmless, hostileWords, structureOf } from '#test/harness/mail/markup.ts';
import { mentee, type Sample, samples } from '#test/unit/emails/samples.ts';
import { application as applicationPage } from '#test/unit/pages/samples.ts';
import { application } from './forms.ts';

const runs = { numRuns: Number(process.env.RUNS ?? 40) };

const options = new Set(
  Object.values(defaultProgram.forms).flatMap(({ questions }) =>
    questions.flatMap((question) => question.options ?? []),
  ),
);

/** `value` with `words` in the place of whatever somebody may have written, said or been called. */
function saying<T>(value: T, words: string): T {
  return JSON.parse(JSON.stringify(value), (key, one: unknown) =>
    typeof one === 'string' && one.includes(' ') && !options.has(one) && key !== 'csv' ? words : one,
  ) as T;
}

/** An email in which all facts, answers and comments, and the name of the reader, are `words`. */
function emailSaying({ kind, facts, context }: Sample, words: string): string {
  const { form, person } = context;
  const asked = form && { ...form.asked, answers: saying(form.asked.answers, words) };
  const comments = form?.asked.comments && saying(form.asked.comments, words);
  return renderHtml(
    write(kind, saying(facts, words), {
      ...context,
      person: { ...person, name: words },
      ...(form && asked && { form: { ...form, asked: { ...asked, ...(comments && { comments }) } } }),
    }),
  );
}

describe('what people write is shown as words, whatever it is', () => {
  test('as the answer that was read from an email, whether it was written as text or as HTML', async () => {
    await fc.assert(
      fc.asyncProperty(hostileWords, fc.boolean(), async (words, isHtml) => {
        const escaped = words.replace(/[&<>"']/g, (one) => `&#${one.charCodeAt(0)};`);
        const body = isHtml ? `text/html\r\n\r\n<p>2. ${escaped}</p>` : `text/plain\r\n\r\n2. ${words}`;
        const mail = await parseMail(Buffer.from(`From: a@example.org\r\nContent-Type: ${body}`));

        const { answers } = readReply({ form: application, sent: [], mail });

        expect(answers.year).toBe(words);
      }),
      runs,
    );
  });

  test.each(samples)('in the email $name', (sample) => {
    fc.assert(
      fc.property(hostileWords, (words) => {
        expect(structureOf(emailSaying(sample, words))).toEqual(structureOf(emailSaying(sample, harmless(words))));
      }),
      runs,
    );
  });

  test('and the acknowledgement has them all in its plain text', () => {
    const sample = samples.find(({ name }) => name === 'understood-complete') as Sample;
    fc.assert(
      fc.property(hostileWords, (words) => {
        const facts = { ...(sample.facts as object), answers: { ...mentee, why: words } };

        const email = write('understood', facts, sample.context);

        expect(renderText(email).replace(/\s+/g, ' ')).toContain(words);
      }),
      runs,
    );
  });

  const { definition } = applicationPage;
  const pages: Record<string, (words: string) => string> = {
    'the form page, as typed and wrong': (words) =>
      formPage({
        ...applicationPage,
        sent: {
          body: new URLSearchParams({ why: words, experience: words }),
          errors: [{ key: 'experience', message: words }],
        },
      }).html,
    'the form page, as a name': (name) =>
      formPage({ ...applicationPage, person: { ...applicationPage.person, name } }).html,
    'the page of thanks': (why) => {
      const { cohort, person } = applicationPage;
      return thankYouPage({ cohort, person, definition, answers: { ...mentee, why }, form: '/f/x', waits: false }).html;
    },
  };

  test.each(Object.entries(pages))('on %s', (_, pageOf) => {
    fc.assert(
      fc.property(hostileWords, (words) => {
        expect(structureOf(pageOf(words))).toEqual(structureOf(pageOf(harmless(words))));
      }),
      runs,
    );
  });
});

test('an unescaped word would be noticed', () => {
  const pageOf = (words: string) => `<p title="${words}">${words}</p>`;

  for (const words of ['<b>', '" onclick="x', '<!--'])
    expect(structureOf(pageOf(words))).not.toEqual(structureOf(pageOf(harmless(words))));
});
