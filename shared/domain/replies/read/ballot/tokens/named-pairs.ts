import { phraseAt } from './lexicon.ts';
import { type Names, particles } from './pair-names.ts';
import { type Read, tokenFrom } from './pair-numbers.ts';
import { beginsSentence, isCapital, isTight, type Piece } from './pieces.ts';

/** One or more words of one person's name. */
export function ofName(pieces: readonly Piece[], at: number, words: readonly string[], names: Names): Read | undefined {
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
