import type { Answer } from '#domain/forms/form.ts';
import type { UnclearKind, UnclearReason } from '#domain/forms/unclear-reason.ts';

/** What one clause of prose makes of one question: a new value, or why none could be taken. */
export interface Correction {
  question: number;
  said: string;
  value?: Answer;
  comment?: string | undefined;
  why?: UnclearReason;
  /** It says that it changes something; another value beside an earlier one is then no contradiction. */
  corrects: boolean;
  /** It says that the answer we have is wrong, and not what is right: that may stand elsewhere in the message. */
  isMistake?: true;
}

/** Words that change an answer into we do not know what. */
export function unclearChange(
  question: number,
  said: string,
  why: UnclearKind | UnclearReason = 'new-answer',
): Correction {
  return { question, said, why: typeof why === 'string' ? { kind: why } : why, corrects: true };
}
