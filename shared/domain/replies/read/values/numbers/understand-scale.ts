import type { Question } from '#domain/forms/form.ts';
import { scaleOf } from '#domain/forms/scale-ends.ts';
import { foldedWords, plain } from '#domain/replies/read/text/words.ts';
import { explain } from '../account.ts';
import { answer, type Understood, unclear } from '../understood-answer.ts';
import { figuresIn, hasBoundSign } from './figures-in.ts';

/** "4", "4/5", "four", "4 - agree", or the words for one of its ends. Out of range or in between is asked again. */
export function understandScale(question: Question, said: string): Understood {
  const { min, max } = scaleOf(question);
  // "4 (not 5)" is four.
  const words = withoutTotal(min < 0 ? signed(said) : said, max).replace(
    /\s*(?:\(|,\s*)(?:but |and )?(?:not|nicht|pas|não|no es)\s+(?:an?\s+)?-?\d{1,2}\)?(?=[\s.!]*$)/iu,
    '',
  );
  const { figures, unsure } = figuresIn(words);
  const [first, ...more] = figures;
  if (!first) return byWords(question, words) ?? unclear('which-number');
  const { value } = first;
  if (hasBoundSign(words) && !(min < 0 && /^\s*[±]?0/.test(words))) return unclear('inexact');
  const [total] = more;
  // "Ten out of ten" in words.
  if (
    total?.value === max &&
    more.length === 1 &&
    /^\s*(?:\/|out of|of|von|sur|de|em|su|van de|av|z|na)\s*$/i.test(words.slice(first.to, total.from))
  ) {
    return understandScale(question, words.slice(0, first.to) + words.slice(total.to));
  }
  if (unsure && !Number.isInteger(value)) return unclear('between-steps', { value });
  const isRepeated =
    more.every((other) => other.value === value) ||
    /^\s*\((?:not|nicht|pas|não)\s+[^()]*\)/i.test(words.slice(first.to));
  if (unsure || !isRepeated) return unclear('which-number');
  if (!Number.isInteger(value)) return unclear('between-steps', { value });
  if (value < min || value > max) return unclear('off-scale', { value });
  const end = endOf(question, words.slice(0, first.from) + words.slice(first.to));
  if (end !== undefined && end !== value) return unclear('which-end');
  if (end !== undefined) return answer(value);
  const account = explain(
    { before: words.slice(0, first.from), after: words.slice(first.to) },
    'amount',
    question.ask,
    beside,
  );
  if ('turn' in account) return unclear('which-number');
  const read = answer(value, foldedWords(account.comment).length < 3 ? '' : account.comment);
  return read.kind !== 'answer' || account.comment === '' ? read : { ...read, by: 'words' };
}

/** Words beside a figure of a scale that leave it what it is. */
const beside: ReadonlySet<string> = new Set(
  'hmm hm plus whatsoever 点 點 分 점 בערך تقريبا star stars points point pts out exactly solid strong good clear easily definitely'.split(
    ' ',
  ),
);

/** "- 2" and "– 2" are minus two on a scale that goes below zero; a dash behind a word is none. */
function signed(said: string): string {
  return said.replace(/^(\s*(?:["'(*]\s*)?)[-\u2010-\u2015\u2212\ufe63\uff0d]\s?(?=\d)/u, '$1-');
}

/** "4/5", "4 out of 5", "4 von 5": the second number says how long the scale is. */
function withoutTotal(said: string, max: number): string {
  const total = new RegExp(
    `^(\\D{0,40}(?:\\d{1,3}))\\s?(?:/|out of|of|von|sur|de|su|van de|van|av|z|na|em|מתוך|من)\\s?${max}(?!\\d)`,
    'i',
  );
  return said.replace(total, '$1');
}

/** What people say for an end of any scale, and for its middle. */
const highest =
  /^(?:the )?(?:top(?: marks?)?|max|maximum|full marks|highest|the highest|top score|full score|maximal|am hochsten|le maximum|au maximum|o maximo|maximo|el maximo|il massimo)$/;
const lowest = /^(?:the )?(?:min|minimum|lowest|the lowest|bottom|le minimum|o minimo|minimo|el minimo|il minimo)$/;
const middle =
  /^(?:exactly |precisely |just |right )?(?:in )?(?:the |dead )?(?:middle|centre|center|midway|half-?way|halfway)(?: of the scale)?$/;
const asExpected =
  /^(?:(?:it|is|was|it's|its|that's|she's|he's|they|they're|we|we're|are|went|going|progressing|just|exactly|precisely|pretty much|bang on|right|all|about|around|more or less exactly|i'd say|i would say|she is|he is|they are) )*(?:as|what|where|like|how)(?: i| we| was| i had| i'd| we had)? (?:expected|thought|hoped|imagined|planned|anticipated)(?: (?:it|they|she|he|we)(?:'d| would)? (?:be|go|get))?$|^on track$|^(?:genau |ziemlich genau )?wie (?:ich )?(?:erwartet|gedacht)$|^(?:exactement )?comme (?:prevu|attendu)$|^(?:tal )?como (?:o )?(?:esperado|previsto)$|^conforme (?:o )?(?:esperado|previsto)$|^(?:tal )?como (?:se )?esperaba$|^como lo esperado$|^come (?:previsto|atteso)$|^zoals verwacht$|^som vantat$|^zgodnie z oczekiwaniami$|^par for the course$/;

/** The value of a scale that was named in words: one of its ends, its middle, or "as expected" where zero is that. */
function byWords(question: Question, said: string): Understood | undefined {
  const { min, max } = scaleOf(question);
  const words = plain(said)
    .replace(/[^\p{L}' -]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const value = highest.test(words) ? max : lowest.test(words) ? min : undefined;
  if (value !== undefined) return { kind: 'answer', value, by: 'words' };
  if (middle.test(words) && Number.isInteger((min + max) / 2))
    return { kind: 'answer', value: (min + max) / 2, by: 'words' };
  if (asExpected.test(words) && min === -max) return { kind: 'answer', value: 0, by: 'words' };
  const ends = endsOf(question).map((end) => foldedWords(end));
  const own = foldedWords(said);
  const found = ends.flatMap((end, index) => {
    const at = end.length === 0 ? -1 : own.findIndex((_, from) => end.every((word, step) => own[from + step] === word));
    return at === -1 ? [] : [{ value: index === 0 ? min : max, at, length: end.length }];
  });
  const [longest] = found.sort((one, other) => other.length - one.length);
  // "hardly" is how "hardly ever" begins, and "much further" how "much less far" does not.
  if (!longest || found.some((other) => other !== longest && other.length === longest.length)) return undefined;
  const text = plain(said);
  const phrase = ends[longest.value === min ? 0 : 1]?.join(' ') ?? '';
  const flat = text.replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
  const from = flat.indexOf(phrase);
  if (from === -1) return undefined;
  const account = explain(
    { before: flat.slice(0, from), after: flat.slice(from + phrase.length) },
    'option',
    question.ask,
    beside,
  );
  if ('turn' in account || account.comment !== '') return undefined;
  return flat === phrase ? answer(longest.value) : { kind: 'answer', value: longest.value, by: 'words' };
}

/** What the ends mean, as the program says or as it stands in the question: "1 (not at all) to 5 (about anything)". */
function endsOf(question: Question): readonly string[] {
  if (question.ends) return question.ends;
  const { min, max } = scaleOf(question);
  const match = new RegExp(`(?:^|\\s)${min} \\(([^()]{1,60})\\) to ${max} \\(([^()]{1,60})\\)`).exec(question.ask);
  return match ? [match[1] ?? '', match[2] ?? ''] : [];
}

/** The value of an end of the scale whose words are all that was said beside a number. */
function endOf(question: Question, said: string): number | undefined {
  const { min, max } = scaleOf(question);
  const [low, high] = endsOf(question).map((end) => foldedWords(end).join(' '));
  const words = foldedWords(said).join(' ');
  if (words === '' || low === high) return undefined;
  if (words === low) return min;
  return words === high ? max : undefined;
}
