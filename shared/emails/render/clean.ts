/**
 * Words from outside (names, answers, titles) end up in subjects, headers, text and HTML. Control characters could start
 * a new header, and bidirectional overrides (U+202A-202E, U+2066-2069) could turn our own words around: neither is writing.
 */
const controls = /[\p{Cc}\u2028\u2029]+/gu;
const overrides = /[\u202a-\u202e\u2066-\u2069\ufeff]/g;

/** One line of clean words: every run of white space or control characters becomes one space. */
export function oneLine(words: string): string {
  return words.toWellFormed().replace(overrides, '').replace(controls, ' ').replace(/\s+/gu, ' ').trim();
}

/** Clean words in which line breaks stay, at most one empty line between two others. */
export function lines(words: string): string[] {
  const all = words
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map(oneLine)
    .join('\n')
    .replace(/\n{3,}/g, '\n\n');
  return all.trim().split('\n');
}
