import { Temporal } from 'temporal-polyfill';
import {
  type Answer,
  type Answers,
  type FormDefinition,
  labelOf,
  numbered,
  type Question,
} from '#domain/forms/form.ts';
import type { AskedForm } from '#domain/forms/form-record.ts';
import { questionTypes } from '#domain/forms/questions/question-types.ts';
import { scaleOf } from '#domain/forms/scale-ends.ts';
import type { Words } from '#shared/words/index.ts';
import { lines } from '../render/clean.ts';

/** Longer texts are quoted up to here, in characters: enough to recognise what one wrote. */
const longestQuote = 300;

/** What was understood, question by question, as label and value: the body of every acknowledgement. */
export function understoodAnswers(
  definition: FormDefinition,
  answers: Answers,
  words: Words,
  comments: AskedForm['comments'] = {},
): { label: string; value: string }[] {
  return numbered(definition).flatMap((question) => {
    const given = answers[question.key];
    if (given === undefined) return [];
    const said = comments[question.key];
    const answer = answerWords(question, given, words);
    const value = said ? words.common.answer.withComment({ answer, comment: quoted(said, words) }) : answer;
    return [{ label: `${question.number}. ${labelOf(question)}`, value }];
  });
}

/** An answer in the words of the person who gave it, or of the question that it answers. */
export function answerWords(question: Question, answer: Answer, words: Words): string {
  const { common } = words;
  const own = Array.isArray(answer) ? answer.join('; ') : String(answer);
  switch (questionTypes[question.type].shown) {
    case 'quoted':
      return quoted(own, words);
    case 'as it is':
      return own;
    case 'step': {
      const { min, max } = scaleOf(question);
      return common.answer.onScale({ answer: own, min: String(min), max: String(max) });
    }
    case 'yes or no':
      return typeof answer === 'boolean' ? common.answer[answer ? 'yes' : 'no'] : common.answer.abstained;
    case 'day':
      return dayWithYear(own, words);
  }
}

function dayWithYear(iso: string, words: Words): string {
  const day = Temporal.PlainDate.from(iso);
  return words.day(day, day.subtract({ years: 1 }));
}

/** Somebody's own words between quotation marks, cut where they get long. */
export function quoted(own: string, { common }: Pick<Words, 'common'>): string {
  return common.quote({ words: beginningOf(own) });
}

/** The same at the end of a sentence, with one full stop and not two. */
export function quotedAtEnd(own: string, { common }: Pick<Words, 'common'>): string {
  const words = beginningOf(own);
  return common.quoteAtEnd({ words, isEnded: /[.!?…。！？]$/u.test(words) ? 'yes' : 'no' });
}

function beginningOf(own: string): string {
  const clean = lines(own).join('\n');
  return clean.length > longestQuote ? `${clean.slice(0, longestQuote).trimEnd().toWellFormed()} ...` : clean;
}
