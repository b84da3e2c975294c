import type { NumberedQuestion, Question } from '#domain/forms/form.ts';
import { surveysIn } from '#domain/program/stage-definition.ts';
import { defaultProgram } from '#shared/programs/default-program.ts';
import type { AskedQuestion, Letter } from './letter.ts';

/** The name of a form of the program, or what is asked by the email alone: `ballot`, `decision`, `confirm`. */
export type FormKind = string;

/** The surveys of the program that the demo runs, in their order. */
export const surveys = surveysIn(defaultProgram);

/** Fewer questions first: a form that has some of another's is not taken for it. */
const byLength = Object.keys(defaultProgram.forms).sort((a, b) => questionsOf(a).length - questionsOf(b).length);

/** What a letter asks for, as somebody who reads it would say; undefined when it asks nothing. */
export function formIn({ questions }: Letter): FormKind | undefined {
  const [first] = questions;
  if (!first) return undefined;
  if (first.words.includes('Did you write that reply?')) return 'confirm';
  if (first.words.includes('Shall we publish')) return 'decision';
  if (questions.every(({ words }) => words.includes(' as mentor of '))) return 'ballot';
  return byLength.find((form) => questions.every((asked) => questionIn(form, asked) !== undefined));
}

/** The questions of a form of the program; none when they stand in the email alone. */
export function questionsOf(form: FormKind): readonly Question[] {
  return defaultProgram.forms[form]?.questions ?? [];
}

/** The question of a form that `asked` is, with the number that it has in the letter. */
export function questionIn(form: FormKind, asked: AskedQuestion): NumberedQuestion | undefined {
  // Ours may stand around it: to whom it is asked.
  const named = questionsOf(form).filter(({ ask }) => asked.words.includes(ask));
  const [question] = named.sort((a, b) => b.ask.length - a.ask.length);
  return question && { ...question, number: asked.number };
}
