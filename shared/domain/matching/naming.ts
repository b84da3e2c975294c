import { withoutAccents } from './text.ts';

/** Somebody who may be named in a text: the ways in which they may be. */
export interface Named {
  address: string;
  /** The full name in either order; a name of one word apart, since it counts only as an entry of a list. */
  phrases: string[];
  word?: string;
}

export function named({ name, email }: { name: string; email: string }): Named {
  const address = email.toLowerCase();
  const parts = plain(name).split(' ').filter(Boolean);
  const [first, ...others] = parts;
  if (others.length === 0) return { address, phrases: [], ...(first ? { word: first } : {}) };
  const turned = [parts.at(-1), ...parts.slice(0, -1)];
  return { address, phrases: [` ${parts.join(' ')} `, ` ${turned.join(' ')} `] };
}

/**
 * Whether a text names somebody: by address, or by full name in either order ("Grace Lee", "Lee, Grace"), whatever the
 * case and accents. A name of one word counts only as an entry of a list, so that "Will" is not found in "I will".
 */
export function names(text: string): (person: Named) => boolean {
  const lower = text.toLowerCase();
  const addresses = new Set(
    lower.match(/[^\s<>()[\],;:"']+@[^\s<>()[\],;:"']+/g)?.map((one) => one.replace(/[.!?]+$/, '')),
  );
  const words = ` ${plain(text)} `;
  const entries = new Set(lower.split(/[,;/\n]|\band\b|\bor\b/).map(plain));
  return ({ address, phrases, word }) =>
    addresses.has(address) ||
    phrases.some((phrase) => words.includes(phrase)) ||
    (word !== undefined && entries.has(word));
}

function plain(text: string): string {
  return withoutAccents(text.toLowerCase())
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

const titles = new Set(['dr', 'prof', 'professor', 'mr', 'mrs', 'ms', 'mx', 'sir', 'dame']);

/** What the two are called in a sentence about both: first names, or full names when those are the same. */
export function callNames(one: string, other: string): [string, string] {
  const [first, second] = [firstName(one), firstName(other)];
  return first === second ? [one, other] : [first, second];
}

export function firstName(name: string): string {
  const [last, given] = name.split(',');
  const words = (given?.trim() || last || name).trim().split(/\s+/);
  const called = words.find((word) => !titles.has(word.toLowerCase().replace(/\.$/, '')));
  // An initial is no name to call somebody by.
  return called && !/^\p{L}\.?$/u.test(called) ? called : name;
}
