import { likelyYesNo } from '#domain/replies/read/values/likely/likely-yesno.ts';
import { understandYesNo } from '#domain/replies/read/values/understand-yesno.ts';
import { abstained } from '../abstained.ts';
import { type AnswerReader, otherThan, type QuestionType, same } from './question-type.ts';

const notSaid = { value: abstained, text: 'I would rather not say' };

export const yesnoQuestion: QuestionType = {
  hint: () => 'yes or no',
  example: () => 'no',
  seconds: 10,
  missing: 'Please choose yes or no.',
  field: ({ mayAbstain }) => ({
    kind: 'ticks',
    choices: [...same(['yes', 'no']), ...(mayAbstain ? [notSaid] : [])],
    saysHow: true,
  }),
  fromField: ({ mayAbstain }, [chosen]) => {
    if (chosen === 'yes' || chosen === 'no') return { answer: chosen === 'yes' };
    if (chosen === abstained && mayAbstain) return { answer: abstained };
    return { wrong: 'Please choose yes or no.' };
  },
  fromCell: (_, text) => {
    if (/^(yes|y|true|1)$/i.test(text)) return { answer: true };
    return /^(no|n|false|0)$/i.test(text) ? { answer: false } : otherThan('yes or no', text);
  },
};

export const yesnoReader: AnswerReader = { understand: understandYesNo, likely: likelyYesNo };
