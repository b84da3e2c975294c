import { describe, expect, test } from 'vitest';
import type { Answer, Question } from '#domain/forms/form.ts';
import { understand } from '#domain/replies/read/values/understand-answer.ts';
import { handedAnswers } from '#test/corpus/handed.ts';

describe('what people answer in their own words', () => {
  test.each(handedAnswers().map((one) => [one.question.ask, one.said, one] as const))(
    '%s "%s"',
    (_ask, said, { question, right }) => {
      const understood = understand(question, said);

      expect(understood.kind === 'answer' ? understood.value : null).toEqual(right);
    },
  );
});

describe('an answer to what was asked again', () => {
  const publish: Question = { key: 'publish', ask: 'Shall we publish these pairs?', type: 'yesno' };
  const meetings: Question = { key: 'meetings', ask: 'How many times have you met?', type: 'number', min: 0, max: 60 };

  test.each<[Question, string, Answer]>([
    [publish, 'Make that a no then, Ines needs longer', false],
    [publish, 'Fine then, publish them all', true],
    [publish, 'I said no', false],
    [meetings, 'make it 2', 2],
    [meetings, 'ok call it four then', 4],
  ])('$ask "%s"', (question, said, value) => {
    expect(understand(question, said)).toMatchObject({ kind: 'answer', value });
  });

  test.each<[Question, string]>([
    [publish, 'Make that a maybe'],
    [publish, 'I never said yes'],
    [publish, 'Fine then, but not the last one'],
    [meetings, 'make it 2 or 3'],
  ])('$ask "%s" is asked about', (question, said) => {
    expect(understand(question, said).kind).toBe('unclear');
  });
});
