import type { FormDefinition } from '#domain/forms/form.ts';
import { understand } from '../values/understand-answer.ts';

/** As many numbers in a row, and of the answers behind them that are no words of their own, make a list of a sentence. */
const fewest = { labels: 8, values: 4, share: 0.5 };
/** A list on a telephone is no longer. */
const longest = 2_000;

const number = /(?<![\p{L}\p{N}.,:;/+-])(\d{1,2})(?=\s+[\p{L}(])/gu;
/** What is counted: the number before it is an amount. */
export const amount =
  /^\s+(?:years?|yrs?|months?|weeks?|days?|hours?|times?|mentees|people|persons?|places?|jahre?n?|monate?n?|mal|ans?|mois|fois|anos?|meses|vezes|años?|veces)(?!\p{L})/iu;

interface Label {
  question: number;
  from: number;
  to: number;
}

/**
 * "1 mentee pls 2 bc im new here 3 in a year i want ... 12 meet new ppl 13 no never": the numbers of the questions in running
 * words without a sign, as people type on a telephone. The same with each question on a line of its own. Undefined where the
 * numbers do not go through the questions in order, or what is behind them is no answer.
 */
export function countedOut(said: string, form: FormDefinition): string[] | undefined {
  if (said.length > longest) return undefined;
  const labels = labelsIn(said, form);
  if (labels.length < fewest.labels) return undefined;
  const pieces = labels.map(({ question, to }, index) => ({
    question,
    words: said.slice(to, labels[index + 1]?.from).trim(),
  }));
  const values = pieces.filter(({ question }) => form.questions[question]?.type !== 'text');
  const understood = values.filter(({ question, words }) => {
    const asked = form.questions[question];
    return asked !== undefined && understand(asked, words).kind === 'answer';
  });
  if (understood.length < fewest.values || understood.length < fewest.share * values.length) return undefined;
  const before = said.slice(0, labels[0]?.from).trim();
  const lines = pieces.map(({ question, words }) => `${question + 1}. ${words}`);
  return before === '' ? lines : [before, '', ...lines];
}

/** Numbers that rise, of which none leaves out a question that everybody has to answer. */
function labelsIn(said: string, form: FormDefinition): Label[] {
  const labels: Label[] = [];
  for (const match of said.matchAll(number)) {
    const question = Number(match[1]) - 1;
    const to = match.index + match[0].length;
    const last = labels.at(-1)?.question ?? -1;
    const left = form.questions.slice(last + 1, question);
    const isNext = question > last && left.every(({ required, when }) => required === false || when !== undefined);
    if (isNext && form.questions[question] && !amount.test(said.slice(to)))
      labels.push({ question, from: match.index, to });
  }
  return labels;
}
