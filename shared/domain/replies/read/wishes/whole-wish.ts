import { type Answers, type FormDefinition, missing } from '#domain/forms/form.ts';
import type { Stretch } from '../align/place.ts';
import { isOneByOne } from '../ballot/one-by-one.ts';
import type { Intent } from '../reply-reading.ts';
import { intentOf, isBareNo } from './intent.ts';

/** What they want when it is all that they wrote, in one place. */
export function wholeIntent(
  form: FormDefinition,
  stretches: readonly Stretch[],
  known: Answers,
): { intent: Intent; rest: string; isPart?: true } | undefined {
  const under = stretches.find(({ question }) => question >= 0)?.question;
  if (under !== undefined && (stretches.length > 1 || form.questions[under]?.type === 'yesno')) return undefined;
  const all = stretches.map(({ lines }) => lines.join('\n')).join('\n\n');
  const read = intentOf(all);
  // "I'd rather not be paired with Tom" declines nothing that the form is about.
  const found = read?.intent === 'decline' && isAboutOneThing(read.rest) ? undefined : read;
  const open = missing(form, known);
  const [only] = open.length > 0 ? open : form.questions;
  const isOneYesNo = (open.length === 1 || form.questions.length === 1) && only?.type === 'yesno';
  if (found?.intent === 'stop') return found;
  const isBallot = form.questions.every(({ type }) => type === 'yesno');
  if (isBallot && isOneByOne(form, all)) return undefined;
  // "No thanks" to the one question that is left is a no to it, unless nothing has been said to the form yet.
  if (found && isOneYesNo && (form.questions.length === 1 || Object.keys(known).length > 0)) return undefined;
  if (found) return found;
  if (isBareNo(all) && !isBallot && open.length > 1 && Object.keys(known).length === 0)
    return { intent: 'decline', rest: '' };
  return undefined;
}

/** What "I'd rather not" goes on with when it is one thing that somebody would rather not do. */
function isAboutOneThing(rest: string): boolean {
  return /^(?:be (?!part|involved|in )|meet|work with|say|answer|share|talk|speak|have (?!a mentor|a mentee)|with\s)/iu.test(
    rest,
  );
}
