import { likelyNumber } from '#domain/replies/read/values/likely/likely-number.ts';
import { understandScale } from '#domain/replies/read/values/numbers/understand-scale.ts';
import { scaleOf, usualEnds } from '../scale-ends.ts';
import { numberIn } from './number.ts';
import { type AnswerReader, type QuestionType, same, steps } from './question-type.ts';

export const scaleQuestion: QuestionType = {
  range: usualEnds,
  hint: (question) => {
    const { min, max } = scaleOf(question);
    const [low = '', high = ''] = (question.ends ?? []).map((end) => ` (${end})`);
    return `${min}${low} to ${max}${high}`;
  },
  example: (question) => String(scaleOf(question).max),
  seconds: 10,
  missing: 'Please choose a number.',
  field: (question) => {
    const { min, max } = scaleOf(question);
    return { kind: 'ticks', choices: same(steps(min, max)) };
  },
  fromField: (question, [chosen]) => {
    const { min, max } = scaleOf(question);
    const number = Number(chosen);
    return Number.isInteger(number) && number >= min && number <= max
      ? { answer: number }
      : { wrong: `Please choose a number from ${min} to ${max}.` };
  },
  fromCell: (question, text) => numberIn(text, { isWhole: true, ...scaleOf(question) }),
};

export const scaleReader: AnswerReader = { understand: understandScale, likely: likelyNumber };
