import { likelyNumber } from '#domain/replies/read/values/likely/likely-number.ts';
import { understandScale } from '#domain/replies/read/values/numbers/understand-scale.ts';
import { scaleOf, usualEnds } from '../scale-ends.ts';
import { numberIn } from './number.ts';
import { type AnswerReader, type QuestionType, steps } from './question-type.ts';

export const scaleQuestion: QuestionType = {
  range: usualEnds,
  shown: 'step',
  example: (question) => String(scaleOf(question).max),
  seconds: 10,
  field: (question) => {
    const { min, max } = scaleOf(question);
    return { kind: 'ticks', choices: steps(min, max) };
  },
  fromField: (question, [chosen]) => {
    const { min, max } = scaleOf(question);
    const number = Number(chosen);
    return Number.isInteger(number) && number >= min && number <= max ? { answer: number } : { wrong: 'unfit' };
  },
  fromCell: (question, text) => numberIn(text, { isWhole: true, ...scaleOf(question) }),
};

export const unclearScale = ['between-steps', 'inexact', 'off-scale', 'which-end', 'which-number'] as const;

export const scaleReader: AnswerReader = { understand: understandScale, likely: likelyNumber };
