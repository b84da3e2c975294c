import { choiceQuestion, choiceReader } from './choice.ts';
import { choicesQuestion, choicesReader } from './choices.ts';
import { dateQuestion, dateReader } from './date.ts';
import { numberQuestion, numberReader } from './number.ts';
import type { AnswerReader } from './question-type.ts';
import { scaleQuestion, scaleReader } from './scale.ts';
import { textQuestion, textReader } from './text.ts';
import { yesnoQuestion, yesnoReader } from './yesno.ts';

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
type QuestionTypeName = keyof typeof questionTypes;
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
