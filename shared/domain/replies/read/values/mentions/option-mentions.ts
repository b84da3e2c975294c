import { type Token, tokensOf } from '#domain/replies/read/text/word-tokens.ts';
import { optionText } from '../named-option.ts';
import { everyDays } from './frequency.ts';
import { byLetter, byPosition } from './letters-and-places.ts';
import { type Found, type Mention, unnamed } from './mention.ts';
import { isNegated } from './negation-before.ts';
import { byMeaning } from './roles-and-genders.ts';
import { byTimeOfDay, isBeside, isTime } from './times-of-day.ts';

/** Every option that is named in `said`, in order. Two names never share a word; of two that could, the longer one is meant. */
export function mentionsIn(ask: string, options: readonly string[], said: string, tokens: readonly Token[]): Mention[] {
  const found = [
    ...byText(options, tokens),
    ...byFrequency(options, tokens),
    ...byMeaning(options, tokens),
    ...byTimeOfDay(options, tokens),
    ...byLetter(options, said, tokens),
    ...byPosition(options, tokens),
    ...byWord(ask, options, tokens),
  ];
  const taken: Found[] = [];
  const named = found.filter(
    (one) => one.by !== 'words' || !isTime(options[one.option]) || !isBeside(tokens, one.from),
  );
  for (const one of named.sort((a, b) => b.to - b.from - (a.to - a.from) || rank[a.by] - rank[b.by])) {
    if (!taken.some(({ from, to }) => one.from < to && from < one.to)) taken.push(one);
  }
  taken.sort((a, b) => a.from - b.from);
  return taken.map((one) => ({ ...one, negated: isNegated(tokens, one.from) }));
}

const rank = { own: 0, letter: 1, words: 2 };

function byText(options: readonly string[], tokens: readonly Token[]): Found[] {
  return options.flatMap((text, option) =>
    runs(
      tokens,
      tokensOf(optionText(text)).map(({ word }) => word),
      option,
      'own',
    ),
  );
}

function runs(tokens: readonly Token[], words: readonly string[], option: number, by: Mention['by']): Found[] {
  if (words.length === 0) return [];
  const found: Found[] = [];
  for (let from = 0; from + words.length <= tokens.length; from += 1) {
    if (words.every((word, step) => tokens[from + step]?.word === word))
      found.push({ option, from, to: from + words.length, by });
  }
  return found;
}

/** The longest runs of words that say how often, where options do. */
function byFrequency(options: readonly string[], tokens: readonly Token[]): Found[] {
  const days = options.map(everyDays);
  if (days.every((one) => one === undefined)) return [];
  const found: Found[] = [];
  for (let from = 0; from < tokens.length; from += 1) {
    for (let to = Math.min(tokens.length, from + 6); to > from; to -= 1) {
      const said = everyDays(
        tokens
          .slice(from, to)
          .map(({ word }) => word)
          .join(' '),
      );
      const option = said === undefined ? -1 : days.indexOf(said);
      if (option === -1) continue;
      found.push({ option, from, to, by: 'words' });
      break;
    }
  }
  return found;
}

/** A word of five letters or more that one option alone has, and the question has not: "writing". */
function byWord(ask: string, options: readonly string[], tokens: readonly Token[]): Found[] {
  const inAsk = new Set(tokensOf(ask).map(({ word }) => word));
  const owner = new Map<string, number>();
  for (const [option, text] of options.entries()) {
    for (const word of new Set(tokensOf(text).map(({ word: one }) => one)))
      owner.set(word, owner.has(word) ? unnamed : option);
  }
  return tokens.flatMap(({ word }, from): Found[] => {
    const option = owner.get(word);
    const counts =
      option !== undefined && option !== unnamed && word.length >= 5 && !inAsk.has(word) && !vague.has(word);
    return counts ? [{ option, from, to: from + 1, by: 'words' }] : [];
  });
}

/** Words that are in options and say little by themselves. */
const vague: ReadonlySet<string> = new Set(
  'other others another something anything nothing everything people things where which would could about before after every already there their others work working like going making'.split(
    ' ',
  ),
);
