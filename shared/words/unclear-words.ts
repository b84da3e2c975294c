import type { Question } from '#domain/forms/form.ts';
import { letterOf } from '#domain/forms/option-letter.ts';
import type { QuestionTypeName, unclearOf } from '#domain/forms/questions/question-types.ts';
import { scaleOf } from '#domain/forms/scale-ends.ts';
import type { UnclearReason, unclearOfAny } from '#domain/forms/unclear-reason.ts';
import type { Words } from './index.ts';

/** All that a sentence may tell. */
interface Told extends Asked {
  ask: string;
  words: string;
  value: number;
  vote: string;
  asked: string;
  said: string;
  /** To how many questions it was no answer. */
  questions: number;
}

/** What a question asks for. */
interface Asked {
  min: number;
  max: number;
  letters: string;
  last: string;
  isMany: string;
}

type Saying<Of> = string | ((of: Of) => string);
type Sayings<Kinds extends readonly string[]> = { readonly [Kind in Kinds[number]]: Saying<Told> };

/** A type of question whose words miss one of its reasons does not compile. */
type ByType = {
  readonly [Type in QuestionTypeName]: Sayings<(typeof unclearOf)[Type]> & { readonly ask?: Saying<Asked> };
};

/** More options than these are told by the first and the last letter. */
const mostLetters = 4;

/** Why words were no answer to a question, or to each of several, in one sentence or two. */
export function unclearReasonWords(
  { kind, words = '', value = 0, vote = 'no', asked = 'other', said }: UnclearReason,
  question: Question,
  { unclear, listOfOne }: Words,
  questions = 1,
): string {
  const byType: ByType = unclear;
  const ofAny: Sayings<typeof unclearOfAny> = unclear.any;
  const { ask = '', ...own } = byType[question.type];
  const letters = (question.options ?? []).map((_, index) => letterOf(index));
  const ofQuestion = {
    ...scaleOf(question),
    letters: listOfOne(letters),
    last: letters.at(-1) ?? '',
    isMany: letters.length > mostLetters ? 'yes' : 'no',
  };
  const told: Told = {
    ...ofQuestion,
    ask: typeof ask === 'string' ? ask : ask(ofQuestion),
    words,
    value,
    vote,
    asked: unclear.units[asked],
    said: unclear.units[said ?? 'other'],
    questions,
  };
  const sayings: Partial<Record<UnclearReason['kind'], Saying<Told>>> = { ...ofAny, ...own };
  const saying = sayings[kind] ?? ask;
  return typeof saying === 'string' ? saying : saying(told);
}
