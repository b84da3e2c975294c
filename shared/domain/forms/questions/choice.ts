import { likelyOptions } from '#domain/replies/read/values/likely/likely-options.ts';
import { understandChoice } from '#domain/replies/read/values/understand-choice.ts';
import { type AnswerReader, otherThan, type QuestionType } from './question-type.ts';

export const choiceQuestion: QuestionType = {
  hasOptions: true,
  shown: 'as it is',
  example: () => 'b',
  seconds: 10,
  field: ({ options = [] }) => ({ kind: 'ticks', choices: options }),
  fromField: ({ options }, [chosen = '']) => (options?.includes(chosen) ? { answer: chosen } : { wrong: 'unfit' }),
  fromCell: ({ options = [] }, text) => {
    const answer = optionIn(text, options);
    return answer === undefined ? otherThan(`one of: ${options.join('; ')}`, text) : { answer };
  },
};

/** The option as the program writes it, whatever the case and the spaces. */
export function optionIn(said: string, options: readonly string[]): string | undefined {
  const plain = (words: string) => words.normalize('NFC').replace(/\s+/gu, ' ').trim().toLowerCase();
  return options.find((one) => plain(one) === plain(said));
}

export const unclearChoice = ['doubtful', 'fits-several', 'several-options', 'which-option'] as const;

export const choiceReader: AnswerReader = { understand: understandChoice, likely: likelyOptions };
