import { isOneSlip } from './fold.ts';
import {
  affirmations,
  leadWords,
  negations,
  nobodyWords,
  ordinary,
  placeWords,
  reasonWords,
  roleWords,
} from './ordinary.ts';
import { type Nameable, PeopleIndex } from './people-index.ts';
import { particles } from './titles.ts';
import { type Token, tokensOf } from './tokens.ts';

/** How surely: by an address, by names that are all theirs, by part of the name, or by all but a slip of the finger. */
export type Surety = 'address' | 'name' | 'part' | 'slip';

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

/** What a text says about people: names, each once, in the order in which they first stand, and what is left over. */
export interface Naming {
  mentions: readonly Mention[];
  /** What seems to be about somebody who is not named: "my old boss". */
  unnamed: readonly string[];
  /** Everything else that is more than courtesy, or that there is nobody. */
  rest: readonly string[];
}

export type NameFinder = (text: string, writer?: number) => Naming;

/** A slip in a shorter word makes another name of it. */
const shortestForgiven = 5;

/** Texts are answers; what is longer than a screen of names is no list of them. Bounds the work, whatever is sent. */
const longestText = 20_000;

/**
 * How many people the words of one text may bring up, the same ones each time they do: a hundred names, each in the names of
 * 200 people. Where hundreds have one name, a text of nothing else would be weighed for each of them, and so would everyone's.
 */
const mostBroughtUp = 20_000;

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
    const naming = known.get(text) ?? new Reading(text.slice(0, longestText), index).naming();
    known.set(text, naming);
    return writer === undefined ? naming : withoutWriter(naming, writer);
  };
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

/** Somebody who may be meant by some words, and the bits of their name that these cover. */
type Candidates = Map<number, number>;

interface Match {
  from: number;
  /** The first token after it. */
  to: number;
  people: number[];
  by: Surety;
  isFull: boolean;
}

function upTo(most: number, tokens: readonly Token[], index: PeopleIndex): readonly Token[] {
  let broughtUp = 0;
  const end = tokens.findIndex((token) => {
    broughtUp += index.of(token)?.size ?? 0;
    return broughtUp > most;
  });
  return end < 0 ? tokens : tokens.slice(0, end);
}

class Reading {
  readonly #text: string;
  readonly #index: PeopleIndex;
  readonly #tokens: readonly Token[];
  /** By token: the name that it is part of. */
  readonly #matchOf: (Match | undefined)[];

  constructor(text: string, index: PeopleIndex) {
    this.#text = text;
    this.#index = index;
    // Two letters that would be initials of nobody.
    this.#tokens = upTo(mostBroughtUp, tokensOf(text.replace(/\bn\/a\b/gi, 'na ')), index);
    this.#matchOf = this.#tokens.map(() => undefined);
  }

  naming(): Naming {
    this.#takeAddresses();
    this.#takeWholeNames();
    this.#takeOthers();
    const matches = [...new Set(this.#matchOf.filter((one) => one !== undefined))];
    const mentions = this.#withAddresses(matches).map((match) => this.#mention(match));
    return { mentions: eachOnce(mentions), ...this.#leftOver() };
  }

  #take(match: Match): void {
    for (let at = match.from; at < match.to; at++) this.#matchOf[at] = match;
  }

  #takeAddresses(): void {
    this.#tokens.forEach(({ isAddress, plain }, at) => {
      if (!isAddress) return;
      const people = this.#index.byAddress.get(plain.replace(/^mailto:/, '')) ?? [];
      this.#take({ from: at, to: at + 1, people, by: 'address', isFull: true });
    });
  }

  /** Names of which at least two words are given, wherever they stand. */
  #takeWholeNames(): void {
    for (let at = 0; at < this.#tokens.length; ) {
      const match = this.#matchOf[at] ? undefined : this.#wholeNameAt(at);
      if (match) this.#take(match);
      at = match?.to ?? at + 1;
    }
  }

  #wholeNameAt(start: number): Match | undefined {
    const tokens = this.#tokens;
    let first = start;
    const initials: Token[] = [];
    while (tokens[first]?.isInitial && (first === start || tokens[first]?.before === 'none')) {
      initials.push(tokens[first] as Token);
      first++;
    }
    const begin = tokens[first];
    if (!begin || begin.isTitle || begin.isAddress || this.#matchOf[first]) return undefined;
    if (initials.length > 0 && begin.before !== 'none') return undefined;
    let people: Candidates = new Map(this.#index.of(begin));
    let used = initials.length > 0 ? initials.slice(0, 0) : [];
    for (const initial of initials) {
      people = this.#withInitial(people, initial);
      used = [...used, initial];
    }
    let best = this.#twoWords(people) ? { to: first + 1, people, initials: used.length } : undefined;
    let commas = 0;
    for (let at = first + 1; at < tokens.length && people.size > 0; at++) {
      const token = tokens[at] as Token;
      if (token.isAddress || token.before === 'stop' || token.before === 'hard') break;
      if (token.before === 'and') people = this.#havingWord(people, token.joined);
      if (token.before === 'comma') {
        commas++;
        if (commas > 1) break;
        people = this.#familyOnly(people, this.#endsEntry(at + 1) && tokens[start]?.before === 'hard');
      }
      if (token.isTitle && token.before === 'none') continue;
      let next = this.#with(people, token, token);
      if (next.size === 0 && token.isInitial) {
        next = this.#withInitial(people, token);
        if (next.size > 0) used = [...used, token];
      }
      const after = tokens[at + 1];
      let width = 1;
      if (next.size === 0 && after && after.before === 'none') {
        next = this.#with(people, token, {
          plain: token.plain + after.plain,
          spelled: token.spelled + after.spelled,
          loose: token.loose + after.loose,
        });
        width = 2;
      }
      if (next.size === 0) {
        if (particles.has(token.plain) && token.before === 'none') continue;
        break;
      }
      people = next;
      at += width - 1;
      if (this.#twoWords(people)) best = { to: at + 1, people, initials: used.length };
    }
    if (!best) return undefined;
    const found = this.#mostCovered(best.people);
    if (this.#isSentence(start, best.to)) return undefined;
    return { from: start, to: best.to, people: found.people, by: 'name', isFull: best.initials === 0 && found.isFull };
  }

  /** Candidates who have this word, too, besides those that are covered already. */
  #with(people: Candidates, _: Token, word: Pick<Token, 'plain' | 'spelled' | 'loose'>): Candidates {
    const having = this.#index.of(word);
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

  #withInitial(people: Candidates, { plain }: Token): Candidates {
    const next: Candidates = new Map();
    for (const [person, bits] of people) {
      const { words, counting } = this.#index.names[person] ?? { words: [], counting: 0 };
      const place = words.findIndex(
        (word, at) => (counting & (1 << at)) !== 0 && (bits & (1 << at)) === 0 && word.plain.startsWith(plain),
      );
      if (place >= 0) next.set(person, bits | (1 << place));
    }
    return next;
  }

  #havingWord(people: Candidates, word: string): Candidates {
    return new Map(
      [...people].filter(([person]) => this.#index.names[person]?.words.some(({ plain }) => plain === word)),
    );
  }

  /** Before a comma stands the family name: the end of the name, or its beginning where nothing else is in the entry. */
  #familyOnly(people: Candidates, isAlone: boolean): Candidates {
    return new Map(
      [...people].filter(([person, bits]) => {
        const { family = 0, counting = 0 } = this.#index.names[person] ?? {};
        const covered = bits & counting;
        return (covered & family) !== 0 ? covered !== counting : isAlone;
      }),
    );
  }

  #endsEntry(at: number): boolean {
    const after = this.#tokens[at];
    return after === undefined || after.before === 'hard' || after.before === 'stop';
  }

  #twoWords(people: Candidates): boolean {
    for (const [person, bits] of people) if (this.#count(person, bits) > 1) return true;
    return false;
  }

  #count(person: number, bits: number): number {
    let rest = bits & (this.#index.names[person]?.counting ?? 0);
    let count = 0;
    for (; rest !== 0; rest &= rest - 1) count++;
    return count;
  }

  /** Those of whom two words are covered. Given and family name together are full; so are all words that there are. */
  #mostCovered(candidates: Candidates): { people: number[]; isFull: boolean } {
    const people = [...candidates].filter(([person, bits]) => this.#count(person, bits) > 1);
    return {
      people: people.map(([person]) => person),
      isFull: people.every(([person, bits]) => this.#isFull(person, bits)),
    };
  }

  #isFull(person: number, bits: number): boolean {
    const { family, given } = this.#index.names[person] ?? { family: 0, given: 0 };
    return (bits & family) !== 0 && (bits & given) !== 0;
  }

  /** "I may park there" names no May Park: all of these words are ordinary, and none is written as a name. */
  #isSentence(from: number, to: number): boolean {
    const words = this.#tokens.slice(from, to);
    const isAlone = words[0]?.before === 'hard' && this.#endsEntry(to);
    return (
      !isAlone &&
      words.every(({ plain, isCapital, before }) => ordinary.has(plain) && !(isCapital && before === 'none'))
    );
  }

  #takeOthers(): void {
    for (let at = 0; at < this.#tokens.length; ) {
      if (this.#matchOf[at] || !this.#beginsName(at)) {
        at++;
        continue;
      }
      let to = at + 1;
      while (
        to < this.#tokens.length &&
        !this.#matchOf[to] &&
        this.#tokens[to]?.before === 'none' &&
        this.#continues(to)
      )
        to++;
      const match = this.#resolved(at, to);
      if (match) this.#take(match);
      at = to;
    }
  }

  /** Whether a name may begin here: with a title, a word of somebody's name, or what is written as a name. */
  #beginsName(at: number): boolean {
    const token = this.#tokens[at] as Token;
    const next = this.#tokens[at + 1];
    const isFollowed = next !== undefined && next.before === 'none' && !this.#matchOf[at + 1];
    if (token.isTitle || token.isInitial) {
      return isFollowed && (this.#isNameWord(at + 1) || (particles.has(next.plain) && this.#continues(at + 1)));
    }
    if (particles.has(token.plain) && !this.#isIndexed(at))
      return isFollowed && next.isCapital && this.#isNameWord(at + 1);
    return this.#isNameWord(at);
  }

  #continues(at: number): boolean {
    const token = this.#tokens[at] as Token;
    if (token.isTitle || token.isInitial) return true;
    const next = this.#tokens[at + 1];
    if (particles.has(token.plain) && !token.isCapital)
      return next?.before === 'none' && next.isCapital && this.#isNameWord(at + 1);
    return this.#isNameWord(at);
  }

  #isIndexed(at: number): boolean {
    return this.#index.of(this.#tokens[at] as Token) !== undefined;
  }

  #isNameWord(at: number): boolean {
    const token = this.#tokens[at] as Token;
    const { plain, isCapital, before } = token;
    if (token.isAddress || this.#matchOf[at]) return false;
    const isAlone = before !== 'none' && this.#endsPart(at + 1);
    const isIndexed = this.#isIndexed(at);
    const next = this.#tokens[at + 1];
    const isRun = next?.before === 'none' && next.isCapital && !ordinary.has(next.plain) && !roleWords.has(next.plain);
    if (nobodyWords.has(plain) || (affirmations.has(plain) && !isRun)) return false;
    if (ordinary.has(plain) || roleWords.has(plain)) {
      if (!isIndexed) return isCapital && isRun && before === 'none' && !roleWords.has(plain);
      return isAlone || (isCapital && (before === 'none' || isRun || this.#isPointedAt(at + 1)));
    }
    if (this.#isPlace(at) || (!isIndexed && /^\p{N}/u.test(plain))) return false;
    if (isIndexed) return isCapital || this.#isShort(at) || leadWords.has(this.#tokens[at - 1]?.plain ?? '');
    if (isCapital && before === 'none') return true;
    if (isCapital && (isAlone || isRun || this.#isPointedAt(at + 1))) return true;
    // "We had a dispute" is short, too, and says why.
    const [from, to] = this.#part(at);
    // Beside a name that is written as one, a small word is none.
    const isNamed =
      !isCapital &&
      (this.#matchOf.slice(from, to).some((match) => match !== undefined) ||
        this.#tokens
          .slice(from, to)
          .some((other, n) => other.isCapital && n > 0 && this.#index.of(other) !== undefined));
    return this.#isShort(at) && !isNamed && !reasonWords.has(this.#tokens[from]?.plain ?? '');
  }

  /** "Will from finance", "Grace (sales)": what comes after says that it is somebody. */
  #isPointedAt(at: number): boolean {
    const next = this.#tokens[at];
    return (
      next !== undefined &&
      (placeWords.has(next.plain) || next.isAddress || this.#isBracket(at)) &&
      next.before === 'none'
    );
  }

  #isBracket(at: number): boolean {
    const from = this.#tokens[at]?.from ?? 0;
    return /[(<[]\s*$/.test(this.#text.slice(Math.max(0, from - 3), from));
  }

  /** Where somebody works: after "from" and the like, or by the words that the list of people has for it. */
  #isPlace(at: number): boolean {
    const token = this.#tokens[at] as Token;
    const isIndexed = this.#isIndexed(at);
    if (this.#index.places.has(token.plain) && !(isIndexed && token.before !== 'none')) return true;
    const last = this.#tokens[at - 1];
    const isAfter =
      token.before === 'none' && last !== undefined && (placeWords.has(last.plain) || last.plain === 'the');
    if (!isAfter) return false;
    return !isIndexed || this.#hasNameBefore(at);
  }

  #hasNameBefore(at: number): boolean {
    for (let n = at; n > 0 && this.#tokens[n]?.before === 'none'; n--) if (this.#matchOf[n - 1]) return true;
    return false;
  }

  #endsPart(at: number): boolean {
    const next = this.#tokens[at];
    return next === undefined || next.before !== 'none' || next.isAddress;
  }

  /** Whether hardly anything but courtesy stands beside it in its part of a list: then it is a name, however it is written. */
  #isShort(at: number): boolean {
    const [from, to] = this.#part(at);
    const own = this.#tokens.slice(from, to).filter((one) => {
      const { plain, isTitle, isAddress } = one;
      return !isTitle && !isAddress && !ordinary.has(plain) && !roleWords.has(plain) && !particles.has(plain);
    });
    return to - from <= 8 && own.length <= 3 && !own.some(({ plain }) => nobodyWords.has(plain) && own.length === 1);
  }

  /** The part of a list that a token stands in: between commas, "and", line ends. */
  #part(at: number): [from: number, to: number] {
    let [from, to] = [at, at + 1];
    while (from > 0 && this.#tokens[from]?.before === 'none') from--;
    while (to < this.#tokens.length && this.#tokens[to]?.before === 'none') to++;
    return [from, to];
  }

  /** Whose name it is, of which not two words are anybody's. */
  #resolved(from: number, to: number): Match | undefined {
    const words = this.#tokens.slice(from, to).filter(({ isTitle }) => !isTitle);
    const hasTitle = words.length < to - from;
    const [only] = words;
    if (!only) return undefined;
    const counting = words.filter(({ plain }) => !particles.has(plain));
    if (counting.length <= 1) {
      const word = counting[0] ?? only;
      const people = this.#byOneWord(word, hasTitle);
      if (people) return { from, to, ...people };
      // A word after a whole name is hardly a second one: "Grace Lee Johnson", "Hans Stein (Finance)".
      if (this.#isBesideName(from, to)) return undefined;
      return { from, to, people: [], by: 'part', isFull: false };
    }
    const found = this.#allButASlip(counting) ?? this.#withMore(counting) ?? this.#slipInEach(counting);
    if (found) return { from, to, ...found };
    if (this.#isBesideName(from, to)) return undefined;
    // Names side by side, of which each is somebody's, may be a list or one name that is nobody's: whoever could be meant.
    return { from, to, people: [], by: 'name', isFull: true };
  }

  #isBesideName(from: number, to: number): boolean {
    const isBefore = this.#matchOf[from - 1] !== undefined && this.#tokens[from]?.before === 'none';
    const isAfter =
      this.#matchOf[to] !== undefined && this.#tokens[to]?.before === 'none' && !this.#tokens[to]?.isAddress;
    return isBefore || isAfter;
  }

  #byOneWord(word: Token, hasTitle: boolean): Omit<Match, 'from' | 'to'> | undefined {
    const having = this.#index.of(word);
    if (having) {
      const all = [...having];
      const byFamily = all.filter(([person, bits]) => (bits & (this.#index.names[person]?.family ?? 0)) !== 0);
      const chosen = hasTitle && byFamily.length > 0 ? byFamily : all;
      const people = chosen.map(([person]) => person);
      const isFull = people.every((person) => this.#index.names[person]?.counting === 1);
      return { people, by: isFull ? 'name' : 'part', isFull };
    }
    if (word.plain.length < shortestForgiven) return undefined;
    const near = this.#index.near(word.plain).filter((other) => isOneSlip(word.plain, other));
    const people = new Set(near.flatMap((other) => [...(this.#index.strictly(other)?.keys() ?? [])]));
    return people.size > 0 ? { people: [...people], by: 'slip', isFull: false } : undefined;
  }

  /** Everyone all of whose words these are, but for one slip of the finger, or initials in the list. */
  #allButASlip(words: readonly Token[]): Omit<Match, 'from' | 'to'> | undefined {
    const found: Candidates = new Map();
    for (const person of this.#anyOf(words)) {
      const name = this.#index.names[person];
      if (!name) continue;
      let [bits, slips, isEach] = [0, 0, true];
      for (const word of words) {
        const exact = this.#index.anyOf(word, person) & ~bits;
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
      if (isEach && slips <= 1 && this.#count(person, bits) > 1) found.set(person, bits);
    }
    if (found.size === 0) return undefined;
    const people = [...found];
    return {
      people: people.map(([person]) => person),
      by: 'slip',
      isFull: people.every(([one, bits]) => this.#isFull(one, bits)) && !words.some(({ isInitial }) => isInitial),
    };
  }

  /** Everyone both of whose names these words have, with others between: "Anna Maria Schmidt" for Anna Schmidt. */
  #withMore(words: readonly Token[]): Omit<Match, 'from' | 'to'> | undefined {
    const people = this.#anyOf(words).filter((person) => {
      const bits = words.reduce((sum, word) => sum | this.#index.anyOf(word, person), 0);
      return this.#count(person, bits) > 1 && this.#isFull(person, bits);
    });
    return people.length > 0 ? { people, by: 'slip', isFull: true } : undefined;
  }

  /** The one person who is a slip of the finger away in each word: "Patrica Gomes" for Patricia Gomez. */
  #slipInEach(words: readonly Token[]): Omit<Match, 'from' | 'to'> | undefined {
    let found: Candidates | undefined;
    for (const { plain } of words) {
      if (plain.length < shortestForgiven) return undefined;
      const next: Candidates = new Map();
      for (const other of this.#index.near(plain)) {
        if (other !== plain && (other.length < shortestForgiven || !isOneSlip(plain, other))) continue;
        for (const [person, bits] of this.#index.strictly(other) ?? []) {
          const before = found ? found.get(person) : 0;
          if (before !== undefined && (before & bits) === 0) next.set(person, before | bits);
        }
      }
      found = next;
    }
    const people = [...(found ?? [])].filter(([person, bits]) => this.#isFull(person, bits)).map(([person]) => person);
    return people.length === 1 ? { people, by: 'slip', isFull: true } : undefined;
  }

  #anyOf(words: readonly Token[]): number[] {
    return [...new Set(words.flatMap((word) => [...(this.#index.of(word)?.keys() ?? [])]))];
  }

  /** An address beside a name says whose it is: one mention, not two. */
  #withAddresses(matches: readonly Match[]): Match[] {
    const dropped = new Set<Match>();
    const isBeside = (one: Match, other: Match) => one.to === other.from && this.#tokens[other.from]?.before === 'none';
    matches.forEach((match, at) => {
      if (match.by !== 'address') return;
      const [before, after] = [matches[at - 1], matches[at + 1]];
      const name = before && isBeside(before, match) ? before : after && isBeside(match, after) ? after : undefined;
      if (!name || name.by === 'address' || dropped.has(name)) return;
      if (match.people.length === 0 && name.people.length > 0) dropped.add(match);
      else if (name.people.length === 0 || name.people.some((person) => match.people.includes(person)))
        dropped.add(name);
    });
    return matches.filter((match) => !dropped.has(match));
  }

  #mention(match: Match): Mention {
    const words = this.#text.slice(this.#tokens[match.from]?.from, this.#tokens[match.to - 1]?.to);
    const said = { words, isNot: this.#isNot(match) };
    const people = match.people.length > 1 ? this.#byPlace(match) : match.people;
    const [person] = people;
    if (person === undefined) return { ...said, is: 'nobody' };
    if (people.length > 1) return { ...said, is: 'several', people, isFull: match.isFull };
    return { ...said, is: 'found', person, by: match.by, isFull: match.isFull };
  }

  #isNot({ from }: Match): boolean {
    for (let at = from; at > 0 && ['none', 'and'].includes(this.#tokens[at]?.before ?? ''); at--) {
      if (negations.has(this.#tokens[at - 1]?.plain ?? '')) return true;
    }
    return false;
  }

  /** Of those of one name, the one whose team or place is written beside it; all of them where that tells nothing. */
  #byPlace({ to, people }: Match): number[] {
    const beside = new Set<string>();
    for (let at = to; at < this.#tokens.length && !this.#matchOf[at]; at++) {
      const { before, plain } = this.#tokens[at] as Token;
      if (before === 'hard' || before === 'and' || before === 'stop') break;
      beside.add(plain);
    }
    const there = people.filter((person) =>
      this.#index.names[person]?.places.some((place) => place.size > 0 && [...place].every((word) => beside.has(word))),
    );
    return there.length === 1 ? there : people;
  }

  /** "Manager - Grace Lee": what stands before says who that is. */
  #isLabel(to: number): boolean {
    return this.#tokens[to]?.before === 'comma' && this.#matchOf[to] !== undefined;
  }

  /** Parts of the text without a name that say more than courtesy. */
  #leftOver(): Pick<Naming, 'unnamed' | 'rest'> {
    const unnamed: string[] = [];
    const rest: string[] = [];
    const hasNames = this.#matchOf.some((match) => match !== undefined);
    const tokens = this.#tokens;
    for (let from = 0; from < tokens.length; ) {
      let to = from + 1;
      // Without a name in it, a comma only divides a sentence.
      while (to < tokens.length && (tokens[to]?.before === 'none' || (!hasNames && tokens[to]?.before === 'comma')))
        to++;
      const part = tokens.slice(from, to);
      const isNamed = part.some((_, at) => this.#matchOf[from + at]);
      const more = part.filter(({ plain, isTitle }) => !ordinary.has(plain) && !nobodyWords.has(plain) && !isTitle);
      if (!isNamed && more.length > 0) {
        const words = this.#text.slice(part[0]?.from, part.at(-1)?.to);
        const isReason = reasonWords.has(part[0]?.plain ?? '') || part[0]?.before === 'comma' || this.#isLabel(to);
        const isSomebody = more.some(({ plain }) => roleWords.has(plain)) && part.length <= 8 && !isReason;
        // "No, we all get along" has said it already; "no one from sales" has not.
        const isAnswered = nobodyWords.has(tokens[0]?.plain ?? '') && (tokens[1]?.before ?? 'hard') !== 'none';
        (isSomebody || (!hasNames && !isAnswered) ? unnamed : rest).push(words);
      }
      from = to;
    }
    return { unnamed, rest };
  }
}
