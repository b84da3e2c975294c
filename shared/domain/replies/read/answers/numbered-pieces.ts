import type { FormDefinition } from '#domain/forms/form.ts';
import { likelyAnswer } from '../values/likely/likely-answer.ts';
import { understand } from '../values/understand-answer.ts';
import { amount } from './counted-out.ts';

/** Labels that make a list, how many of them have an answer behind them that is more than words, and of how many one may be unclear. */
const fewest = { labels: 3, values: 2, perUnclear: 4 };
/** Characters of a paragraph, and numbers in it: more is no quick list. */
const most = { length: 2_000, labels: 60 };

interface Label {
  questions: number[];
  from: number;
  to: number;
  /** What stands before the number: the beginning of a line, a comma or a full stop, or nothing but a space. */
  behind: 'line' | 'sign' | 'space';
  /** "3." and "3:", where "3" alone has nothing to set it apart. */
  isMarked: boolean;
}

interface Piece extends Label {
  said: string;
}

const number =
  /(?<=^|[\s,;.!?])(\d{1,2})(?:\s?(?:\+|&|and|und|et|y)\s?(\d{1,2}))?(?:[.):]\s+|\s?[:=]\s?|\s+)(?=[\p{L}\p{N}("'])/gu;
/** What is no question's number although nothing is counted: a date, an hour, a share. */
const other =
  /^\s*(?:jan|feb|mar|mär|apr|may|mai|jun|jul|aug|sep|oct|okt|out|nov|dec|dez|déc)\p{L}*(?!\p{L})|^\s*(?:of|out of|or|to|bis|von|am|pm|uhr|o'?clock|st|nd|rd|th|%)\s?(?!\p{L})/iu;

/**
 * "16 early, evening. 1 mentor, 7 leading people, difficult situations": answers behind the numbers of their questions, between
 * commas and full stops and in any order, as the same with each question on a line of its own. A number among them is a label
 * when what follows fits its question: one that counts something is part of the answer it stands in.
 */
export function inPieces(paragraph: string, form: FormDefinition): string[] | undefined {
  if (paragraph.length > most.length) return undefined;
  const labels = labelsIn(paragraph, form);
  if (labels.length < fewest.labels || labels.length > most.labels) return undefined;
  const pieces = withoutCounts(fittingIn(labels, paragraph, form), paragraph, form);
  const asked = pieces.flatMap(({ questions }) => questions);
  if (pieces.length < fewest.labels || new Set(asked).size < asked.length) return undefined;
  const isSeveralOnOneLine = pieces.some(({ behind }) => behind === 'sign');
  const values = pieces.filter(({ questions }) => !isText(form, questions));
  const fitting = values.filter((piece) => fits(form, piece));
  const unclear = values.length - fitting.length;
  if (!isSeveralOnOneLine || fitting.length < fewest.values || unclear * fewest.perUnclear > pieces.length)
    return undefined;
  const before = paragraph.slice(0, pieces[0]?.from).trim();
  const lines = pieces.flatMap(({ questions, said }) => questions.map((question) => `${question + 1}. ${said}`));
  return before === '' ? lines : [before, '', ...lines];
}

function labelsIn(paragraph: string, form: FormDefinition): Label[] {
  const labels = [...paragraph.matchAll(number)].flatMap((match): Label[] => {
    const [whole, ...numbers] = match;
    const to = match.index + whole.length;
    const questions = numbers.flatMap((one) => (one === undefined ? [] : [Number(one) - 1]));
    const rest = paragraph.slice(to);
    const isCount = amount.test(` ${rest}`) || other.test(rest);
    if (isCount || questions.some((question) => !form.questions[question])) return [];
    const head = paragraph.slice(0, match.index).trimEnd();
    const isLine = head === '' || paragraph.slice(head.length, match.index).includes('\n');
    const behind = isLine ? 'line' : /[,;.!?]$/.test(head) ? 'sign' : 'space';
    return [{ questions, from: match.index, to, behind, isMarked: /[.):=]\s*$/.test(whole) }];
  });
  // Among "3. ..." a number without a sign is part of an answer.
  const isMarkedList = labels.some(({ behind, isMarked }) => behind === 'line' && isMarked);
  return isMarkedList ? labels.filter(({ isMarked }) => isMarked) : labels;
}

/** The labels, from the last to the first, of which each has words behind it that may answer its question. */
function fittingIn(labels: readonly Label[], paragraph: string, form: FormDefinition): Piece[] {
  const pieces: Piece[] = [];
  for (const label of labels.toReversed()) {
    const piece = pieceOf(label, pieces[0], paragraph);
    if (piece.said === '') continue;
    // Between words, a number is a label only where an answer follows.
    if (label.behind === 'space' && (isText(form, label.questions) || !fits(form, piece))) continue;
    pieces.unshift(piece);
  }
  return pieces;
}

/** Without numbers that count something in the answer before them: "8 the merger, 3 teams". */
function withoutCounts(pieces: readonly Piece[], paragraph: string, form: FormDefinition): Piece[] {
  const kept: Piece[] = [];
  for (const piece of pieces) {
    const last = kept.at(-1);
    const step = last === undefined ? 1 : Math.min(...piece.questions) - Math.max(...last.questions);
    const rises = piece.behind === 'space' && !fits(form, piece, 'surely') ? step === 1 : step > 0;
    const isLoose = isText(form, piece.questions)
      ? (last !== undefined && isText(form, last.questions)) || /^\p{L}{3,}s(?!\p{L})/u.test(piece.said)
      : piece.behind === 'space';
    if (last && !rises && isLoose) continue;
    kept.push(piece);
  }
  return kept.map((piece, index) => pieceOf(piece, kept[index + 1], paragraph));
}

function pieceOf(label: Label, next: Label | undefined, paragraph: string): Piece {
  const said = paragraph
    .slice(label.to, next?.from)
    .trim()
    .replace(/\s*\n\s*/g, ' ')
    .replace(next ? /(?:[\s,;]|(?<!\.)\.(?=\s*$)){1,4}$/u : /[\s,;]{1,4}$/u, '')
    .replace(/\s(?:and|und|et)$/iu, '');
  return { ...label, said };
}

function isText(form: FormDefinition, questions: readonly number[]): boolean {
  return questions.every((question) => form.questions[question]?.type === 'text');
}

/** Whether every question of a piece that asks for more than words has its answer in it. */
function fits(form: FormDefinition, { questions, said }: Piece, surely?: 'surely'): boolean {
  return questions.every((question) => {
    const asked = form.questions[question];
    if (!asked) return false;
    if (asked.type === 'text' || understand(asked, said).kind !== 'unclear') return true;
    return !surely && likelyAnswer(asked, said) !== undefined;
  });
}
