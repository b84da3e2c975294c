import { withoutAccents } from './text.ts';

/**
 * Finds who is named in a text, among these people: by address, or by full name in either order ("Grace Lee", "Lee,
 * Grace"), whatever the case and accents. A name of one word counts only as an entry of a list, so that "Will" is not
 * found in "I will". Two people of one name are both found. Returns positions in `people`, ascending.
 */
export function whoIsNamed(people: readonly { name: string; email: string }[]): (text: string) => number[] {
  const byAddress = new Map<string, number[]>();
  const byPhrase = new Map<string, number[]>();
  const byWord = new Map<string, number[]>();
  let longest = 0;
  people.forEach(({ name, email }, person) => {
    add(byAddress, email.toLowerCase(), person);
    const parts = plain(name).split(' ').filter(Boolean);
    const [first, ...others] = parts;
    if (others.length === 0) {
      if (first) add(byWord, first, person);
      return;
    }
    longest = Math.max(longest, parts.length);
    add(byPhrase, parts.join(' '), person);
    add(byPhrase, [parts.at(-1), ...parts.slice(0, -1)].join(' '), person);
  });
  return (text) => {
    const found = new Set<number>();
    const take = (people: number[] | undefined) => {
      for (const person of people ?? []) found.add(person);
    };
    const lower = text.toLowerCase();
    for (const one of lower.match(/[^\s<>()[\],;:"']+@[^\s<>()[\],;:"']+/g) ?? []) {
      take(byAddress.get(one.replace(/[.!?]+$/, '')));
    }
    const words = plain(text).split(' ');
    // Every run of words that could be a name is looked up, rather than every name searched for.
    for (let from = 0; from < words.length; from++) {
      let phrase = words[from] as string;
      for (let to = from + 1; to < Math.min(words.length, from + longest); to++) {
        phrase = `${phrase} ${words[to]}`;
        take(byPhrase.get(phrase));
      }
    }
    for (const entry of lower.split(/[,;/\n]|\band\b|\bor\b/)) take(byWord.get(plain(entry)));
    return [...found].sort((a, b) => a - b);
  };
}

function add(index: Map<string, number[]>, key: string, person: number): void {
  const others = index.get(key);
  if (others) others.push(person);
  else index.set(key, [person]);
}

function plain(text: string): string {
  return withoutAccents(text.toLowerCase())
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
