import { type Question, scaleOf } from '#domain/form.ts';
import { foldedWords } from '../words.ts';
import { numbersIn } from './number.ts';
import { heads } from './parts.ts';
import { answer, type Understood, unclear } from './understood.ts';

/** "4", "4/5", "four", "4 - agree", or the words for one of its ends. Out of range or in between is asked again. */
export function understandScale(question: Question, said: string): Understood {
  const { min, max } = scaleOf(question);
  const ask = `Please reply with one whole number from ${min} to ${max}.`;
  for (const { head, rest } of heads(said)) {
    const { numbers, unsure } = numbersIn(withoutTotal(head, max));
    const [value, ...more] = numbers;
    if (value === undefined) {
      const end = endOf(question, head);
      if (end !== undefined && rest === '') return answer(end);
      continue;
    }
    if (unsure || more.some((other) => other !== value)) {
      // "4 - 5 would be too much" has a second number in what may be a comment; it is not for us to say.
      continue;
    }
    if (rest !== '' && numbersIn(rest).numbers.length > 0) continue;
    if (!Number.isInteger(value)) return unclear(`${value} lies between two steps. ${ask}`);
    if (value < min || value > max) return unclear(`${value} is not on the scale. ${ask}`);
    if (contradicts(question, head, value)) return unclear(`We were not sure which end of the scale you mean. ${ask}`);
    return answer(value, rest === '' ? commentAfter(withoutTotal(head, max)) : rest);
  }
  return unclear(`We could not tell which number you mean. ${ask}`);
}

/** "4/5", "4 out of 5", "4 von 5": the second number says how long the scale is. */
function withoutTotal(said: string, max: number): string {
  const total = new RegExp(
    `^(\\D{0,20}\\d{1,3})\\s?(?:/|out of|of|von|sur|de|su|van de|van|av|z|na|מתוך|من)\\s?${max}(?!\\d)`,
    'i',
  );
  return said.replace(total, '$1');
}

/** The value of an end of the scale that was named in words. */
function endOf(question: Question, said: string): number | undefined {
  const { min, max } = scaleOf(question);
  const [low, high] = (question.ends ?? []).map((end) => foldedWords(end).join(' '));
  const words = foldedWords(said).join(' ');
  if (words === '' || low === high) return undefined;
  if (words === low) return min;
  return words === high ? max : undefined;
}

/** "1 (completely)" when 5 is "completely". */
function contradicts(question: Question, said: string, value: number): boolean {
  const end = endOf(question, said.replace(/[-+]?\d+/g, ' '));
  return end !== undefined && end !== value;
}

/** What follows the number: "4 because we ...". A bare unit or "points" is no comment. */
function commentAfter(head: string): string {
  const words = /^\D{0,20}\d{1,3}(?:\s?\/\s?\d{1,3})?\s?(.*)$/s.exec(head)?.[1] ?? '';
  return foldedWords(words).length >= 3 ? words : '';
}
