import type { FormDefinition } from '#domain/forms/form.ts';
import { beginsCorrection } from '../corrections/change-words.ts';
import { narrowest } from '../text/lines.ts';
import { understand } from '../values/understand-answer.ts';
import type { Label } from './label.ts';
import { onOneLine } from './on-one-line.ts';

/** Answers by their labels, and the lines that belong to none. */
interface Segments {
  said: { question: number; lines: string[] }[];
  rest: string[];
}

/** Cuts `lines` at `labels`: what stands behind and under each is said of its question. */
export function segmentsAt(labels: readonly Label[], lines: readonly string[], form: FormDefinition): Segments {
  const segments: Segments = { said: [], rest: lines.slice(0, labels[0]?.line ?? lines.length) };
  for (const [index, { end: line, question, rest, named }] of labels.entries()) {
    const under = lines.slice(line + 1, labels[index + 1]?.line ?? lines.length);
    const { pieces, wrapped } = piecesOf(question, rest, lines[line] ?? '', under, form);
    under.splice(0, wrapped);
    for (const { question: one, said } of pieces.slice(0, -1)) segments.said.push({ question: one, lines: [said] });
    const last = pieces.at(-1);
    if (!last) continue;
    const isText = form.questions[last.question]?.type === 'text';
    // Under a short answer, a new paragraph is a remark to us; under a text it is more of the text.
    const goesOn = isText || last.said.trim() === '';
    const end = under.findIndex(
      (one) =>
        ((!goesOn || named) && one.trim() === '') ||
        beginsCorrection(one, isText) ||
        (named === true && ownLabel.test(one)),
    );
    const own = end === -1 ? under.length : end;
    segments.said.push({ question: last.question, lines: [last.said, ...under.slice(0, own)] });
    segments.rest.push(...under.slice(own));
  }
  return segments;
}

/** "Hours: after lunch", "- My mentor should be: frank", "in a year - out of here": a line that has a name of its writer's own before it. */
const ownLabel = /^\s*(?:[-–—•*]\s+)?[\p{L}']+(?: [\p{L}']+){0,4}(?:\s*:|\s[-–—])\s+\S/u;

/** The answers on the line of a label, and how many lines under it were the same line before a mail program broke it. */
function piecesOf(question: number, rest: string, line: string, under: readonly string[], form: FormDefinition) {
  const pieces = onOneLine(question, rest, form);
  if (!pieces) return { pieces: [{ question, said: answerBehind(question, rest, line, form) }], wrapped: 0 };
  const blank = under.findIndex((one) => one.trim() === '');
  const own = under.slice(0, blank === -1 ? under.length : blank);
  const isBroken = line.length >= narrowest && own.length > 0;
  const whole = isBroken ? onOneLine(question, [rest, ...own].join(' '), form) : undefined;
  return whole ? { pieces: whole, wrapped: own.length } : { pieces, wrapped: 0 };
}

/** What stands behind a label. The "7." of "7. Juli 2027" is no label but the day, also under the seventh question. */
export function answerBehind(question: number, rest: string, line: string, form: FormDefinition): string {
  const asked = form.questions[question];
  if (asked?.type !== 'date' || understand(asked, rest).kind === 'answer') return rest;
  return understand(asked, line).kind === 'answer' ? line : rest;
}
