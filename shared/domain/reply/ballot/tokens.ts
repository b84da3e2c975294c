import { plain } from '../words.ts';
import { cardinalOf, ordinalOf, phraseAt, type Sense } from './lexicon.ts';
import { type Names, particles } from './names.ts';

/** A word, a phrase, a sign, or what names a pair. */
export interface Token {
  kind:
    | Sense
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
  /** "all 12", "the other 11": how many they say there are. */
  count?: number;
  /** With a capital within a sentence: may be a name. */
  proper?: boolean;
}

interface Piece {
  text: string;
  /** Plain, without apostrophes; a sign as it is. */
  word: string;
  start: number;
  end: number;
  is: 'word' | 'number' | 'sign' | 'break';
}

const piece =
  /(?<word>(?:(?![\d])[\p{L}\p{M}])(?:[\p{L}\p{M}]|['’´](?=\p{L}))*)|(?<number>\d+(?:st|nd|rd|th|er|ere|e|eme|è|ème|ª|º|°|o|a)?(?![\p{L}\d]))|(?<odd>\d+\p{L}+)|(?<break>\s*\n\s*)|(?<sign>👍|✅|👎|❌|:-?[)D(]|[;][)]|->|→|↔|\.{2,}|[.!?…;:,()[\]/&+#%–—-])/gu;

const units = new Set(
  `years year yrs months month weeks week days day hours hour minutes min pm am uhr h jahre jahren jahr monate monaten wochen tage
ans an mois semaines jours anos meses semanas dias people persons personen personnes personas pessoas times mal fois veces vezes
january february march april may june july august september october november december januar februar marz mai juni juli oktober dezember`.split(
    /\s+/,
  ),
);
const counted = new Set(
  'pairs matches pairings proposals questions items paare paaren paires binomes parejas pares duplas of'.split(' '),
);
const singular = new Set('is ist est es e looks'.split(' '));
const spans = new Set('to through thru till until bis a'.split(' '));

/** The tokens of `said`, where `total` pairs are asked about. */
export function tokensOf(said: string, names: Names, total: number): Token[] {
  const pieces = piecesOf(said);
  const words = pieces.map(({ is, word }) => (is === 'word' ? word : '\n'));
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
  return joined(settled(tokens));
}

interface Read {
  token?: Token;
  /** How many pieces. */
  used: number;
}

function piecesOf(said: string): Piece[] {
  return [...said.matchAll(piece)].map(({ 0: text, index: start, groups = {} }) => {
    const is = groups.word ? 'word' : groups.number || groups.odd ? 'number' : groups.break ? 'break' : 'sign';
    const word =
      is === 'word' ? plain(text).replace(/['´]/g, '').replaceAll('ß', 'ss') : is === 'number' ? plain(text) : text;
    return { text, word, start, end: start + text.length, is };
  });
}

function ofNumbers(pieces: readonly Piece[], at: number, before: readonly Token[], total: number): Read | undefined {
  const own = pieces[at];
  if (!own) return undefined;
  const last = before.at(-1);
  const isBehind = last?.kind === 'number';
  const value =
    own.is === 'number' ? figure(own) : own.is === 'word' ? cardinal(pieces, at, isBehind, last) : undefined;
  const spread = own.is === 'word' && value === undefined ? twoWords(pieces, at) : undefined;
  if (own.is === 'number' && value === undefined) return { token: at_(own, own, { kind: 'word' }), used: 1 };
  const number = value ?? spread;
  if (number === undefined) return undefined;
  const used = spread === undefined ? 1 : pieces[at + 1]?.is === 'sign' ? 3 : 2;
  const next = pieces[at + used];
  if (next?.is === 'sign' && next.text === '%') return { token: at_(own, next, { kind: 'word' }), used: used + 1 };
  if (isFraction(pieces, at)) return { token: at_(own, pieces[at + 2] ?? own, { kind: 'word' }), used: 3 };
  if (next?.is === 'word' && units.has(next.word)) return { token: at_(own, own, { kind: 'word' }), used };
  // "all 12", "the other 11 pairs"
  if ((last?.kind === 'all' || last?.kind === 'rest') && isCounted(next, last.kind)) {
    last.count = number;
    return { used };
  }
  if (!isBehind && next?.is === 'word' && counted.has(next.word))
    return { token: at_(own, own, { kind: 'part' }), used };
  if (number > 1_900 && number < 2_200 && number > total) return { token: at_(own, own, { kind: 'word' }), used };
  const until = rangeEnd(pieces, at + used);
  if (until && until.value > number) {
    const end = pieces[at + used + until.used - 1] ?? own;
    if (number < 1 || until.value > total) return { token: at_(own, end, { kind: 'beyond' }), used: used + until.used };
    const pairs = Array.from({ length: until.value - number + 1 }, (_, index) => number - 1 + index);
    return { token: at_(own, end, { kind: 'pair', pairs }), used: used + until.used };
  }
  const end = pieces[at + used - 1] ?? own;
  if (number < 1 || number > total) return { token: at_(own, end, { kind: 'beyond' }), used };
  return { token: at_(own, end, { kind: 'pair', pairs: [number - 1] }), used };
}

/** "all 4: yes" may mean four pairs or the fourth: only where nothing but all of them can be meant is it a count. */
function isCounted(next: Piece | undefined, kind: 'all' | 'rest'): boolean {
  return kind === 'all' || next === undefined || next.is !== 'word' || !singular.has(next.word);
}

function isFraction(pieces: readonly Piece[], at: number): boolean {
  const [own, sign, next] = [pieces[at], pieces[at + 1], pieces[at + 2]];
  return (
    own?.is === 'number' &&
    next?.is === 'number' &&
    (sign?.text === '.' || sign?.text === ':') &&
    sign.start === own.end &&
    next.start === sign.end
  );
}

function figure({ word }: Piece): number | undefined {
  const match = /^(\d{1,4})(?:st|nd|rd|th|er|ere|e|eme|a|o|º|ª|°)?$/.exec(word);
  return match ? Number(match[1]) : undefined;
}

/** A number in words that cannot be meant as how many. */
function cardinal(
  pieces: readonly Piece[],
  at: number,
  isBehind: boolean,
  last: Token | undefined,
): number | undefined {
  const value = cardinalOf(pieces[at]?.word ?? '', isBehind);
  if (value === undefined || isBehind) return value;
  const next = pieces[at + 1];
  const isCount = last?.kind === 'all' || last?.kind === 'rest';
  const isInList = neighbourIsNumber(pieces, at, 1) || neighbourIsNumber(pieces, at, -1);
  const isSubject = next?.is === 'word' ? singular.has(next.word) : next?.text === ':' || next?.is === 'number';
  // "except two" may be how many.
  return isCount || isInList || (isSubject && last?.kind !== 'except') ? value : undefined;
}

const joins = new Set([',', '&', '/', 'and', 'und', 'et', 'y', 'e', 'or', 'oder', 'ou', 'o', 'through', 'bis', 'to']);

function neighbourIsNumber(pieces: readonly Piece[], at: number, step: 1 | -1): boolean {
  for (let next = at + step; Math.abs(next - at) <= 3; next += step) {
    const one = pieces[next];
    if (!one) return false;
    if (one.is === 'number') return true;
    if (cardinalOf(one.word, false) !== undefined) return Math.abs(next - at) > 1;
    if (!joins.has(one.word)) return false;
  }
  return false;
}

const tens = new Set('twenty thirty forty fifty sixty seventy eighty ninety'.split(' '));

/** "twenty-one", "twenty one" */
function twoWords(pieces: readonly Piece[], at: number): number | undefined {
  const [ten, second, third] = [pieces[at], pieces[at + 1], pieces[at + 2]];
  if (!ten || !tens.has(ten.word)) return undefined;
  const one = second?.is === 'sign' && second.text === '-' ? third : second;
  const [tensValue, value] = [cardinalOf(ten.word, true), cardinalOf(one?.word ?? '', true)];
  return tensValue !== undefined && value !== undefined && value < 10 ? tensValue + value : undefined;
}

function rangeEnd(pieces: readonly Piece[], at: number): { value: number; used: number } | undefined {
  const [sign, next] = [pieces[at], pieces[at + 1]];
  if (!sign || !next) return undefined;
  const isSpan = (sign.is === 'word' && spans.has(sign.word)) || /^[-–—]$/.test(sign.text);
  const value = next.is === 'number' ? figure(next) : next.is === 'word' ? cardinalOf(next.word, true) : undefined;
  return isSpan && value !== undefined ? { value, used: 2 } : undefined;
}

/** "the second one", "the last two" */
function ofOrdinal(pieces: readonly Piece[], at: number, before: readonly Token[], total: number): Read | undefined {
  const own = pieces[at];
  if (own?.is !== 'word') return undefined;
  const value = ordinalOf(own.word);
  if (value === undefined) return undefined;
  const next = pieces[at + 1];
  const isNoun = next?.is === 'word' && phraseAt([next.word], 0)?.sense === 'number';
  const isOne = next?.is === 'word' && (next.word === 'one' || isNoun);
  const isNamed = before.at(-1)?.kind === 'the' && (next?.is !== 'word' || phraseAt([next.word], 0) !== undefined);
  const several = next?.is === 'word' ? cardinalOf(next.word, false) : next?.is === 'number' ? figure(next) : undefined;
  if (several !== undefined && (value === 1 || value === 'last') && several <= total) {
    const first = value === 1 ? 0 : total - several;
    const pairs = Array.from({ length: several }, (_, index) => first + index);
    return { token: at_(own, next ?? own, { kind: 'pair', pairs, guessed: value === 'last' }), used: 2 };
  }
  if (!isOne && !isNamed) return undefined;
  const [span, last] = [pieces[at + 1], pieces[at + 2]];
  if (typeof value === 'number' && span && /^(?:to|from|but)$/.test(span.word) && last?.word === 'last') {
    const pair = total - value;
    return { token: at_(own, last, { kind: pair < 0 ? 'beyond' : 'pair', pairs: [pair], guessed: true }), used: 3 };
  }
  const pair = value === 'last' ? total - 1 : value - 1;
  if (pair >= total) return { token: at_(own, own, { kind: 'beyond' }), used: 1 };
  return { token: at_(own, own, { kind: 'pair', pairs: [pair], guessed: value === 'last' }), used: 1 };
}

/** One or more words of one person's name. */
function ofName(pieces: readonly Piece[], at: number, words: readonly string[], names: Names): Read | undefined {
  const own = pieces[at];
  if (own?.is !== 'word') return undefined;
  const exact = names.of(own.text);
  const isOwnWord = phraseAt(words, at) !== undefined;
  const isGreeted = /^(?:hi|hello|hey|dear|hallo|liebe|lieber|bonjour|ola|hola|thanks|danke|merci)$/.test(
    pieces[at - 1]?.word ?? '',
  );
  const near = exact || isOwnWord || isGreeted || !isCapital(own) ? undefined : names.near(own.text);
  const first = exact ?? near;
  if (!first) return undefined;
  let guessed = near !== undefined;
  let pairs = first;
  let used = 1;
  let isRun = false;
  for (;;) {
    let next = at + used;
    while (particles.has(pieces[next]?.word ?? '') || (pieces[next]?.text === '-' && isTight(pieces, next))) next += 1;
    const more = pieces[next];
    if (more?.is !== 'word') break;
    const found = names.of(more.text);
    const slipped = found || phraseAt(words, next) || !isCapital(more) ? undefined : names.near(more.text);
    const both = pairs.filter((pair) => (found ?? slipped)?.includes(pair));
    if (both.length === 0) break;
    pairs = both;
    guessed ||= slipped !== undefined;
    isRun = true;
    used = next - at + 1;
  }
  // "Will", "Best": a word of ours that is also a name is one beside another part of the name, or with a capital within a sentence.
  if (isOwnWord && !isRun && !(isCapital(own) && !beginsSentence(pieces, at))) return undefined;
  const end = pieces[at + used - 1] ?? own;
  return { token: at_(own, end, { kind: 'pair', pairs, guessed, several: pairs.length > 1, named: true }), used };
}

function isTight(pieces: readonly Piece[], at: number): boolean {
  const [before, own, after] = [pieces[at - 1], pieces[at], pieces[at + 1]];
  return before?.end === own?.start && own?.end === after?.start;
}

function isCapital({ text }: Piece): boolean {
  return /^[\p{Lu}\p{Lo}]/u.test(text);
}

function beginsSentence(pieces: readonly Piece[], at: number): boolean {
  const before = pieces[at - 1];
  return !before || before.is === 'break' || /^[.!?:;(]/.test(before.text);
}

function ofPhrase(pieces: readonly Piece[], at: number, words: readonly string[]): Read | undefined {
  const own = pieces[at];
  if (own?.is !== 'word') return undefined;
  const [next, later] = [pieces[at + 1], pieces[at + 2]];
  // "No. 4", "nr. 4" are number 4.
  if (/^(?:no|nr|nos|num|n)$/.test(own.word) && /^[.°#]$/.test(next?.text ?? '') && later?.is === 'number')
    return { token: at_(own, next ?? own, { kind: 'number' }), used: 2 };
  // "peut-être", "no-go": a hyphen within a phrase.
  if (next?.text === '-' && isTight(pieces, at + 1) && later?.is === 'word') {
    const hyphened = phraseAt([own.word, later.word], 0);
    if (hyphened && hyphened.words.length === 2) return { token: at_(own, later, { kind: hyphened.sense }), used: 3 };
  }
  const phrase = phraseAt(words, at);
  const end = pieces[at + (phrase?.words.length ?? 1) - 1] ?? own;
  const kind = phrase?.sense ?? 'word';
  const proper = kind === 'word' && isCapital(own) && !beginsSentence(pieces, at);
  return { token: at_(own, end, { kind, proper }), used: phrase?.words.length ?? 1 };
}

const abbreviations = /^(?:mr|mrs|ms|dr|prof|sr|sra|nr|ca|evtl|bzw|mme|num)$/;

function ofSign(pieces: readonly Piece[], at: number, before: readonly Token[]): Read {
  const own = pieces[at];
  if (!own) return { used: 1 };
  const previous = pieces[at - 1];
  const kindOf = (kind: Token['kind']): Read => ({ token: at_(own, own, { kind }), used: 1 });
  if (own.is === 'break') return isHardBreak(pieces, at) ? kindOf('stop') : { used: 1 };
  switch (own.text) {
    case '👍':
    case '✅':
      return kindOf('approve');
    case '👎':
    case '❌':
      return kindOf('reject');
    case '.':
      if (previous?.is === 'word' && (abbreviations.test(previous.word) || /^\p{Lu}$/u.test(previous.text)))
        return { used: 1 };
      // "4. no, same team"
      return kindOf(previous?.is === 'number' && isAtStart(before) ? 'colon' : 'stop');
    case '!':
    case ';':
      return kindOf('stop');
    case ')':
    case ']':
      // "4) no"
      if (previous?.is === 'number' && isAtStart(before)) return kindOf('colon');
      return kindOf('close');
    case '(':
    case '[':
      return kindOf('open');
    case '?':
      return kindOf('ask');
    case ':':
    case '->':
    case '→':
      return kindOf('colon');
    case ',':
      return kindOf('comma');
    case '/':
    case '&':
    case '+':
    case '↔':
      return kindOf('slash');
    case '#':
      return kindOf('number');
    case '-':
    case '–':
    case '—':
      if (own.text === '-' && isTight(pieces, at) && previous?.is === 'word') return { used: 1 };
      // A bullet.
      return isAtStart(before, 0) ? { used: 1 } : kindOf('dash');
    case '%':
      return kindOf('word');
    default:
      return own.text.startsWith('.') || own.text === '…' ? kindOf('doubt') : { used: 1 };
  }
}

/** Whether what stands last begins its sentence. */
function isAtStart(tokens: readonly Token[], length = 1): boolean {
  const own = tokens.slice(-length - 2, length === 0 ? undefined : -length);
  const last = own.at(-1);
  const isNumbered = length > 0 && last?.kind === 'number';
  const before = isNumbered ? own.at(-2) : last;
  return before === undefined || before.kind === 'stop' || before.kind === 'ask';
}

/** Columns at which mail programs break lines at the earliest. */
const narrowest = 50;

/** The end of a line ends what is said, unless a mail program has broken the line there. */
function isHardBreak(pieces: readonly Piece[], at: number): boolean {
  const [own, next, before] = [pieces[at], pieces[at + 1], pieces[at - 1]];
  if (!own || !before) return false;
  if (own.text.indexOf('\n') !== own.text.lastIndexOf('\n')) return true;
  let first = at - 1;
  while (first > 0 && pieces[first - 1]?.is !== 'break') first -= 1;
  const length = before.end - (pieces[first]?.start ?? 0);
  if (length < narrowest) return !/^[,(]$/.test(before.text);
  return next?.is === 'number' && /^[.:)]$/.test(pieces[at + 2]?.text ?? '') && /^[.!?]$/.test(before.text);
}

function at_(first: Piece, last: Piece, of: Omit<Token, 'start' | 'end'>): Token {
  return { ...of, start: first.start, end: last.end };
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

/** "number" before no number, and "the", are words like any other that change nothing. */
function settled(tokens: readonly Token[]): Token[] {
  return tokens.map((token) => (token.kind === 'number' || token.kind === 'the' ? { ...token, kind: 'fill' } : token));
}
