import type { Applicant } from '../applicants.ts';
import type { ProgramDefinition } from '../program.ts';
import { choicesIn, numberIn } from './factors.ts';
import { names } from './naming.ts';

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
  const apart = new Set<string>();
  for (const question of [conflicts, manager]) {
    for (const writer of applicants) {
      const text = question === undefined ? undefined : writer.answers[question];
      if (typeof text !== 'string' || text.trim() === '') continue;
      const isNamed = names(text);
      // Two people of the same name are both kept apart: better one pair fewer than the wrong one.
      for (const other of applicants) if (other !== writer && isNamed(other)) apart.add(both(writer.id, other.id));
    }
  }
  const before = new Set(earlier.map(([mentor, mentee]) => both(mentor, mentee)));
  const vetoed = new Set(forbidden.map(([mentor, mentee]) => both(mentor, mentee)));
  const choices = shared.map(
    (question) => new Map(applicants.map(({ id, answers }) => [id, choicesIn(answers[question])])),
  );
  return (one, other) => {
    if (one.id === other.id || one.email.toLowerCase() === other.email.toLowerCase()) return 'self';
    const key = both(one.id, other.id);
    if (vetoed.has(key)) return 'vetoed';
    if (before.has(key)) return 'earlier';
    if (apart.has(key)) return 'apart';
    for (const chosen of choices) {
      const [mine, theirs] = [chosen.get(one.id), chosen.get(other.id)];
      // Who did not answer is not shut out: a program that cannot do without the answer makes the question required.
      if (mine && theirs && !mine.some((choice) => theirs.includes(choice))) return 'shared';
    }
    return undefined;
  };
}

/** How many mentees a mentor can take: what they answered, in whole people; one when they did not say. */
export function placesOf(mentor: Applicant, program: ProgramDefinition): number {
  const { capacity } = program.matching.rules;
  const said = capacity === undefined ? undefined : numberIn(mentor.answers[capacity]);
  return said === undefined ? 1 : Math.max(0, Math.floor(said));
}

function both(one: string, other: string): string {
  return one < other ? `${one}\n${other}` : `${other}\n${one}`;
}
