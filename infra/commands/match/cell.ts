import * as z from 'zod';
import { type Answer, type Question, scaleOf } from '#domain/form.ts';
import { workingDayIn } from '#domain/matching/hours.ts';
import type { ProgramDefinition } from '#domain/program/program-definition.ts';

/** A question with what the program's matching makes of its answers. */
export interface Asked {
  question: Question;
  /** Whether an answer plays a part in who is matched with whom. */
  isUsed: boolean;
  /** Whether it says how many mentees a mentor can take, or the hours of a working day. */
  says?: 'places' | 'hours';
}

export function askedOf(question: Question, { matching }: ProgramDefinition): Asked {
  const { capacity, conflicts, manager, shared } = matching.rules;
  const factors = matching.factors.filter(
    ({ weight, mentee, mentor }) => weight > 0 && [mentee, mentor].includes(question.key),
  );
  const isUsed = factors.length > 0 || [capacity, conflicts, manager, ...shared].includes(question.key);
  if (question.key === capacity) return { question, isUsed, says: 'places' };
  return factors.some(({ compare }) => compare === 'hours')
    ? { question, isUsed, says: 'hours' }
    : { question, isUsed };
}

/** What a cell says in answer to a question, or what is wrong with it: `is "two": expected a whole number`. */
export function answerIn(text: string, { question, says }: Asked): { answer: Answer } | { fault: string } {
  const otherThan = (expected: string) => ({ fault: `is ${JSON.stringify(text)}: expected ${expected}` });
  switch (question.type) {
    case 'choices':
      return choicesIn(text, question.options ?? []);
    case 'choice': {
      const answer = optionIn(text, question.options);
      return answer === undefined ? otherThan(`one of: ${question.options?.join('; ')}`) : { answer };
    }
    case 'number':
      // Years may be halves, places may not.
      return says === 'places'
        ? numberIn(text, { isWhole: true, ...question, min: question.min ?? 0 })
        : numberIn(text, { isWhole: false, ...question });
    case 'scale':
      return numberIn(text, { isWhole: true, ...scaleOf(question) });
    case 'yesno':
      if (/^(yes|y|true|1)$/i.test(text)) return { answer: true };
      return /^(no|n|false|0)$/i.test(text) ? { answer: false } : otherThan('yes or no');
    case 'date':
      return z.iso.date().safeParse(text).success ? { answer: text } : otherThan('a date, such as 2027-03-01');
    default:
      return says === 'hours' && workingDayIn(text) === undefined
        ? otherThan('working hours and a time zone, such as 9-17 Europe/Lisbon')
        : { answer: text };
  }
}

function choicesIn(text: string, options: readonly string[]): { answer: string[] } | { fault: string } {
  const said = text.split(';').flatMap((one) => one.trim() || []);
  const chosen = said.map((one) => optionIn(one, options));
  const wrong = said.filter((_, index) => chosen[index] === undefined).map((one) => JSON.stringify(one));
  if (wrong.length === 0) return { answer: chosen.flatMap((one) => one ?? []) };
  // With semicolons, so that what is wanted can be copied from the message.
  return { fault: `has ${wrong.join(', ')}: expected some of these, with semicolons between: ${options.join('; ')}` };
}

/** The option as the program writes it, whatever the case and the spaces. */
function optionIn(said: string, options: readonly string[] = []): string | undefined {
  const plain = (words: string) => words.normalize('NFC').replace(/\s+/gu, ' ').trim().toLowerCase();
  return options.find((one) => plain(one) === plain(said));
}

function numberIn(
  text: string,
  { isWhole, min, max }: { isWhole: boolean; min?: number | undefined; max?: number | undefined },
): { answer: number } | { fault: string } {
  // Three figures after a comma or a point are thousands in one country and a fraction in the next.
  const isNumber = /^[+-]?\d+([.,]\d+)?$/.test(text) && !/[.,]\d{3}$/.test(text);
  const number = isNumber ? Number(text.replace(',', '.')) : Number.NaN;
  const isWithin = number >= (min ?? Number.NEGATIVE_INFINITY) && number <= (max ?? Number.POSITIVE_INFINITY);
  if (isWithin && (!isWhole || Number.isInteger(number))) return { answer: number };
  const bounds =
    min !== undefined && max !== undefined
      ? ` from ${min} to ${max}`
      : `${min === undefined ? '' : `, ${min} or more`}${max === undefined ? '' : `, ${max} or less`}`;
  return { fault: `is ${JSON.stringify(text)}: expected a ${isWhole ? 'whole number' : 'number'}${bounds}` };
}
