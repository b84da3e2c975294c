import { likelyNumber } from '#domain/replies/read/values/likely/likely-number.ts';
import { understandNumber } from '#domain/replies/read/values/numbers/understand-number.ts';
import {
  type AnswerReader,
  type CellReading,
  type FieldReading,
  otherThan,
  type QuestionType,
  steps,
} from './question-type.ts';

/** The widest range of a number that is offered as choices rather than typed. */
const widestChoice = 10;

interface Range {
  min?: number | undefined;
  max?: number | undefined;
}

export const numberQuestion: QuestionType = {
  shown: 'as it is',
  example: ({ min }) => String(min ?? 1),
  seconds: 10,
  field: ({ min, max }) => {
    const isShort = min !== undefined && max !== undefined && Number.isInteger(min) && max - min <= widestChoice;
    if (isShort) return { kind: 'ticks', choices: steps(min, max) };
    // Not type="number": a wheel would change it unseen, and what is no number would be lost before we could ask about it.
    return { kind: 'line', input: 'text', inputMode: max === undefined ? 'decimal' : 'numeric' };
  },
  fromField: (question, [words = '']) => readTyped(question, words),
  fromCell: ({ min, max }, text) => numberIn(text, { isWhole: false, min, max }),
};

function readTyped({ min, max }: Range, words: string): FieldReading {
  if (!/^[-+]?\d{1,12}([.,]\d{1,6})?$/.test(words)) return { wrong: 'unfit' };
  const number = Number(words.replace(',', '.'));
  if (min !== undefined && number < min) return { wrong: 'too-small' };
  if (max !== undefined && number > max) return { wrong: 'too-large' };
  return { answer: number };
}

/** The number that a cell holds, within its bounds. */
export function numberIn(text: string, { isWhole, min, max }: Range & { isWhole: boolean }): CellReading {
  // Three figures after a comma or a point are thousands in one country and a fraction in the next.
  const isNumber = /^[+-]?\d+([.,]\d+)?$/.test(text) && !/[.,]\d{3}$/.test(text);
  const number = isNumber ? Number(text.replace(',', '.')) : Number.NaN;
  const isWithin = number >= (min ?? Number.NEGATIVE_INFINITY) && number <= (max ?? Number.POSITIVE_INFINITY);
  if (isWithin && (!isWhole || Number.isInteger(number))) return { answer: number };
  const bounds =
    min !== undefined && max !== undefined
      ? ` from ${min} to ${max}`
      : `${min === undefined ? '' : `, ${min} or more`}${max === undefined ? '' : `, ${max} or less`}`;
  return otherThan(`a ${isWhole ? 'whole number' : 'number'}${bounds}`, text);
}

export const unclearNumber = [
  'inexact',
  'no-number',
  'other-unit',
  'rate',
  'several-numbers',
  'too-large',
  'too-small',
  'which-number',
] as const;

export const numberReader: AnswerReader = { understand: understandNumber, likely: likelyNumber };
