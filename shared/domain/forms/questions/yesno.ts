import { likelyYesNo } from '#domain/replies/read/values/likely/likely-yesno.ts';
import { understandYesNo } from '#domain/replies/read/values/understand-yesno.ts';
import { abstained } from '../abstained.ts';
import { type AnswerReader, otherThan, type QuestionType } from './question-type.ts';

export const yesnoQuestion: QuestionType = {
  shown: 'yes or no',
  example: () => 'no',
  seconds: 10,
  field: ({ mayAbstain }) => ({
    kind: 'ticks',
    choices: ['yes', 'no', ...(mayAbstain ? [abstained] : [])],
    areWords: true,
  }),
  fromField: ({ mayAbstain }, [chosen]) => {
    if (chosen === 'yes' || chosen === 'no') return { answer: chosen === 'yes' };
    if (chosen === abstained && mayAbstain) return { answer: abstained };
    return { wrong: 'unfit' };
  },
  fromCell: (_, text) => {
    if (/^(yes|y|true|1)$/i.test(text)) return { answer: true };
    return /^(no|n|false|0)$/i.test(text) ? { answer: false } : otherThan('yes or no', text);
  },
};

export const unclearYesno = ['both', 'neither'] as const;

export const yesnoReader: AnswerReader = { understand: understandYesNo, likely: likelyYesNo };
