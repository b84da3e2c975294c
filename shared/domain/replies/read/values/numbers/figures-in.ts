import { longestNumber, misleadingNumberWord, numberWord } from '#domain/replies/read/text/number-words.ts';
import { plain } from '#domain/replies/read/text/words.ts';
import { units } from './time-units.ts';

/** A number that was said, in figures or in words, with its place. */
export interface Figure {
  value: number;
  from: number;
  to: number;
}

/** Every number in `said`, in figures or in words. `unsure` when figures may be read in two ways, such as 1,200. */
export function figuresIn(said: string): { figures: Figure[]; unsure: boolean } {
  // One character for one, so that places stay those of the original.
  const text = [...said.toLowerCase()]
    .map((character) =>
      /^[\u2010-\u2015\u2212\ufe63\uff0d]$/u.test(character) ? '-' : character === '’' ? "'" : character,
    )
    .join('');
  const same = text.length === said.length ? text : said.toLowerCase();
  const figures: Figure[] = [];
  let unsure = false;
  const pieces = [...same.matchAll(/\d[\d.,]*|\p{L}[\p{L}\p{M}]*(?:-\p{L}[\p{L}\p{M}]*)?/gu)];
  for (let index = 0; index < pieces.length; index += 1) {
    const match = pieces[index] as RegExpExecArray;
    const before = same.slice(0, match.index);
    if (!/^\d/.test(match[0])) {
      const word = wordNumberAt(pieces, index, same);
      if (!word) continue;
      const minus = /(?:^|[^\p{L}])(?:minus|negative|moins|menos|meno|min)\s$/u.test(before.slice(-10));
      // A word for a number somewhere in a long sentence need not be the answer.
      if (same.length > longestPhrase && figures.length === 0 && match.index > 30) unsure = true;
      figures.push({
        value: minus ? -word.value : word.value,
        from: minus ? startOfMinus(before) : match.index,
        to: word.to,
      });
      index += word.words - 1;
      continue;
    }
    const digits = match[0].replace(/[.,]+$/, '');
    const end = match.index + digits.length;
    // Three figures after a comma or a point are thousands in one country and a fraction in the next.
    if (/[.,]\d{3}$/.test(digits) || (digits.match(/[.,]/g)?.length ?? 0) > 1) unsure = true;
    // "2nd", "5k": more than a number, unlike a unit that is written without a space.
    if (/^(?:k|m|st|nd|rd|th)(?![a-z])/.test(same.slice(end))) unsure = true;
    const value = Number(digits.replace(',', '.'));
    const sign = /(?:^|[\s(])(-|minus\s|negative\s|moins\s|menos\s|meno\s)$/.exec(before);
    figures.push({ value: sign ? -value : value, from: match.index - (sign?.[1]?.length ?? 0), to: end });
  }
  if (/\d\s?[/½¼¾⅓⅔]\s?\d|[½¼¾⅓⅔]/.test(said) || half.test(plain(said))) unsure = true;
  return { figures, unsure };
}

function startOfMinus(before: string): number {
  return before.trimEnd().search(/\p{L}+$/u);
}

/** A number in words that begins at a piece: the longest, of words with nothing but spaces or hyphens between them. */
function wordNumberAt(
  pieces: readonly RegExpExecArray[],
  index: number,
  text: string,
): { value: number; to: number; words: number } | undefined {
  const first = pieces[index] as RegExpExecArray;
  for (let words = Math.min(longestNumber, pieces.length - index); words > 1; words -= 1) {
    const last = pieces[index + words - 1] as RegExpExecArray;
    const to = last.index + last[0].length;
    const value = numberWord(text.slice(first.index, to));
    if (value !== undefined && value > 20) return { value, to, words };
  }
  const to = first.index + first[0].length;
  const after = text.slice(to);
  if (isPronoun(first[0], text.slice(0, first.index), after)) return undefined;
  const ish = /^(\p{L}{3,})-?ish$/u.exec(first[0])?.[1];
  const value = numberWord(ish ?? first[0]) ?? beyondDoubt(first[0], text, after);
  return value === undefined ? undefined : { value, to, words: 1 };
}

/** "dix ans et demi", "anderthalb". */
const half =
  /(?<!\p{L})(?:half|halb\p{L}{0,10}|anderthalb|eineinhalb|demie?|medi[oa]|mei[oa]|mezz[oa]|halve|halv[at]?|poł|połtora)(?!\p{L})/u;

/** "once" is eleven before "años", and "elf" as the whole answer. */
function beyondDoubt(word: string, text: string, after: string): number | undefined {
  const next = plain(after.slice(0, 20));
  const isWhole = word !== 'once' && text.replace(/[\s.!]/g, '') === word;
  if (isWhole && /^(?:ein|eine[nrs]?|une?|uma?|una|een|ett)$/u.test(plain(word))) return 1;
  return isWhole || units.some(([, stems]) => stems.exec(next)?.index === 0) ? misleadingNumberWord(word) : undefined;
}

/** Eight or nine words. */
const longestPhrase = 60;

/** "this one", "no one", "the last one": a one that is no number, unless it begins the answer or stands behind "about". */
function isPronoun(word: string, before: string, after: string): boolean {
  return (
    /^(?:one|uno)$/.test(word) &&
    (/^\s+(?:of\s|would|can|could|has|is)/.test(after) ||
      !/(?:^|[^\p{L}\s]\s*|(?:^|\s)(?:a|about|around|approximately|almost|and|at least|at most|barely|circa|exactly|for|have|just|just the|only the|maybe|menos|meno|minus|moins|nearly|number|only|or|perhaps|roughly|say|take|than|to|o|solo|quasi)\s)$/u.test(
        before,
      ))
  );
}

/** "4+", "5-", "> 3", "3 -> 4": more, less or other than the figure. */
export function hasBoundSign(said: string): boolean {
  return /\d\s?\+(?!\s?\d)|\d\s?[-–]{1,2}\s*(?:$|[,.;)])|[<>≤≥±]\s?=?\s?\d|\d\s?(?:[<>≤≥→➔±]|->|=>)/u.test(
    said.replace(/^\s*(?:[-=]{1,2}>|[→➔➜])\s*/u, ''),
  );
}
