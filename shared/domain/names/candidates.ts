import type { Token } from './name-tokens.ts';
import type { PeopleIndex } from './people-index.ts';

/** Somebody who may be meant by some words, and the bits of their name that these cover. */
export type Candidates = Map<number, number>;

/** Candidates who have this word, too, besides those that are covered already. */
export function withWord(
  index: PeopleIndex,
  people: Candidates,
  word: Pick<Token, 'plain' | 'spelled' | 'loose'>,
): Candidates {
  const having = index.of(word);
  const next: Candidates = new Map();
  if (!having) return next;
  const [fewer, more] = having.size < people.size ? [having, people] : [people, having];
  for (const [person, bits] of fewer) {
    const others = more.get(person);
    if (others === undefined) continue;
    const both = bits | others;
    if (both !== people.get(person)) next.set(person, both);
  }
  return next;
}

export function withInitial(index: PeopleIndex, people: Candidates, { plain }: Token): Candidates {
  const next: Candidates = new Map();
  for (const [person, bits] of people) {
    const { words, counting } = index.names[person] ?? { words: [], counting: 0 };
    const place = words.findIndex(
      (word, at) => (counting & (1 << at)) !== 0 && (bits & (1 << at)) === 0 && word.plain.startsWith(plain),
    );
    if (place >= 0) next.set(person, bits | (1 << place));
  }
  return next;
}

export function havingWord(index: PeopleIndex, people: Candidates, word: string): Candidates {
  return new Map([...people].filter(([person]) => index.names[person]?.words.some(({ plain }) => plain === word)));
}

/** Before a comma stands the family name: the end of the name, or its beginning where nothing else is in the entry. */
export function familyOnly(index: PeopleIndex, people: Candidates, isAlone: boolean): Candidates {
  return new Map(
    [...people].filter(([person, bits]) => {
      const { family = 0, counting = 0 } = index.names[person] ?? {};
      const covered = bits & counting;
      return (covered & family) !== 0 ? covered !== counting : isAlone;
    }),
  );
}

export function hasTwoWords(index: PeopleIndex, people: Candidates): boolean {
  for (const [person, bits] of people) if (wordsCovered(index, person, bits) > 1) return true;
  return false;
}

/** How many of the words that count in a name are covered. */
export function wordsCovered(index: PeopleIndex, person: number, bits: number): number {
  let rest = bits & (index.names[person]?.counting ?? 0);
  let count = 0;
  for (; rest !== 0; rest &= rest - 1) count++;
  return count;
}

/** Those of whom two words are covered. Given and family name together are full; so are all words that there are. */
export function mostCovered(index: PeopleIndex, candidates: Candidates): { people: number[]; isFull: boolean } {
  const people = [...candidates].filter(([person, bits]) => wordsCovered(index, person, bits) > 1);
  return {
    people: people.map(([person]) => person),
    isFull: people.every(([person, bits]) => isFull(index, person, bits)),
  };
}

/** Whether some of the given name and some of the family name is covered. */
export function isFull(index: PeopleIndex, person: number, bits: number): boolean {
  const { family, given } = index.names[person] ?? { family: 0, given: 0 };
  return (bits & family) !== 0 && (bits & given) !== 0;
}
