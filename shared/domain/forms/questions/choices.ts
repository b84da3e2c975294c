import { understandChoices } from '#domain/replies/read/values/choices/understand-choices.ts';
import { likelyOptions } from '#domain/replies/read/values/likely/likely-options.ts';
import { optionIn } from './choice.ts';
import type { AnswerReader, QuestionType } from './question-type.ts';

export const choicesQuestion: QuestionType = {
  hasOptions: true,
  shown: 'as it is',
  example: () => 'a and b',
  seconds: 20,
  field: ({ options = [] }) => ({ kind: 'ticks', choices: options, several: true }),
  fromField: ({ options = [] }, given) => {
    const chosen = options.filter((option) => given.includes(option));
    return chosen.length > 0 ? { answer: chosen } : { wrong: 'unfit' };
  },
  fromCell: ({ options = [] }, text) => {
    const said = text.split(';').flatMap((one) => one.trim() || []);
    const chosen = said.map((one) => optionIn(one, options));
    const wrong = said.filter((_, index) => chosen[index] === undefined).map((one) => JSON.stringify(one));
    if (wrong.length === 0) return { answer: chosen.flatMap((one) => one ?? []) };
    // With semicolons, so that what is wanted can be copied from the message.
    return { fault: `has ${wrong.join(', ')}: expected some of these, with semicolons between: ${options.join('; ')}` };
  },
};

export const unclearChoices = [
  'all-of-it',
  'letter-or-and',
  'none-of-them',
  'not-among-options',
  'which-by-piece',
  'which-left-out',
  'which-option',
] as const;

export const choicesReader: AnswerReader = { understand: understandChoices, likely: likelyOptions };
