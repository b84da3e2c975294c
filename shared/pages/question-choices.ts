import type { NumberedQuestion } from '#domain/forms/form.ts';
import { questionTypes } from '#domain/forms/questions/question-types.ts';
import { oneLine } from '#shared/emails/render/clean.ts';
import type { Words } from '#shared/words/index.ts';

/** What can be ticked, for the types that have it; nothing for what is typed. An optional one can be left open again. */
export function choicesOf(
  question: NumberedQuestion,
  words: Words,
  isAnsweredBefore = false,
): { value: string; text: string }[] {
  const field = questionTypes[question.type].field(question);
  if (field.kind !== 'ticks') return [];
  const ours: Record<string, unknown> = field.areWords ? words.questions : {};
  const choices = field.choices.map((value) => ({ value, text: String(ours[value] ?? oneLine(value)) }));
  const canBeOpen = question.required === false && !field.several && choices.length > 0;
  return canBeOpen && !isAnsweredBefore ? [...choices, { value: '', text: words.formPage.noAnswer }] : choices;
}
