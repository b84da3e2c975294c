import type { Question } from '../forms/form.ts';
import type { AskedForm } from '../forms/form-record.ts';
import { scaleOf } from '../forms/scale-ends.ts';
import { numberIn } from '../matching/scoring/answer-values.ts';
import { withheld } from './disclosure.ts';
import type { Mean, Sides } from './outcome-report.ts';

/** One answer to one question. */
export interface Given {
  person: string;
  side: 'mentor' | 'mentee' | undefined;
  value: number;
}

/** The forms of the survey of this stage. */
export function surveyForms(forms: readonly AskedForm[], name: string): AskedForm[] {
  return forms.filter(({ purpose, stage }) => purpose === 'survey' && stage === name);
}

/** Those of them that say something: sent back, in whole or in part, and not declined. */
export function answeredForms(forms: readonly AskedForm[], name: string): AskedForm[] {
  return surveyForms(forms, name).filter(
    ({ status, answers }) => status !== 'declined' && Object.keys(answers).length > 0,
  );
}

/** The numbers given to `question`; answers off its scale are no answers. */
export function givenTo(question: Question, forms: readonly AskedForm[]): Given[] {
  const { min, max } = boundsOf(question);
  return forms.flatMap(({ person, side, answers }) => {
    const value = numberIn(answers[question.key]);
    return value === undefined || value < min || value > max ? [] : [{ person, side, value }];
  });
}

export function boundsOf(question: Question): { min: number; max: number } {
  if (question.type === 'scale') return scaleOf(question);
  return { min: question.min ?? Number.NEGATIVE_INFINITY, max: question.max ?? Number.POSITIVE_INFINITY };
}

/**
 * The mean over everyone and over each side. When either side has too few people, neither is shown: with the mean of all
 * and of the other side, and the numbers beside them, it could be computed.
 */
export function sidesOf(given: readonly Given[], smallest: number): Sides {
  const all = meanOf(given, smallest);
  const mentors = meanOf(
    given.filter(({ side }) => side === 'mentor'),
    smallest,
  );
  const mentees = meanOf(
    given.filter(({ side }) => side === 'mentee'),
    smallest,
  );
  const oneIsHidden = 'withheld' in mentors || 'withheld' in mentees;
  return oneIsHidden ? { all, mentors: withheld, mentees: withheld } : { all, mentors, mentees };
}

export function meanOf(given: readonly Given[], smallest: number): Mean {
  if (given.length === 0 || peopleIn(given) < smallest) return withheld;
  const mean = given.reduce((sum, { value }) => sum + value, 0) / given.length;
  return { mean, answers: given.length };
}

export function peopleIn(given: readonly { person: string }[]): number {
  return new Set(given.map(({ person }) => person)).size;
}
