import type { NumberedQuestion } from '#domain/forms/form.ts';
import type { AskedWords } from '#shared/words/asked-words.ts';
import { type QuestionWords, questionWords } from '#shared/words/question-words.ts';
import { oneLine } from './clean.ts';

/** The words of `question`, asked together with `among`, each clean and on one line. */
export function cleanWords(
  question: NumberedQuestion,
  among: readonly NumberedQuestion[],
  words: AskedWords,
): QuestionWords {
  return questionWords(cleaned(question), among, words);
}

function cleaned(question: NumberedQuestion): NumberedQuestion {
  const { hint, options, ends, when } = question;
  return {
    ...question,
    ask: oneLine(question.ask),
    ...(hint !== undefined && { hint: oneLine(hint) }),
    ...(options && { options: options.map(oneLine) }),
    ...(ends && { ends: [oneLine(ends[0]), oneLine(ends[1])] }),
    ...(when && { when: { ...when, is: when.is.map((one) => (typeof one === 'string' ? oneLine(one) : one)) } }),
  };
}
