import type { FormDefinition } from '#domain/forms/form.ts';
import { understandYesNo } from '../values/understand-yesno.ts';

const initials = /^\s*(?:\p{Lu}\.?\s?){1,3}$/u;

/** Votes below each other without numbers: nobody knows which is for which. */
export function isOneByOne({ questions: [first] }: FormDefinition, said: string): boolean {
  const lines = said.split('\n').filter((line) => line.trim() !== '');
  const short = lines.filter(
    (line) =>
      line.length < 20 &&
      !/\d/.test(line) &&
      !initials.test(line) &&
      first &&
      understandYesNo(first, line).kind === 'answer',
  );
  return short.length > 1;
}
