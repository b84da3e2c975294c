import type { FormDefinition } from '#domain/forms/form.ts';
import { longestNumber, numberWord } from '../text/number-words.ts';
import { plain } from '../text/words.ts';
import { likelyAnswer } from '../values/likely/likely-answer.ts';
import { understand } from '../values/understand-answer.ts';

/** A number that names a question, in running words: where its name begins, and where what is said of it begins. */
interface Spelled {
  question: number;
  from: number;
  to: number;
  /** "Question seven is ...": what follows is said of it. */
  isStated?: boolean;
}

/** As many names as make it plain that somebody goes through the questions. */
const fewest = 2;

/**
 * "Question one mentee question two I would like ... thirteen neither fourteen six years", as people dictate: the same with
 * each question on a line of its own, behind its number. Undefined when it is not told like that: names that don't rise, unless
 * each says what its answer "is".
 */
export function spelledOut(said: string, form: FormDefinition): string[] | undefined {
  if (said.length > 8_000) return undefined;
  const named = withoutMentions(namesIn(said, form));
  const rises = named.every(({ question }, index) => index === 0 || question > (named[index - 1]?.question ?? 0));
  if (named.length < fewest || !(rises || areStated(named, said, form))) return undefined;
  const all = named.flatMap((one, index) => {
    const until = named[index + 1];
    return [one, ...(named.length > fewest && rises ? bareIn(said, form, one, until) : [])];
  });
  const lines = all.map(({ question, to }, index) => {
    const words = trimmed(said.slice(to, all[index + 1]?.from)).replace(/[ \t]*\n[ \t]*(?=\S)/g, ' ');
    return `${question + 1}. ${words}`;
  });
  const before = said.slice(0, all[0]?.from).trim();
  return before === '' ? lines : [before, '', ...lines];
}

/** "I thought I said question two but anyway question two is ...": the answer is behind the one that says what it is. */
function withoutMentions(named: readonly Spelled[]): Spelled[] {
  return named.filter((one) => {
    const others = named.filter((other) => other !== one && other.question === one.question);
    return one.isStated || !others.some(({ isStated }) => isStated);
  });
}

/** Whether nearly each says what its answer is, none twice, and half of those that take more than words have one behind them. */
function areStated(named: readonly Spelled[], said: string, form: FormDefinition): boolean {
  const isOnce = new Set(named.map(({ question }) => question)).size === named.length;
  const stated = named.filter(({ isStated }) => isStated);
  if (!isOnce || stated.length < fewest || stated.length < named.length - 1) return false;
  const values = named.flatMap(({ question, to }, index) => {
    const asked = form.questions[question];
    const words = trimmed(said.slice(to, named[index + 1]?.from));
    return !asked || asked.type === 'text'
      ? []
      : [understand(asked, words).kind === 'answer' || likelyAnswer(asked, words) !== undefined];
  });
  const fitting = values.filter((isFitting) => isFitting).length;
  return fitting >= fewest && fitting * 2 >= values.length;
}

const naming =
  /(?<![\p{L}\p{N}])(?:and )?(?:question|number|frage|nummer|question numéro|numéro|pergunta|número|pregunta|domanda|numero|vraag|fråga|pytanie)\s+(?:number |nummer |numéro )?(\p{L}+(?:[ -]\p{L}+)?|\d{1,3})(?![\p{L}\p{N}])/giu;

const stating = /^,? (?:it )?(?:is|are|would be|ist|sind|wäre|é|es|est|são|è)(?!\p{L})/iu;

function namesIn(said: string, form: FormDefinition): Spelled[] {
  return [...said.matchAll(naming)].flatMap((match): Spelled[] => {
    const [whole, words = ''] = match;
    // "I understand that this is question 17", "(question 17)": behind its answer.
    if (/(?:this is|that is|it is|that's|my request concerning|\(|,? as)\s*$/iu.test(said.slice(0, match.index)))
      return [];
    const [first = ''] = words.split(/[ -]/);
    const both = numberWord(words);
    // "Number one mentor" is one number and a word.
    const value = /^\d/.test(words) ? Number(words) : both !== undefined && both > 20 ? both : numberWord(first);
    if (value === undefined || !form.questions[value - 1]) return [];
    const length = value === both || /^\d/.test(words) ? words.length : first.length;
    const to = match.index + whole.length - words.length + length;
    return [{ question: value - 1, from: match.index, to, isStated: stating.test(said.slice(to, to + 20)) }];
  });
}

/** Numbers that go on in the same way without "question": each is the next but few, between two answers. */
function bareIn(said: string, form: FormDefinition, from: Spelled, until: Spelled | undefined): Spelled[] {
  const found: Spelled[] = [];
  let last = from;
  const end = until?.from ?? said.length;
  const words = [...said.slice(from.to, end).matchAll(/\p{L}+(?:-\p{L}+)?/gu)].map((match) => ({
    word: match[0],
    at: from.to + match.index,
  }));
  for (let index = 0; index < words.length; index += 1) {
    const { at } = words[index] as { word: string; at: number };
    const { value, to } = numberAt(words, index);
    const question = (value ?? 0) - 1;
    const isNext =
      question > last.question &&
      question <= last.question + 2 &&
      question < (until?.question ?? form.questions.length);
    if (value === undefined || !isNext) continue;
    const isBehindAnswer = isAnswer(form, last.question, said.slice(last.to, at));
    if (!isBehindAnswer && !isAnswer(form, question, untilNext(said, to, question))) continue;
    last = { question, from: at, to };
    found.push(last);
  }
  return found;
}

/** What stands behind the number of a question, up to the number of the next. */
function untilNext(said: string, from: number, question: number): string {
  const words = [...said.slice(from).matchAll(/\p{L}+(?:-\p{L}+)?/gu)].map((match) => ({
    word: match[0],
    at: from + match.index,
  }));
  const next = words.findIndex((_, index) => numberAt(words, index).value === question + 2);
  return said.slice(from, next === -1 ? undefined : words[next]?.at);
}

function numberAt(
  words: readonly { word: string; at: number }[],
  index: number,
): { value?: number | undefined; to: number } {
  for (let length = Math.min(longestNumber, words.length - index); length > 0; length -= 1) {
    const piece = words.slice(index, index + length);
    const last = piece.at(-1);
    const value = numberWord(piece.map(({ word }) => word).join(' '));
    if (value !== undefined && last && (length === 1 || value > 20)) return { value, to: last.at + last.word.length };
  }
  return { to: 0 };
}

function isAnswer(form: FormDefinition, question: number, said: string): boolean {
  const asked = form.questions[question];
  return asked !== undefined && asked.type !== 'text' && understand(asked, trimmed(said)).kind === 'answer';
}

/** Without the sounds of thinking, and "and" before the next. */
function trimmed(said: string): string {
  const words = said.trim().replace(/^(?:(?:um|uh|er|erm|is|would be|ist|äh|ähm|euh|é|es)[\s,]+)+/iu, '');
  return plain(words.slice(-4)) === ' and' ? words.slice(0, -4) : words;
}
