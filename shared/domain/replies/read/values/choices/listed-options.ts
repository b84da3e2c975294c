import type { Question } from '#domain/forms/form.ts';
import { letterOf } from '#domain/forms/option-letter.ts';
import type { UnclearReason } from '#domain/forms/unclear-reason.ts';
import { tokensOf } from '#domain/replies/read/text/word-tokens.ts';
import { plain } from '#domain/replies/read/text/words.ts';
import { languageOptions } from '../mentions/language-options.ts';
import { unnamed } from '../mentions/mention.ts';
import { mentionsIn } from '../mentions/option-mentions.ts';
import { mentioned, named, optionText } from '../named-option.ts';
import { isOpenOffer } from './open-offer.ts';
import { piecesOf } from './option-pieces.ts';
import { positionsOf, rangeOf } from './option-ranges.ts';

const ands = new Set('and plus und sowie et y e en och oraz i'.split(' '));

/** The options that `words` consist of; a line may be an option, or broken in the middle of one. */
export function namedIn(
  question: Question,
  options: readonly string[],
  words: string,
): { chosen: Set<number>; exact: boolean } | undefined {
  for (const form of [words, words.replaceAll('\n', ' ')]) {
    const chosen = chosenIn(question, options, form);
    if ('chosen' in chosen) return chosen;
  }
  return undefined;
}

/** Characters: a longer piece is not said back. */
const longestPiece = 60;

/** The options that the pieces of `words` name; the reason when one of them names none, or more than one. */
export function chosenIn(
  question: Question,
  options: readonly string[],
  words: string,
): { chosen: Set<number>; exact: boolean } | UnclearReason {
  const chosen = new Set<number>();
  const languages = languageOptions(options);
  let exact = true;
  for (const piece of piecesOf(options, isOpenOffer(question.ask) ? withoutOr(words) : words)) {
    const range = rangeOf(options, piece) ?? positionsOf(options, piece);
    if (range) {
      for (const option of range) chosen.add(option);
      exact = false;
      continue;
    }
    const language = languages.get(
      plain(piece)
        .replace(/[^\p{L}\s]/gu, '')
        .trim(),
    );
    const found =
      named(options, piece) ??
      nearly(options, piece) ??
      (language === undefined ? undefined : { option: language, by: 'beginning' as const }) ??
      meaning(question, options, piece);
    const said = piece.length > longestPiece ? '' : piece;
    if (found === 'several') return { kind: 'which-by-piece', words: said };
    if (found === undefined) return { kind: 'not-among-options', words: said };
    if (found.by === 'beginning' || found.by === 'typo') exact = false;
    chosen.add(found.option);
  }
  return chosen.size > 0 ? { chosen, exact } : { kind: 'which-option' };
}

/** "lunch", "every other week": a piece of which all words together mean one option. */
function meaning({ ask }: Question, options: readonly string[], piece: string) {
  const words = optionText(piece).replace(/^(?:the|a|die|das|der|les?|la|o|os|as|el|los|las|il) (?=\S{3})/, '');
  const tokens = tokensOf(words);
  const [only, ...others] = mentionsIn(ask, options, words, tokens);
  const isWhole = only && others.length === 0 && only.from === 0 && only.to === tokens.length;
  return isWhole && only.by === 'words' && only.option !== unnamed
    ? { option: only.option, by: 'beginning' as const }
    : undefined;
}

/** "the evenings", "eve": a word of one option alone, with an article, in the plural, or cut short. */
function nearly(options: readonly string[], piece: string): { option: number; by: 'beginning' } | undefined {
  const words = optionText(piece).replace(
    /^(?:the|a|in the|at|on|die|das|der|am|les?|la|l|de|du|des|o|a|os|as|de|da|el|los|las|il|lo|gli|de la) (?=\S{3})/,
    '',
  );
  if (words.length < 3 || /\s/.test(words)) return undefined;
  const single = words.replace(/(?<=\p{L}{3})s$/u, '');
  const found = options.flatMap((text, option) => {
    const own = optionText(text)
      .split(' ')
      .filter((word) => word.length >= 4 && !common.has(word));
    return own.some((word) => word === words || word === single || word.startsWith(single)) ? [option] : [];
  });
  return found.length === 1 ? { option: found[0] as number, by: 'beginning' } : undefined;
}

const common: ReadonlySet<string> = new Set(
  'with from that this they them have been where what when which would could about before after every other another'.split(
    ' ',
  ),
);

/** "early or around noon", where each of them is offered. */
function withoutOr(words: string): string {
  return words.replace(/\s(?:or|oder|ou|of|eller|lub|albo)\s/giu, ', ').replace(/\s?\/\s?/g, ', ');
}

/** The options in a text that consists of nothing but options in full, their letters and "and". */
export function allMentioned(options: readonly string[], words: string): Set<number> | undefined {
  let rest = ` ${optionText(words)} `;
  const found = mentioned(options, words);
  if (found.length === 0) return undefined;
  const texts = found.map(({ option }) => options[option] ?? '').sort((one, other) => other.length - one.length);
  for (const text of texts) rest = rest.replace(` ${optionText(text)} `, '  ');
  const letters = new Set(found.map(({ option }) => letterOf(option)));
  const isRest = rest.split(' ').every((word) => word === '' || letters.has(word) || ands.has(word));
  return isRest ? new Set(found.map(({ option }) => option)) : undefined;
}
