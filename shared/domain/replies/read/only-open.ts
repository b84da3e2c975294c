import { type Answers, applies, type FormDefinition, missing } from '#domain/forms/form.ts';
import type { Template } from './align/sent-template.ts';

/** The index of the one question that is open, or -1 when there are several or none. */
export function onlyOpen(form: FormDefinition, known: Answers, asked: readonly string[], template: Template): number {
  const required = missing(form, known).map(({ number }) => number - 1);
  const again = form.questions.flatMap(({ key }, index) => (asked.includes(key) ? [index] : []));
  const [first, ...more] = [required, again, optionalOpen(form, known)].find((some) => some.length > 0) ?? [];
  if (first !== undefined && more.length === 0) return first;
  const [alone, ...others] = template.derived ? [] : [...template.asked.keys()];
  return alone !== undefined && others.length === 0 ? alone : -1;
}

/** Open questions that need no answer; a text among them is left out, because "Thank you all" is no answer to it. */
function optionalOpen(form: FormDefinition, known: Answers): number[] {
  return form.questions.flatMap((question, index) =>
    known[question.key] === undefined && applies(question, known) && question.type !== 'text' ? [index] : [],
  );
}
