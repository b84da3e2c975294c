import type { NumberedQuestion } from '#domain/forms/form.ts';
import { questionTypes } from '#domain/forms/questions/question-types.ts';
import { oneLine } from '#shared/emails/render/clean.ts';

/** What can be ticked, for the types that have it; nothing for what is typed. An optional one can be left open again. */
export function choicesOf(question: NumberedQuestion, isAnsweredBefore = false): { value: string; text: string }[] {
  const field = questionTypes[question.type].field(question);
  if (field.kind !== 'ticks') return [];
  const choices = field.choices.map(({ value, text }) => ({ value, text: oneLine(text) }));
  const canBeOpen = question.required === false && !field.several && choices.length > 0;
  return canBeOpen && !isAnsweredBefore ? [...choices, { value: '', text: 'no answer' }] : choices;
}
