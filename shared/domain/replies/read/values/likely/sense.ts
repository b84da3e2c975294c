import { type Token, tokensOf } from '#domain/replies/read/text/word-tokens.ts';
import { plain } from '#domain/replies/read/text/words.ts';
import { optionText } from '../named-option.ts';
import { type Turning, turnsIn } from '../turning-words.ts';
import { degrees, exceptive } from '../word-lists.ts';
import type { Named } from './described.ts';
import type { Clause } from './turned-clauses.ts';

/** What a part of what was said does to the options that it names; `open` where that may be one thing or another. */
export type Sense = 'open' | 'remark' | { chosen: readonly number[]; refused: readonly number[] };

interface About {
  options: readonly string[];
  /** Whether each option is offered rather than wished for, so that an "or" joins them. */
  isOffer: boolean;
  /** "A little encouragement" is encouragement; "a little French" is a matter of degree. */
  isOfLanguages: boolean;
}

export function senseOf(clause: Clause, named: readonly Named[], about: About): Sense {
  const { tokens } = clause;
  const left = clause.turns.filter((turning) => !isPartOfOption(turning, clause, named, about.options));
  const words = (turning: Turning) => tokens[turning.from]?.word ?? '';
  for (const turning of left) {
    if (turning.turn === 'condition') return 'open';
    if (turning.turn === 'doubt' && !about.isOffer) return 'open';
    if (turning.turn === 'bound' && bounding.has(words(turning))) return 'open';
    // "Before lunch" is not at noon.
    if (turning.turn === 'bound' && named.some(({ from }) => from === turning.to)) return 'open';
    if (turning.turn === 'contrast' && exceptive.has(words(turning))) return 'open';
  }
  const rest = wordsBeside(tokens, named);
  if (isLimited(rest, about) || hasMuchBeside(rest, named) || isElsewhere.test(clause.said)) return 'open';
  return withNegation(left, named, tokens);
}

/** What a "not" is about: what follows it at once, or what stands before it where it ends the clause. */
function withNegation(left: readonly Turning[], named: readonly Named[], tokens: readonly Token[]): Sense {
  const all = named.map(({ option }) => option);
  const [negation, ...more] = left.filter(({ turn }) => turn === 'negation');
  if (more.length > 0) return 'open';
  if (!negation) return { chosen: all, refused: [] };
  const after = named.filter(({ from }) => from >= negation.to);
  const before = named.filter(({ to }) => to <= negation.from);
  if (after.length === 0) {
    const tail = tokens.slice(negation.to).map(({ word }) => word);
    const isLast = tail.every((word) =>
      /^(?:really|so|much|my|for|me|thing|please|thanks|all|at|fall|keinen|way|case|caso)$/.test(word),
    );
    return isLast ? { chosen: [], refused: all } : 'open';
  }
  if (before.length === 0) return { chosen: [], refused: all };
  // "The one who gets the advice, not the one who gives it".
  if (after[0]?.from !== negation.to) return 'open';
  return { chosen: before.map(({ option }) => option), refused: after.map(({ option }) => option) };
}

/** A turning word that an option has itself: "people I would not meet otherwise", "another field". */
function isPartOfOption(
  { from, to, turn }: Turning,
  { tokens }: Clause,
  named: readonly Named[],
  options: readonly string[],
): boolean {
  if (named.some((one) => from >= one.from && to <= one.to)) return true;
  return named.some(({ option, by }) => {
    const text = options[option] ?? '';
    const has = turnsIn(tokensOf(text), text).some((own) => own.turn === turn);
    const word = tokens[from]?.word ?? '';
    const own = new Set(optionText(text).split(' '));
    // "People I'd never run into" for "I would not meet": another "not", in the middle of it.
    const isOwn = turn === 'negation' ? to < tokens.length && (own.has(word) || from > 0) : own.has(word);
    return by !== 'letter' && has && isOwn && tokens.filter(({ word }) => own.has(word)).length >= 2;
  });
}

function wordsBeside(tokens: readonly Token[], named: readonly Named[]): string[] {
  return tokens.flatMap(({ word }, at) => (named.some(({ from, to }) => at >= from && at < to) ? [] : [word]));
}

const bounding = new Set(
  'at mindestens wenigstens hochstens au pelo al almeno minstens under over above below instead'.split(' '),
);
/** "When pushed", "plenty", "rough": words that limit what they stand beside, or say that it does not suit. */
const limits = new Set(
  `pushed push pinch emergency emergencies necessary needed notfalls desperate forced enough plenty genug genugend assez bastante servido servida rough bad awful terrible hate impossible
worst nightmare busy taken reserved blocked belong belongs schlecht unmoglich ungunstig belegt ruim mau pessimo mauvais avoid least`.split(
    /\s+/,
  ),
);
const alone = new Set(
  'only just barely hardly nur bloss kaum seulement uniquement somente apenas solo solamente soltanto alleen bara endast tylko'.split(
    ' ',
  ),
);
const plainBeside = new Set(
  "it would have to be i am im i'm we sorry please afraid a the in to sadly leider me and und e et yes really".split(
    ' ',
  ),
);
/** "The evenings are for my kids". */
const isElsewhere = /(?<!\p{L})(?:is|are) (?:for|with) (?:my|the|our)(?!\p{L})/iu;

/** Whether only a part of an option is meant. "English only" and "only English" are English; "French only for coffee" is a matter of degree. */
function isLimited(rest: readonly string[], { isOfLanguages }: About): boolean {
  if (rest.some((word) => limits.has(word) || (isOfLanguages && degrees.has(word)))) return true;
  const weighty = rest.filter((word) => !plainBeside.has(word));
  return weighty.length > 1 && weighty.some((word) => alone.has(word));
}

/** Words beside what is only hinted at, from so many letters on and so many of them, that may say something else. */
const weight = { letters: 4, words: 3 };

/** A word or two of an option in a sentence of which most is about we don't know what. */
function hasMuchBeside(rest: readonly string[], named: readonly Named[]): boolean {
  if (named.some(({ by }) => by !== 'words')) return false;
  return rest.filter((word) => word.length >= weight.letters && !ordinary.has(word)).length > weight.words;
}

const ordinary = new Set(
  `would like could have with that this them they their there someone somebody anyone people person things some more most very much also from about what when where which
than then first really would're help good great nice work best well nothing want love need make take give getting being been were your yours mine myself does done each other into over years year time
colleagues mentor mentee somebody who's they'd i'd they'll who'll always especially mostly mainly course certainly jemand eine einen einer mich mein meine kann alguem quelqu'un`.split(
    /\s+/,
  ),
);

/** "When could you meet?": each of the options is offered, so "noon or early" is both. */
export function isOffer(ask: string): boolean {
  return /(?:could you|can you|konnten sie|konntest du|kannst du|pouvez vous|pode|puedes)(?!\p{L})/u.test(plain(ask));
}
