import type { Answers, FormDefinition } from '#domain/forms/form.ts';
import { understand } from '../values/understand-answer.ts';
import { insteadOf, withoutClosing } from './change-words.ts';
import { isSame, wholeValue, withChange } from './corrected-value.ts';
import { type Correction, unclearChange } from './correction.ts';
import type { References } from './question-references.ts';

/** What a clause is read against. */
export interface Basis {
  form: FormDefinition;
  /** What we have, from earlier replies and from this one. */
  answers: Answers;
  references: References;
  /** Whether the message has said that it corrects something. */
  corrects: boolean;
}

/** The new answer to a question, in `words`; a set may be told by what is put to it. */
export function change(basis: Basis, index: number, words: string, said: string, corrects: boolean): Correction {
  const question = basis.form.questions[index];
  const own = withoutClosing(words.trim().replace(/^(?:really|actually|only|just|now)\s/iu, ''));
  if (!question || own === '') return unclearChange(index, said);
  if (question.type === 'text') {
    // "Question 2 is a bit vague" says something about it; "2 should read ..." gives its new words.
    return corrects ? { question: index, said, value: unquoted(words.trim()), corrects } : unclearChange(index, said);
  }
  const set = withChange(question, own, basis.answers[question.key]);
  if (set) return { question: index, said, value: set, corrects };
  const instead = insteadOf(own);
  const isWhole = instead === undefined || understand(question, instead.value).kind !== 'answer';
  if (instead && !isWhole) return replace(basis, index, instead, said);
  const understood = understand(question, own);
  const withReason = understood.kind === 'answer' ? understand(question, words.trim()) : understood;
  const comment = withReason.kind === 'answer' ? withReason.comment : undefined;
  if (understood.kind !== 'answer')
    return unclearChange(index, said, understood.kind === 'unclear' ? understood.why : 'new-answer');
  return { question: index, said, value: understood.value, corrects, ...(comment && { comment }) };
}

/** A new answer, where the old one that it is told with is what we have. */
export function replace(
  basis: Basis,
  index: number,
  { value, old }: { value: string; old: string },
  said: string,
): Correction {
  const question = basis.form.questions[index];
  const made = change(basis, index, value, said, true);
  if (!question || made.why !== undefined) return made;
  const before = wholeValue(question, old);
  const known = basis.answers[question.key];
  if (before === undefined) return unclearChange(index, said);
  const isKnown = known === undefined || isSame(before, known) || isSame(made.value, known);
  return isKnown ? made : unclearChange(index, said, 'other-before');
}

/** Questions that are asked about at most, where one clause may be about several. */
const mostAsked = 3;

/** The correction of the one question that fits; if several do, each is asked about. */
export function eitherOf(
  fitting: readonly number[],
  said: string,
  make: (question: number) => Correction,
): Correction[] | undefined {
  const [only, ...more] = fitting;
  if (only === undefined) return undefined;
  if (more.length === 0) return [make(only)];
  return fitting.slice(0, mostAsked).map((question) => unclearChange(question, said, 'which-question'));
}

function unquoted(words: string): string {
  return /^["“„«'](.+)["”“»']$/su.exec(words)?.[1]?.trim() ?? words;
}
