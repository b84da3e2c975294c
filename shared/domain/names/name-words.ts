import type { MarkedText } from './marked-text.ts';
import type { Token } from './name-tokens.ts';
import { affirmations, leadWords, nobodyWords, ordinary, placeWords, reasonWords, roleWords } from './ordinary.ts';
import { particles } from './titles.ts';

/** Whether a name may begin here: with a title, a word of somebody's name, or what is written as a name. */
export function beginsName(marked: MarkedText, at: number): boolean {
  const token = marked.tokens[at] as Token;
  const next = marked.tokens[at + 1];
  const isFollowed = next !== undefined && next.before === 'none' && !marked.matchOf[at + 1];
  if (token.isTitle || token.isInitial) {
    return isFollowed && (isNameWord(marked, at + 1) || (particles.has(next.plain) && continues(marked, at + 1)));
  }
  if (particles.has(token.plain) && !marked.isIndexed(at))
    return isFollowed && next.isCapital && isNameWord(marked, at + 1);
  return isNameWord(marked, at);
}

/** Whether a name that has begun may go on here. */
export function continues(marked: MarkedText, at: number): boolean {
  const token = marked.tokens[at] as Token;
  if (token.isTitle || token.isInitial) return true;
  const next = marked.tokens[at + 1];
  if (particles.has(token.plain) && !token.isCapital)
    return next?.before === 'none' && next.isCapital && isNameWord(marked, at + 1);
  return isNameWord(marked, at);
}

function isNameWord(marked: MarkedText, at: number): boolean {
  const token = marked.tokens[at] as Token;
  const { plain, isCapital, before } = token;
  if (token.isAddress || marked.matchOf[at]) return false;
  const isAlone = before !== 'none' && endsPart(marked, at + 1);
  const isIndexed = marked.isIndexed(at);
  const next = marked.tokens[at + 1];
  const isRun = next?.before === 'none' && next.isCapital && !ordinary.has(next.plain) && !roleWords.has(next.plain);
  if (nobodyWords.has(plain) || (affirmations.has(plain) && !isRun)) return false;
  if (ordinary.has(plain) || roleWords.has(plain)) {
    if (!isIndexed) return isCapital && isRun && before === 'none' && !roleWords.has(plain);
    return isAlone || (isCapital && (before === 'none' || isRun || isPointedAt(marked, at + 1)));
  }
  if (isPlace(marked, at) || (!isIndexed && /^\p{N}/u.test(plain))) return false;
  if (isIndexed) return isCapital || isShort(marked, at) || leadWords.has(marked.tokens[at - 1]?.plain ?? '');
  if (isCapital && before === 'none') return true;
  if (isCapital && (isAlone || isRun || isPointedAt(marked, at + 1))) return true;
  // "We had a dispute" is short, too, and says why.
  const [from, to] = marked.part(at);
  // Beside a name that is written as one, a small word is none.
  const isNamed =
    !isCapital &&
    (marked.matchOf.slice(from, to).some((match) => match !== undefined) ||
      marked.tokens
        .slice(from, to)
        .some((other, n) => other.isCapital && n > 0 && marked.index.of(other) !== undefined));
  return isShort(marked, at) && !isNamed && !reasonWords.has(marked.tokens[from]?.plain ?? '');
}

/** "Will from finance", "Grace (sales)": what comes after says that it is somebody. */
function isPointedAt(marked: MarkedText, at: number): boolean {
  const next = marked.tokens[at];
  return (
    next !== undefined &&
    (placeWords.has(next.plain) || next.isAddress || isBracket(marked, at)) &&
    next.before === 'none'
  );
}

function isBracket(marked: MarkedText, at: number): boolean {
  const from = marked.tokens[at]?.from ?? 0;
  return /[(<[]\s*$/.test(marked.text.slice(Math.max(0, from - 3), from));
}

/** Where somebody works: after "from" and the like, or by the words that the list of people has for it. */
function isPlace(marked: MarkedText, at: number): boolean {
  const token = marked.tokens[at] as Token;
  const isIndexed = marked.isIndexed(at);
  if (marked.index.places.has(token.plain) && !(isIndexed && token.before !== 'none')) return true;
  const last = marked.tokens[at - 1];
  const isAfter = token.before === 'none' && last !== undefined && (placeWords.has(last.plain) || last.plain === 'the');
  if (!isAfter) return false;
  return !isIndexed || hasNameBefore(marked, at);
}

function hasNameBefore(marked: MarkedText, at: number): boolean {
  for (let n = at; n > 0 && marked.tokens[n]?.before === 'none'; n--) if (marked.matchOf[n - 1]) return true;
  return false;
}

function endsPart(marked: MarkedText, at: number): boolean {
  const next = marked.tokens[at];
  return next === undefined || next.before !== 'none' || next.isAddress;
}

/** Whether hardly anything but courtesy stands beside it in its part of a list: then it is a name, however it is written. */
function isShort(marked: MarkedText, at: number): boolean {
  const [from, to] = marked.part(at);
  const own = marked.tokens.slice(from, to).filter((one) => {
    const { plain, isTitle, isAddress } = one;
    return !isTitle && !isAddress && !ordinary.has(plain) && !roleWords.has(plain) && !particles.has(plain);
  });
  return to - from <= 8 && own.length <= 3 && !own.some(({ plain }) => nobodyWords.has(plain) && own.length === 1);
}
