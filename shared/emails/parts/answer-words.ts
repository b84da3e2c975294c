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
import { lines } from '../render/clean.ts';
import { dayWords } from './phrases.ts';

/** Longer texts are quoted up to here, in characters: enough to recognise what one wrote. */
const longestQuote = 300;

/** What was understood, question by question, as label and value: the body of every acknowledgement. */
export function understoodAnswers(
  definition: FormDefinition,
  answers: Answers,
  comments: AskedForm['comments'] = {},
): { label: string; value: string }[] {
  return numbered(definition).flatMap((question) => {
    const answer = answers[question.key];
    if (answer === undefined) return [];
    const comment = comments[question.key];
    const value = answerWords(question, answer);
    return [
      { label: `${question.number}. ${labelOf(question)}`, value: comment ? `${value}: ${quoted(comment)}` : value },
    ];
  });
}

/** An answer in the words of the person who gave it, or of the question that it answers. */
export function answerWords(question: Question, answer: Answer): string {
  return questionTypes[question.type].shown(question, answer, { day: dayWithYear, quoted });
}

function dayWithYear(iso: string): string {
  const day = Temporal.PlainDate.from(iso);
  return dayWords(day, day.subtract({ years: 1 }));
}

/** Somebody's own words between quotation marks, cut where they get long. */
export function quoted(words: string): string {
  const clean = lines(words).join('\n');
  const cut = clean.length > longestQuote ? `${clean.slice(0, longestQuote).trimEnd().toWellFormed()} ...` : clean;
  return `"${cut}"`;
}

/** The same at the end of a sentence, with one full stop and not two. */
export function quotedAtEnd(words: string): string {
  const quote = quoted(words);
  return /[.!?…。！？]"$/u.test(quote) ? quote : `${quote}.`;
}
