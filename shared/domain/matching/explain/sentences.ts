import type { Question } from '../../form.ts';

/** `a`, `a and b`, `a, b and c`. */
export function listed(items: readonly string[]): string {
  return items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}

/** Answers as they stand in a sentence of ours: in quotation marks where they speak for themselves ("my direction"). */
export function answersIn(answers: readonly string[]): string {
  return listed(answers.map((one) => (/\b(i|my|me|mine|myself|we|our|us|ourselves)\b/i.test(one) ? `“${one}”` : one)));
}

const numbers = ['none', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

export function inWords(count: number): string {
  return numbers[count] ?? String(count);
}

/** Whether the options of a question complete "someone who ...", as in "What do you look for? Someone who ...". */
export function describesSomeone(question: Question | undefined): boolean {
  return /someone who\s*(\.\.\.|…)\s*$/i.test(question?.ask ?? '');
}

/** The few words that a number stands for: the question's label as it reads inside a sentence. */
export function subjectOf(question: Question | undefined): string {
  const label = question?.label ?? question?.key ?? '';
  return /^\p{Lu}\p{Ll}/u.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label;
}
