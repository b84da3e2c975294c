import * as z from 'zod';
import { likelyDate } from '#domain/replies/read/values/likely/likely-date.ts';
import { understandDate } from '#domain/replies/read/values/understand-date.ts';
import { type AnswerReader, otherThan, type QuestionType } from './question-type.ts';

export const dateQuestion: QuestionType = {
  hint: () => 'A date, with the year.',
  example: () => '3 April 2027',
  seconds: 10,
  missing: 'Please give a date.',
  field: () => ({ kind: 'line', input: 'date' }),
  fromField: (_, [words = '']) =>
    isDay(words) ? { answer: words } : { wrong: 'Please give a date as year-month-day, such as 2027-03-12.' },
  fromCell: (_, text) => (isDay(text) ? { answer: text } : otherThan('a date, such as 2027-03-01', text)),
};

/** Also whether there is such a day. */
function isDay(words: unknown): words is string {
  return z.iso.date().safeParse(words).success;
}

export const dateReader: AnswerReader = { understand: understandDate, likely: likelyDate };
