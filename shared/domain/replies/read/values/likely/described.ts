import type { Token } from '#domain/replies/read/text/word-tokens.ts';
import { languageOptions } from '../mentions/language-options.ts';
import { type Mention, unnamed } from '../mentions/mention.ts';
import { mentionsIn } from '../mentions/option-mentions.ts';
import { optionText } from '../named-option.ts';
import { glossed, longestEntry } from './glossary.ts';

/** A mention of an option in a clause, with how it was found. */
export type Named = Pick<Mention, 'option' | 'from' | 'to' | 'by'>;

/** Every option that a clause names: by letter, in its own words, or by a word that it alone has or that means one. */
export function namedIn(ask: string, options: readonly string[], said: string, tokens: readonly Token[]): Named[] {
  const mentee = options.findIndex((text) => optionText(text) === 'mentee');
  const known = mentionsIn(ask, options, said, tokens)
    // Who wants a mentor may want to be one too; what is proposed is what they said.
    .map((one) => (one.option === unnamed ? { ...one, option: mentee } : one))
    .filter((one) => one.option >= 0 && !isOrdinal(tokens, one) && !isAfter(tokens, one));
  const found: Named[] = [...known];
  const isTaken = (from: number, to: number) => found.some((one) => from < one.to && one.from < to);
  for (const one of [...byLanguage(options, tokens), ...byLetter(options, tokens), ...afterLunch(options, tokens)])
    if (!isTaken(one.from, one.to)) found.push(one);
  for (const one of byGlossary(options, tokens)) if (!isTaken(one.from, one.to)) found.push(one);
  for (const one of byOwnWord(options, tokens)) if (!isTaken(one.from, one.to)) found.push(one);
  return found.sort((one, other) => one.from - other.from);
}

/** "The first", "a second", "number 3" in a sentence are seldom options. */
function isOrdinal(tokens: readonly Token[], { from, to, by }: Named): boolean {
  const words = tokens.slice(from, to).map(({ word }) => word);
  return (
    by === 'words' &&
    /^(?:(?:the|a|der|die|das|[oa]|l[ea]) )?(?:first|second|third|last|erste|zweite|letzte|prim\w+|segund\w+)$|^(?:number|no|nr) /.test(
      words.join(' '),
    )
  );
}

function isAfter(tokens: readonly Token[], { from, by }: Named): boolean {
  return by === 'words' && /^(?:after|nach|apres|depois)$/.test(tokens[from - 1]?.word ?? '');
}

/** "After lunch" is the afternoon, where that is an option and noon another. */
function afterLunch(options: readonly string[], tokens: readonly Token[]): Named[] {
  const option = options.findIndex((text) => /\bafternoon\b/.test(optionText(text)));
  const words = tokens.map(({ word }) => word).join(' ');
  const from = tokens.findIndex(({ word }) => /^(?:after|nach|apres|depois)$/.test(word));
  const isSo =
    /(?<!\p{L})(?:after lunch|nach (?:dem mittag|dem essen)|apres (?:le )?dejeuner|depois (?:do|de) almoco)(?!\p{L})/u;
  return option < 0 || from < 0 || !isSo.test(words) ? [] : [{ option, from, to: from + 1, by: 'words' }];
}

function byLanguage(options: readonly string[], tokens: readonly Token[]): Named[] {
  const languages = languageOptions(options);
  return tokens.flatMap(({ word }, from): Named[] => {
    const option = word.length > 3 ? languages.get(word) : undefined;
    return option === undefined ? [] : [{ option, from, to: from + 1, by: 'words' }];
  });
}

/** What letters stand between, and what leads up to the first of them. An "a" or "I" before a word is none. */
const betweenLetters = new Set('and und e et y i en och plus also dann then'.split(' '));
const beforeLetters = new Set(
  'so say be is with rather choose pick take option letter mostly mainly plus eher lieber'.split(' '),
);
const afterLetters = new Set('for would is because since definitely certainly as please too'.split(' '));

/** "c e d", "a and b for me", "f, plus e": letters that stand among letters, or between a break and a word that joins. */
function byLetter(options: readonly string[], tokens: readonly Token[]): Named[] {
  const optionOf = ({ word }: Token) => {
    const option = word.length === 1 ? word.charCodeAt(0) - 97 : -1;
    return option >= 0 && option < options.length ? option : -1;
  };
  const found: Named[] = [];
  for (const [at, token] of tokens.entries()) {
    const option = optionOf(token);
    if (option < 0) continue;
    const [before, next] = [tokens[at - 1], tokens[at + 1]];
    const isBeside = (one: Token | undefined) =>
      one === undefined || betweenLetters.has(one.word) || optionOf(one) >= 0;
    const begins = token.breaks || isBeside(before) || beforeLetters.has(before?.word ?? '');
    const ends = next === undefined || next.breaks || isBeside(next) || afterLetters.has(next.word);
    if (begins && ends) found.push({ option, from: at, to: at + 1, by: 'letter' });
  }
  return found;
}

/** Of a word what is alike in its forms: "leading" and "lead", "newer" and "new". */
function stemOf(word: string): string {
  const bare = word.replace(/'s?$/, '');
  if (bare.length < 5) return bare.replace(/s$/, '');
  return bare.replace(/(?:ings?|ers?|ed|es|s|ly)$/, '').replace(/(?:e|i)$/, '');
}

/** Words that are in options and say by themselves of none that it is meant. */
const light = new Set(
  `a an the to of in on at for with from by as or and my me i you they it we our your is are be been being not would could can will do has have had from get want like
help need people person one some any other another others someone somebody something thing who what how where when that this good big much many lot work new time way year
know make made give take change field life skill look meet my open back around before been first before say mentor mentee colleague young tell talk learn every them speak`
    .split(/\s+/)
    .map(stemOf),
);

/** The stems that each option has and no other. */
function ownStems(options: readonly string[]): ReadonlySet<string>[] {
  const all = options.map((text) => new Set(optionText(text).split(/[ -]/).map(stemOf)));
  return all.map((stems, option) => {
    const isOwn = (one: string) => all.every((other, index) => index === option || !other.has(one));
    return new Set([...stems].filter((one) => one.length > 2 && isOwn(one)));
  });
}

function byOwnWord(options: readonly string[], tokens: readonly Token[]): Named[] {
  const own = ownStems(options);
  return tokens.flatMap(({ word }, from): Named[] => {
    const stem = stemOf(word);
    if (stem.length < 4 || light.has(stem)) return [];
    const option = own.findIndex((stems) => stems.has(stem));
    return option < 0 ? [] : [{ option, from, to: from + 1, by: 'words' }];
  });
}

function byGlossary(options: readonly string[], tokens: readonly Token[]): Named[] {
  const own = ownStems(options);
  const found: Named[] = [];
  for (let from = 0; from < tokens.length; from += 1) {
    for (let to = Math.min(tokens.length, from + longestEntry); to > from; to -= 1) {
      const words = tokens
        .slice(from, to)
        .map(({ word }) => word)
        .join(' ');
      const meant = glossed(words);
      const option = own.findIndex((stems) =>
        [...stems].some((one) => meant.some((word) => one.startsWith(stemOf(word)))),
      );
      if (option < 0) continue;
      found.push({ option, from, to, by: 'words' });
      break;
    }
  }
  return found;
}
