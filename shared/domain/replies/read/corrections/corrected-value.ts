import type { Answer, Question } from '#domain/forms/form.ts';
import { understand } from '../values/understand-answer.ts';
import { asAddition, becomes, fromTo, insteadOf, withoutClosing } from './change-words.ts';

/** A set of options after some were put to it or taken from it. Nobody is known to have meant a set of nothing. */
export function changedSet(
  question: Question,
  does: 'add' | 'remove',
  words: string,
  known: Answer,
): string[] | undefined {
  const named = optionsIn(question, words);
  if (!named || !Array.isArray(known)) return undefined;
  const chosen = new Set(known);
  for (const option of named) {
    if (does === 'add') chosen.add(option);
    else chosen.delete(option);
  }
  return chosen.size === 0 ? undefined : (question.options ?? []).filter((option) => chosen.has(option));
}

export function optionsIn(question: Question, words: string): string[] | undefined {
  const value = question.type === 'choices' ? wholeValue(question, words) : undefined;
  return Array.isArray(value) && value.length > 0 ? value : undefined;
}

/** "also b", said of options that we know: those and b. */
export function withChange(question: Question, words: string, known: Answer | undefined): string[] | undefined {
  const change = question.type === 'choices' && known !== undefined ? asAddition(words) : undefined;
  return change && known !== undefined ? changedSet(question, change.does, change.options, known) : undefined;
}

/** Characters of a new value and the old one: more are no "19, not 23". */
const longestPair = 200;

/** A value that takes the place of another one: "19, not 23", where the 23 is what we have. */
export function replacement(question: Question, words: string, known: Answer | undefined): Answer | undefined {
  if (words.length > longestPair) return undefined;
  const next = becomes(words);
  const set = next && wholeValue(question, next.value.replace(/^\s*(?:be|it)\s/iu, ''));
  if (set !== undefined) return set;
  const pair = insteadOf(words) ?? fromTo(words);
  const [value, old] = pair ? [wholeValue(question, pair.value), wholeValue(question, pair.old)] : [];
  if (value === undefined || old === undefined) return undefined;
  return known === undefined || isSame(old, known) || isSame(value, known) ? value : undefined;
}

/** "19, not 22", where we have neither of the two. */
export function replacesOther(question: Question, words: string, known: Answer): boolean {
  const pair = question.type === 'text' || words.length > longestPair ? undefined : insteadOf(words);
  if (!pair) return false;
  const [value, old] = [wholeValue(question, pair.value), wholeValue(question, pair.old)];
  return value !== undefined && old !== undefined && !isSame(old, known) && !isSame(value, known);
}

/** A value that is the whole of what was said. */
export function wholeValue(question: Question, words: string): Answer | undefined {
  const understood = understand(question, withoutClosing(words).replace(/^(?:an?|the|to be|as)\s(?=\S{2})/iu, ''));
  return understood.kind === 'answer' && understood.comment === undefined ? understood.value : undefined;
}

export function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
