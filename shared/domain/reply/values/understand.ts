import type { Question } from '#domain/form.ts';
import { understandChoice } from './choice.ts';
import { understandChoices } from './choices.ts';
import { understandDate } from './date.ts';
import { understandNumber } from './number.ts';
import { understandScale } from './scale.ts';
import { understandText } from './text.ts';
import { type Understood, unclear } from './understood.ts';
import { understandYesNo } from './yesno.ts';

const byType: Record<Question['type'], (question: Question, said: string) => Understood> = {
  text: understandText,
  choice: understandChoice,
  choices: understandChoices,
  scale: understandScale,
  number: understandNumber,
  yesno: understandYesNo,
  date: understandDate,
};

/** More than this is not a letter, a number or a date, and not worth the time of looking for one. */
const longestValue = 1_500;

/** Understands `said` as the answer to `question`. Never guesses: what can be read in two ways is unclear. */
export function understand(question: Question, said: string): Understood {
  const words = said.trim();
  if (question.type === 'text') return understandText(question, words);
  if (isPassedOver(words)) return { kind: 'skipped' };
  if (words.length > longestValue)
    return unclear('There was more than we could read as one answer. A word or two is enough.');
  const whole = byType[question.type](question, words);
  if (whole.kind !== 'unclear') return whole;
  return firstParagraph(question, words) ?? whole;
}

/** An answer with a remark in a paragraph of its own under it. */
function firstParagraph(question: Question, words: string): Understood | undefined {
  const cut = words.search(/\n\s*\n/);
  if (cut === -1) return undefined;
  const first = byType[question.type](question, words.slice(0, cut));
  if (first.kind !== 'answer') return undefined;
  const rest = words.slice(cut).trim();
  // The remark must not be an answer itself, or there are two.
  if (byType[question.type](question, rest).kind === 'answer') return undefined;
  return { ...first, comment: first.comment ? `${first.comment}\n${rest}` : rest };
}

function isPassedOver(words: string): boolean {
  return /^(?:[-–—./_\s]{0,5}|skip|pass|skipped|n\/a|n\.a\.|not applicable|prefer not to (?:say|answer)|rather not say|keine angabe|k\.a\.)[.!]?$/iu.test(
    words,
  );
}
