import type { Answer } from '#domain/forms/form.ts';

/** What one clause of prose makes of one question: a new value, or why none could be taken. */
export interface Correction {
  question: number;
  said: string;
  value?: Answer;
  comment?: string | undefined;
  why?: string;
  /** It says that it changes something; another value beside an earlier one is then no contradiction. */
  corrects: boolean;
  /** It says that the answer we have is wrong, and not what is right: that may stand elsewhere in the message. */
  isMistake?: true;
}

export const whichAnswer =
  'We could not tell what your answer should be now. Please reply with the number and the right answer.';
export const whichQuestion =
  'We could not tell which of your answers this changes. Please reply with its number and the right answer.';
export const otherBefore =
  'The answer that you want to change is not the one we have. Please reply with the number and the right answer.';

/** Words that change an answer into we do not know what. */
export function unclearChange(question: number, said: string, why = whichAnswer): Correction {
  return { question, said, why, corrects: true };
}
