import { decodeHTML } from 'entities';
import { marks } from '#shared/words/pseudo.ts';

/**
 * Words in a text of the marking language that are in no message: what is left without the marked messages, without
 * addresses and without `own`, the words of the program and of people.
 */
export function unmarkedIn(text: string, own: readonly string[]): string[] {
  const known = [...new Set(own.map((one) => one.replace(/\s+/g, ' ').trim()))]
    .filter((one) => /\p{L}/u.test(one))
    .sort((a, b) => b.length - a.length)
    .map(
      (one) => new RegExp(`(?<![\\p{L}\\p{N}])${one.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')}(?![\\p{L}\\p{N}])`, 'gu'),
    );
  let left = outside(text.replace(/^> ?/gm, '').replace(/\s+/g, ' ')).replace(/<?\S+[@/]\S+>?/g, ' ¦ ');
  for (const one of known) left = left.replace(one, ' ¦ ');
  return left
    .split('¦')
    .map((words) => words.trim())
    .filter((words) => /\p{L}{3,}/u.test(words));
}

/** The words that our own HTML shows or has read out. */
export function wordsShown(html: string): string {
  const read = html.replace(/<(style|script)\b[\s\S]*?<\/\1>/g, '');
  const attributes = [...read.matchAll(/ (?:alt|aria-label|placeholder|title)="([^"]*)"/g)].map(([, words]) => words);
  return decodeHTML([read.replace(/<[^>]*>/g, ' '), ...attributes].join('\n'));
}

/** What stands outside of marked messages, which may stand in each other. */
function outside(text: string): string {
  const [begin, end] = marks;
  let depth = 0;
  let left = '';
  for (const letter of text) {
    if (letter === begin) depth += 1;
    else if (letter === end) depth -= 1;
    else if (depth === 0) left += letter;
    if (letter === end && depth === 0) left += '¦';
  }
  return left;
}
