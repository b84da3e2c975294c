import type { Token } from './ballot-tokens.ts';
import { cardinalOf, phraseAt, type Sense } from './lexicon.ts';
import { type Read, tokenFrom } from './pair-numbers.ts';
import { beginsSentence, isCapital, isTight, type Piece } from './pieces.ts';

export function ofPhrase(pieces: readonly Piece[], at: number, words: readonly string[]): Read | undefined {
  const own = pieces[at];
  if (own?.is !== 'word') return undefined;
  const [next, later] = [pieces[at + 1], pieces[at + 2]];
  // "No. 4", "nr. 4" are number 4.
  const isDotted = /^(?:no|nr|nos|num|n)$/.test(own.word) && /^[.°#]$/.test(next?.text ?? '');
  if (isDotted && later?.is === 'number' && !(own.word === 'no' && endsSentence(pieces, at)))
    return { token: tokenFrom(own, next ?? own, { kind: 'number' }), used: 2 };
  // "peut-être", "no-go": a hyphen within a phrase.
  if (next?.text === '-' && isTight(pieces, at + 1) && later?.is === 'word') {
    const hyphened = phraseAt([own.word, later.word], 0);
    if (hyphened && hyphened.words.length === 2)
      return { token: tokenFrom(own, later, doing(hyphened.sense, words.slice(at + 3))), used: 3 };
  }
  // "Until Friday" is no condition.
  if (untils.has(own.word) && next?.is === 'word' && days.has(next.word))
    return { token: tokenFrom(own, own, { kind: 'word' }), used: 1 };
  const special = ofNo(pieces, at, words) ?? ofCondition(pieces, at, words);
  if (special) return special;
  // "The other ten", "the other: no"; in "one talks and the other listens" it is nobody's vote.
  const isOther = own.word === 'the' && next?.word === 'other';
  if (isOther && isCountOrVerdict(later)) return { token: tokenFrom(own, next, { kind: 'rest' }), used: 2 };
  const phrase = phraseAt(words, at);
  // "It is no kindness."
  const isDeterminer = own.word === 'no' && phrase?.words.length === 1 && determined.has(pieces[at - 1]?.word ?? '');
  if (isDeterminer && next?.is === 'word' && phraseAt([next.word], 0) === undefined)
    return { token: tokenFrom(own, own, { kind: 'word' }), used: 1 };
  const end = pieces[at + (phrase?.words.length ?? 1) - 1] ?? own;
  const said = phrase?.words ?? [];
  const does = doing(phrase?.sense, words.slice(at + said.length), said);
  const { kind } = does;
  const proper = kind === 'word' && isCapital(own) && !beginsSentence(pieces, at);
  const turned = kind === 'reject' && said.length > 1 && said.some((word) => turning.has(word));
  return {
    token: tokenFrom(own, end, { ...does, proper, ...(turned && { turned }) }),
    used: phrase?.words.length ?? 1,
  };
}

/** "I cannot vote for 4" is no abstention, and "not voting until Friday" is none yet. */
function doing(
  sense: Sense | undefined,
  [next = '']: readonly string[],
  said: readonly string[] = [],
): Pick<Token, 'kind' | 'abstains'> {
  if (sense !== 'abstain') return { kind: sense ?? 'word' };
  const isVoteFor = said.some((word) => /^vot/.test(word)) && (behindVoting.has(next) || untils.has(next));
  return { kind: 'doubt', abstains: !isVoteFor };
}

const behindVoting = new Set('for yes no in against fur pour por a'.split(' '));

/** In "4 is a no. 5 is fine" the "no." is a vote, and no number of the 5. */
function endsSentence(pieces: readonly Piece[], at: number): boolean {
  const [own, before, further] = [pieces[at], pieces[at - 1], pieces[at - 2]];
  if (!own || !before || before.is === 'break' || pieces[at + 1]?.text !== '.') return false;
  if (/^[.!?;(]$/.test(before.text)) return false;
  const isVerdict = further?.is === 'word' && /^(?:approve|reject|praise|except|doubt)$/.test(senseOf(further) ?? '');
  if (before.is === 'sign') return !isVerdict && !(before.text === ',' && isDottedNumber(pieces, at - 2));
  return before.is === 'number' || !introducing.has(before.word);
}

function senseOf({ word }: Piece): Sense | undefined {
  return phraseAt([word], 0)?.sense;
}

/** "no. 3" */
function isDottedNumber(pieces: readonly Piece[], at: number): boolean {
  return pieces[at]?.is === 'number' && /^[.°#]$/.test(pieces[at - 1]?.text ?? '');
}

/** What may stand before "no. 4". */
const introducing = new Set(
  'to for with except excepting but and or not from pair pairs on about of at in than as like only approve reject decline approved zu bei und mit außer ausser von except bar minus plus by see'.split(
    ' ',
  ),
);

const turning = new Set('not no pas ne nicht nao'.split(' '));

/** A "no" that belongs to the word behind it: "4 no time", "el 4 no lo veo mal", "no 4 looks odd". */
function ofNo(pieces: readonly Piece[], at: number, words: readonly string[]): Read | undefined {
  const own = pieces[at];
  if (own?.word !== 'no' && own?.word !== 'nao') return undefined;
  const [next, later] = [pieces[at + 1], pieces[at + 2]];
  if (own.word === 'no' && next?.is === 'number' && later?.is === 'word' && said.has(later.word))
    return { token: tokenFrom(own, own, { kind: 'number' }), used: 1 };
  if (next?.is !== 'word' || (phraseAt(words, at)?.words.length ?? 1) > 1) return undefined;
  const isVerb = verbs.has(next.word) || next.text.toLowerCase() === 'é';
  const isNoun = phraseAt(words, at + 1) === undefined && !reasoning.has(next.word) && !isCapital(next);
  return isVerb || isNoun ? { token: tokenFrom(own, own, { kind: 'word' }), used: 1 } : undefined;
}

const said = new Set(
  'looks look is has seems was worries concerns needs should would could may might can will'.split(' '),
);
const verbs = new Set(
  'me lo la le se nos te es esta son hay ha tiene tienen tem tenho tengo parece parecem'.split(' '),
);
/** How a reason begins behind a "no" without a sign between them. */
const reasoning = new Set('already different way way direct directly too just definitely'.split(' '));

/** "D'accord si Mikkel est d'accord", "yes if that's ok with Hans": what looks like a yes or a courtesy is a condition. */
function ofCondition(pieces: readonly Piece[], at: number, words: readonly string[]): Read | undefined {
  const own = pieces[at];
  const next = pieces[at + 1];
  if (!own) return undefined;
  if (own.text.toLowerCase() === 'si' && next?.is === 'word' && !behindYes.has(next.word))
    return { token: tokenFrom(own, own, { kind: 'if' }), used: 1 };
  if (own.text === 'May' && !beginsSentence(pieces, at))
    return { token: tokenFrom(own, own, { kind: 'word' }), used: 1 };
  const phrase = own.word === 'if' ? phraseAt(words, at) : undefined;
  const behind = pieces[at + (phrase?.words.length ?? 0)];
  const isAsked = phrase?.sense === 'fill' && /^(?:with|by|for)$/.test(behind?.word ?? '');
  const isPolite = /^(?:you|everyone|everybody|all)$/.test(pieces[at + (phrase?.words.length ?? 0) + 1]?.word ?? '');
  return isAsked && !isPolite ? { token: tokenFrom(own, own, { kind: 'if' }), used: 1 } : undefined;
}

/** What stands behind an Italian or Spanish yes that has lost its accent. */
const behindYes = new Set('a al para por gracias acepto apruebo tutti grazie y todo'.split(' '));

function isCountOrVerdict(piece: Piece | undefined): boolean {
  if (piece === undefined) return false;
  if (piece.is === 'number' || piece.text === ':' || cardinalOf(piece.word, true) !== undefined) return true;
  const sense = piece.is === 'word' ? phraseAt([piece.word], 0)?.sense : undefined;
  return sense === 'approve' || sense === 'praise' || sense === 'reject';
}

const untils = new Set('until till bis ate hasta jusqu'.split(' '));
const days = new Set(
  'monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december now then the next end summer autumn winter spring christmas easter montag dienstag mittwoch donnerstag freitag januar februar marz mai juni juli oktober dezember ende zum janeiro fevereiro marco abril maio junho julho setembro outubro novembro dezembro ao enero febrero mayo junio julio septiembre octubre noviembre diciembre el lunes martes miercoles jueves viernes'.split(
    ' ',
  ),
);
const determined = new Set('is are was were be been have has had got there with of in theres'.split(' '));
