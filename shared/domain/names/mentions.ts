import type { MarkedText, Match, Surety } from './marked-text.ts';
import type { Token } from './name-tokens.ts';
import { negations } from './ordinary.ts';

interface Said {
  /** As they wrote it. */
  words: string;
  /** In an answer about whom one would like: "not Hans". */
  isNot: boolean;
}

/** A name in a text, and whose it is. Positions are those of the list of people. */
export type Mention =
  | (Said & { is: 'found'; person: number; by: Surety; isFull: boolean })
  /** `isFull`: it gives both given and family name, so that more of the name would not help. */
  | (Said & { is: 'several'; people: readonly number[]; isFull: boolean })
  | (Said & { is: 'nobody' });

/** The names that were found, in the order in which they stand. */
export function mentionsIn(marked: MarkedText): Mention[] {
  const matches = [...new Set(marked.matchOf.filter((one) => one !== undefined))];
  return withAddresses(marked, matches).map((match) => mentionOf(marked, match));
}

/** An address beside a name says whose it is: one mention, not two. */
function withAddresses(marked: MarkedText, matches: readonly Match[]): Match[] {
  const dropped = new Set<Match>();
  const isBeside = (one: Match, other: Match) => one.to === other.from && marked.tokens[other.from]?.before === 'none';
  matches.forEach((match, at) => {
    if (match.by !== 'address') return;
    const [before, after] = [matches[at - 1], matches[at + 1]];
    const name = before && isBeside(before, match) ? before : after && isBeside(match, after) ? after : undefined;
    if (!name || name.by === 'address' || dropped.has(name)) return;
    if (match.people.length === 0 && name.people.length > 0) dropped.add(match);
    else if (name.people.length === 0 || name.people.some((person) => match.people.includes(person))) dropped.add(name);
  });
  return matches.filter((match) => !dropped.has(match));
}

function mentionOf(marked: MarkedText, match: Match): Mention {
  const words = marked.text.slice(marked.tokens[match.from]?.from, marked.tokens[match.to - 1]?.to);
  const said = { words, isNot: isNot(marked, match) };
  const people = match.people.length > 1 ? byPlace(marked, match) : match.people;
  const [person] = people;
  if (person === undefined) return { ...said, is: 'nobody' };
  if (people.length > 1) return { ...said, is: 'several', people, isFull: match.isFull };
  return { ...said, is: 'found', person, by: match.by, isFull: match.isFull };
}

function isNot(marked: MarkedText, { from }: Match): boolean {
  for (let at = from; at > 0 && ['none', 'and'].includes(marked.tokens[at]?.before ?? ''); at--) {
    if (negations.has(marked.tokens[at - 1]?.plain ?? '')) return true;
  }
  return false;
}

/** Of those of one name, the one whose team or place is written beside it; all of them where that tells nothing. */
function byPlace(marked: MarkedText, { to, people }: Match): number[] {
  const beside = new Set<string>();
  for (let at = to; at < marked.tokens.length && !marked.matchOf[at]; at++) {
    const { before, plain } = marked.tokens[at] as Token;
    if (before === 'hard' || before === 'and' || before === 'stop') break;
    beside.add(plain);
  }
  const there = people.filter((person) =>
    marked.index.names[person]?.places.some((place) => place.size > 0 && [...place].every((word) => beside.has(word))),
  );
  return there.length === 1 ? there : people;
}
