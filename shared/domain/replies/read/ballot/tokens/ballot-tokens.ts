import { asMeant } from './as-meant.ts';
import { withoutCounts } from './counts.ts';
import type { Sense } from './lexicon.ts';
import { ofName } from './named-pairs.ts';
import type { Names } from './pair-names.ts';
import { ofNumbers, ofOrdinal } from './pair-numbers.ts';
import { piecesOf } from './pieces.ts';
import { ofSign } from './signs.ts';
import { ofPhrase } from './vote-phrases.ts';

/** A word, a phrase, a sign, or what names a pair. */
export interface Token {
  kind:
    | Exclude<Sense, 'abstain'>
    /** Names pairs. */
    | 'pair'
    /** A number that no pair has. */
    | 'beyond'
    | 'comma'
    | 'colon'
    | 'dash'
    | 'slash'
    | 'open'
    | 'close'
    | 'stop'
    | 'ask'
    | 'word';
  start: number;
  end: number;
  /** Indices of questions. */
  pairs?: readonly number[];
  /** By a name with a slip of the finger, or counted from the end. */
  guessed?: boolean;
  /** By a name that several pairs have. */
  several?: boolean;
  named?: boolean;
  /** "the first", "the last one": counted from what may be another list than ours. */
  ordinal?: boolean;
  /** A word against it that has a "not" in it: "not ok". */
  turned?: boolean;
  /** A doubt by which somebody would rather not vote. */
  abstains?: boolean;
  /** "But" that takes out of all: "all but 4". */
  isBut?: boolean;
  /** "all 12", "the other 11": how many they say there are. */
  count?: number;
  /** With a capital within a sentence: may be a name. */
  proper?: boolean;
}

/** The tokens of `said`, where `total` pairs are asked about. */
export function ballotTokensOf(said: string, names: Names, total: number): Token[] {
  const isPortuguese = portuguese.test(said);
  const pieces = asMeant(piecesOf(said), total);
  const words = pieces.map(({ is, word, text }, at) =>
    is !== 'word'
      ? '\n'
      : isOtherWord(text, word, isPortuguese && /^(?:word|number)$/.test(pieces[at + 1]?.is ?? ''))
        ? '\t'
        : word,
  );
  const tokens: Token[] = [];
  let index = 0;
  while (index < pieces.length) {
    const read =
      ofNumbers(pieces, index, tokens, total) ??
      ofOrdinal(pieces, index, tokens, total) ??
      ofName(pieces, index, words, names) ??
      ofPhrase(pieces, index, words) ??
      ofSign(pieces, index, tokens);
    if (read.token) tokens.push(read.token);
    index += Math.max(1, read.used);
  }
  return settled(withoutCounts(joined(tokens), total));
}

const portuguese =
  /(?<!\p{L})(?:não|são|já|também|aprovo|à|está|estão|duas|uma|com|muito|mesma|obrigad[oa]|sim|tudo|outros|restantes|tenho|dúvidas?|abstenho|há|voto sim)(?!\p{L})/iu;

/** "já" is no "ja", and in Portuguese "no" before a word is "in the". */
function isOtherWord(text: string, word: string, isBeforeWord: boolean): boolean {
  return /^já$/iu.test(text) || (isBeforeWord && word === 'no');
}

/** Two people with nothing but "as mentor of", "with" or "and" between them are the pair that they both are in. */
function joined(tokens: readonly Token[]): Token[] {
  const result: Token[] = [];
  for (const token of tokens) {
    const from = token.kind === 'pair' && token.named ? lastNamed(result) : -1;
    const first = result[from];
    if (!first) {
      result.push(token);
      continue;
    }
    const between = result.slice(from + 1);
    const both = first.pairs?.filter((pair) => token.pairs?.includes(pair)) ?? [];
    const isList = between.some(
      ({ kind }) => kind === 'and' || kind === 'comma' || (kind === 'slash' && both.length === 0),
    );
    if (both.length === 0 && isList) {
      result.push(token);
      continue;
    }
    const pairs = both.length > 0 ? both : [...new Set([...(first.pairs ?? []), ...(token.pairs ?? [])])];
    result.length = from;
    const guessed = first.guessed === true || token.guessed === true;
    result.push({
      kind: 'pair',
      start: first.start,
      end: token.end,
      pairs,
      guessed,
      several: pairs.length > 1,
      named: true,
    });
  }
  return result;
}

/** The place of a person's name, when only joining words stand behind it. */
function lastNamed(tokens: readonly Token[]): number {
  for (let index = tokens.length - 1; index >= 0 && tokens.length - index <= 5; index -= 1) {
    const kind = tokens[index]?.kind;
    if (kind === 'pair') return tokens[index]?.named ? index : -1;
    if (
      kind !== 'fill' &&
      kind !== 'and' &&
      kind !== 'slash' &&
      kind !== 'comma' &&
      kind !== 'dash' &&
      kind !== 'the' &&
      kind !== 'colon'
    )
      return -1;
    if (kind === 'colon') return -1;
  }
  return -1;
}

/** "number" before no number, and "the", are words like any other that change nothing; "from" is one without a number beside it. */
function settled(tokens: readonly Token[]): Token[] {
  return tokens.map((token, index) => {
    if (token.kind === 'number' || token.kind === 'the') return { ...token, kind: 'fill' };
    if (token.kind !== 'bound') return token;
    const isBeside = besides(tokens, index, 1) || besides(tokens, index, -1);
    return { ...token, kind: isBeside ? 'part' : 'word' };
  });
}

/** Whether a number, or a word for all, stands beside a bound. */
function besides(tokens: readonly Token[], at: number, step: 1 | -1): boolean {
  for (let next = at + step; ; next += step) {
    const token = tokens[next];
    if (!token) return false;
    if (token.kind === 'fill' || token.kind === 'the' || token.kind === 'number') continue;
    return token.kind === 'beyond' || (token.kind === 'pair' && !token.named) || (token.kind === 'all' && step === 1);
  }
}
