import { Temporal } from 'temporal-polyfill';
import {
  type Answer,
  type Answers,
  type FormDefinition,
  labelOf,
  numbered,
  type Question,
  scaleOf,
} from '#domain/form.ts';
import type { AskedForm } from '#domain/forms/form-record.ts';
import { dayWords } from './phrases.ts';
import { lines } from './render/clean.ts';

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
  if (typeof answer === 'boolean') return answer ? 'yes' : 'no';
  if (Array.isArray(answer)) return answer.join('; ');
  if (question.type === 'scale') return `${answer} (from ${scaleOf(question).min} to ${scaleOf(question).max})`;
  if (question.type === 'date' && typeof answer === 'string' && /^\d{4}-\d\d-\d\d$/.test(answer)) {
    const day = Temporal.PlainDate.from(answer);
    return dayWords(day, day.subtract({ years: 1 }));
  }
  return question.type === 'text' ? quoted(String(answer)) : String(answer);
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
