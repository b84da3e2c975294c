import type { Question } from '#domain/forms/form.ts';
import { tokensOf } from '#domain/replies/read/text/word-tokens.ts';
import { explain } from '../account.ts';
import { unnamed } from '../mentions/mention.ts';
import { negationBefore } from '../mentions/negation-before.ts';
import { mentionsIn } from '../mentions/option-mentions.ts';
import type { Understood } from '../understood-answer.ts';
import { byWords, inOrder } from './chosen-options.ts';
import { isOpenOffer } from './open-offer.ts';

/** Options that are named in a sentence of which every other word changes nothing: "mostly in English, please". */
export function mentionedInSentence(
  question: Question,
  options: readonly string[],
  words: string,
): Understood | undefined {
  const tokens = tokensOf(words);
  const mentions = mentionsIn(question.ask, options, words, tokens);
  const meant = mentions.filter(({ negated }) => !negated);
  const [first] = meant;
  if (!first || mentions.some(({ option }) => option === unnamed) || tokens.length > 60) return undefined;
  const chosen = new Set(meant.map(({ option }) => option));
  if (mentions.some(({ option, negated }) => negated && chosen.has(option))) return undefined;
  // "Not leading people and writing": of the second nobody knows.
  const isJoined = ({ from }: { from: number }) => tokens[from - 1]?.word === 'and' && !tokens[from - 1]?.breaks;
  if (mentions.some((one, at) => !one.negated && mentions[at - 1]?.negated && isJoined(one))) return undefined;
  let rest = words;
  for (const one of mentions) {
    const start = tokens[one.from - (one.negated ? negationBefore(tokens, one.from) : 0)]?.start ?? 0;
    const end = tokens[one.to - 1]?.end ?? 0;
    rest = rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end);
  }
  // A letter that is left may be an option, and no article: "=> a and c".
  const isLetter = ({ word }: { word: string }) => /^[a-z]$/.test(word) && word.charCodeAt(0) - 97 < options.length;
  if (tokensOf(rest).some(isLetter)) return undefined;
  const isEither = isOpenOffer(question.ask);
  const own = isEither ? joiningOffers : joining;
  const [start, end] = [tokens[first.from]?.start ?? 0, tokens[(meant.at(-1) ?? first).to - 1]?.end ?? 0];
  const between = explain({ before: '', after: rest.slice(start, end) }, 'option', question.ask, own);
  if ('turn' in between && !(isEither && between.turn === 'doubt' && orOnly(rest.slice(start, end)))) return undefined;
  if (!('turn' in between) && between.comment !== '' && !onlyMarks(between.comment)) return undefined;
  const account = explain({ before: rest.slice(0, start), after: rest.slice(end) }, 'option', question.ask, own);
  if ('turn' in account) return undefined;
  // In a list, a clause in other words may be one more of its items: behind a comma, in a sentence of its own, or before.
  if (account.comment !== '' && !isRemark(rest.slice(end))) return undefined;
  if (hasUnknown(rest.slice(0, start), question.ask, own)) return undefined;
  const read = byWords(inOrder(options, chosen));
  return account.comment === '' || read.kind !== 'answer' ? read : { ...read, comment: account.comment };
}

/** What is in brackets, behind a dash or "because", or says something of somebody in a sentence of its own. */
function isRemark(after: string): boolean {
  if (/^\s*(?:\(|[-–—]\s|,?\s(?:because|since|as|weil|car|porque|perché)\s)/iu.test(after)) return true;
  if (!/^\s*[.!\n]/.test(after)) return false;
  const sentences = after.split(/[.!?\n]+/).filter((sentence) => /\p{L}/u.test(sentence));
  return sentences.every((sentence) =>
    /^\s*(?:i|we|he|she|they|it|my|our|ich|wir|mein|je|nous|mon|eu|nós|yo|io|sou|tenho|j'ai)(?![\p{L}])/iu.test(
      sentence,
    ),
  );
}

function hasUnknown(words: string, ask: string, own: ReadonlySet<string>): boolean {
  const account = explain({ before: '', after: ` ${words}` }, 'option', ask, own);
  return 'turn' in account || account.comment !== '';
}

function onlyMarks(words: string): boolean {
  return !/[\p{L}\p{N}]/u.test(words);
}

function orOnly(words: string): boolean {
  return tokensOf(words).every(({ word }) => /^(?:or|oder|ou|o|of|eller|lub|albo|and|also|the|in)$/.test(word));
}

const joining: ReadonlySet<string> = new Set(
  'and also plus both well as too und auch sowie et aussi ainsi que e tambem y tambien anche ed en ook och samt oraz i mainly mostly first then secondly lastly finally'.split(
    ' ',
  ),
);

const joiningOffers: ReadonlySet<string> = new Set([...joining, 'or', 'oder', 'ou', 'o', 'of', 'eller', 'lub', 'albo']);
