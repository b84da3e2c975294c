import { expect, test } from 'vitest';
import { numbered } from '#domain/forms/form.ts';
import { readReply } from '#domain/replies/read/read-reply.ts';
import { askedText } from '#shared/emails/render/plain-text.ts';
import { defaultProgram } from '#shared/programs/default-program.ts';
import { wordsOf } from '#shared/words/index.ts';

const form = defaultProgram.forms.midpoint;
const text = askedText(form, wordsOf());
const scales = numbered(form).filter(({ type, ends }) => type === 'scale' && ends);

/** The first sentence of each question behind marks, and under it the answer: whoever writes so deletes the rest. */
function shortened(of: typeof scales, answer: (question: (typeof scales)[number]) => string, mark = '> '): string {
  const quoted = of.map((question) => `${mark}${question.number}. ${question.ask}\n\n${answer(question)}\n`);
  return `On Mon, 3 May 2027, Maria Ortiz wrote:\n${quoted.join('\n')}`;
}

function read(body: string) {
  return readReply({ form, sent: [{ text }], mail: { subject: 'Re: Half-way', text: body } });
}

const highest = (question: (typeof scales)[number]) => question.max ?? 5;
const inWords = (question: (typeof scales)[number]) => `${highest(question)} (${question.ends?.[1]})`;
const right = (of: typeof scales) => Object.fromEntries(of.map((question) => [question.key, highest(question)]));

test('an end of a scale, as we have written it, is typed where only the question was left', () => {
  expect(read(shortened(scales, inWords))).toMatchObject({ answers: right(scales), unclear: [] });
});

test('each by itself, too', () => {
  for (const question of scales) {
    expect([question.key, read(shortened([question], inWords)).answers]).toEqual([question.key, right([question])]);
  }
});

test('a whole line of ours that is quoted below its question is no answer', () => {
  const whole = (question: (typeof scales)[number]) => {
    const [low, high] = question.ends ?? [];
    return `> ${question.min ?? 1} (${low}) to\n${highest(question)} (${high})`;
  };

  expect(read(shortened(scales, whole)).answers).toEqual({});
});
