import { abstained, type NumberedQuestion, scaleOf } from '#domain/forms/form.ts';
import { oneLine } from '#shared/emails/render/clean.ts';

/** The widest range of a number that is offered as choices rather than typed. */
const widestChoice = 10;

/** What can be ticked, for the types that have it; nothing for what is typed. An optional one can be left open again. */
export function choicesOf(question: NumberedQuestion, isAnsweredBefore = false): { value: string; text: string }[] {
  const some = ticks(question);
  const canBeOpen = question.required === false && question.type !== 'choices' && some.length > 0;
  return canBeOpen && !isAnsweredBefore ? [...some, { value: '', text: 'no answer' }] : some;
}

function ticks(question: NumberedQuestion): { value: string; text: string }[] {
  const same = (value: string | number) => ({ value: String(value), text: oneLine(String(value)) });
  switch (question.type) {
    case 'choice':
    case 'choices':
      return (question.options ?? []).map(same);
    case 'yesno':
      return [...['yes', 'no'].map(same), ...(question.mayAbstain ? [notSaid] : [])];
    case 'scale': {
      const { min, max } = scaleOf(question);
      return numbers(min, max).map(same);
    }
    case 'number': {
      const { min, max } = question;
      const isShort = min !== undefined && max !== undefined && Number.isInteger(min) && max - min <= widestChoice;
      return isShort ? numbers(min, max).map(same) : [];
    }
    default:
      return [];
  }
}

const notSaid = { value: abstained, text: 'I would rather not say' };

function numbers(min: number, max: number): number[] {
  return Array.from({ length: Math.floor(max - min) + 1 }, (_, index) => min + index);
}
