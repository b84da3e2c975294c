import { plain } from '#domain/replies/read/text/words.ts';
import { languageOptions } from '../mentions/language-options.ts';
import { mentioned, named, optionText } from '../named-option.ts';

const and = /\s(?:and|plus|as well as|und|u\.|sowie|et|y|e|en|och|oraz|i)\s|\s?[&+]\s?/iu;

/** What was said, cut into what should each be one option. Options that contain commas or "and" are taken out whole first. */
export function piecesOf(options: readonly string[], words: string): string[] {
  const pieces: string[] = [];
  for (const line of words.split(/[\n;]/)) {
    const item = line.replace(/^\s*[-–—*•]\s?/u, '').trim();
    if (item === '') continue;
    if (isOne(options, item)) pieces.push(item);
    else pieces.push(...cutAtCommas(options, item));
  }
  return pieces;
}

function cutAtCommas(options: readonly string[], item: string): string[] {
  const atCommas = regroup(options, item.split(/[,、，/]/));
  return atCommas.flatMap((piece) => {
    if (isOne(options, piece)) return [piece];
    if (isLetters(options, piece) || isLanguages(options, piece)) return piece.split(/\s+/);
    const atAnd = regroup(options, piece.split(and));
    return atAnd.flatMap((part) => (isLetters(options, part) ? part.split(/\s+/) : [part]));
  });
}

/** Puts pieces back together where an option itself contains the separator. */
function regroup(options: readonly string[], cut: readonly string[]): string[] {
  const pieces = cut.map((piece) => withoutLead(options, piece)).filter((piece) => piece !== '');
  const done: string[] = [];
  for (let at = 0; at < pieces.length; ) {
    let taken = 1;
    for (let length = Math.min(6, pieces.length - at); length > 1; length -= 1) {
      const joined = pieces.slice(at, at + length).join(' and ');
      const bare = pieces.slice(at, at + length).join(' ');
      if (mentionsExactly(options, joined) || mentionsExactly(options, bare)) {
        taken = length;
        break;
      }
    }
    done.push(taken === 1 ? (pieces[at] ?? '') : pieces.slice(at, at + taken).join(' and '));
    at += taken;
  }
  return done.flatMap((piece) =>
    piece.includes(' and ') && !isOne(options, piece) ? [wholeOption(options, piece)] : [piece],
  );
}

function mentionsExactly(options: readonly string[], words: string): boolean {
  const text = optionText(words);
  return options.some((option) => optionText(option) === text);
}

function wholeOption(options: readonly string[], joined: string): string {
  const bare = optionText(joined.replaceAll(' and ', ' '));
  return options.find((option) => optionText(option) === bare) ?? joined;
}

/** Without the "and" that a piece begins with. A single letter may be an option itself, except before words of one: "e funding". */
function withoutLead(options: readonly string[], piece: string): string {
  if (isLanguages(options, piece)) return piece;
  const words = piece
    .trim()
    .replace(/^(?:and|also|und|auch|et|en|och|oraz)\s(?=\S)/i, '')
    .replace(/[.!]$/, '')
    .trim();
  const rest = /^[yei]\s(\S{2}.*)$/is.exec(words)?.[1];
  if (rest === undefined || named(options, words) !== undefined) return words;
  return mentionsExactly(options, rest) ? rest : words;
}

function isOne(options: readonly string[], words: string): boolean {
  const found = named(options, words);
  return found !== undefined && found !== 'several' && mentioned(options, words).length <= 1;
}

/** "en pt": names of languages with nothing between them but spaces. */
function isLanguages(options: readonly string[], words: string): boolean {
  const names = languageOptions(options);
  const pieces = plain(words).trim().split(/\s+/);
  return names.size > 0 && pieces.length > 1 && pieces.every((one) => names.has(one));
}

/** "a c e": letters with nothing between them but spaces. */
function isLetters(options: readonly string[], words: string): boolean {
  const letters = words.trim().split(/\s+/);
  return (
    letters.length > 1 &&
    letters.every((one) => /^[a-z][).]?$/i.test(one) && one.toLowerCase().charCodeAt(0) - 97 < options.length)
  );
}
