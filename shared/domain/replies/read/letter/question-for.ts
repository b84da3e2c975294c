import type { FormDefinition, Question } from '#domain/forms/form.ts';
import { plain } from '../text/words.ts';

/** What people tell in a sentence of their letter, whatever else it is about. */
export type Aside = 'apart' | 'manager' | 'gender';

const asks: Record<Aside, (question: Question, words: string) => boolean> = {
  apart: ({ type }, words) =>
    type === 'text' && /\b(?:rather not|avoid|not with|kept? apart|lieber nicht)\b/.test(words),
  manager: ({ type }, words) =>
    type === 'text' && /\b(?:manager|boss|supervisor|report to|vorgesetzte[rn]?|chefin?|chefe?|superior)\b/.test(words),
  gender: ({ type }, words) => type === 'choice' && /\b(?:gender|geschlecht|genero|genre|genere)\b/.test(words),
};

/** The one question of a form that asks for this, by its own words; undefined where there are several. */
export function questionFor(form: FormDefinition, aside: Aside): number | undefined {
  const found = form.questions.flatMap((question, index) =>
    asks[aside](question, plain(`${question.ask} ${question.label ?? ''}`)) ? [index] : [],
  );
  return found.length === 1 ? found[0] : undefined;
}
