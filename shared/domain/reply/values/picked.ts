import type { Question } from '#domain/form.ts';
import { type Mention, mentionsIn } from './mentions.ts';
import { optionText } from './options.ts';
import { type Token, tokensOf } from './tokens.ts';
import { type Turn, turnsIn } from './turns.ts';
import type { Understood } from './understood.ts';

/** More than this is a letter, and what it says beside an option may be about anything. */
const longest = 160;

/**
 * Options that are named one by one with something said beside each: "(b), because I no longer see the bench; and (f)", "early,
 * before the day starts", "newer tools, and another country". An option is named by its letter, by words that are its own, or by
 * words of it that no other option has. What stands beside it may be a reason, a sentence of its own or a few words that name
 * nothing; a condition, a doubt, a contrast, or one more thing in the list that is none of the options leaves all of it open.
 */
export function pickedIn(question: Question, said: string): Understood | undefined {
  const options = question.options ?? [];
  if (
    said.length > longest ||
    /[?？؟=+&<>|]|\s[-–—]\s|(?<!\p{L})(?:see|number|question|above|below)(?!\p{L})/iu.test(said) ||
    options.some((text) => text.trim().length < 3) ||
    areAlike(options)
  )
    return undefined;
  const tokens = tokensOf(said);
  const [first] = tokens;
  if (!first || turnsIn([first], first.word).some(({ turn }) => turn === 'negation')) return undefined;
  const mentions = allMentions(question, options, said, tokens);
  const meant = mentions.filter(({ negated }) => !negated);
  const ruledOut = new Set(mentions.filter(({ negated }) => negated).map(({ option }) => option));
  const chosen = new Set(meant.map(({ option }) => option));
  if (chosen.size === 0 || [...chosen].some((option) => ruledOut.has(option))) return undefined;
  if (question.type === 'choice' && chosen.size > 1) return undefined;
  if (hasLooseLetter(options, tokens, mentions) || !isAllBeside(said, tokens, mentions)) return undefined;
  const picked = options.filter((_, option) => chosen.has(option));
  const [only] = picked;
  const value = question.type === 'choice' ? only : picked;
  return value === undefined ? undefined : { kind: 'answer', value, by: 'words', comment: said };
}

/** A letter of an option that is not taken for one: "a e c". The article of "a big change" is none. */
function hasLooseLetter(options: readonly string[], tokens: readonly Token[], mentions: readonly Mention[]): boolean {
  return tokens.some(({ word }, at) => {
    const isLetter = word.length === 1 && word.charCodeAt(0) - 97 >= 0 && word.charCodeAt(0) - 97 < options.length;
    const next = tokens[at + 1];
    const isArticle = word === 'a' && next !== undefined && !next.breaks && next.word.length > 2 && next.word !== 'and';
    return isLetter && !isArticle && !mentions.some(({ from, to }) => at >= from && at < to);
  });
}

/** What is named by its letter or in full, and what is named by words of one option alone. */
function allMentions(
  question: Question,
  options: readonly string[],
  said: string,
  tokens: readonly Token[],
): readonly Mention[] {
  const named = [...mentionsIn(question.ask, options, said, tokens), ...bracketed(options, said, tokens)];
  const taken = (at: number) => named.some(({ from, to }) => at >= from && at < to);
  return [...named, ...byOwnWords(options, tokens, taken)].sort((one, other) => one.from - other.from);
}

/** "(b)", and a "b" with a comma or a full stop behind it at the beginning. */
function bracketed(options: readonly string[], said: string, tokens: readonly Token[]): Mention[] {
  return tokens.flatMap(({ word, start, end }, index): Mention[] => {
    const option = word.length === 1 ? word.charCodeAt(0) - 97 : -1;
    if (option < 0 || option >= options.length) return [];
    const isInBrackets = said[start - 1] === '(' && said[end] === ')';
    const isFirst = index === 0 && /^(?:[,.:;)]\s|\s[-–—]\s)/.test(said.slice(end, end + 3));
    if (!isInBrackets && !isFirst) return [];
    const before = tokens[index - 1]?.word ?? '';
    return [{ option, from: index, to: index + 1, by: 'letter', negated: /^(?:not|no|nicht|pas|não)$/.test(before) }];
  });
}

/** Words that many options could have, and that say of none that it is meant. */
const light = new Set(
  `a an the to of in on at for with from by as or and my me i you they it we our your is are be been being was not would could can will do does have has
had get want like love need help people person someone somebody something anything thing things who what how where when which that this
much so very quite really always definitely absolutely certainly obviously naturally gladly indeed apparently oh well hi ah colleagues colleague say says said monday tuesday wednesday thursday friday mondays tuesdays wednesdays thursdays fridays bin ich
these those other others another more most some many lot lots work working time new good better best well way ways year years look meet
learn know make made one give take go change field rest life skills myself own them`.split(/\s+/),
);
/** Those of them that may stand within the words of an option. */
const filler = new Set(
  'a an the to of in on at for with from by as my me i they it our your is are be being who what how where that someone somebody something things people other others some lot lots would like love get more about'.split(
    ' ',
  ),
);

/** Of a word what is alike in its forms: "leading" and "lead", "newer" and "new", "situations" and "situation". */
function stem(word: string): string {
  const bare = word.replace(/'s?$/, '');
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
function byOwnWords(options: readonly string[], tokens: readonly Token[], taken: (at: number) => boolean): Mention[] {
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
    if (isNamed && (best === undefined || to > best.to))
      best = {
        option,
        from,
        to,
        by: 'words',
        negated: /^(?:not|no|never|nicht|kein|keine|pas|não)$/.test(tokens[from - 1]?.word ?? ''),
      };
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

/** Turns that leave open what is chosen, wherever they stand. */
const leavesOpen: ReadonlySet<Turn> = new Set(['condition', 'doubt', 'contrast']);
/** How a reason begins. */
const reasons = new Set('because since as for so to weil da denn car parce porque pois'.split(' '));
/** How a sentence begins that is about what stands before it, and how it is said when. */
const begins = new Set(
  "i i'm i've i'd i'll it it's they they're nobody everybody there that that's this we you he she my our the people ich es das niemand man je il c'est personne eu ninguém isso yo nadie es".split(
    ' ',
  ),
);
const times = new Set(
  'before after during when while on at in around until vor nach am avant après antes depois'.split(' '),
);
/** Words that may stand anywhere between options, and what may stand before the first: "I would like somebody who". */
const between = new Set(
  'and und et e y also plus then first second both please sure yes ok mostly mainly especially too as well particularly above all auch aussi também também tambem oder'
    .split(' ')
    .filter((word) => word !== 'oder'),
);
const hedges = new Set('bit little some basic rusty reading only partly half wenig bisschen peu pouco poco'.split(' '));

/** Whether everything beside the options is explained. */
function isAllBeside(said: string, tokens: readonly Token[], mentions: readonly Mention[]): boolean {
  const turns = turnsIn(tokens, said);
  const isNamed = (at: number) => mentions.some(({ from, to }) => at >= from && at < to);
  const isOpen = turns.some(({ turn, from, to }) => leavesOpen.has(turn) && !within(mentions, from, to));
  if (isOpen) return false;
  const last = mentions.at(-1);
  for (const [index, mention] of [...mentions, undefined].entries()) {
    const from = index === 0 ? 0 : (mentions[index - 1]?.to ?? 0);
    const stretch = tokens.slice(from, mention?.from ?? tokens.length).filter((_, at) => !isNamed(from + at));
    const isFirst = index === 0;
    const sign = said.slice(tokens[from - 1]?.end ?? 0, tokens[from]?.start ?? said.length);
    const negations = turns.filter(
      ({ turn, from: at }) =>
        turn === 'negation' && at >= from && at < (mention?.from ?? tokens.length) && !isNamed(at),
    );
    // "Not (a)": the "not" of what is ruled out.
    const isRuling = mention?.negated === true && negations.every(({ to }) => to === mention.from);
    if (
      !isStretch(stretch, {
        sign,
        isFirst,
        hasNot: negations.length > 0 && !isRuling,
        isRuling,
      })
    )
      return false;
  }
  return last !== undefined;
}

function within(mentions: readonly Mention[], from: number, to: number): boolean {
  return mentions.some((one) => from >= one.from && to <= one.to);
}

/** What stands between two options, before the first or behind the last. */
function isStretch(
  stretch: readonly Token[],
  { sign, isFirst, hasNot, isRuling }: { sign: string; isFirst: boolean; hasNot: boolean; isRuling: boolean },
): boolean {
  const weighty = stretch.filter(({ word }) => !between.has(word) && !filler.has(word) && !light.has(word));
  if (stretch.some(({ word }) => hedges.has(word))) return false;
  const [first] = stretch;
  if (!first || isRuling) return weighty.length === 0;
  if (isFirst) return !hasNot && weighty.length === 0;
  if (weighty.length === 0) return !hasNot;
  const isReason = reasons.has(first.word) && first.breaks;
  const isSentence = /[.:(!]|[–—]|\s-\s/u.test(sign) && stretch.length > 2 && begins.has(first.word);
  const isWhen = first.breaks && stretch.length <= 5 && times.has(first.word) && !hasNot;
  // "..., not", "not really": a "not" with nothing behind it turns what stands before it.
  if (hasNot && /^(?:not|no|never)$/.test(stretch.at(-1)?.word ?? '')) return false;
  return isReason || isSentence || isWhen;
}

/** "had a mentor", "been a mentor": options that are told apart by their small words alone. */
function areAlike(options: readonly string[]): boolean {
  const words = options.map((text) =>
    optionText(text)
      .split(' ')
      .filter((word) => !light.has(word)),
  );
  return words.some(
    (own, index) =>
      own.length > 0 &&
      words.some(
        (other, at) => at !== index && own.every((word) => other.includes(word)) && own.length === other.length,
      ),
  );
}
