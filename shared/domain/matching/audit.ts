import type { Applicant } from '../applicants.ts';
import type { Cohort } from '../cohort.ts';
import { labelOf, type Question } from '../form.ts';
import type { Person } from '../person.ts';
import type { ProgramDefinition } from '../program.ts';
import { tellsOfFew } from './disclosure.ts';
import { type Flag, flagsOf } from './four-fifths.ts';
import { safeScores, scoresOf } from './group-scores.ts';
import {
  byGroup,
  type Counts,
  counted,
  groupOf,
  type Member,
  type Role,
  type Row,
  safeRows,
  spelledAlike,
} from './groups.ts';

/** People of a group, whatever their role. */
export interface PeopleRow {
  group: string;
  /** How many of it were invited, where that is known. */
  invited?: number;
  applied: number;
  /** Those who applied and are not held back. */
  eligible?: number;
  /** Fewer than the program's smallest group, so that a figure of them says little. */
  isFew: boolean;
}

/** How a group fared in one role, of those who are not held back. */
export interface RoleRow {
  group: string;
  eligible: number;
  /** How many of them have a partner. */
  matched?: number;
  /** The mean score of their pairs, in points of 100. */
  mean?: number;
  /** The worst score of their pairs: "34", or "30 to 39" where the very score would point at a pair. */
  worst?: string;
  isFew: boolean;
}

/** How the groups of one question fared with a matching. */
export interface Audit {
  /** The key of the question; `department` or `location`. */
  about: string;
  title: string;
  /** Absent where there is no rate to show, or where it would tell somebody's group. */
  people?: PeopleRow[];
  mentees?: RoleRow[];
  mentors?: RoleRow[];
  flags: Flag[];
  /** What is not shown and why, and how to read what is. */
  notes: string[];
}

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
}

/**
 * How each group fared with a matching: by the program's voluntary questions, and by department and location. It is looked
 * at after the fact, and nothing here is an input of a score (a test holds that).
 *
 * What people said of their own free will must not become known of anybody. So no figure of a voluntary question is of
 * fewer people than the program's smallest group (see `safeRows`), and none is given from which the groups of fewer people
 * than that could be computed, such as the three who are held back (see `tellsOfFew`). Departments and locations are no
 * secret: there small numbers are shown, and said to mean little.
 */
export function auditsOf(input: AuditInput): Audit[] {
  const members = membersOf(input);
  const { forms, matching, privacy } = input.program;
  const invited = input.participants.filter(({ id }) => id !== input.without);
  const voluntary = matching.audit.flatMap((key) => forms.application.questions.find((one) => one.key === key) ?? []);
  return [
    ...voluntary.map((question) => ofQuestion(question, members, input)),
    ...(['department', 'location'] as const).flatMap((about) => {
      const places = spelledAlike(invited.map((person) => [person.id, person[about]]));
      return ofPlaces(about, places, { members, invited, smallest: privacy.smallestGroup });
    }),
  ];
}

/** The flags of audits that more than chance stands behind, as sentences; undefined when nothing was audited. */
export function flagsIn(audits: readonly Audit[]): string[] | undefined {
  if (!audits.some(({ people, mentees, mentors }) => people ?? mentees ?? mentors)) return undefined;
  return audits.flatMap(({ flags }) => flags.filter(({ tooSmall }) => !tooSmall).map(({ words }) => words));
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

const roles = ['mentee', 'mentor'] as const;
const many = { mentee: 'mentees', mentor: 'mentors' } as const;

const applied: Counts = () => true;
const eligible: Counts = ({ isHeld }) => !isHeld;
const eligibleAs = { mentee: asRole('mentee'), mentor: asRole('mentor') };
const matchedAs = { mentee: withPartner('mentee'), mentor: withPartner('mentor') };

function asRole(role: Role): Counts {
  return (member) => !member.isHeld && member.roles.has(role);
}

function withPartner(role: Role): Counts {
  return (member) => eligibleAs[role](member) && member.scores[role].length > 0;
}

/** Which figures may be given, group by group. */
interface Shown {
  roles: readonly Role[];
  /** The roles of which it may be said how many have a partner. */
  matched: readonly Role[];
  /** Who the figures of people count: all, or only those who are not held back. Absent when nobody. */
  people?: 'applied' | 'eligible';
  eligibility: boolean;
}

function ofQuestion(question: Question, members: readonly Member[], input: AuditInput): Audit {
  const { smallestGroup: smallest } = input.program.privacy;
  const answers = new Map(input.applicants.map((applicant) => [applicant.id, applicant.answers[question.key]]));
  const answered = byGroup(members, ({ id }) => groupOf(answers.get(id)), question.options ?? ['yes', 'no']);
  const invited = invitedIn(input.cohort.invitedGroups?.[question.key]);
  const about = { about: question.key, title: labelOf(question) };
  // As many of the figures as there are groups for: a role that few have would put every group into one row.
  for (const tried of [roles, ['mentee'], ['mentor'], []] as const) {
    const shown = showable(members, tried, invited.size > 0, smallest);
    const bases = [...shown.roles.map((role) => eligibleAs[role]), ...(shown.people === 'eligible' ? [eligible] : [])];
    const rows = safeRows(answered, bases, smallest).map((row): Row => {
      const asked = invited.get(row.group.toLowerCase());
      return { ...row, ...(asked !== undefined && { invited: asked }) };
    });
    if (rows.length === 0 || (shown.roles.length === 0 && shown.people === undefined)) continue;
    const audit = tabled(about, rows, shown, { smallest, isSafe: true });
    return { ...audit, notes: [...withheld(members, rows, shown, smallest), ...audit.notes] };
  }
  return { ...about, flags: [], notes: ['There are too few people to compare without showing who is meant.'] };
}

function invitedIn(groups: Readonly<Record<string, number>> = {}): Map<string, number> {
  return new Map(Object.entries(groups).map(([group, people]) => [group.trim().toLowerCase(), people]));
}

/** What may be shown, the matching first: figures are added as long as they tell nothing of fewer than `smallest`. */
function showable(
  members: readonly Member[],
  tried: readonly Role[],
  isInvitedKnown: boolean,
  smallest: number,
): Shown {
  // People are of one kind when every figure counts either both or neither of them.
  const all = [applied, eligible, ...roles.flatMap((role) => [eligibleAs[role], matchedAs[role]])];
  const kinds = new Map<string, { one: Member; size: number }>();
  for (const one of members) {
    const kind = all.map((counts) => (counts(one) ? 'x' : '-')).join('');
    kinds.set(kind, { one, size: (kinds.get(kind)?.size ?? 0) + 1 });
  }
  const sizes = [...kinds.values()].map(({ size }) => size);
  const figures: boolean[][] = [];
  const add = (counts: Counts): boolean => {
    const figure = [...kinds.values()].map(({ one }) => counts(one));
    if (tellsOfFew([...figures, figure], sizes, smallest)) return false;
    figures.push(figure);
    return true;
  };
  const shown = tried.filter((role) => members.some(eligibleAs[role]) && add(eligibleAs[role]));
  const matched = shown.filter((role) => add(matchedAs[role]));
  const isAnyoneHeld = members.some(({ isHeld }) => isHeld);
  if (!isInvitedKnown && !isAnyoneHeld) return { roles: shown, matched, eligibility: false };
  if (add(applied)) return { roles: shown, matched, people: 'applied', eligibility: isAnyoneHeld && add(eligible) };
  // Those who are held back are too few: the rate of the others' applications can be told without them.
  const people = isInvitedKnown && add(eligible) ? ({ people: 'eligible' } as const) : {};
  return { roles: shown, matched, ...people, eligibility: false };
}

/** What is left out to protect people, in words. */
function withheld(members: readonly Member[], rows: readonly Row[], shown: Shown, smallest: number): string[] {
  const few = `the groups of fewer than ${smallest} people`;
  return [
    ...roles
      .filter((role) => !shown.roles.includes(role) && members.some(eligibleAs[role]))
      .map((role) => `There are too few ${many[role]} to compare without showing who is meant.`),
    ...shown.roles
      .filter((role) => !shown.matched.includes(role))
      .map((role) => {
        const words = `How many ${many[role]} of each group have a partner is not shown: beside the names, it would tell ${few}.`;
        const without = counted(members, (one) => eligibleAs[role](one) && !matchedAs[role](one));
        const least = Math.min(...rows.map((row) => counted(row.members, eligibleAs[role])).filter((size) => size > 0));
        // Said from the totals alone: even with all of them in the smallest row it would keep four fifths.
        return without * 5 <= least
          ? `${words} With ${without} of ${counted(members, eligibleAs[role])} left over, no rate can be under four fifths.`
          : words;
      }),
    ...(members.some(({ isHeld }) => isHeld) && !shown.eligibility
      ? [
          `Who may take part is not shown by group: it would tell ${few}.${shown.people === 'eligible' ? ' Applications are counted without those who are held back.' : ''}`,
        ]
      : []),
    'Groups that are too small to be shown are counted with those who did not say.',
    ...(rows.some(({ invited }) => invited !== undefined)
      ? [
          shown.people
            ? 'Who did not say is in no group, so the true rates of application are higher than these.'
            : `Who applied is not shown by group: beside the other figures, it would tell ${few}.`,
        ]
      : []),
  ];
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
      ? [{ group: 'not known', members: unknown, invited: invited.length - places.size, isGroup: false }]
      : []),
  ];
  const shown: Shown = {
    roles: roles.filter((role) => members.some(eligibleAs[role])),
    matched: roles,
    people: 'applied',
    eligibility: members.some(({ isHeld }) => isHeld),
  };
  const title = about === 'department' ? 'Department' : 'Location';
  return [tabled({ about, title }, rows, shown, { smallest, isSafe: false })];
}

/** The tables, the flags that follow from them, and what is to be said about small numbers. */
function tabled(
  about: Pick<Audit, 'about' | 'title'>,
  rows: readonly Row[],
  shown: Shown,
  { smallest, isSafe }: { smallest: number; isSafe: boolean },
): Audit {
  const isFew = (people: number) => people > 0 && people < smallest;
  const ofRole = (role: Role): RoleRow[] => {
    const scores = isSafe ? safeScores(rows, matchedAs[role], role, smallest) : scoresOf(rows, matchedAs[role], role);
    return rows.map(({ group, members }, index) => {
      const able = counted(members, eligibleAs[role]);
      const matched = shown.matched.includes(role) && { matched: counted(members, matchedAs[role]) };
      return { group, eligible: able, ...matched, ...scores[index], isFew: isFew(able) };
    });
  };
  const tables = Object.fromEntries(shown.roles.map((role) => [many[role], ofRole(role)]));
  const base = shown.people === 'eligible' ? eligible : applied;
  const people = rows.map(({ group, members, invited }): PeopleRow => {
    const came = counted(members, base);
    return {
      group,
      // Fewer invited than came: the numbers that we were given are of other people.
      ...(invited !== undefined && invited >= came && { invited }),
      applied: came,
      ...(shown.eligibility && { eligible: counted(members, eligible) }),
      isFew: isFew(came),
    };
  });
  const invitedOf = new Map(people.map(({ group, invited = 0 }) => [group, invited]));
  const share = (part: Counts, of: Counts) => (row: Row) => ({
    part: counted(row.members, part),
    of: counted(row.members, of),
  });
  const isShown = shown.people !== undefined;
  const flags = [
    ...(isShown
      ? flagsOf(
          `${about.title}, who applied of those invited`,
          rows,
          (row) => ({ part: counted(row.members, base), of: invitedOf.get(row.group) ?? 0 }),
          smallest,
        )
      : []),
    ...(shown.eligibility
      ? flagsOf(`${about.title}, who may take part of those who applied`, rows, share(eligible, applied), smallest)
      : []),
    ...shown.roles
      .filter((role) => shown.matched.includes(role))
      .flatMap((role) =>
        flagsOf(
          `${about.title}, ${many[role]} who have a partner`,
          rows,
          share(matchedAs[role], eligibleAs[role]),
          smallest,
        ),
      ),
  ];
  const isAnyFew = [...Object.values(tables).flat(), ...(isShown ? people : [])].some((row) => row.isFew);
  return {
    ...about,
    ...(isShown && { people }),
    ...tables,
    flags,
    notes: isAnyFew
      ? [`A figure of fewer than ${smallest} people means little: one person more or less turns it round.`]
      : [],
  };
}
