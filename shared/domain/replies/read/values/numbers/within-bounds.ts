import type { Question } from '#domain/forms/form.ts';
import { answer, type Understood, unclear } from '../understood-answer.ts';

/** A number as the answer, or which bound of the question it lies beyond. */
export function withinBounds({ min, max }: Question, value: number, comment = '', by?: 'words'): Understood {
  if (min !== undefined && value < min) return unclear(`The number should be ${min} or more.`);
  if (max !== undefined && value > max) return unclear(`The number should be ${max} or less.`);
  const read = answer(value, comment);
  return by && read.kind === 'answer' ? { ...read, by } : read;
}
