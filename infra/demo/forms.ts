import type { NumberedQuestion, Question } from '#domain/forms/form.ts';
import type { DefinedForm } from '#domain/program.ts';
import { definedForms } from '#domain/program.ts';
import { essentials } from '#shared/programs/essentials.ts';
import type { AskedQuestion, Letter } from './letter.ts';

export type FormKind = DefinedForm | 'ballot' | 'decision' | 'confirm';

/** What a letter asks for, as somebody who reads it would say; undefined when it asks nothing. */
export function formIn({ questions }: Letter): FormKind | undefined {
  const [first] = questions;
  if (!first) return undefined;
  if (first.words.startsWith('Did you write that reply?')) return 'confirm';
  if (first.words.startsWith('Shall we publish')) return 'decision';
  if (questions.every(({ words }) => words.includes(' as mentor of '))) return 'ballot';
  return definedForms.find((form) => questions.every((asked) => questionIn(form, asked) !== undefined));
}

/** Whether a form's questions stand in the program, rather than in the email alone. */
export function isDefined(form: FormKind): form is DefinedForm {
  return (definedForms as readonly string[]).includes(form);
}

/** The question of a form that `asked` is, with the number that it has in the letter. */
export function questionIn(form: FormKind, asked: AskedQuestion): NumberedQuestion | undefined {
  if (!isDefined(form)) return undefined;
  const words = asked.words.replace(/^If you answered .{1,80}? to \d+: /, '');
  const questions: readonly Question[] = essentials.forms[form].questions;
  const question = questions.find(({ ask }) => words.startsWith(ask));
  return question && { ...question, number: asked.number };
}
