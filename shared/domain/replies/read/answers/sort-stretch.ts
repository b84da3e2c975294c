import type { Answers, FormDefinition } from '#domain/forms/form.ts';
import type { Stretch } from '../align/place.ts';
import type { AnswerCollector } from '../answer-collector.ts';
import { trimBlank } from '../clean/signature-and-greeting.ts';
import { unclearChange } from '../corrections/correction.ts';
import { isOpeningCourtesy } from '../courtesy/opening-courtesy.ts';
import { understand } from '../values/understand-answer.ts';
import type { Label } from './label.ts';
import { answerBehind, segmentsAt } from './label-segments.ts';
import { labelsOf } from './labels.ts';

/** What is typed behind or under an answer that we had understood; returns what is about no single one of them. */
export function collectBesideFact(
  { lines, question: index, where }: Stretch,
  collector: AnswerCollector,
  form: FormDefinition,
): string[] {
  const words = lines.join('\n');
  const { said, rest } = segmentsAt(labelsOf(lines, form), lines, form);
  for (const segment of said) collector.say(segment.question, segment.lines.join('\n'));
  if (said.length > 0 || where === 'bottom') return [trimBlank(rest).join('\n')];
  if (isOpeningCourtesy(words)) return [];
  // Words under a text of theirs may be its new words, or about it.
  if (form.questions[index]?.type === 'text') collector.correct(unclearChange(index, words));
  else collector.say(index, words);
  return [];
}

/** Sorts one stretch into the answers; returns what is left of it as prose. */
export function collectStretch(
  stretch: Stretch,
  collector: AnswerCollector,
  form: FormDefinition,
  present: ReadonlySet<number>,
  open: number,
  known: Answers,
): string[] {
  const { lines, question: index } = stretch;
  const labels = labelsOf(lines, form);
  if (index < 0) {
    if (isDateWithDayFirst(lines, labels, form, open)) return [lines.join('\n')];
    const { said, rest } = segmentsAt(labels, lines, form);
    for (const segment of said) collector.say(segment.question, segment.lines.join('\n'));
    return [trimBlank(rest).join('\n')];
  }
  const own = labels.filter((label) => !label.weak);
  const first = own[0];
  const startsWithOwn = first?.line === 0 && first.question === index;
  // Answers to questions that they deleted from the quotation, one under the other.
  const elsewhere = own.filter((label) => label.question !== index && !present.has(label.question));
  const isList =
    stretch.where === 'bottom' &&
    elsewhere.length === 0 &&
    (isListOfAnswers(labels, lines, form, collector) || isOneAnswer(own, lines, index, form, known));
  const cuts = isList ? labels : elsewhere.filter(({ question }) => question > index);
  const { said, rest } = segmentsAt(cuts, lines, form);
  for (const segment of said) collector.say(segment.question, segment.lines.join('\n'));
  if (isList) return [trimBlank(rest).join('\n')];
  const [head = '', ...tail] = cuts.length > 0 ? rest.slice(0, cuts[0]?.line) : rest;
  const words =
    startsWithOwn && cuts[0]?.line !== 0
      ? [answerBehind(index, first.rest, lines[first.end] ?? '', form), ...tail.slice(first.end)]
      : [head, ...tail];
  collector.say(index, words.join('\n'));
  return [];
}

/** "3. März 2027" when the one open question asks for a date: the 3 is the day, not the third question. */
function isDateWithDayFirst(lines: readonly string[], labels: readonly Label[], form: FormDefinition, open: number) {
  const asked = form.questions[open];
  const [only, ...more] = labels;
  if (asked?.type !== 'date' || only?.line !== 0 || only.question === open || more.length > 0) return false;
  // In "3. 2027-03-01" the date is whole without the 3.
  if (understand(asked, only.rest).kind === 'answer') return false;
  return understand(asked, lines.join('\n')).kind === 'answer';
}

/** Under the last question: a numbered list of answers to the whole form, rather than a numbered list as its answer. */
function isListOfAnswers(
  labels: readonly Label[],
  lines: readonly string[],
  form: FormDefinition,
  collector: AnswerCollector,
): boolean {
  if (labels.length < 2 || labels[0]?.line !== 0 || labels.some(({ question }) => collector.has(question)))
    return false;
  const said = segmentsAt(labels, lines, form).said.filter((one) => one.lines.some((line) => line.trim() !== ''));
  const strict = said.filter(({ question }) => form.questions[question]?.type !== 'text');
  const understood = strict.filter(({ question, lines: own }) => {
    const asked = form.questions[question];
    return asked !== undefined && understand(asked, own.join('\n')).kind === 'answer';
  });
  // Of a long list one or two may be unclear.
  return strict.length > 0 && understood.length >= (strict.length < 4 ? strict.length : strict.length * 0.6);
}

/**
 * "Oops, one was wrong. / 1. a" below the last question: what stands before the number is no answer to that question. Where
 * that question takes any words, the number has to be all that they wrote, or that of an answer which they correct.
 */
function isOneAnswer(
  labels: readonly Label[],
  lines: readonly string[],
  under: number,
  form: FormDefinition,
  known: Answers,
): boolean {
  const [only, ...more] = labels;
  const [asked, last] = [form.questions[only?.question ?? -1], form.questions[under]];
  if (!only || !asked || !last || more.length > 0 || only.question === under) return false;
  // A list in words of theirs begins with 1.
  if (asked.type === 'text') return lines.length === 1 && only.line === 0 && only.question > 0;
  if (understand(asked, only.rest).kind !== 'answer') return false;
  const before = lines.slice(0, only.line).join('\n');
  if (last.type === 'text')
    return only.line === lines.length - 1 && (only.line === 0 || known[asked.key] !== undefined);
  return before.trim() === '' || understand(last, before).kind === 'unclear';
}
