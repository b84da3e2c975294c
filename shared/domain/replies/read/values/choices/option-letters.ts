import { optionText } from '../named-option.ts';

/**
 * "a e c" and "a, e c" are three options in English, and two with an "and" between them in Italian. Where there is no
 * option of that letter, as in "c i e" of five options, it can only be the word.
 */
export function hasDoubtfulLetter(options: readonly string[], words: string): boolean {
  const doubtful = [...'eiyo'].filter((one) => one.charCodeAt(0) - 97 < options.length);
  const pieces = words.trim().toLowerCase().split(',');
  return pieces.some((piece, index) => {
    const letters = piece.trim().split(/\s+/);
    if (letters.length < 2 || !letters.every((one) => /^[a-z]$/.test(one))) return false;
    const rises = letters.every((one, at) => at === 0 || one > (letters[at - 1] ?? ''));
    const inner = letters.slice(index > 0 ? 0 : 1, -1).some((one) => doubtful.includes(one));
    return inner && (letters.length <= 3 || !rises);
  });
}

/** "bc": letters of options without anything between them, in their order, where they can be no word. */
export function lettersTogether(options: readonly string[], words: string): Set<number> | undefined {
  const text = words.trim().toLowerCase().replace(/[.!]$/, '');
  const letters = [...text];
  const last = String.fromCharCode(96 + Math.min(options.length, 8));
  const rises = letters.every(
    (letter, at) => letter >= 'a' && letter <= last && (at === 0 || letter > (letters[at - 1] ?? '')),
  );
  // Two letters with a vowel are a word, an abbreviation or the code of a language.
  const isWord = letters.length < 3 ? /[aei]|cf/.test(text) : /^(?:aced?|beg|def|eh)$/.test(text);
  if (letters.length < 2 || !rises || isWord || options.some((option) => optionText(option).startsWith(text)))
    return undefined;
  return new Set(letters.map((letter) => letter.charCodeAt(0) - 97));
}
