import type { FormDefinition } from '#domain/forms/form.ts';
import { understand } from '../values/understand-answer.ts';
import type { Label } from './label.ts';
import { withCompany } from './label-company.ts';
import { numberLabel } from './number-labels.ts';
import { askLabel, nameLabel, namingOf } from './question-names.ts';

/** Every line of `lines` that begins with the number, the letter-and-number or the name of a question. */
export function labelsOf(lines: readonly string[], form: FormDefinition): Label[] {
  const { names, asks } = namingOf(form);
  const labels: Label[] = [];
  for (let line = 0; line < lines.length; line += 1) {
    const text = lines[line] ?? '';
    const short = numberLabel(text, form);
    const found = (short && { ...short, end: line }) ?? askLabel(lines, line, asks) ?? nameLabel(text, line, names);
    if (!found) continue;
    labels.push({ ...found, line });
    line = found.end;
  }
  if (isNested(labels)) return [];
  const withWords = labels.filter((_, index) => hasWords(labels, index, lines));
  return withCompany(
    isAnswersWithoutNumbers(withWords, lines) || isDayAlone(withWords, lines, form) ? [] : withWords,
    lines,
    form,
  );
}

/** Lists of their own, each of which counts from one: their numbers are no questions'. */
function isNested(labels: readonly Label[]): boolean {
  const times = (question: number) => labels.filter((one) => one.question === question && !one.whole).length;
  return times(0) > 1 && times(1) > 1;
}

/** "2. August 2027" among lines that have no number is a date, where one is asked. */
function isDayAlone([only, ...more]: readonly Label[], lines: readonly string[], form: FormDefinition): boolean {
  const date = form.questions.find(({ type }) => type === 'date');
  if (!only || !date || more.length > 0 || (lines[only.line - 1] ?? '').trim() === '') return false;
  if (form.questions[only.question] === date || understand(date, only.rest).kind === 'answer') return false;
  return understand(date, lines[only.line] ?? '').kind === 'answer';
}

/** A "2." among lines that have no number is the answer "2" and no label. */
function isAnswersWithoutNumbers(labels: readonly Label[], lines: readonly string[]): boolean {
  const [first, ...more] = labels;
  const strong = labels.filter(({ weak }) => !weak);
  // Whether those that have nothing but a space between number and words are labels is seen from their company.
  if (!first || strong.length === 0 || strong.some(({ rest }) => rest.trim() !== '')) return false;
  const before = lines.slice(0, first.line);
  return (before.at(-1) ?? '').trim() !== '' || (more.length === 0 && before.some((line) => line.trim() !== ''));
}

/** "5." with nothing behind or under it is no label but an answer. */
function hasWords(labels: readonly Label[], index: number, lines: readonly string[]): boolean {
  const [label, next] = [labels[index], labels[index + 1]];
  if (!label) return false;
  if (label.whole || label.rest.trim() !== '') return true;
  return lines.slice(label.end + 1, next?.line ?? lines.length).some((line) => line.trim() !== '');
}
