import type { Applicant } from '#domain/applicants.ts';
import type { Person } from '#domain/person.ts';
import type { Cohort } from '#domain/program/cohort.ts';
import type { ProgramDefinition } from '#domain/program/program-definition.ts';
import { type Audit, eligibleAs, type NamedFlag, roles, tabled } from './audit-tables.ts';
import { byGroup, type Member, type Row, spelledAlike } from './groups.ts';
import { auditOfAnswers } from './voluntary-answers.ts';

export interface AuditInput {
  program: ProgramDefinition;
  cohort: Pick<Cohort, 'invitedGroups'>;
  /** Everyone who was invited, whether or not they applied. */
  participants: readonly Pick<Person, 'id' | 'department' | 'location'>[];
  applicants: readonly Pick<Applicant, 'id' | 'roles' | 'answers'>[];
  /** Ids of those who may not take part this time. */
  held: ReadonlySet<string>;
  pairs: readonly { mentor: string; mentee: string; score: number }[];
  /**
   * Somebody who is to read this and has applied: they are in none of the figures, which would tell them whether they have
   * a partner.
   */
  without?: string;
  /**
   * The audits of voluntary questions as they were first shown; what is told of departments and locations is always of now.
   * Following every change would tell the group of whoever comes, leaves or is held back: one figure taken from the next.
   */
  kept?: readonly Audit[];
}

/**
 * How each group fared with a matching: by the program's voluntary questions, and by department and location. It is looked
 * at after the fact, and nothing here is an input of a score (a test holds that).
 *
 * What people said of their own free will must not become known of anybody. So no figure of a voluntary question is of
 * fewer people than the program's smallest group (see `largeGroups`), and none is given from which the groups of fewer people
 * than that could be computed, such as the three who are held back (see `tellsOfFew`). Departments and locations are no
 * secret: there small numbers are shown, and said to mean little.
 */
export function auditsOf(input: AuditInput): Audit[] {
  const members = membersOf(input);
  const { forms, matching, privacy } = input.program;
  const invited = input.participants.filter(({ id }) => id !== input.without);
  const answers = new Map(input.applicants.map((applicant) => [applicant.id, applicant.answers]));
  const voluntary = matching.audit.flatMap((key) => forms.application.questions.find((one) => one.key === key) ?? []);
  return [
    ...(input.kept ??
      voluntary.map((question) =>
        auditOfAnswers(question, members, {
          answers,
          invited: input.cohort.invitedGroups?.[question.key],
          smallest: privacy.smallestGroup,
        }),
      )),
    ...(['department', 'location'] as const).flatMap((about) => {
      const places = spelledAlike(invited.map((person) => [person.id, person[about]]));
      return ofPlaces(about, places, { members, invited, smallest: privacy.smallestGroup });
    }),
  ];
}

/** Those of voluntary questions, to be kept as they were first shown. */
export function voluntaryIn(audits: readonly Audit[], program: ProgramDefinition): Audit[] {
  return audits.filter(({ about }) => program.matching.audit.includes(about));
}

/** The flags of audits that more than chance stands behind; undefined when nothing was audited. */
export function flagsIn(audits: readonly Audit[]): NamedFlag[] | undefined {
  if (!audits.some(({ people, mentees, mentors }) => people ?? mentees ?? mentors)) return undefined;
  return audits.flatMap(({ about, title, flags }) =>
    flags
      .filter(({ tooSmall }) => !tooSmall)
      .map((flag) => ({ ...flag, about, ...(title !== undefined && { title }) })),
  );
}

function membersOf({ applicants, held, pairs, without }: AuditInput): Member[] {
  const scores = { mentee: new Map<string, number[]>(), mentor: new Map<string, number[]>() };
  for (const pair of pairs) {
    for (const role of roles) scores[role].set(pair[role], [...(scores[role].get(pair[role]) ?? []), pair.score]);
  }
  return applicants
    .filter(({ id }) => id !== without)
    .map((applicant) => ({
      id: applicant.id,
      isHeld: held.has(applicant.id),
      roles: new Set(applicant.roles),
      scores: { mentee: scores.mentee.get(applicant.id) ?? [], mentor: scores.mentor.get(applicant.id) ?? [] },
    }));
}

function ofPlaces(
  about: 'department' | 'location',
  places: ReadonlyMap<string, string>,
  { members, invited, smallest }: { members: readonly Member[]; invited: readonly { id: string }[]; smallest: number },
): Audit[] {
  const size = new Map<string, number>();
  for (const place of places.values()) size.set(place, (size.get(place) ?? 0) + 1);
  // One place for everybody is nothing to compare.
  if (size.size < 2) return [];
  const order = [...size.keys()].sort(
    (a, b) => (size.get(b) as number) - (size.get(a) as number) || a.localeCompare(b, 'en'),
  );
  const { groups, unknown } = byGroup(members, ({ id }) => places.get(id), order);
  const rows: Row[] = [
    ...[...groups].map(([group, own]) => ({ group, members: own, invited: size.get(group) as number, isGroup: true })),
    ...(unknown.length > 0
      ? [{ group: { is: 'unknown' } as const, members: unknown, invited: invited.length - places.size, isGroup: false }]
      : []),
  ];
  const of = { rows, of: 'applied' as const, eligibility: members.some(({ isHeld }) => isHeld) };
  const taken = roles.filter((role) => members.some(eligibleAs[role]));
  const shown = { as: Object.fromEntries(taken.map((role) => [role, rows])), matched: taken, people: of };
  return [tabled({ about }, shown, { smallest, isSafe: false })];
}
