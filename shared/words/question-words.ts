import type { NumberedQuestion, Question } from '#domain/forms/form.ts';
import { letterOf } from '#domain/forms/option-letter.ts';
import type { FieldFault } from '#domain/forms/questions/question-type.ts';
import type { QuestionTypeName } from '#domain/forms/questions/question-types.ts';
import { longestText } from '#domain/forms/questions/text.ts';
import { scaleOf } from '#domain/forms/scale-ends.ts';
import type { AskedWords } from './asked-words.ts';

/** Everything that is said of one question, in the words that plain text, HTML and page all use. */
export interface QuestionWords {
  number: number;
  /** The question, with its condition in front when the question that it hangs on is asked in the same message. */
  ask: string;
  /** How to answer, in order: the question's own hint, then what its type needs said. */
  hints: string[];
  /** Options with their letters. */
  options: { letter: string; text: string }[];
}

/** What a question asks for, for sentences about it. */
export interface Asked {
  min: number;
  max: number;
  /** Which of the two it names. */
  bounds: 'both' | 'min' | 'max' | 'none';
  hasEnds: string;
  low: string;
  high: string;
  letters: string;
  last: string;
  /** It has more options than are told one by one. */
  isMany: string;
}

const mostLetters = 4;

export function askedBy(question: Question, { listOfOne }: Pick<AskedWords, 'listOfOne'>): Asked {
  const { options = [], ends, min, max } = question;
  const letters = options.map((_, index) => letterOf(index));
  const isFrom = min !== undefined;
  return {
    ...scaleOf(question),
    bounds: max === undefined ? (isFrom ? 'min' : 'none') : isFrom ? 'both' : 'max',
    hasEnds: ends ? 'yes' : 'no',
    low: ends?.[0] ?? '',
    high: ends?.[1] ?? '',
    letters: listOfOne(letters),
    last: letters.at(-1) ?? '',
    isMany: letters.length > mostLetters ? 'yes' : 'no',
  };
}

export type Saying<Of> = string | ((of: Of) => string);

export function say<Of>(saying: Saying<Of>, of: Of): string {
  return typeof saying === 'string' ? saying : saying(of);
}

interface Faulty extends Asked {
  length: number;
  most: number;
  example: number;
}

/** A type of question without these words does not compile. */
type ByType = {
  readonly [Type in QuestionTypeName]: { hint?: Saying<Asked>; missing: string } & {
    [Fault in FieldFault]?: Saying<Faulty>;
  };
};

/** The words of `question`, asked together with `among`. */
export function questionWords(
  question: NumberedQuestion,
  among: readonly NumberedQuestion[],
  words: AskedWords,
): QuestionWords {
  const byType: ByType = words.questions;
  const { number, type, hint = '', options = [] } = question;
  return {
    number,
    ask: askWords(question, among, words),
    hints: [hint, say(byType[type].hint ?? '', askedBy(question, words))].filter((line) => line !== ''),
    options: options.map((text, index) => ({ letter: letterOf(index), text })),
  };
}

function askWords(
  { ask, when, required }: NumberedQuestion,
  among: readonly NumberedQuestion[],
  { questions, listOfOne }: AskedWords,
): string {
  const first = when && among.find(({ key }) => key === when.key);
  // The program's own words alone are no message of ours.
  if (!first && required !== false) return ask;
  const answers = (when?.is ?? []).map((answer) =>
    typeof answer === 'string' ? answer : questions[answer ? 'yes' : 'no'],
  );
  return questions.ask({
    ask,
    isOptional: required === false ? 'yes' : 'no',
    isConditional: first ? 'yes' : 'no',
    answers: listOfOne(answers),
    first: first?.number ?? 0,
  });
}

/** What is wrong with a field of a page, as a sentence for whoever filled it in. `length`: of what they wrote, in characters. */
export function faultWords(fault: FieldFault, question: Question, words: AskedWords, length = 0): string {
  const byType: ByType = words.questions;
  const own = byType[question.type];
  const { min = 3, max = Number.MAX_SAFE_INTEGER } = question;
  const example = Math.min(Math.max(3, min), max);
  return say(own[fault] ?? own.missing, { ...askedBy(question, words), length, most: longestText, example });
}
