import { plain } from '#domain/replies/read/text/words.ts';

export interface Piece {
  text: string;
  /** Plain, without apostrophes; a sign as it is. */
  word: string;
  start: number;
  end: number;
  is: 'word' | 'number' | 'sign' | 'break';
  /** Put there by us for what was surely meant, as far as that can be told. */
  heard?: true;
}

const piece =
  /(?<word>(?:(?![\d])[\p{L}\p{M}])(?:[\p{L}\p{M}]|['’´](?=\p{L}))*)|(?<number>\d+(?:st|nd|rd|th|er|ere|e|eme|è|ème|ª|º|°|o|a)?(?![\p{L}\d]))|(?<odd>\d+\p{L}+)|(?<break>\s*\n\s*)|(?<sign>👍|✅|👎|❌|[✓✔☑✗✘☒]\uFE0F?|:-?[)D(]|[;][)]|->|→|↔|\.{2,}|[.!?…;:,()[\]/&+#%–—-])/gu;

export function piecesOf(said: string): Piece[] {
  return [...said.matchAll(piece)].map(({ 0: text, index: start, groups = {} }) => {
    const is = groups.word ? 'word' : groups.number || groups.odd ? 'number' : groups.break ? 'break' : 'sign';
    const word =
      is === 'word' ? plain(text).replace(/['´]/g, '').replaceAll('ß', 'ss') : is === 'number' ? plain(text) : text;
    return { text, word, start, end: start + text.length, is };
  });
}

export const joins = new Set([
  ',',
  '&',
  '/',
  'and',
  'und',
  'et',
  'y',
  'e',
  'or',
  'oder',
  'ou',
  'o',
  'through',
  'bis',
  'to',
]);

export function isTight(pieces: readonly Piece[], at: number): boolean {
  const [before, own, after] = [pieces[at - 1], pieces[at], pieces[at + 1]];
  return before?.end === own?.start && own?.end === after?.start;
}

export function isCapital({ text }: Piece): boolean {
  return /^[\p{Lu}\p{Lo}]/u.test(text);
}

export function beginsSentence(pieces: readonly Piece[], at: number): boolean {
  const before = pieces[at - 1];
  return !before || before.is === 'break' || /^[.!?:;(]/.test(before.text);
}
