import type { Applicant } from '#domain/applicants.ts';
import type { Mention } from '#domain/names/mentions.ts';
import { namesFinder } from '#domain/names/people-names.ts';
import type { ProgramDefinition } from '#domain/program/program-definition.ts';
import { choicesIn, numberIn } from './answer-values.ts';
import { ChoiceNumbers } from './choice-numbers.ts';

/**
 * Why two people may not be paired. `apart` covers what was said in confidence (declared conflicts, and one's own
 * manager or anyone above); whoever is told of it learns no more than that. `low`: they score less than the program's minimum.
 */
export type Exclusion = 'self' | 'apart' | 'shared' | 'earlier' | 'vetoed' | 'low';

/** Ids of the two people of a pair: mentor first. */
export type MentorAndMentee = readonly [mentor: string, mentee: string];

export interface RuledOutPairs {
  /** Partners of earlier rounds; not paired again, whichever way round. */
  earlier?: readonly MentorAndMentee[];
  /** Pairs that the committee objected to; not proposed again, whichever way round. */
  forbidden?: readonly MentorAndMentee[];
}

/** What keeps pairs apart, between lists of mentees and mentors. */
export interface Exclusions {
  /** The first rule that keeps two apart, if any. */
  between(mentee: number, mentor: number): Exclusion | undefined;
  /** Calls `exclude` for every mentor who is kept apart from a mentee; faster than one call of `between` for each. */
  forEach(mentee: number, exclude: (mentor: number) => void): void;
}

/**
 * The program's rules for these people. Rules look at both sides: it does not matter who named whom. Somebody may be
 * named who is neither among the mentees nor the mentors; that keeps nobody apart.
 */
export function exclusions(
  { mentees, mentors }: { mentees: readonly Applicant[]; mentors: readonly Applicant[] },
  program: ProgramDefinition,
  { earlier = [], forbidden = [] }: RuledOutPairs = {},
): Exclusions {
  const { conflicts, manager, shared } = program.matching.rules;
  const everyone = [...new Map([...mentees, ...mentors].map((person) => [person.id, person])).values()];
  const find = namesFinder(everyone);
  const apart = new Couples();
  const mentionsBy = (question: string | undefined) =>
    everyone.map(({ answers }, writer) => {
      const text = question === undefined ? undefined : answers[question];
      return typeof text === 'string' && text.trim() !== '' ? find(text, writer).mentions : [];
    });
  // Everyone who could be meant is kept apart: better one pair fewer than the wrong one.
  const keepApart = (one: number, others: Iterable<number>) => {
    for (const other of others) apart.add((everyone[one] as Applicant).id, (everyone[other] as Applicant).id);
  };
  mentionsBy(conflicts).forEach((mentions, writer) => {
    keepApart(writer, new Set(mentions.flatMap(couldBe)));
  });
  const managers = mentionsBy(manager);
  // The line goes on from those who were named in full; one name in common would tie together half of a large pool.
  const goesOn = (one: Mention) => one.is === 'found' || (one.is === 'several' && one.isFull);
  const lines = managers.map((mentions) => mentions.filter(goesOn).flatMap(couldBe));
  managers.forEach((mentions, writer) => {
    keepApart(writer, new Set(mentions.filter((one) => !goesOn(one)).flatMap(couldBe)));
    keepApart(writer, reportingLine(writer, lines));
  });
  const before = new Couples(earlier);
  const vetoed = new Couples(forbidden);
  const same = new Couples();
  const byAddress = new Map<string, string[]>();
  for (const { id, email } of everyone) {
    if (email === '') continue;
    const others = byAddress.get(email.toLowerCase()) ?? [];
    for (const other of others) same.add(id, other);
    byAddress.set(email.toLowerCase(), [...others, id]);
  }
  const chosen = shared.map((question) => sharedChoices(question, mentees, mentors));
  const columns = new Map(mentors.map(({ id }, mentor) => [id, mentor]));
  return {
    between(mentee, mentor) {
      const [one, other] = [(mentees[mentee] as Applicant).id, (mentors[mentor] as Applicant).id];
      if (one === other || same.has(one, other)) return 'self';
      if (vetoed.has(one, other)) return 'vetoed';
      if (before.has(one, other)) return 'earlier';
      if (apart.has(one, other)) return 'apart';
      return chosen.some((share) => !share(mentee, mentor)) ? 'shared' : undefined;
    },
    forEach(mentee, exclude) {
      const { id } = mentees[mentee] as Applicant;
      for (const others of [[id], same.of(id), vetoed.of(id), before.of(id), apart.of(id)]) {
        for (const other of others) {
          const mentor = columns.get(other);
          if (mentor !== undefined) exclude(mentor);
        }
      }
      for (const share of chosen) {
        for (let mentor = 0; mentor < mentors.length; mentor++) if (!share(mentee, mentor)) exclude(mentor);
      }
    },
  };
}

function couldBe(mention: Mention): readonly number[] {
  if (mention.is === 'found') return [mention.person];
  return mention.is === 'several' ? mention.people : [];
}

/** Someone's managers, their managers, and so on; a circle of managers ends where it began. */
function reportingLine(person: number, managers: readonly (readonly number[])[]): ReadonlySet<number> {
  const line = new Set<number>();
  const open = [...(managers[person] ?? [])];
  for (let one = open.pop(); one !== undefined; one = open.pop()) {
    if (one === person || line.has(one)) continue;
    line.add(one);
    open.push(...(managers[one] ?? []));
  }
  return line;
}

/** Whether two have an answer in common. Who did not answer is not shut out: a program that can't do without requires it. */
function sharedChoices(
  question: string,
  mentees: readonly Applicant[],
  mentors: readonly Applicant[],
): (mentee: number, mentor: number) => boolean {
  const numbers = new ChoiceNumbers();
  const [one, other] = [mentees, mentors].map((people) =>
    people.map(({ answers }) => numbers.of(choicesIn(answers[question]))),
  ) as [Int32Array[], Int32Array[]];
  return (mentee, mentor) => {
    const [mine, theirs] = [one[mentee] as Int32Array, other[mentor] as Int32Array];
    if (mine.length === 0 || theirs.length === 0) return true;
    for (let n = 0; n < mine.length; n++) if (theirs.includes(mine[n] as number)) return true;
    return false;
  };
}

/** Twos of people, whichever way round. */
class Couples {
  readonly #others = new Map<string, Set<string>>();

  constructor(couples: readonly MentorAndMentee[] = []) {
    for (const [one, other] of couples) this.add(one, other);
  }

  add(one: string, other: string): void {
    for (const [from, to] of [
      [one, other],
      [other, one],
    ] as const) {
      const others = this.#others.get(from);
      if (others) others.add(to);
      else this.#others.set(from, new Set([to]));
    }
  }

  of(one: string): Iterable<string> {
    return this.#others.get(one) ?? [];
  }

  has(one: string, other: string): boolean {
    return this.#others.get(one)?.has(other) ?? false;
  }
}

/** How many mentees a mentor can take: what they answered, in whole people; one when they did not say. */
export function placesOf(mentor: Applicant, program: ProgramDefinition): number {
  const { capacity } = program.matching.rules;
  const said = capacity === undefined ? undefined : numberIn(mentor.answers[capacity]);
  return said === undefined ? 1 : Math.max(0, Math.floor(said));
}
