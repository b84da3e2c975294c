import { likelyText } from '#domain/replies/read/values/likely/likely-text.ts';
import { understandText } from '#domain/replies/read/values/understand-text.ts';
import type { AnswerReader, QuestionType } from './question-type.ts';

/** Longer texts are refused with a message, not cut: nobody writes this much into a form by hand. */
export const longestText = 5000;

export const textQuestion: QuestionType = {
  hint: () => '',
  example: () => 'the right words',
  seconds: 40,
  missing: 'Please write an answer.',
  field: () => ({ kind: 'lines' }),
  fromField: (_, [text = '']) =>
    text.length <= longestText
      ? { answer: text }
      : { wrong: `This is ${text.length} characters long; please keep it to ${longestText}.` },
  fromCell: (_, text) => ({ answer: text }),
};

export const textReader: AnswerReader = { understand: understandText, likely: likelyText };
