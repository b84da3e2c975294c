/** A word as it is compared: folded to one spelling, with its place in the line it stands in. */
export interface Word {
  word: string;
  start: number;
  end: number;
  /** Web addresses are compared with the addresses that we sent, not word by word: mail programs rewrite them. */
  address?: true;
}

/** Characters that carry no meaning and that mail programs add or drop: control characters, soft hyphens, direction marks, object marks. */
const invisible = /[\p{Cc}\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufffc]/gu;
const odd = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\t\v\f]/g;

/** The line as people see it: without invisible characters, and with one kind of space. */
export function visible(line: string): string {
  return line.replace(odd, ' ').replace(invisible, '').trimEnd();
}

/** At most `length` characters of a text, and no half of one: a lone surrogate is refused by what stores and sends it. */
export function clipped(text: string, length: number): string {
  const cut = text.slice(0, length);
  return cut.length < text.length && /[\ud800-\udbff]$/.test(cut) ? cut.slice(0, -1) : cut;
}

/** One spelling of what mail programs respell: typographic quotes and dashes, letter case, compatibility forms. */
export function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u2018\u2019\u201a\u201b\u2032\u00b4`]/g, "'")
    .replace(/[\u201c-\u201f\u2033\u00ab\u00bb]/g, '"')
    .replace(/[\u2010-\u2015\u2212]/g, '-');
}

/** Figures, letters and signs as wide as a Chinese character, and the figures of Arabic, as those of ASCII. */
export function narrow(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/g, (one) => String.fromCharCode(one.charCodeAt(0) - 0xfee0))
    .replace(/[\u0660-\u0669]/g, (one) => String.fromCharCode(one.charCodeAt(0) - 0x630))
    .replace(/[\u06f0-\u06f9]/g, (one) => String.fromCharCode(one.charCodeAt(0) - 0x6c0));
}

/** Without accents: "não" and "nao" are the same word to someone in a hurry. */
export function plain(text: string): string {
  return fold(text).normalize('NFD').replace(/\p{M}/gu, '').normalize('NFC');
}

/** An address; or one character of a script that is written without spaces; or a run of letters, digits and marks. */
const piece =
  /https?:\/\/[^\s<>"]+|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])[\p{L}\p{N}\p{M}'\u2019])+/giu;

/** What most words consist of, and what needs no folding but of its capitals. */
const plainWord = /^[\x21-\x7e]*$/;

/**
 * The words of a line, without punctuation. The marker of a question or an option ("3.", "a)") is a word of its own kind
 * ("3)", "a)"), so that "a mentor" in a sentence is not taken for the option "a) mentor".
 */
export function wordsOf(line: string): Word[] {
  const words: Word[] = [];
  for (const match of line.matchAll(piece)) {
    const start = match.index;
    const end = start + match[0].length;
    if (/^https?:/i.test(match[0])) {
      words.push({ word: match[0], start, end, address: true });
      continue;
    }
    const folded = plainWord.test(match[0]) ? match[0].toLowerCase() : fold(match[0]);
    const word = folded.includes("'") ? folded.replaceAll("'", '') : folded;
    if (word === '') continue;
    words.push({ word: isMarker(line, word, end) ? `${word})` : word, start, end });
  }
  return words;
}

function isMarker(line: string, word: string, end: number): boolean {
  const short = word.length === 1 || (word.length <= 3 && /^\d{2,3}$/.test(word));
  const after = line[end];
  if (!short || (after !== ')' && after !== '.')) return false;
  const next = line[end + 1];
  return next === undefined || /[\s*_]/.test(next);
}

/** The folded words of `text` alone, without addresses. */
export function foldedWords(text: string): string[] {
  return wordsOf(text)
    .filter((word) => !word.address)
    .map(({ word }) => word);
}
