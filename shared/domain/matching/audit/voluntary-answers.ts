import { type Answers, labelOf, type Question } from '#domain/forms/form.ts';
import {
  type Audit,
  type AuditNote,
  applied,
  eligible,
  eligibleAs,
  matchedAs,
  roles,
  type Shown,
  tabled,
} from './audit-tables.ts';
import {
  type Answered,
  byGroup,
  type Counts,
  counted,
  type Group,
  groupOf,
  largeGroups,
  type Member,
  type Role,
  rowsOf,
  yesAndNo,
} from './groups.ts';
import { tellsOfFew } from './revealing-figures.ts';

/** The audit by what people said of their own free will, in which nobody's answer can be found. */
export function auditOfAnswers(
  question: Question,
  members: readonly Member[],
  {
    answers,
    invited: given,
    smallest,
  }: {
    answers: ReadonlyMap<string, Answers>;
    invited: Readonly<Record<string, number>> | undefined;
    smallest: number;
  },
): Audit {
  const answered = byGroup<Group>(
    members,
    ({ id }) => groupOf(answers.get(id)?.[question.key]),
    question.options ?? yesAndNo,
  );
  const invited = invitedIn(given);
  const large = largeByRole(answered, smallest);
  const rows = { mentee: rowsFor(large.mentee), mentor: rowsFor(large.mentor) };
  const may = showable(
    members,
    roles.filter((role) => rows[role].length > 0),
    invited.size > 0,
    smallest,
  );
  // The rows of people are those that the tables of roles have in common: the coarser ones.
  const [coarsest = largeGroups(answered, [eligible], smallest)] = may.roles
    .map((role) => large[role])
    .sort((one, other) => one.size - other.size);
  const people = rowsFor(coarsest).map((row) => {
    const asked = invited.get(typeof row.group === 'string' ? row.group.toLowerCase() : row.group.is);
    return { ...row, ...(asked !== undefined && { invited: asked }) };
  });
  const shown: Shown = {
    as: Object.fromEntries(may.roles.map((role) => [role, rows[role]])),
    matched: may.matched,
    ...(may.people && people.length > 0 && { people: { ...may.people, rows: people } }),
  };
  const about = { about: question.key, title: labelOf(question) };
  if (may.roles.length === 0 && !shown.people) {
    return { ...about, flags: [], notes: [{ kind: 'too-few' }] };
  }
  const audit = tabled(about, shown, { smallest, isSafe: true });
  return { ...audit, notes: [...withheld(members, shown, invited.size > 0, smallest), ...audit.notes] };

  function rowsFor(groups: ReadonlySet<Group>) {
    return rowsOf(answered, groups, smallest);
  }
}

/**
 * The groups with rows of their own, by role. Those of one role are among those of the other: if two tables put groups
 * together in different ways, one taken from the other could leave a group that both hide, as soon as they count the same
 * people (all mentors may be those mentees who have no mentor).
 */
function largeByRole(answered: Answered, smallest: number): Record<Role, Set<Group>> {
  const of = (role: Role, among?: ReadonlySet<Group>) =>
    largeGroups(answered, [eligible, eligibleAs[role]], smallest, among);
  const [mentee, mentor] = [of('mentee'), of('mentor')];
  return mentee.size >= mentor.size
    ? { mentee, mentor: of('mentor', mentee) }
    : { mentee: of('mentee', mentor), mentor };
}

function invitedIn(groups: Readonly<Record<string, number>> = {}): Map<string, number> {
  return new Map(Object.entries(groups).map(([group, people]) => [group.trim().toLowerCase(), people]));
}

/** Which figures may be given, by group, whatever the groups are. */
interface Allowed {
  roles: readonly Role[];
  matched: readonly Role[];
  people?: { of: 'applied' | 'eligible'; eligibility: boolean };
}

/** The matching first: figures are added as long as they tell nothing of fewer than `smallest` people. */
function showable(
  members: readonly Member[],
  tried: readonly Role[],
  isInvitedKnown: boolean,
  smallest: number,
): Allowed {
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
  if (!isInvitedKnown && !isAnyoneHeld) return { roles: shown, matched };
  if (add(applied)) {
    return { roles: shown, matched, people: { of: 'applied', eligibility: isAnyoneHeld && add(eligible) } };
  }
  // Those who are held back are too few: the rate of the others' applications can be told without them.
  const isWithoutHeld = isInvitedKnown && add(eligible);
  return { roles: shown, matched, ...(isWithoutHeld && { people: { of: 'eligible', eligibility: false } }) };
}

/** What is left out to protect people. */
function withheld(members: readonly Member[], shown: Shown, isInvitedKnown: boolean, smallest: number): AuditNote[] {
  const { people } = shown;
  return [
    ...roles
      .filter((role) => !shown.as[role] && members.some(eligibleAs[role]))
      .map((role): AuditNote => ({ kind: 'too-few', role })),
    ...roles.flatMap((role): AuditNote[] => {
      const rows = shown.as[role];
      if (!rows || shown.matched.includes(role)) return [];
      const without = counted(members, (one) => eligibleAs[role](one) && !matchedAs[role](one));
      const least = Math.min(...rows.map((row) => counted(row.members, eligibleAs[role])).filter((size) => size > 0));
      // Said from the totals alone: even with all of them in the smallest row it would keep four fifths.
      const rest = without * 5 <= least && { rest: { without, eligible: counted(members, eligibleAs[role]) } };
      return [{ kind: 'partners-withheld', role, smallest, ...rest }];
    }),
    ...(members.some(({ isHeld }) => isHeld) && !people?.eligibility
      ? [{ kind: 'eligibility-withheld' as const, smallest, areHeldCounted: people?.of !== 'eligible' }]
      : []),
    ...(isInvitedKnown && !people ? [{ kind: 'applications-withheld' as const, smallest }] : []),
    { kind: 'small-groups-merged' },
    ...(isInvitedKnown && people ? [{ kind: 'unsaid-in-no-group' as const }] : []),
  ];
}
