import * as z from 'zod';
import { Flag, flagsOf, type Share } from './four-fifths.ts';
import { safeScores, scoresOf, WorstScore } from './group-scores.ts';
import { type Counts, counted, Group, type Role, type Row } from './groups.ts';

const count = z.number().int();
const RoleName = z.enum(['mentee', 'mentor']);

/** People of a group, whatever their role. */
const PeopleRow = z.object({
  group: Group,
  /** How many of it were invited, where that is known. */
  invited: count.optional(),
  applied: count,
  /** Those who applied and are not held back. */
  eligible: count.optional(),
  /** Fewer than the program's smallest group, so that a figure of them says little. */
  isFew: z.boolean(),
});
export type PeopleRow = z.infer<typeof PeopleRow>;

/** How a group fared in one role, of those who are not held back. */
const RoleRow = z.object({
  group: Group,
  eligible: count,
  /** How many of them have a partner. */
  matched: count.optional(),
  /** The mean score of their pairs, in points of 100. */
  mean: z.number().optional(),
  worst: WorstScore.optional(),
  isFew: z.boolean(),
});
export type RoleRow = z.infer<typeof RoleRow>;

/** What is not shown and why, and how to read what is. `smallest`: of how many people figures are given. */
export const AuditNote = z.discriminatedUnion('kind', [
  /** A figure of fewer than `smallest` people means little. */
  z.object({ kind: z.literal('few'), smallest: count }),
  /** There are too few people, of that role perhaps, to compare. */
  z.object({ kind: z.literal('too-few'), role: RoleName.optional() }),
  /** How many have a partner is not shown by group. `without` of `eligible` have none, where no rate can be under four fifths then. */
  z.object({
    kind: z.literal('partners-withheld'),
    role: RoleName,
    smallest: count,
    rest: z.object({ without: count, eligible: count }).optional(),
  }),
  /** Who may take part is not shown by group; `areHeldCounted`: applications are counted with those who are held back. */
  z.object({ kind: z.literal('eligibility-withheld'), smallest: count, areHeldCounted: z.boolean() }),
  /** Who applied is not shown by group. */
  z.object({ kind: z.literal('applications-withheld'), smallest: count }),
  /** Groups that are too small to be shown are counted with those who did not say. */
  z.object({ kind: z.literal('small-groups-merged') }),
  /** People who did not say are in no group, so that rates of application are higher. */
  z.object({ kind: z.literal('unsaid-in-no-group') }),
]);
export type AuditNote = z.infer<typeof AuditNote>;

/** How the groups of one question fared with a matching. */
export const Audit = z.object({
  /** The key of the question; `department` or `location`. */
  about: z.string(),
  /** The question's label; absent for departments and locations. */
  title: z.string().optional(),
  /** Absent where there is no rate to show, or where it would tell somebody's group. */
  people: z.array(PeopleRow).optional(),
  mentees: z.array(RoleRow).optional(),
  mentors: z.array(RoleRow).optional(),
  flags: z.array(Flag),
  notes: z.array(AuditNote),
});
export type Audit = z.infer<typeof Audit>;

/** A flag of one audit, with what is needed to name it. */
export const NamedFlag = Flag.extend(Audit.pick({ about: true, title: true }).shape);
export type NamedFlag = z.infer<typeof NamedFlag>;

export const roles = ['mentee', 'mentor'] as const;
export const many = { mentee: 'mentees', mentor: 'mentors' } as const;

export const applied: Counts = () => true;
export const eligible: Counts = ({ isHeld }) => !isHeld;
export const eligibleAs = { mentee: asRole('mentee'), mentor: asRole('mentor') };
export const matchedAs = { mentee: withPartner('mentee'), mentor: withPartner('mentor') };

function asRole(role: Role): Counts {
  return (member) => !member.isHeld && member.roles.has(role);
}

function withPartner(role: Role): Counts {
  return (member) => eligibleAs[role](member) && member.scores[role].length > 0;
}

/** Which figures are given, and for which rows: each table has its own. */
export interface Shown {
  as: Partial<Record<Role, readonly Row[]>>;
  /** The roles of which it is said how many have a partner. */
  matched: readonly Role[];
  people?: {
    rows: readonly Row[];
    /** Who is counted: all, or only those who are not held back. */
    of: 'applied' | 'eligible';
    /** Whether it is said how many may take part. */
    eligibility: boolean;
  };
}

/** The tables, the flags that follow from them, and what is to be said about small numbers. */
export function tabled(
  about: Pick<Audit, 'about' | 'title'>,
  shown: Shown,
  { smallest, isSafe }: { smallest: number; isSafe: boolean },
): Audit {
  const isFew = (people: number) => people > 0 && people < smallest;
  const ofRole = (role: Role, rows: readonly Row[]): RoleRow[] => {
    const scores = isSafe ? safeScores(rows, matchedAs[role], role, smallest) : scoresOf(rows, matchedAs[role], role);
    return rows.map(({ group, members }, index) => {
      const able = counted(members, eligibleAs[role]);
      const matched = shown.matched.includes(role) && { matched: counted(members, matchedAs[role]) };
      return { group, eligible: able, ...matched, ...scores[index], isFew: isFew(able) };
    });
  };
  const tables = Object.fromEntries(
    roles.flatMap((role) => {
      const rows = shown.as[role];
      return rows ? [[many[role], ofRole(role, rows)]] : [];
    }),
  );
  const people = shown.people && peopleRows(shown.people, isFew);
  const isAnyFew = [...Object.values(tables).flat(), ...(people ?? [])].some((row) => row.isFew);
  return {
    ...about,
    ...(people && { people }),
    ...tables,
    flags: flagsFor(shown, smallest),
    notes: isAnyFew ? [{ kind: 'few', smallest }] : [],
  };
}

function peopleRows(shown: NonNullable<Shown['people']>, isFew: (people: number) => boolean): PeopleRow[] {
  return shown.rows.map((row) => {
    const { part, of } = application(row, shown);
    return {
      group: row.group,
      ...(of > 0 && { invited: of }),
      applied: part,
      ...(shown.eligibility && { eligible: counted(row.members, eligible) }),
      isFew: isFew(part),
    };
  });
}

/** Who applied of those invited. Of nobody where that is not known, or where fewer were invited than came: then the numbers that we were given are of other people. */
function application({ members, invited = 0 }: Row, { of }: NonNullable<Shown['people']>): Share {
  const part = counted(members, of === 'eligible' ? eligible : applied);
  return { part, of: invited >= part ? invited : 0 };
}

function flagsFor({ people, as, matched }: Shown, smallest: number): Flag[] {
  const share = (part: Counts, of: Counts) => (row: Row) => ({
    part: counted(row.members, part),
    of: counted(row.members, of),
  });
  return [
    ...(people ? flagsOf('applied', people.rows, (row) => application(row, people), smallest) : []),
    ...(people?.eligibility ? flagsOf('eligible', people.rows, share(eligible, applied), smallest) : []),
    ...matched.flatMap((role) =>
      flagsOf(many[role], as[role] ?? [], share(matchedAs[role], eligibleAs[role]), smallest),
    ),
  ];
}
