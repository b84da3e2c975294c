import { type LeftOver, leftOver } from './left-over.ts';
import { MarkedText } from './marked-text.ts';
import { type Mention, mentionsIn } from './mentions.ts';
import { takeOtherNames } from './other-names.ts';
import { type Nameable, PeopleIndex } from './people-index.ts';
import { takeWholeNames } from './whole-names.ts';

/** What a text says about people: names, each once, in the order in which they first stand, and what is left over. */
export interface Naming extends LeftOver {
  mentions: readonly Mention[];
}

export type NameFinder = (text: string, writer?: number) => Naming;

/** Texts are answers; what is longer than a screen of names is no list of them. Bounds the work, whatever is sent. */
const longestText = 20_000;

/**
 * Finds who is named in a text among these people, as people write names: without titles, with other capitals, accents and
 * transcriptions, family name first, by a part that only one of them has, by a short form, by initials, or with one slip of
 * the finger. Two of a name are both found. A name that is nobody's is said to be so. Whoever writes does not name themselves.
 */
export function namesFinder(people: readonly Nameable[]): NameFinder {
  let index: PeopleIndex | undefined;
  const known = new Map<string, Naming>();
  return (text, writer) => {
    index ??= new PeopleIndex(people);
    const naming = known.get(text) ?? namingIn(text.slice(0, longestText), index);
    known.set(text, naming);
    return writer === undefined ? naming : withoutWriter(naming, writer);
  };
}

function namingIn(text: string, index: PeopleIndex): Naming {
  const marked = new MarkedText(text, index);
  takeAddresses(marked);
  takeWholeNames(marked);
  takeOtherNames(marked);
  return { mentions: eachOnce(mentionsIn(marked)), ...leftOver(marked) };
}

function takeAddresses(marked: MarkedText): void {
  marked.tokens.forEach(({ isAddress, plain }, at) => {
    if (!isAddress) return;
    const people = marked.index.byAddress.get(plain.replace(/^mailto:/, '')) ?? [];
    marked.take({ from: at, to: at + 1, people, by: 'address', isFull: true });
  });
}

/** What is said again in the same words says no more, but would be asked and worked out each time. */
function eachOnce(mentions: readonly Mention[]): Mention[] {
  const byWords = new Map<string, Mention[]>();
  return mentions.filter((one) => {
    const said = `${one.isNot} ${one.words.toLowerCase()}`;
    const before = byWords.get(said) ?? [];
    const isNew = !before.some((other) => isOfSame(one, other));
    if (isNew) byWords.set(said, [...before, one]);
    return isNew;
  });
}

function isOfSame(one: Mention, other: Mention): boolean {
  if (one.is === 'found') return other.is === 'found' && one.person === other.person;
  if (one.is === 'nobody' || other.is !== 'several') return one.is === other.is;
  return one.people.length === other.people.length && one.people.every((person, at) => person === other.people[at]);
}

function withoutWriter(naming: Naming, writer: number): Naming {
  const isNamed = (one: Mention) =>
    one.is === 'found' ? one.person === writer : one.is === 'several' && one.people.includes(writer);
  if (!naming.mentions.some(isNamed)) return naming;
  const mentions = naming.mentions.flatMap((one): Mention[] => {
    if (one.is === 'found') return one.person === writer ? [] : [one];
    if (one.is === 'nobody' || !one.people.includes(writer)) return [one];
    const others = one.people.filter((person) => person !== writer);
    const [person] = others;
    if (person === undefined) return [];
    if (others.length > 1) return [{ ...one, people: others }];
    return [
      { is: 'found', words: one.words, isNot: one.isNot, person, by: one.isFull ? 'name' : 'part', isFull: one.isFull },
    ];
  });
  return { ...naming, mentions };
}
