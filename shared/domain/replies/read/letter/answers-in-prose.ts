import { type Answers, applies, type FormDefinition, type Question } from '#domain/forms/form.ts';
import { scaleOf } from '#domain/forms/scale-ends.ts';
import { experienceIn } from '../values/earlier-experience.ts';
import { understand } from '../values/understand-answer.ts';
import { type Sentence, sentencesOf } from './letter-sentences.ts';
import { amountIn } from './told-amounts.ts';
import { listIn } from './told-lists.ts';
import { roleIn } from './told-roles.ts';
import { scoresIn } from './told-scores.ts';

/**
 * Answers in a letter: "I've been in the field for 12 years, and mornings suit me". A letter names no numbers of questions, so
 * only that is taken which can answer one question alone, by what it asks for (years of work, languages, times of the day, how
 * often, how many times) or by words that this question alone has, beside one figure of its scale. What a sentence says with
 * doubt or under a condition is left, and so is what is said twice and differently. The letter itself still reaches somebody.
 */

interface InProse {
  question: number;
  /** The words that were understood. */
  said: string;
}

/** A letter of more is not looked through. */
const longest = 6_000;

/** The answers in `prose` to questions that are asked and not answered, and what of it is more than those. */
export function answersInProse(
  form: FormDefinition,
  prose: string,
  known: Answers,
  isAnswered: (question: number) => boolean,
): { found: InProse[]; rest: string } {
  const isLetter = form.questions.some(({ type }) => type !== 'yesno') && form.questions.length > 1;
  if (!isLetter || prose.length > longest || isList(prose)) return { found: [], rest: prose };
  const sentences = sentencesOf(prose);
  const said = new Map<number, (string | undefined)[]>();
  const beside = new Map<number, string[]>();
  const add = <T>(to: Map<number, T[]>, question: number, ...words: T[]) =>
    to.set(question, [...(to.get(question) ?? []), ...words]);
  for (const sentence of sentences) {
    const all = ofAll.exec(sentence.text)?.[1];
    const scores = scoresIn(form, sentence);
    for (const [index, asked] of form.questions.entries()) {
      if (isAnswered(index) || known[asked.key] !== undefined || !applies(asked, known)) continue;
      const read = readIn(asked, sentence);
      if (typeof read === 'object') add(beside, index, read.beside);
      else if (read !== undefined) add(said, index, read || undefined);
      if (scores.has(index)) add(said, index, scores.get(index));
      else if (all && isUsualScale(asked)) add(said, index, all);
    }
  }
  const found = [...said].flatMap(([question, [first, ...more]]): InProse[] => {
    const value = (words: string | undefined) => {
      const read = words === undefined ? undefined : understand(form.questions[question] as Question, words);
      return read?.kind === 'answer' ? JSON.stringify(read.value) : undefined;
    };
    const own = value(first);
    const isOne = more.every((words) => value(words) === own);
    const isAlone = (beside.get(question) ?? []).every((words) => own === '"both"' || value(words) === own);
    return first !== undefined && own !== undefined && isOne && isAlone ? [{ question, said: first }] : [];
  });
  const isWhole = ({ text }: Sentence) =>
    found.some(
      ({ question, said }) => said === text.replace(/[.!]+$/, '') && form.questions[question]?.type !== 'text',
    );
  return {
    found: found.sort((one, other) => one.question - other.question),
    rest: sentences.every(isWhole) ? '' : prose,
  };
}

/** "All 4s": the same figure on every scale of the usual length. */
const ofAll = /^(?:all|everything|alles|tudo|tout|todo|tutto)\s(?:is |are |an? |= ?)?(\d)(?:'?s)?[.!]?$/iu;

function isUsualScale(asked: Question): boolean {
  return asked.type === 'scale' && scaleOf(asked).min === 1 && scaleOf(asked).max === 5;
}

/** Short lines without a full stop, one below the other: answers of which nobody knows the questions. */
function isList(prose: string): boolean {
  const lines = prose.split('\n').filter((line) => line.trim() !== '');
  return lines.length > 2 && lines.every((line) => line.length < 40) && !/\p{L}{2}[.!]\s*$/u.test(lines[0] ?? '');
}

/** What of a sentence answers a question: its words, '' where it is about the question and cannot be taken, or what would be another answer. */
function readIn(asked: Question, sentence: Sentence): string | { beside: string } | undefined {
  const { type, options = [] } = asked;
  if (type === 'number') return amountIn(asked, sentence);
  if (type === 'choices') return listIn(asked, sentence);
  if (type !== 'choice') return undefined;
  if (options.includes('mentor') && options.includes('mentee')) return roleIn(asked, sentence);
  const isBefore = /(?<!\p{L})ment\p{L}+/iu.test(sentence.text) && experienceIn(options, sentence.text);
  return isBefore ? sentence.text.replace(/[.!]+$/, '') : undefined;
}
