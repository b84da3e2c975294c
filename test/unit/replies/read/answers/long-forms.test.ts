import { describe, expect, test } from 'vitest';
import type { Answer, FormDefinition } from '#domain/forms/form.ts';
import { readReply } from '#domain/replies/read/read-reply.ts';
import { asked, attribution, typedUnder } from '../sent-form.ts';

/** A form of `count` questions that differ in their names alone, as a ballot's do, and what somebody says to each. */
function longForm(count: number, type: 'yesno' | 'scale') {
  const form: FormDefinition = {
    id: 'long',
    title: 'Pairs to look at',
    questions: Array.from({ length: count }, (_, index) => ({
      key: `pair${index + 1}`,
      label: `Anna Kowalska${index} and Ben Ode${index % 40}`,
      ask: `Anna Kowalska${index} with Ben Ode${index % 40}? Score 0.${(index % 90) + 10}, shared goals and working hours; both want to write papers.`,
      type,
    })),
  };
  const isNo = (index: number) => index % 17 === 3;
  const said = form.questions.map((_, index) =>
    type === 'scale' ? String((index % 5) + 1) : isNo(index) ? 'no, same team' : 'yes',
  );
  const answers: Record<string, Answer> = Object.fromEntries(
    form.questions.map(({ key }, index) => [key, type === 'scale' ? (index % 5) + 1 : !isNo(index)]),
  );
  return { form, said, answers };
}

describe.each([15, 150, 600])('a form of %i alike questions is read whole', (count) => {
  const { form, said, answers } = longForm(count, 'yesno');
  const sent = asked({ form, said, answers });
  const quoted = attribution + sent.text.replace(/^/gm, '> ');
  const listed = (between: string) => said.map((one, index) => `${index + 1}${between}${one}`).join('\n');

  test.each<[string, string]>([
    ['typed under the quoted questions', attribution + typedUnder({ form, said, answers }, sent.text, '> ')],
    ['typed under questions without a quote mark', typedUnder({ form, said, answers }, sent.text, '')],
    ['as a list above the quotation', `${listed('. ')}\n\n${quoted}`],
    ['as a list with colons', `${listed(': ')}\n\n${quoted}`],
    ['as a list with dashes', `${listed(' - ')}\n\n${quoted}`],
    ['as a list with nothing but spaces', `${listed(' ')}\n\n${quoted}`],
    ['by the names of the questions', form.questions.map(({ label }, index) => `${label}: ${said[index]}`).join('\n')],
  ])('%s', (_, text) => {
    // It took 25 seconds when the names of all questions were made for each answer again: more than a test may take.
    const reading = readReply({ form, sent: [sent], mail: { subject: 'Re:', text } });

    expect(reading).toMatchObject({ answers, missing: [], unclear: [], note: '' });
    expect(Object.values(reading.comments)).toEqual(said.filter((one) => one !== 'yes').map(() => 'same team'));
  });
});

test('figures under 150 alike questions are read whole', () => {
  const { form, said, answers } = longForm(150, 'scale');
  const sent = asked({ form, said, answers });

  const text = attribution + typedUnder({ form, said, answers }, sent.text, '> ');

  expect(readReply({ form, sent: [sent], mail: { subject: 'Re:', text } }).answers).toEqual(answers);
});

test('of a reply that is longer than what is read of one, the rest is open, and the reading says so', () => {
  const { form, said, answers } = longForm(1_200, 'yesno');
  const sent = asked({ form, said, answers });

  const text = attribution + typedUnder({ form, said, answers }, sent.text, '> ');
  const reading = readReply({ form, sent: [sent], mail: { subject: 'Re:', text } });

  expect(reading.cut).toBe(true);
  expect(Object.values(reading.answers).length + reading.missing.length).toBe(1_200);
});

test('a vote with a number of three digits among a few is read with its reason', () => {
  const { form, said, answers } = longForm(186, 'yesno');
  const sent = asked({ form, said, answers });

  const reading = readReply({
    form,
    sent: [sent],
    mail: { subject: 'Re:', text: '150: no, same team\n7: no, they share an office' },
  });

  expect(reading).toMatchObject({
    answers: { pair7: false, pair150: false },
    comments: { pair7: 'they share an office', pair150: 'same team' },
    note: '',
  });
});
