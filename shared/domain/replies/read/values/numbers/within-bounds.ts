import type { Question } from '#domain/forms/form.ts';
import { answer, type Understood, unclear } from '../understood-answer.ts';

/** A number as the answer, or which bound of the question it lies beyond. */
export function withinBounds({ min, max }: Question, value: number, comment = '', by?: 'words'): Understood {
  if (min !== undefined && value < min) return unclear('too-small');
  if (max !== undefined && value > max) return unclear('too-large');
  const read = answer(value, comment);
  return by && read.kind === 'answer' ? { ...read, by } : read;
}
