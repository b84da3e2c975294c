import type { Token } from '#domain/replies/read/text/word-tokens.ts';
import type { Mention } from '../mentions/mention.ts';
import { optionText } from '../named-option.ts';
import { glossed } from './glosses.ts';

/** Words that many options could have, and that say of none that it is meant. */
export const light: ReadonlySet<string> = new Set(
  `a an the to of in on at for with from by as or and my me i you they it we our your is are be been being was not would could can will do does have has
had get want like love need help people person someone somebody something anything thing things who what how where when which that this
much so very quite really always definitely absolutely certainly obviously naturally gladly indeed apparently oh well hi ah colleagues colleague say says said monday tuesday wednesday thursday friday mondays tuesdays wednesdays thursdays fridays bin ich
these those other others another more most some many lot lots work working time new good better best well way ways year years look meet
learn know make made one give take go change field rest life skills myself own them`.split(/\s+/),
);
/** Those of them that may stand within the words of an option. */
export const filler: ReadonlySet<string> = new Set(
  'a an the to of in on at for with from by as my me i they it our your is are be being who what how where that someone somebody something things people other others some lot lots would like love get more about then first before after give gives'.split(
    ' ',
  ),
);

/** Of a word what is alike in its forms: "leading" and "lead", "newer" and "new", "situations" and "situation". */
function stem(word: string): string {
  const bare = glossed(word).replace(/'s?$/, '');
  if (bare.length < 5) return bare.replace(/s$/, '');
  return bare.replace(/(?:ing|ings|ers?|ed|es|s|ly)$/, '').replace(/e$/, '');
}

interface Words {
  all: ReadonlySet<string>;
  own: ReadonlySet<string>;
}

/** The stems of each option, and those that it alone has and that mean something by themselves. */
function wordsOf(options: readonly string[]): Words[] {
  const all = options.map((option) => new Set(optionText(option).split(' ').map(stem)));
  const lightStems = new Set([...light].map(stem));
  return all.map((stems, option) => ({
    all: stems,
    own: new Set(
      [...stems].filter(
        (one) =>
          !lightStems.has(one) && one.length > 2 && all.every((other, index) => index === option || !other.has(one)),
      ),
    ),
  }));
}

/** Runs of words of one option, between signs that end a clause, of which one is the option's own or two are rare together. */
export function byOwnWords(
  options: readonly string[],
  tokens: readonly Token[],
  taken: (at: number) => boolean,
): Mention[] {
  const words = wordsOf(options);
  const found: Mention[] = [];
  let from = 0;
  while (from < tokens.length) {
    const run = taken(from) ? undefined : longestRun(words, tokens, from, taken);
    if (run) found.push(run);
    from = run ? run.to : from + 1;
  }
  return found;
}

function longestRun(
  words: readonly Words[],
  tokens: readonly Token[],
  from: number,
  taken: (at: number) => boolean,
): Mention | undefined {
  let best: Mention | undefined;
  const start = stem(tokens[from]?.word ?? '');
  for (const [option, { all, own }] of words.entries()) {
    if (!all.has(start) || filler.has(tokens[from]?.word ?? '')) continue;
    let [to, hasOwn, shared] = [from, false, 0];
    for (let at = from; at < tokens.length && !taken(at); at += 1) {
      const token = tokens[at];
      if (!token || (at > from && token.breaks)) break;
      const one = stem(token.word);
      if (all.has(one)) {
        to = at + 1;
        hasOwn ||= own.has(one);
        shared += filler.has(token.word) ? 0 : 1;
      } else if (!filler.has(token.word)) break;
    }
    const isNamed = hasOwn || (shared > 1 && isOnly(words, tokens.slice(from, to), option));
    if (isNamed && (best === undefined || to > best.to)) best = { option, from, to, by: 'words', negated: false };
  }
  return best;
}

/** Whether no other option has all of these words. */
function isOnly(words: readonly Words[], tokens: readonly Token[], option: number): boolean {
  const stems = tokens
    .map(({ word }) => word)
    .filter((word) => !filler.has(word))
    .map(stem);
  return words.every(({ all }, other) => other === option || !stems.every((one) => all.has(one)));
}
