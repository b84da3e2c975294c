import type { Question } from '../forms/form.ts';
import type { AskedForm } from '../forms/form-record.ts';
import { scaleOf } from '../forms/scale-ends.ts';
import { numberIn } from '../matching/scoring/answer-values.ts';
import { type Withheld, withheld } from './disclosure.ts';

export const surveyStages = ['midpoint', 'closeout'] as const;
export type SurveyStage = (typeof surveyStages)[number];

/**
 * A mean and the number of answers behind it: someone in two pairs answers twice. How many people that makes is not
 * said: the two sides' people less everyone's would count those who are on both sides.
 */
export interface MeanOf {
  mean: number;
  answers: number;
}
export type Mean = MeanOf | Withheld;

/** A mean over everyone and over each side. */
export interface Sides {
  all: Mean;
  mentors: Mean;
  mentees: Mean;
}

/** One answer to one question. */
export interface Given {
  person: string;
  side: 'mentor' | 'mentee' | undefined;
  value: number;
}

/** Surveys that say something: sent back, in whole or in part, and not declined. */
export function answeredForms(forms: readonly AskedForm[], stage: SurveyStage): AskedForm[] {
  return forms.filter(
    ({ purpose, status, answers }) => purpose === stage && status !== 'declined' && Object.keys(answers).length > 0,
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
