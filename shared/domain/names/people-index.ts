import { familyAndGiven } from './called.ts';
import { type Folded, folded } from './fold.ts';
import { ordinary, roleWords, shortNames } from './ordinary.ts';
import { isSuffix, isTitle, particles } from './titles.ts';

/** Somebody who can be named. Where they work tells people of one name apart. */
export interface Nameable {
  name: string;
  email: string;
  department?: string | undefined;
  location?: string | undefined;
}

/** A person's name, word by word in the order in which it is said. */
export interface NameWords {
  words: readonly Folded[];
  /** Bits of the words that count: neither particles nor what cannot be told from one. */
  counting: number;
  /** Bits of what may be the family name alone, and of all that may stand for it. */
  family: number;
  given: number;
  places: readonly ReadonlySet<string>[];
}

/** Who has a word in their name, and which of their words it covers, as bits. */
export type Covered = ReadonlyMap<number, number>;

/** Only so many words of a name are looked at; the bits of one number hold them. */
const mostWords = 20;

const shortOf = shortForms();

/** The names of these people by each word of them, however it is written. Built once, in one pass. */
export class PeopleIndex {
  readonly names: NameWords[] = [];
  readonly byAddress = new Map<string, number[]>();
  readonly places = new Set<string>();
  readonly #people: readonly Nameable[];
  readonly #strict = new Words();
  #others: { strict: Words; loose: Words } | undefined;
  #deletions: Map<string, string[]> | undefined;

  constructor(people: readonly Nameable[]) {
    this.#people = people;
    people.forEach((person, index) => {
      this.#add(person, index);
    });
  }

  /** Who has this word in their name: as it is written, or else in another way of writing it. */
  of(word: Folded): Covered | undefined {
    const { plain, spelled } = word;
    const exact = this.#strict.of(plain);
    const other = spelled === plain ? undefined : this.#strict.of(spelled);
    return both(exact, other) ?? this.#rarer().strict.of(plain) ?? this.#looselyOf(word);
  }

  /** The bits that a word covers of one person's name, also in a way of writing it that is somebody else's. */
  anyOf(word: Folded, person: number): number {
    return this.of(word)?.get(person) ?? this.#looselyOf(word)?.get(person) ?? 0;
  }

  #looselyOf({ loose }: Folded): Covered | undefined {
    return both(this.#rarer().loose.of(loose), this.#strict.of(loose));
  }

  /** Words of names that are one slip of the finger away from this one. */
  near(word: string): string[] {
    this.#deletions ??= this.#byDeletions();
    const near = new Set<string>();
    for (const form of deletionsOf(word)) for (const one of this.#deletions.get(form) ?? []) near.add(one);
    return [...near];
  }

  strictly(word: string): Covered | undefined {
    return this.#strict.of(word);
  }

  #add({ name, email, department, location }: Nameable, person: number): void {
    if (email !== '') add(this.byAddress, email.toLowerCase(), person);
    const parts = familyAndGiven(name.replace(/\s+/g, ' ').trim());
    const given = wordsOf(parts ? parts.given : (name.split(',')[0] ?? ''));
    const family = parts ? wordsOf(parts.family) : [];
    const words = [...given, ...family].slice(0, mostWords).map(folded);
    const isParticle = words.map(({ plain }) => particles.has(plain));
    const last = words.length - 1;
    // At either end a particle may be a name ("Le Van Duc", "An Do"), unless nothing else would be left out.
    const counts = words.map((_, place) => !isParticle[place] || place === last || (place === 0 && words.length < 3));
    const bits = (from: number, to: number) =>
      counts.reduce((sum, counted, place) => (counted && place >= from && place < to ? sum | (1 << place) : sum), 0);
    this.names.push({
      words,
      counting: bits(0, words.length),
      family: parts ? bits(given.length, words.length) : 1 << Math.max(last, 0),
      given: parts ? bits(0, given.length) : bits(0, last) || bits(0, 1),
      places: [department, location].flatMap((place) => (place ? [this.#placeWords(place)] : [])),
    });
    words.forEach(({ plain, spelled }, place) => {
      this.#strict.put(plain, person, 1 << place);
      if (spelled !== plain) this.#strict.put(spelled, person, 1 << place);
    });
    this.#addCalled(name, email, words, person);
  }

  /** What is looked up only where a word is in nobody's name as it stands: words run together, short forms, other spellings. */
  #rarer(): { strict: Words; loose: Words } {
    if (this.#others) return this.#others;
    const [strict, loose] = [new Words(), new Words()];
    this.#people.forEach((_, person) => {
      const words = this.names[person]?.words ?? [];
      words.forEach((word, place) => {
        if (word.loose !== word.plain) loose.put(word.loose, person, 1 << place);
        if (word.spelled !== word.plain) loose.put(word.plain, person, 1 << place);
        const [next, third] = [words[place + 1], words[place + 2]];
        if (!next) return;
        strict.put(word.plain + next.plain, person, 3 << place);
        loose.put(word.loose + next.loose, person, 3 << place);
        if (third) strict.put(word.plain + next.plain + third.plain, person, 7 << place);
      });
      if (words.length < 2) return;
      for (const short of shortOf.get(words[0]?.plain ?? '') ?? []) loose.put(short, person, 1);
    });
    this.#others = { strict, loose };
    return this.#others;
  }

  /** What somebody is called besides: in brackets, or in their address ("bob.miller@"). */
  #addCalled(name: string, email: string, words: readonly Folded[], person: number): void {
    if (words.length < 2) return;
    for (const [, inside = ''] of name.includes('(') || /["“]/.test(name)
      ? name.matchAll(/["“(]([^"”)]+)["”)]/gu)
      : []) {
      for (const word of wordsOf(inside)) this.#strict.put(folded(word).plain, person, 1);
    }
    const said = email
      .slice(0, Math.max(0, email.indexOf('@')))
      .toLowerCase()
      .split(/[^\p{L}]+/u);
    const known = said.filter((word) => word.length > 2);
    const [other, more] = known.filter(
      (word) => !words.some(({ plain, spelled }) => plain === word || spelled === word),
    );
    if (other === undefined || more !== undefined || known.length < 2 || known[0] !== other) return;
    // "bob.miller" beside "Robert Miller". A word alone may be anything, and so may two that are both unknown.
    if (!ordinary.has(other) && !roleWords.has(other)) this.#strict.put(other, person, 1);
  }

  #placeWords(place: string): ReadonlySet<string> {
    const words = new Set(
      place
        .split(/[^\p{L}\p{M}\p{N}]+/u)
        .filter(Boolean)
        .map((word) => folded(word).plain),
    );
    for (const word of words) this.places.add(word);
    return words;
  }

  #byDeletions(): Map<string, string[]> {
    const byForm = new Map<string, string[]>();
    for (const word of this.#strict.keys()) {
      if (word.length < 4 || word.length > 20) continue;
      for (const form of deletionsOf(word)) add(byForm, form, word);
    }
    return byForm;
  }
}

function wordsOf(name: string): string[] {
  const words = name
    .replace(/["“(][^"”)]*["”)]/gu, ' ')
    .split(/\s+/)
    .filter(Boolean);
  while (words.length > 1 && isTitle(words[0] ?? '')) words.shift();
  while (words.length > 1 && (isSuffix(words.at(-1) ?? '') || isTitle(words.at(-1) ?? ''))) words.pop();
  return words.flatMap((word) => word.split(/[-‐‑–.]/)).filter((word) => /\p{L}|\p{N}/u.test(word));
}

function deletionsOf(word: string): string[] {
  return [word, ...Array.from(word, (_, at) => word.slice(0, at) + word.slice(at + 1))];
}

function add<Value>(index: Map<string, Value[]>, key: string, value: Value): void {
  const others = index.get(key);
  if (others) others.push(value);
  else index.set(key, [value]);
}

/** Who has which words. Most words are looked up never, so that a map of people is made of one when it first is. */
class Words {
  readonly #people = new Map<string, number[] | Map<number, number>>();

  put(word: string, person: number, bits: number): void {
    const people = this.#people.get(word);
    if (people instanceof Map) people.set(person, (people.get(person) ?? 0) | bits);
    else if (people) people.push(person, bits);
    else this.#people.set(word, [person, bits]);
  }

  of(word: string): Covered | undefined {
    const people = this.#people.get(word);
    if (people === undefined || people instanceof Map) return people;
    const map = new Map<number, number>();
    for (let n = 0; n < people.length; n += 2) {
      const person = people[n] as number;
      map.set(person, (map.get(person) ?? 0) | (people[n + 1] as number));
    }
    this.#people.set(word, map);
    return map;
  }

  keys(): Iterable<string> {
    return this.#people.keys();
  }
}

function both(one: Covered | undefined, other: Covered | undefined): Covered | undefined {
  if (!one || !other) return one ?? other;
  const people = new Map(one);
  for (const [person, bits] of other) people.set(person, (people.get(person) ?? 0) | bits);
  return people;
}

function shortForms(): ReadonlyMap<string, readonly string[]> {
  const forms = new Map<string, string[]>();
  for (const group of shortNames) {
    for (const one of group) for (const other of group) if (one !== other) add(forms, one, other);
  }
  return forms;
}
