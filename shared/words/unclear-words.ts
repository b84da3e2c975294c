import type { Question } from '#domain/forms/form.ts';
import type { QuestionTypeName, unclearOf } from '#domain/forms/questions/question-types.ts';
import type { UnclearReason, unclearOfAny } from '#domain/forms/unclear-reason.ts';
import type { Words } from './index.ts';
import { type Asked, askedBy, type Saying, say } from './question-words.ts';

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

type Sayings<Kinds extends readonly string[]> = { readonly [Kind in Kinds[number]]: Saying<Told> };

/** A type of question whose words miss one of its reasons does not compile. */
type ByType = {
  readonly [Type in QuestionTypeName]: {
    readonly unclear: Sayings<(typeof unclearOf)[Type]> & { readonly ask?: Saying<Asked> };
  };
};

/** Why words were no answer to a question, or to each of several, in one sentence or two. */
export function unclearReasonWords(
  { kind, words: own = '', value = 0, vote = 'no', asked = 'other', said }: UnclearReason,
  question: Question,
  words: Words,
  questions = 1,
): string {
  const byType: ByType = words.questions;
  const { any, units } = words.unclear;
  const ofAny: Sayings<typeof unclearOfAny> = any;
  const { ask = '', ...ofType } = byType[question.type].unclear;
  const ofQuestion = askedBy(question, words);
  const sayings: Partial<Record<UnclearReason['kind'], Saying<Told>>> = { ...ofAny, ...ofType };
  return say(sayings[kind] ?? ask, {
    ...ofQuestion,
    ask: say(ask, ofQuestion),
    words: own,
    value,
    vote,
    asked: units[asked],
    said: units[said ?? 'other'],
    questions,
  });
}
