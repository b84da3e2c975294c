import { applies, type Question } from '#domain/forms/form.ts';
import { foldedWords, plain } from '../text/words.ts';
import { mentioned } from '../values/named-option.ts';
import {
  insteadOf,
  meant,
  saysChange,
  saysMoreOrNot,
  saysReplacing,
  saysWish,
  withoutClosing,
} from './change-words.ts';
import { isSame, wholeValue } from './corrected-value.ts';
import { type Correction, unclearChange } from './correction.ts';
import { type Basis, change, eitherOf, replace } from './make-correction.ts';
import { contentOf, stemOf } from './question-references.ts';

/** "I meant mentee, not mentor": the question is the one whose answer is given up. */
export function readReplacement(basis: Basis, clause: string, said: string): Correction[] | undefined {
  const own = meant(clause);
  const words = withoutClosing(own ?? clause);
  const pair = insteadOf(words);
  if (!pair) return own === undefined ? undefined : readMeant(basis, words, said);
  const fitting = basis.form.questions.flatMap((question, index) => {
    if (question.type === 'text' || !applies(question, basis.answers)) return [];
    const [value, old] = [wholeValue(question, pair.value), wholeValue(question, pair.old)];
    return value !== undefined && old !== undefined ? [{ index, isOld: isSame(old, basis.answers[question.key]) }] : [];
  });
  const given = fitting.filter(({ isOld }) => isOld);
  const candidates = (given.length > 0 ? given : fitting).map(({ index }) => index);
  return eitherOf(candidates, said, (question) => replace(basis, question, pair, said));
}

/** "I meant mentee": an option that one question alone has. */
function readMeant(basis: Basis, words: string, said: string): Correction[] | undefined {
  const fitting = basis.form.questions.flatMap((question, index) =>
    question.type !== 'text' && wholeValue(question, words) !== undefined ? [index] : [],
  );
  return eitherOf(fitting, said, (question) => change(basis, question, words, said, true));
}

/** "I only have room for 1 mentee": words of one question's ask, and a value that fits it. */
export function readByWords(basis: Basis, clause: string, said: string): Correction[] | undefined {
  const isKnown = (index: number) => {
    const question = basis.form.questions[index];
    return question !== undefined && question.type !== 'text' && basis.answers[question.key] !== undefined;
  };
  if (clause.length > 120 || clause.includes('?')) return undefined;
  const found = basis.references.byWords(clause, isKnown);
  const question = found && basis.form.questions[found.question];
  if (!found || !question || question.type === 'yesno') return undefined;
  const left = withoutAsk(clause, question);
  const signs = basis.corrects || saysChange(clause);
  // A figure in a sentence about something else is left with other words.
  const isAmount = question.type === 'number' || question.type === 'scale';
  const value = isAmount && /\s/.test(left) ? undefined : wholeValue(question, left);
  // A word of the question and no value beside it: they speak of something else.
  if (value === undefined) {
    const isNear = left !== '' && (basis.corrects || (signs && isAmount && /\d/.test(left)));
    return isNear ? [unclearChange(found.question, said)] : undefined;
  }
  if (isSame(value, basis.answers[question.key])) return undefined;
  // One word that both have may be chance.
  if (!signs || (found.count < 2 && !basis.corrects)) return [unclearChange(found.question, said)];
  return [{ question: found.question, said, value, corrects: basis.corrects }];
}

/** "I'd rather be a mentee", "Evening is better": another option than the one we have, and words of wanting it. */
export function readWish(basis: Basis, clause: string, said: string): Correction[] | undefined {
  if (clause.length > 120 || !(basis.corrects || saysWish(clause))) return undefined;
  const fitting = basis.form.questions.flatMap((question, index) => {
    const known = basis.answers[question.key];
    const options = question.options ?? [];
    if (known === undefined || options.length === 0) return [];
    const about = question.type === 'choice' ? clause.replace(ofSomebodyElse, ' ') : clause;
    const named = mentioned(options, about).map(({ option }) => options[option]);
    // Options of one or two letters are words of other sentences.
    const own = named.filter((option) => option !== undefined && option.length > 2);
    const isOther =
      question.type === 'choices' || saysMoreOrNot(clause) ? own.length > 0 : own.some((option) => option !== known);
    return isOther ? [{ index, question, own }] : [];
  });
  const [only, ...more] = fitting;
  if (!only || more.length > 0) return undefined;
  const { question, own, index } = only;
  const changed = /^(?:change|switch)(?: me| my role| it)?(?: from (.{1,60}))? to (?:an? )?(.{1,80})$/iu.exec(
    withoutClosing(clause),
  );
  const wanted = changed?.[2] ?? clause.replace(wishing, ' ');
  const value = wholeValue(question, wanted);
  const isTaken =
    question.type === 'choice' && own.length === 1 && value === own[0] && !/[?]/.test(clause) && !saysMoreOrNot(clause);
  return [
    isTaken
      ? { question: index, said, value, corrects: basis.corrects || saysReplacing(clause) }
      : unclearChange(index, said),
  ];
}

/** Words of wishing around an option, which say nothing else. */
const wishing =
  /(?<![\p{L}])(?:please|sorry|actually|rather|instead|after all|now|i'd|i would|i want|i'd like|like|prefer|to be|be|an?|put me down|make me|count me|as|i)(?![\p{L}])/giu;

/** "not Tomas as my mentor", "have Ren as a mentee": what somebody else is to be. */
const ofSomebodyElse =
  /(?<!\p{L})(?:(?:have|get|with|want|but|not)\s(?:(?!(?:me|myself|to|be|as)\s)\S{1,30}\s){1,4}as\s.{1,80}|(?:my|our)\s\p{L}{1,30})/giu;

const filler = new Set(
  foldedWords(
    `i we have has had only just now for a an the of my our is are am can could take would like want be to at moment please actually sorry after all in fact instead anymore any more no longer
    it that this speak work from on do`,
  ),
);

/** What a clause says beside words of the question and words that change nothing. */
function withoutAsk(clause: string, question: Question): string {
  const options = new Set((question.options ?? []).flatMap((option) => contentOf(option)));
  const asked = new Set(contentOf(question.ask).filter((word) => !options.has(word)));
  return clause
    .split(/\s+/)
    .filter((word) => {
      const own = foldedWords(plain(word)).map((one) => one.replace(')', ''));
      return !own.every((one) => filler.has(one) || asked.has(stemOf(one)));
    })
    .join(' ')
    .replace(/[\s.!,;]+$/u, '');
}
