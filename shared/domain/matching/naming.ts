import { withoutAccents } from './text.ts';

/** Somebody who may be named in a text. */
export interface Named {
  name: string;
  email: string;
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
  return ({ name, email }) => {
    if (addresses.has(email.toLowerCase())) return true;
    const parts = plain(name).split(' ').filter(Boolean);
    if (parts.length < 2) return parts.length === 1 && entries.has(parts[0] as string);
    const turned = [parts.at(-1), ...parts.slice(0, -1)].join(' ');
    return words.includes(` ${parts.join(' ')} `) || words.includes(` ${turned} `);
  };
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
