import type { Understood } from '#domain/replies/read/values/understood-answer.ts';
import type { Answer, Question } from '../form.ts';

/** The field of a page that takes an answer. */
export type Field =
  | {
      kind: 'ticks';
      /** Their values, which are what people read as well. */
      choices: readonly string[];
      /** Several can be ticked. */
      several?: true;
      /** The choices are words of ours, which say how to answer: the hint is left out. */
      areWords?: true;
    }
  | { kind: 'line'; input: 'text' | 'date'; inputMode?: 'decimal' | 'numeric' }
  | { kind: 'lines' };

/** What can be wrong with a field. unfit: it is none of the choices, no number, no date. */
export type FieldFault = 'missing' | 'unfit' | 'too-small' | 'too-large' | 'too-long';

/** The answer in a field, or what is wrong with it. */
export type FieldReading = { answer: Answer } | { wrong: FieldFault; length?: number };

/** What a cell says, or what is wrong with it: `is "two": expected a whole number`. */
export type CellReading = { answer: Answer } | { fault: string };

/** Everything that sets one type of question apart, but for reading replies: see `AnswerReader`. */
export interface QuestionType {
  /** Whether its questions have options, from which one chooses. */
  hasOptions?: true;
  /** Its smallest and largest value, where a question names none. */
  range?: { min: number; max: number };
  /** How an answer is said back. day: a date in words. step: of how many on the scale. quoted: between quotation marks. */
  shown: 'as it is' | 'day' | 'quoted' | 'step' | 'yes or no';
  /** An answer as somebody may write it, for an example. */
  example(question: Question): string;
  /** How long answering takes, from our own trials. */
  seconds: number;
  field(question: Question): Field;
  /** What the field was sent with; `given` has at least one value. */
  fromField(question: Question, given: readonly string[]): FieldReading;
  /** What a cell of a spreadsheet says in answer to the question. */
  fromCell(question: Question, text: string): CellReading;
}

/**
 * How a type of question is read from a reply. Apart from `QuestionType`, so that only the functions that read replies carry
 * the words of all languages along.
 */
export interface AnswerReader {
  /** Reads what was said of the question. `today` is the day of the reply, `YYYY-MM-DD`, where it is known. */
  understand(question: Question, said: string, today?: string): Understood;
  /** The answer that is likely meant where `understand` takes none: to be confirmed by its writer. */
  likely(question: Question, said: string, today?: string): Answer | undefined;
}

/** A fault of a cell that holds something else than it should. */
export function otherThan(expected: string, text: string): { fault: string } {
  return { fault: `is ${JSON.stringify(text)}: expected ${expected}` };
}

/** The whole steps from `min` to `max`. */
export function steps(min: number, max: number): string[] {
  return Array.from({ length: Math.floor(max - min) + 1 }, (_, index) => String(min + index));
}
