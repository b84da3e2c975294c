import type { NumberedQuestion } from './form.ts';
import { letterOf } from './option-letter.ts';
import { questionTypes } from './questions/question-types.ts';

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
 * The words of `question`, asked together with `among`. Replies are read by comparing them with these words, also where the
 * message itself is not at hand.
 */
export function questionWords(question: NumberedQuestion, among: readonly NumberedQuestion[]): QuestionWords {
  const optional = question.required === false ? ' (optional)' : '';
  return {
    number: question.number,
    ask: `${condition(question, among)}${question.ask}${optional}`,
    hints: [question.hint ?? '', questionTypes[question.type].hint(question)].filter((words) => words !== ''),
    options: (question.options ?? []).map((text, index) => ({ letter: letterOf(index), text })),
  };
}

/** "If you answered mentor or both to 1: ", or nothing when that question is not part of what is asked now. */
function condition({ when }: NumberedQuestion, among: readonly NumberedQuestion[]): string {
  const first = when && among.find(({ key }) => key === when.key);
  if (!when || !first) return '';
  const answers = when.is.map((answer) => (typeof answer === 'boolean' ? (answer ? 'yes' : 'no') : answer));
  return `If you answered ${either(answers)} to ${first.number}: `;
}

/** "a", "a or b", "a, b or c". */
function either(words: readonly string[]): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}
