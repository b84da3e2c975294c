import * as z from 'zod';
import { likelyDate } from '#domain/replies/read/values/likely/likely-date.ts';
import { understandDate } from '#domain/replies/read/values/understand-date.ts';
import { type AnswerReader, otherThan, type QuestionType } from './question-type.ts';

export const dateQuestion: QuestionType = {
  shown: 'day',
  example: () => '3 April 2027',
  seconds: 10,
  field: () => ({ kind: 'line', input: 'date' }),
  fromField: (_, [words = '']) => (isDay(words) ? { answer: words } : { wrong: 'unfit' }),
  fromCell: (_, text) => (isDay(text) ? { answer: text } : otherThan('a date, such as 2027-03-01', text)),
};

/** Also whether there is such a day. */
function isDay(words: unknown): words is string {
  return z.iso.date().safeParse(words).success;
}

export const unclearDate = [
  'day-or-month',
  'no-date',
  'no-day-of-month',
  'no-full-year',
  'no-such-day',
  'no-year',
  'other-weekday',
  'several-dates',
  'several-days',
  'unsure-day',
] as const;

export const dateReader: AnswerReader = { understand: understandDate, likely: likelyDate };
