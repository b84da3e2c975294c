import { type NumberedQuestion, scaleOf } from '#domain/forms/form.ts';
import { oneLine } from './clean.ts';

/** Everything that is said of one question, in the words that plain text, HTML and page all use. */
export interface QuestionWords {
  number: number;
  /** The question, with its condition in front when the question that it hangs on is asked in the same message. */
  ask: string;
  /** How to answer, in order: the question's own hint, then what its type needs said. */
  hints: string[];
  /** Options with their letters. */
  options: { letter: string; text: string }[];
}

/**
 * The words of `question`, asked together with `among`. Replies are read by comparing them with these words: where the
 * message itself is not at hand, `domain/replies/read` expects exactly them (a test holds the two together).
 */
export function wordsOf(question: NumberedQuestion, among: readonly NumberedQuestion[]): QuestionWords {
  const optional = question.required === false ? ' (optional)' : '';
  return {
    number: question.number,
    ask: `${condition(question, among)}${oneLine(question.ask)}${optional}`,
    hints: [question.hint ? oneLine(question.hint) : '', howTo(question)].filter((words) => words !== ''),
    options: (question.options ?? []).map((text, index) => ({ letter: letterOf(index), text: oneLine(text) })),
  };
}

/** a, b, c, ... for the option at `index`; a question has at most 26. */
export function letterOf(index: number): string {
  return String.fromCharCode('a'.charCodeAt(0) + index);
}

/** "If you answered mentor or both to 1: ", or nothing when that question is not part of what is asked now. */
function condition(question: NumberedQuestion, among: readonly NumberedQuestion[]): string {
  const { when } = question;
  const first = when && among.find(({ key }) => key === when.key);
  if (!when || !first) return '';
  const answers = when.is.map((answer) => (typeof answer === 'boolean' ? (answer ? 'yes' : 'no') : oneLine(answer)));
  return `If you answered ${either(answers)} to ${first.number}: `;
}

function howTo(question: NumberedQuestion): string {
  switch (question.type) {
    case 'choices':
      return 'Choose one or more.';
    case 'scale': {
      const { min, max } = scaleOf(question);
      const [low, high] = (question.ends ?? []).map((end) => ` (${oneLine(end)})`);
      return `${min}${low ?? ''} to ${max}${high ?? ''}`;
    }
    case 'yesno':
      return 'yes or no';
    case 'number':
      return range(question.min, question.max);
    case 'date':
      return 'A date, with the year.';
    default:
      return '';
  }
}

function range(min: number | undefined, max: number | undefined): string {
  if (min !== undefined && max !== undefined) return `A number from ${min} to ${max}.`;
  if (min !== undefined) return `A number, ${min} or more.`;
  return max === undefined ? 'A number.' : `A number, ${max} at most.`;
}

/** "a", "a or b", "a, b or c". */
function either(words: readonly string[]): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}
