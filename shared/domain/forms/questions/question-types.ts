import { choiceQuestion, choiceReader, unclearChoice } from './choice.ts';
import { choicesQuestion, choicesReader, unclearChoices } from './choices.ts';
import { dateQuestion, dateReader, unclearDate } from './date.ts';
import { numberQuestion, numberReader, unclearNumber } from './number.ts';
import type { AnswerReader } from './question-type.ts';
import { scaleQuestion, scaleReader, unclearScale } from './scale.ts';
import { textQuestion, textReader, unclearText } from './text.ts';
import { unclearYesno, yesnoQuestion, yesnoReader } from './yesno.ts';

/** The types of questions: the one list of them. A new one is a module beside these, and its lines here. */
export const questionTypes = {
  text: textQuestion,
  choice: choiceQuestion,
  choices: choicesQuestion,
  scale: scaleQuestion,
  number: numberQuestion,
  yesno: yesnoQuestion,
  date: dateQuestion,
};
export type QuestionTypeName = keyof typeof questionTypes;
export const questionTypeNames = Object.keys(questionTypes) as QuestionTypeName[];

/** How each of them is read from a reply. */
export const answerReaders: Record<QuestionTypeName, AnswerReader> = {
  text: textReader,
  choice: choiceReader,
  choices: choicesReader,
  scale: scaleReader,
  number: numberReader,
  yesno: yesnoReader,
  date: dateReader,
};

/** What can be unclear of an answer to each of them; the sentences are among the words, under the same names. */
export const unclearOf = {
  text: unclearText,
  choice: unclearChoice,
  choices: unclearChoices,
  scale: unclearScale,
  number: unclearNumber,
  yesno: unclearYesno,
  date: unclearDate,
} satisfies Record<QuestionTypeName, readonly string[]>;
