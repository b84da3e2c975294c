import type { Answer, Question } from '#domain/forms/form.ts';
import { scaleOf } from '#domain/forms/scale-ends.ts';
import { type Words, wordsOf } from './text-likeness.ts';

/** What was chosen; undefined when nothing was, which says as little as no answer. */
export function choicesIn(answer: Answer | undefined): string[] | undefined {
  if (typeof answer === 'string' && answer.trim() !== '') return [answer];
  if (!Array.isArray(answer) || answer.length === 0) return undefined;
  return [...new Set(answer)];
}

export function saidIn(answer: Answer | undefined): string | undefined {
  if (typeof answer === 'boolean') return answer ? 'yes' : 'no';
  if (Array.isArray(answer)) return answer.length ? [...answer].sort().join(', ') : undefined;
  const said = answer === undefined ? '' : String(answer).trim();
  return said === '' ? undefined : said;
}

export function numberIn(answer: Answer | undefined): number | undefined {
  const number = typeof answer === 'string' && answer.trim() !== '' ? Number(answer) : answer;
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
}

/** The words of an answer; undefined when it has none that mean anything. */
export function textIn(answer: Answer | undefined, read: (text: string) => Words = wordsOf): Words | undefined {
  const text = Array.isArray(answer) ? answer.join(' ') : answer;
  if (typeof text !== 'string') return undefined;
  const words = read(text);
  return words.size ? words : undefined;
}

/** How far answers to a question can be apart; for a number without bounds, how far they are. */
export function rangeOf(question: Question | undefined, given: readonly (number | undefined)[]): number {
  if (question?.type === 'scale') return scaleOf(question).max - scaleOf(question).min || 1;
  if (question?.min !== undefined && question.max !== undefined) return question.max - question.min || 1;
  const known = given.filter((one) => one !== undefined);
  return (
    known.reduce((most, one) => Math.max(most, one), 0) - known.reduce((least, one) => Math.min(least, one), 0) || 1
  );
}
