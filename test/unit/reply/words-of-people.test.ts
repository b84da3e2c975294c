import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { Answer, Question } from '#domain/form.ts';
import { understand } from '#domain/reply/values/understand.ts';

const Case = Question.omit({ key: true }).extend({ said: z.string(), right: Answer.nullable() });
const { answers } = z
  .object({ answers: z.array(Case) })
  .parse(JSON.parse(readFileSync('test/fixtures/words/handed.json', 'utf8')));

describe('what people answer in their own words', () => {
  test.each(answers.map((one) => [one.ask, one.said, one] as const))(
    '%s "%s"',
    (_ask, said, { right, ...question }) => {
      const understood = understand({ key: 'only', ...question }, said);

      expect(understood.kind === 'answer' ? understood.value : null).toEqual(right);
    },
  );
});
