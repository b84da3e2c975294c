import { describe, expect, test } from 'vitest';
import { understand } from '#domain/reply/values/understand.ts';
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
