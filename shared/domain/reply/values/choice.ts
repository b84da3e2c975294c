import type { Question } from '#domain/form.ts';
import { foldedWords, plain } from '../words.ts';
import { lettersOf, mentioned, named } from './options.ts';
import { heads } from './parts.ts';
import { answer, type Understood, unclear } from './understood.ts';

/** Words that turn, soften or open up what they stand with: the option beside them may not be the one that is meant. */
const turning =
  /(?:^|[^\p{L}])(?:not|no|nor|never|neither|but|except|unless|without|anything|or|if|either|maybe|perhaps|than|instead|don'?t|doesn'?t|isn'?t|nicht|kein|keine|oder|vielleicht|aber|wenn|pas|ou|sauf|mais|peut-etre|ni|pero|quiza|o|nao|talvez|mas|non|forse|niet|geen|of|misschien|maar|inte|eller|kanske|men|nie|lub|albo|moze|ale)(?![\p{L}])|\?/u;

/** One option: by letter, words, an unambiguous beginning, number, or a sentence that mentions it alone. */
export function understandChoice(question: Question, said: string): Understood {
  const options = question.options ?? [];
  const ask = `Please reply with one letter, ${lettersOf(options)}.`;
  let several = false;
  for (const { head, rest } of heads(said)) {
    const found = named(options, head);
    if (found === 'several') several = true;
    if (found === undefined || found === 'several') continue;
    const value = options[found.option];
    if (value === undefined) continue;
    // "mentor, or mentee if you are short of them": what follows names another option, so it is not ours to choose.
    const others = rest === '' ? [] : mentioned(options, rest).filter(({ option }) => option !== found.option);
    const another = rest === '' ? undefined : named(options, heads(rest).at(-1)?.head ?? rest);
    const second = another && another !== 'several' && another.by !== 'typo' && another.option !== found.option;
    if (others.length > 0 || second) return unclear(`We found more than one of the options. ${ask}`);
    return answer(value, rest);
  }
  const all = mentioned(options, said);
  const [only] = all;
  if (all.length > 1 || several) return unclear(`It could be more than one of the options. ${ask}`);
  const value = only && options[only.option];
  const isShort = foldedWords(said).length <= 10;
  if (value !== undefined && isShort && !turning.test(plain(said))) return answer(value);
  return unclear(`We could not tell which of the options you mean. ${ask}`);
}
