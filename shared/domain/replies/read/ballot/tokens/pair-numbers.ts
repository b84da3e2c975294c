import type { Token } from './ballot-tokens.ts';
import { cardinalOf, ordinalOf, phraseAt } from './lexicon.ts';
import { joins, type Piece } from './pieces.ts';

const units = new Set(
  `years year yrs months month weeks week days day hours hour minutes min pm am uhr h jahre jahren jahr monate monaten wochen tage
ans an mois semaines jours anos meses semanas dias people persons personen personnes personas pessoas times mal fois veces vezes
january february march april may june july august september october november december januar februar marz mai juni juli oktober dezember`.split(
    /\s+/,
  ),
);

const ofHowMany = new Set(
  'pairs matches pairings proposals questions items paare paaren paires binomes parejas pares duplas of'.split(' '),
);

const singular = new Set('is ist est es e looks'.split(' '));

const spans = new Set('to through thru till until bis a'.split(' '));

export interface Read {
  token?: Token;
  /** How many pieces. */
  used: number;
}

export function ofNumbers(
  pieces: readonly Piece[],
  at: number,
  before: readonly Token[],
  total: number,
): Read | undefined {
  const own = pieces[at];
  if (!own) return undefined;
  const share = shareOf(pieces, at, total);
  if (share) return share;
  const last = before.findLast(({ kind }) => kind !== 'the');
  const isBehind = last?.kind === 'number';
  const value =
    own.is === 'number' ? figure(own) : own.is === 'word' ? cardinal(pieces, at, isBehind, last) : undefined;
  const spread = own.is === 'word' && value === undefined ? twoWords(pieces, at) : undefined;
  if (own.is === 'number' && value === undefined) return { token: tokenFrom(own, own, { kind: 'word' }), used: 1 };
  const number = value ?? spread;
  if (number === undefined) return undefined;
  const used = spread === undefined ? 1 : pieces[at + 1]?.is === 'sign' ? 3 : 2;
  const next = pieces[at + used];
  if (next?.is === 'sign' && next.text === '%')
    return { token: tokenFrom(own, next, { kind: 'word' }), used: used + 1 };
  if (isFraction(pieces, at)) return { token: tokenFrom(own, pieces[at + 2] ?? own, { kind: 'word' }), used: 3 };
  if (next?.is === 'word' && units.has(next.word)) return { token: tokenFrom(own, own, { kind: 'word' }), used };
  // "all 12", "the other 11 pairs"
  if ((last?.kind === 'all' || last?.kind === 'rest') && isCounted(next, last.kind)) {
    last.count = number;
    return { used };
  }
  if (!isBehind && next?.is === 'word' && ofHowMany.has(next.word))
    return { token: tokenFrom(own, own, { kind: 'part' }), used };
  if (number > 1_900 && number < 2_200 && number > total) return { token: tokenFrom(own, own, { kind: 'word' }), used };
  // "Between 4 and 6" may be 5 alone.
  const isBetween = /^(?:between|zwischen|entre)$/.test(pieces[at - 1]?.word ?? '');
  if (isBetween && pieces[at + used + 1]?.is === 'number')
    return { token: tokenFrom(own, pieces[at + used + 1] ?? own, { kind: 'beyond' }), used: used + 2 };
  const until = rangeEnd(pieces, at + used);
  if (until && until.value > number) {
    const end = pieces[at + used + until.used - 1] ?? own;
    if (number < 1 || until.value > total)
      return { token: tokenFrom(own, end, { kind: 'beyond' }), used: used + until.used };
    const pairs = Array.from({ length: until.value - number + 1 }, (_, index) => number - 1 + index);
    return { token: tokenFrom(own, end, { kind: 'pair', pairs }), used: used + until.used };
  }
  const end = pieces[at + used - 1] ?? own;
  if (number < 1 || number > total) return { token: tokenFrom(own, end, { kind: 'beyond' }), used };
  return {
    token: tokenFrom(own, end, { kind: 'pair', pairs: [number - 1], ...(own.heard && { guessed: true }) }),
    used,
  };
}

/** "eleven of the twelve" are all but one, "twelve of 12" are all. */
function shareOf(pieces: readonly Piece[], at: number, total: number): Read | undefined {
  let next = at + 1;
  if (pieces[next]?.word !== 'of') return undefined;
  next += 1;
  if (pieces[next]?.word === 'the') next += 1;
  const [own, whole] = [pieces[at], pieces[next]];
  const isOfThem = /^(?:them|these|those)$/.test(whole?.word ?? '');
  const numberOf = (piece: Piece | undefined) =>
    piece?.is === 'number' ? figure(piece) : cardinalOf(piece?.word ?? '', true);
  const [number, value] = [numberOf(own), numberOf(whole)];
  if (!own || !whole || number === undefined || (value !== total && !isOfThem)) return undefined;
  if (number < 1 || number > total || total - number > mostLeftOut) return undefined;
  const kind = number === total ? 'all' : 'rest';
  return { token: tokenFrom(own, whole, { kind, count: number }), used: next - at + 1 };
}

/** Pairs that somebody leaves out who says how many of all are fine: of more, nobody knows what is meant. */
const mostLeftOut = 3;

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
  // "two out of three topics"
  if (next?.word === 'out' || pieces[at - 1]?.word === 'of') return undefined;
  const isCount = last?.kind === 'all' || last?.kind === 'rest';
  const isInList = neighbourIsNumber(pieces, at, 1) || neighbourIsNumber(pieces, at, -1);
  const isSubject = next?.is === 'word' ? singular.has(next.word) : next?.text === ':' || next?.is === 'number';
  // "except two" may be how many; nobody takes out ten without a word more.
  const isTakenOut =
    last?.kind === 'except' && value > mostLeftOut && (next === undefined || /^[.,;:(!]|\n/.test(next.text));
  if (isTakenOut) return value;
  return isCount || isInList || (isSubject && last?.kind !== 'except') ? value : undefined;
}

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
export function ofOrdinal(
  pieces: readonly Piece[],
  at: number,
  before: readonly Token[],
  total: number,
): Read | undefined {
  const own = pieces[at];
  if (own?.is !== 'word') return undefined;
  const value = ordinalOf(own.word);
  if (value === undefined) return undefined;
  const next = pieces[at + 1];
  const isNoun = next?.is === 'word' && phraseAt([next.word], 0)?.sense === 'number';
  const isOne = next?.is === 'word' && (next.word === 'one' || isNoun);
  const isNamed =
    before.at(-1)?.kind === 'the' &&
    !(pieces[at - 1]?.word === 'a' && english.test(own.word)) &&
    (next?.is !== 'word' || (phraseAt([next.word], 0) !== undefined && !otherThings.has(next.word)));
  const several = next?.is === 'word' ? cardinalOf(next.word, false) : next?.is === 'number' ? figure(next) : undefined;
  if (several !== undefined && (value === 1 || value === 'last') && several <= total) {
    const first = value === 1 ? 0 : total - several;
    const pairs = Array.from({ length: several }, (_, index) => first + index);
    const guessed = value === 'last';
    return { token: tokenFrom(own, next ?? own, { kind: 'pair', pairs, guessed, ordinal: true }), used: 2 };
  }
  if (!isOne && !isNamed) return undefined;
  const [span, last] = [pieces[at + 1], pieces[at + 2]];
  if (typeof value === 'number' && span && /^(?:to|from|but)$/.test(span.word) && last?.word === 'last') {
    const pair = total - value;
    return {
      token: tokenFrom(own, last, { kind: pair < 0 ? 'beyond' : 'pair', pairs: [pair], guessed: true }),
      used: 3,
    };
  }
  const pair = value === 'last' ? total - 1 : value === 'before last' ? total - 2 : value - 1;
  if (pair >= total) return { token: tokenFrom(own, own, { kind: 'beyond' }), used: 1 };
  const guessed = typeof value !== 'number';
  return { token: tokenFrom(own, own, { kind: 'pair', pairs: [pair], guessed, ordinal: true }), used: 1 };
}

/** "For a second check" */
const english = /^(?:first|second|third|\p{L}+th)$/u;

/** What else is counted: "the first page", "the last vote". */
const otherThings = new Set(
  'page list vote votes voting look view side team monday tuesday wednesday thursday friday'.split(' '),
);

export function tokenFrom(first: Piece, last: Piece, of: Omit<Token, 'start' | 'end'>): Token {
  return { ...of, start: first.start, end: last.end };
}
