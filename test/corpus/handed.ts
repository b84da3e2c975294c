import { readFileSync } from 'node:fs';
import * as z from 'zod';
import { Answer, Question } from '#domain/forms/form.ts';

const Handed = z.object({
  answers: z.array(z.looseObject({ said: z.string(), right: Answer.nullable() })),
});

/** Answers in people's words, each standing for a kind that was misread once; `right` is null where no value may be taken. */
export function handedAnswers(): { question: Question; said: string; right: Answer | null }[] {
  const { answers } = Handed.parse(JSON.parse(readFileSync('test/fixtures/words/handed.json', 'utf8')));
  return answers.map(({ said, right, ...question }) => ({
    question: Question.parse({ key: 'only', ...question }),
    said,
    right,
  }));
}
