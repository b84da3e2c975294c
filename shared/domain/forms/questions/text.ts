import { likelyText } from '#domain/replies/read/values/likely/likely-text.ts';
import { understandText } from '#domain/replies/read/values/understand-text.ts';
import type { AnswerReader, QuestionType } from './question-type.ts';

/** Longer texts are refused with a message, not cut: nobody writes this much into a form by hand. */
export const longestText = 5000;

export const textQuestion: QuestionType = {
  shown: 'quoted',
  example: () => 'the right words',
  seconds: 40,
  field: () => ({ kind: 'lines' }),
  fromField: (_, [text = '']) =>
    text.length <= longestText ? { answer: text } : { wrong: 'too-long', length: text.length },
  fromCell: (_, text) => ({ answer: text }),
};

export const unclearText = ['later'] as const;

export const textReader: AnswerReader = { understand: understandText, likely: likelyText };
