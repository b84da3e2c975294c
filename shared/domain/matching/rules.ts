import type { Applicant } from '../applicants.ts';
import type { ProgramDefinition } from '../program.ts';
import { choicesIn, numberIn } from './factors.ts';
import { named, names } from './naming.ts';

/**
 * Why two people may not be paired. `apart` covers what was said in confidence (declared conflicts, and one's own
 * manager); whoever is told of it learns no more than that.
 */
export type Bar = 'self' | 'apart' | 'shared' | 'earlier' | 'vetoed';

/** Ids of the two people of a pair: mentor first. */
export type MentorAndMentee = readonly [mentor: string, mentee: string];

export interface Exclusions {
  /** Partners of earlier rounds; not paired again, whichever way round. */
  earlier?: readonly MentorAndMentee[];
  /** Pairs that the committee objected to; not proposed again, whichever way round. */
  forbidden?: readonly MentorAndMentee[];
}

/** The first rule that keeps two applicants apart, if any. Rules look at both sides: it does not matter who named whom. */
export function bars(
  applicants: readonly Applicant[],
  program: ProgramDefinition,
  { earlier = [], forbidden = [] }: Exclusions = {},
): (one: Applicant, other: Applicant) => Bar | undefined {
  const { conflicts, manager, shared } = program.matching.rules;
  const known = applicants.map((person) => ({ person, named: named(person) }));
  const apart = new Couples();
  for (const question of [conflicts, manager]) {
    for (const writer of applicants) {
      const text = question === undefined ? undefined : writer.answers[question];
      if (typeof text !== 'string' || text.trim() === '') continue;
      const isNamed = names(text);
      // Two people of the same name are both kept apart: better one pair fewer than the wrong one.
      for (const other of known) {
        if (other.person !== writer && isNamed(other.named)) apart.add(writer.id, other.person.id);
      }
    }
  }
  const before = new Couples(earlier);
  const vetoed = new Couples(forbidden);
  const choices = shared.map(
    (question) => new Map(applicants.map(({ id, answers }) => [id, choicesIn(answers[question])])),
  );
  return (one, other) => {
    if (one.id === other.id || one.email.toLowerCase() === other.email.toLowerCase()) return 'self';
    if (vetoed.has(one.id, other.id)) return 'vetoed';
    if (before.has(one.id, other.id)) return 'earlier';
    if (apart.has(one.id, other.id)) return 'apart';
    for (const chosen of choices) {
      const [mine, theirs] = [chosen.get(one.id), chosen.get(other.id)];
      // Who did not answer is not shut out: a program that cannot do without the answer makes the question required.
      if (mine && theirs && !mine.some((choice) => theirs.includes(choice))) return 'shared';
    }
    return undefined;
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
