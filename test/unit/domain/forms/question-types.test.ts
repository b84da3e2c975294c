import { expect, test } from 'vitest';
import type { Question } from '#domain/forms/form.ts';
import { questionTypeNames, questionTypes } from '#domain/forms/questions/question-types.ts';
import { understand } from '#domain/replies/read/values/understand-answer.ts';
import { answerWords } from '#shared/emails/parts/answer-words.ts';
import { wordsOf } from '#shared/words/index.ts';

const questionOf = (type: Question['type']): Question => ({
  key: 'asked',
  ask: 'What do you say?',
  type,
  ...(questionTypes[type].hasOptions && { options: ['Listen first', 'Ask a question', 'Say it plainly'] }),
});

test.each(questionTypeNames)('the example of a %s is read as an answer, and shown to its writer', (type) => {
  const question = questionOf(type);

  const understood = understand(question, questionTypes[type].example(question));

  expect(understood).toMatchObject({ kind: 'answer' });
  const value = understood.kind === 'answer' ? understood.value : '';
  const shown = answerWords(question, value, wordsOf());
  expect(shown).not.toBe('');
});

test.each(questionTypeNames)('what a page offers for a %s is taken from its field', (type) => {
  const question = questionOf(type);
  const field = questionTypes[type].field(question);
  const values = field.kind === 'ticks' ? field.choices : [];

  const read = values.map((value) => questionTypes[type].fromField(question, [value]));

  expect(read.filter((one) => 'wrong' in one)).toEqual([]);
});
