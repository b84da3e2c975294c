import { type Candidates, isFull, wordsCovered } from './candidates.ts';
import { isOneSlip } from './fold.ts';
import type { MarkedText, Match } from './marked-text.ts';
import type { Token } from './name-tokens.ts';
import { beginsName, continues } from './name-words.ts';
import { particles } from './titles.ts';

/** A slip in a shorter word makes another name of it. */
const shortestForgiven = 5;

/** Names that are no whole names of anybody: a part of one, one with a slip of the finger, or somebody else's. */
export function takeOtherNames(marked: MarkedText): void {
  for (let at = 0; at < marked.tokens.length; ) {
    if (marked.matchOf[at] || !beginsName(marked, at)) {
      at++;
      continue;
    }
    let to = at + 1;
    while (
      to < marked.tokens.length &&
      !marked.matchOf[to] &&
      marked.tokens[to]?.before === 'none' &&
      continues(marked, to)
    )
      to++;
    const match = nameIn(marked, at, to);
    if (match) marked.take(match);
    at = to;
  }
}

/** Whose name it is, of which not two words are anybody's. */
function nameIn(marked: MarkedText, from: number, to: number): Match | undefined {
  const words = marked.tokens.slice(from, to).filter(({ isTitle }) => !isTitle);
  const hasTitle = words.length < to - from;
  const [only] = words;
  if (!only) return undefined;
  const counting = words.filter(({ plain }) => !particles.has(plain));
  if (counting.length <= 1) {
    const word = counting[0] ?? only;
    const people = byOneWord(marked, word, hasTitle);
    if (people) return { from, to, ...people };
    // A word after a whole name is hardly a second one: "Grace Lee Johnson", "Hans Stein (Finance)".
    if (isBesideName(marked, from, to)) return undefined;
    return { from, to, people: [], by: 'part', isFull: false };
  }
  const found = allButASlip(marked, counting) ?? withMore(marked, counting) ?? slipInEach(marked, counting);
  if (found) return { from, to, ...found };
  if (isBesideName(marked, from, to)) return undefined;
  // Names side by side, of which each is somebody's, may be a list or one name that is nobody's: whoever could be meant.
  return { from, to, people: [], by: 'name', isFull: true };
}

function isBesideName(marked: MarkedText, from: number, to: number): boolean {
  const isBefore = marked.matchOf[from - 1] !== undefined && marked.tokens[from]?.before === 'none';
  const isAfter =
    marked.matchOf[to] !== undefined && marked.tokens[to]?.before === 'none' && !marked.tokens[to]?.isAddress;
  return isBefore || isAfter;
}

function byOneWord(marked: MarkedText, word: Token, hasTitle: boolean): Omit<Match, 'from' | 'to'> | undefined {
  const having = marked.index.of(word);
  if (having) {
    const all = [...having];
    const byFamily = all.filter(([person, bits]) => (bits & (marked.index.names[person]?.family ?? 0)) !== 0);
    const chosen = hasTitle && byFamily.length > 0 ? byFamily : all;
    const people = chosen.map(([person]) => person);
    const isFull = people.every((person) => marked.index.names[person]?.counting === 1);
    return { people, by: isFull ? 'name' : 'part', isFull };
  }
  if (word.plain.length < shortestForgiven) return undefined;
  const near = marked.index.near(word.plain).filter((other) => isOneSlip(word.plain, other));
  const people = new Set(near.flatMap((other) => [...(marked.index.strictly(other)?.keys() ?? [])]));
  return people.size > 0 ? { people: [...people], by: 'slip', isFull: false } : undefined;
}

/** Everyone all of whose words these are, but for one slip of the finger, or initials in the list. */
function allButASlip(marked: MarkedText, words: readonly Token[]): Omit<Match, 'from' | 'to'> | undefined {
  const found: Candidates = new Map();
  for (const person of anyOf(marked, words)) {
    const name = marked.index.names[person];
    if (!name) continue;
    let [bits, slips, isEach] = [0, 0, true];
    for (const word of words) {
      const exact = marked.index.anyOf(word, person) & ~bits;
      if (exact !== 0) {
        bits |= exact;
        continue;
      }
      const place = name.words.findIndex(
        ({ plain }, at) =>
          (bits & (1 << at)) === 0 &&
          (plain.length === 1 || word.isInitial
            ? plain[0] === word.plain[0]
            : Math.min(plain.length, word.plain.length) > 2 && isOneSlip(plain, word.plain)),
      );
      if (place < 0) {
        isEach = false;
        break;
      }
      if (name.words[place]?.plain.length !== 1 && !word.isInitial) slips++;
      bits |= 1 << place;
    }
    if (isEach && slips <= 1 && wordsCovered(marked.index, person, bits) > 1) found.set(person, bits);
  }
  if (found.size === 0) return undefined;
  const people = [...found];
  return {
    people: people.map(([person]) => person),
    by: 'slip',
    isFull: people.every(([one, bits]) => isFull(marked.index, one, bits)) && !words.some(({ isInitial }) => isInitial),
  };
}

/** Everyone both of whose names these words have, with others between: "Anna Maria Schmidt" for Anna Schmidt. */
function withMore(marked: MarkedText, words: readonly Token[]): Omit<Match, 'from' | 'to'> | undefined {
  const people = anyOf(marked, words).filter((person) => {
    const bits = words.reduce((sum, word) => sum | marked.index.anyOf(word, person), 0);
    return wordsCovered(marked.index, person, bits) > 1 && isFull(marked.index, person, bits);
  });
  return people.length > 0 ? { people, by: 'slip', isFull: true } : undefined;
}

/** The one person who is a slip of the finger away in each word: "Patrica Gomes" for Patricia Gomez. */
function slipInEach(marked: MarkedText, words: readonly Token[]): Omit<Match, 'from' | 'to'> | undefined {
  let found: Candidates | undefined;
  for (const { plain } of words) {
    if (plain.length < shortestForgiven) return undefined;
    const next: Candidates = new Map();
    for (const other of marked.index.near(plain)) {
      if (other !== plain && (other.length < shortestForgiven || !isOneSlip(plain, other))) continue;
      for (const [person, bits] of marked.index.strictly(other) ?? []) {
        const before = found ? found.get(person) : 0;
        if (before !== undefined && (before & bits) === 0) next.set(person, before | bits);
      }
    }
    found = next;
  }
  const people = [...(found ?? [])]
    .filter(([person, bits]) => isFull(marked.index, person, bits))
    .map(([person]) => person);
  return people.length === 1 ? { people, by: 'slip', isFull: true } : undefined;
}

function anyOf(marked: MarkedText, words: readonly Token[]): number[] {
  return [...new Set(words.flatMap((word) => [...(marked.index.of(word)?.keys() ?? [])]))];
}
