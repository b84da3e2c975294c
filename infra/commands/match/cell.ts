import type { Question } from '#domain/forms/form.ts';
import { numberIn } from '#domain/forms/questions/number.ts';
import { type CellReading, otherThan } from '#domain/forms/questions/question-type.ts';
import { questionTypes } from '#domain/forms/questions/question-types.ts';
import { workingDayIn } from '#domain/matching/scoring/working-hours.ts';
import type { ProgramDefinition } from '#domain/program/program-definition.ts';

/** A question with what the program's matching makes of its answers. */
export interface Asked {
  question: Question;
  /** Whether an answer plays a part in who is matched with whom. */
  isUsed: boolean;
  /** Whether it says how many mentees a mentor can take, or the hours of a working day. */
  says?: 'places' | 'hours';
}

export function askedOf(question: Question, { matching }: ProgramDefinition): Asked {
  const { capacity, conflicts, manager, shared } = matching.rules;
  const factors = matching.factors.filter(
    ({ weight, mentee, mentor }) => weight > 0 && [mentee, mentor].includes(question.key),
  );
  const isUsed = factors.length > 0 || [capacity, conflicts, manager, ...shared].includes(question.key);
  if (question.key === capacity) return { question, isUsed, says: 'places' };
  return factors.some(({ compare }) => compare === 'hours')
    ? { question, isUsed, says: 'hours' }
    : { question, isUsed };
}

/** What a cell says in answer to a question, or what is wrong with it: `is "two": expected a whole number`. */
export function answerIn(text: string, { question, says }: Asked): CellReading {
  if (says === 'hours' && question.type === 'text' && workingDayIn(text) === undefined)
    return otherThan('working hours and a time zone, such as 9-17 Europe/Lisbon', text);
  // Years may be halves, places may not.
  if (says === 'places' && question.type === 'number')
    return numberIn(text, { isWhole: true, min: question.min ?? 0, max: question.max });
  return questionTypes[question.type].fromCell(question, text);
}
