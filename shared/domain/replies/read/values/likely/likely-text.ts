import type { Question } from '#domain/forms/form.ts';
import { understandText } from '../understand-text.ts';

/** In characters; what is longer can't be shown whole to whoever is to confirm it. */
const longest = 300;

/** A text that asks somebody to wait or points elsewhere is none; one that only looked like an aside is the text as a whole. */
export function likelyText(question: Question, said: string): string | undefined {
  const read = understandText(question, said);
  return read.kind === 'answer' && typeof read.value === 'string' && read.value.length <= longest
    ? read.value
    : undefined;
}
