import { asMeant } from './as-meant.ts';
import { withoutCounts } from './counts.ts';
import { cardinalOf, phraseAt, type Sense } from './lexicon.ts';
import { type Names, particles } from './names.ts';
import { ofNumbers, ofOrdinal, type Read, tokenFrom } from './numbers.ts';
import { beginsSentence, isCapital, isTight, type Piece, piecesOf } from './pieces.ts';

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
  /** "the first", "the last one": counted from what may be another list than ours. */
  ordinal?: boolean;
  /** A word against it that has a "not" in it: "not ok". */
  turned?: boolean;
  /** "But" that takes out of all: "all but 4". */
  isBut?: boolean;
  /** "all 12", "the other 11": how many they say there are. */
  count?: number;
  /** With a capital within a sentence: may be a name. */
  proper?: boolean;
}

/** The tokens of `said`, where `total` pairs are asked about. */
export function tokensOf(said: string, names: Names, total: number): Token[] {
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

/** One or more words of one person's name. */
function ofName(pieces: readonly Piece[], at: number, words: readonly string[], names: Names): Read | undefined {
  const every = ofEveryWith(pieces, at, words, names);
  if (every) return every;
  const own = pieces[at];
  if (own?.is !== 'word') return undefined;
  const exact = names.of(own.text);
  const isOwnWord = phraseAt(words, at) !== undefined;
  const isGreeted = /^(?:you|hi|hello|hey|dear|hallo|liebe|lieber|bonjour|ola|hola|thanks|danke|merci)$/.test(
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
  return { token: tokenFrom(own, end, { kind: 'pair', pairs, guessed, several: pairs.length > 1, named: true }), used };
}

/** "anything with Rui in it", "both pairs with Rui": all of the pairs that somebody is in. */
function ofEveryWith(pieces: readonly Piece[], at: number, words: readonly string[], names: Names): Read | undefined {
  const own = pieces[at];
  if (!own || !everys.has(own.word)) return undefined;
  let next = at + 1;
  while (pairNouns.has(pieces[next]?.word ?? '')) next += 1;
  if (!withs.has(pieces[next]?.word ?? '')) return undefined;
  const name = ofName(pieces, next + 1, words, names);
  if (!name?.token?.pairs) return undefined;
  const used = next + 1 - at + name.used;
  const isInIt = pieces[at + used]?.word === 'in' && pieces[at + used + 1]?.word === 'it';
  return { token: { ...name.token, start: own.start, several: false }, used: used + (isInIt ? 2 : 0) };
}

const everys = new Set(
  'anything everything any all every both whatever alles alle beide tout toutes tous tudo todos todo'.split(' '),
);

const pairNouns = new Set('the of pair pairs ones those paare paires pares parejas'.split(' '));

const withs = new Set('with involving containing including mit avec com con'.split(' '));

function ofPhrase(pieces: readonly Piece[], at: number, words: readonly string[]): Read | undefined {
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
      return { token: tokenFrom(own, later, { kind: hyphened.sense }), used: 3 };
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
  const kind = phrase?.sense ?? 'word';
  const proper = kind === 'word' && isCapital(own) && !beginsSentence(pieces, at);
  const said = phrase?.words ?? [];
  const turned = kind === 'reject' && said.length > 1 && said.some((word) => turning.has(word));
  return { token: tokenFrom(own, end, { kind, proper, ...(turned && { turned }) }), used: phrase?.words.length ?? 1 };
}

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

const abbreviations = /^(?:mr|mrs|ms|dr|prof|sr|sra|nr|ca|evtl|bzw|mme|num)$/;

function ofSign(pieces: readonly Piece[], at: number, before: readonly Token[]): Read {
  const own = pieces[at];
  if (!own) return { used: 1 };
  const previous = pieces[at - 1];
  const kindOf = (kind: Token['kind']): Read => ({ token: tokenFrom(own, own, { kind }), used: 1 });
  if (own.is === 'break') return isHardBreak(pieces, at) ? kindOf('stop') : { used: 1 };
  switch (own.text.replace('\uFE0F', '')) {
    case '👍':
    case '✅':
    case '✓':
    case '✔':
    case '☑':
      return kindOf('approve');
    case '👎':
    case '❌':
    case '✗':
    case '✘':
    case '☒':
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
      // "All twelve get a yes :) I liked them"
      if (/^[:;]/.test(own.text)) return kindOf('stop');
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

function behindOf(pieces: readonly Piece[], at: number): Piece | undefined {
  return pieces[at + 2];
}

/** Columns at which mail programs break lines at the earliest. */
const narrowest = 50;

/** The end of a line ends what is said, unless a mail program has broken the line there. A list goes on with its next number. */
function isHardBreak(pieces: readonly Piece[], at: number): boolean {
  const [own, next, before] = [pieces[at], pieces[at + 1], pieces[at - 1]];
  if (!own || !before) return false;
  if (own.text.indexOf('\n') !== own.text.lastIndexOf('\n')) return true;
  let first = at - 1;
  while (first > 0 && pieces[first - 1]?.is !== 'break') first -= 1;
  const length = before.end - (pieces[first]?.start ?? 0);
  if (length < narrowest) return !/^[,(]$/.test(before.text);
  // "- 7: no" behind "- 1-6: ok".
  const isBullet = (piece: Piece | undefined) => /^[-–•*]$/.test(piece?.text ?? '');
  if (isBullet(pieces[first]) && isBullet(next) && next?.end !== behindOf(pieces, at)?.start) return true;
  if (next?.is !== 'number') return false;
  const behind = pieces[at + 2];
  const goesOn = behind?.is === 'word' || (/^[-–—,.:)]$/.test(behind?.text ?? '') && pieces[at + 3]?.is !== 'break');
  const isListed = pieces[first]?.is === 'number' && goesOn && !/^[,(]$/.test(before.text);
  return isListed || (/^[.:)]$/.test(pieces[at + 2]?.text ?? '') && /^[.!?]$/.test(before.text));
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
