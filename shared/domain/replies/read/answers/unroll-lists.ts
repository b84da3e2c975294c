import type { FormDefinition } from '#domain/forms/form.ts';
import { understand } from '../values/understand-answer.ts';
import { inPieces } from './numbered-pieces.ts';

/**
 * Lists of answers as people shorten them, with each answer on a line of its own: "1 yes 2 b 3 to grow", "2-6 all 5 exc. 4 = 3".
 * A line is taken apart when nearly all of what stands behind its numbers is an answer to those questions.
 */
export function unrollLists(lines: readonly string[], form: FormDefinition): string[] {
  // Of a ballot, where every number with a yes behind it is a vote, more than one reading is possible.
  if (form.questions.length < 2 || form.questions.every(({ type }) => type === 'yesno')) return [...lines];
  return paragraphsOf(lines).flatMap((own) => {
    const hasRange = own.some((line) => line.length <= longest && ofRange(line, form) !== undefined);
    return (hasRange ? undefined : inPieces(own.join('\n'), form)) ?? lineByLine(own, form);
  });
}

/** Runs of lines with something on them, and runs of blank ones. */
function paragraphsOf(lines: readonly string[]): string[][] {
  const found: string[][] = [];
  for (const [index, line] of lines.entries()) {
    const isBlank = line.trim() === '';
    if (index > 0 && isBlank === ((lines[index - 1] ?? '').trim() === '')) found.at(-1)?.push(line);
    else found.push([line]);
  }
  return found;
}

function lineByLine(lines: readonly string[], form: FormDefinition): string[] {
  let goesOn = false;
  return lines.flatMap((line) => {
    const own = line.length > longest ? undefined : (ofRange(line, form) ?? inOneLine(line, form, goesOn ? 2 : fewest));
    goesOn = own !== undefined;
    return own ?? [line];
  });
}

const longest = 400;

const range =
  /^\s*(\d{1,2})\s?(?:[-–]|to|bis|à|a)\s?(\d{1,2})[:.)=]?\s+(?:(?:are |is )?(?:all|each|alle|je|toutes|todas) )?(?:are |is |= ?)?(\S+?)s?(?:,? \(?(?:exc(?:ept|l)?\.?|but|außer|sauf|exceto|menos|salvo) (\d{1,2})\s?(?:[:=]|is|ist|est|é)?\s?(\S+?)\)?)?[.!]?\s*$/iu;

/** "2-6 all 5", "2 to 6: 4, except 4 = 3": the same answer to several questions. */
function ofRange(line: string, form: FormDefinition): string[] | undefined {
  const [whole, first, last, value = '', other, otherValue = ''] = range.exec(line) ?? [];
  const [from, to] = [Number(first), Number(last)];
  if (whole === undefined || from < 1 || to <= from || to > form.questions.length) return undefined;
  const numbers = Array.from({ length: to - from + 1 }, (_, index) => from + index);
  if (other !== undefined && !numbers.includes(Number(other))) return undefined;
  const said = numbers.map((number) => ({ number, words: other === String(number) ? otherValue : value }));
  const isAnswered = said.every(({ number, words }) => outcomeOf(form, number - 1, words) === 'answer');
  return isAnswered ? said.map(({ number, words }) => `${number}. ${words}`) : undefined;
}

interface Piece {
  question: number;
  from: number;
  said: string;
}

/** As many numbers as make a list, and as many questions as one may leave out between two of them. */
const fewest = 3;
const mostLeftOut = 8;

/** "1 yes 2 b 3 to grow": numbers that rise, with an answer behind each. Those with a full stop are read as they stand. */
function inOneLine(line: string, form: FormDefinition, least: number): string[] | undefined {
  const start = /^\s*(?=\d{1,2}\s)|(?:^|[.;])\s+(?=\d{1,2}\s?[=:])/u.exec(line);
  if (!start) return undefined;
  const from = start.index + start[0].length;
  const pieces: Piece[] = [];
  for (const match of line.slice(from).matchAll(/(?<=^|[\s,;])(\d{1,2})(?:[.):](?=\s)|\s?[=:]|(?=\s))\s*/gu)) {
    const question = Number(match[1]) - 1;
    const [at, end] = [from + match.index, from + match.index + match[0].length];
    const last = pieces.at(-1);
    if (!form.questions[question]) continue;
    if (last) {
      const between = trimmed(line.slice(last.from, at));
      const step = question - last.question;
      // Behind the number of a question stands its answer, also when that is a figure.
      if (between === '' || step < 1 || step > mostLeftOut) continue;
      const isText = form.questions[last.question]?.type === 'text';
      if (isText && !isAnswerNext(line.slice(end), form, question)) continue;
      last.said = between;
    }
    pieces.push({ question, from: end, said: '' });
  }
  const last = pieces.at(-1);
  if (!last || pieces.length < (from === start[0].length ? least : 2)) return undefined;
  last.said = trimmed(line.slice(last.from));
  const values = pieces.filter(({ question }) => form.questions[question]?.type !== 'text');
  const outcomes = values.map(({ question, said }) => outcomeOf(form, question, said));
  const understood = outcomes.filter((one) => one !== 'unclear').length;
  const isList =
    understood >= 2 && understood >= outcomes.length - (outcomes.length > 2 ? 1 : 0) && outcomes.includes('answer');
  if (!isList || pieces.some(({ said }) => said === '')) return undefined;
  const before = line.slice(0, start.index + (from > start[0].length ? 1 : 0)).trim();
  return [...(before === '' ? [] : [before, '']), ...pieces.map(({ question, said }) => `${question + 1}. ${said}`)];
}

/** Whether an answer to a question begins what follows its number, up to the number after it. */
function isAnswerNext(rest: string, form: FormDefinition, question: number): boolean {
  if (form.questions[question]?.type === 'text') return true;
  const end = rest.search(new RegExp(`[\\s,;]${question + 2}(?:[.):=]|\\s)`));
  return outcomeOf(form, question, trimmed(end === -1 ? rest : rest.slice(0, end))) !== 'unclear';
}

function outcomeOf(form: FormDefinition, question: number, words: string): 'answer' | 'skipped' | 'unclear' {
  const asked = form.questions[question];
  return asked ? understand(asked, words).kind : 'unclear';
}

function trimmed(words: string): string {
  return words
    .trim()
    .replace(/^[=:–-]\s+/u, '')
    .replace(/[\s,;]{1,4}$/u, '');
}
