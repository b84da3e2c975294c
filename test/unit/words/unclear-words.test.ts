import { expect, it } from 'vitest';
import type { Question } from '#domain/forms/form.ts';
import { questionTypeNames, questionTypes, unclearOf } from '#domain/forms/questions/question-types.ts';
import { UnclearReason, unclearOfAny } from '#domain/forms/unclear-reason.ts';
import { wordsOf } from '#shared/words/index.ts';
import { unclearReasonWords } from '#shared/words/unclear-words.ts';

const everyReason = questionTypeNames.flatMap((type) =>
  [...unclearOf[type], ...unclearOfAny].map((kind) => [type, kind] as const),
);

it.each(everyReason)('of a %s there is a sentence for %s', (type, kind) => {
  const options = ['Listen first', 'Ask a question'];
  const question = { key: 'one', ask: 'One?', type, ...(questionTypes[type].hasOptions && { options }) } as Question;
  const why = UnclearReason.parse({ kind, words: 'hm', value: 3, vote: 'no', asked: 'years', said: 'months' });

  const said = unclearReasonWords(why, question, wordsOf());

  expect(said).toMatch(/^[A-Z"\d].*[.?]$/);
  expect(said).not.toMatch(/undefined|\{|\$/);
  expect(unclearReasonWords(why, question, wordsOf('en-XA'))).toMatch(/^⟦.*⟧$/);
});
