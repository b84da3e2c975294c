import { isRefusal } from '../agreement.ts';
import { rolesIn } from '../applicants.ts';
import type { Pair } from '../pair.ts';
import { type Group, shownTogether } from './disclosure.ts';
import type { CohortRecord, Count } from './outcome-report.ts';

/** The groups whose sizes a report says, in the order in which they come first when not all can be shown together. */
const groupNames = [
  'applied',
  'matchedMentees',
  'mentees',
  'mentors',
  'invited',
  'declined',
  'unanswered',
  'both',
  'unmatchedMentees',
  'unmatchedMentors',
] as const;
export type GroupName = (typeof groupNames)[number];

/** Who belongs to which group. */
export function groupsOf({ program, people, forms, pairs }: CohortRecord): Record<GroupName, ReadonlySet<string>> {
  const invited = new Set(people.map(({ id }) => id));
  const applications = forms.filter(({ purpose, person }) => purpose === 'application' && invited.has(person));
  const complete = applications.filter(({ status }) => status === 'complete');
  const applied = new Set(complete.map(({ person }) => person));
  const declined = without(peopleOf(applications.filter(({ status }) => status === 'declined')), applied);
  const inRole = (role: 'mentor' | 'mentee') =>
    peopleOf(complete.filter(({ answers }) => rolesIn(answers, program).includes(role)));
  const mentors = inRole('mentor');
  const mentees = inRole('mentee');
  const matched = begun({ program, forms, pairs });
  const matchedMentees = new Set(matched.map(({ mentee }) => mentee));
  return {
    applied,
    matchedMentees,
    mentees,
    mentors,
    invited,
    declined,
    unanswered: without(without(invited, applied), declined),
    both: new Set([...mentors].filter((person) => mentees.has(person))),
    unmatchedMentees: without(mentees, matchedMentees),
    unmatchedMentors: without(mentors, new Set(matched.map(({ mentor }) => mentor))),
  };
}

/**
 * Pairs that were introduced and that neither of the two refused when they were asked how they want to work together.
 * A pair that broke at its introduction gave nobody a mentor.
 */
export function begun({ program, forms, pairs }: Pick<CohortRecord, 'program' | 'forms' | 'pairs'>): Pair[] {
  const refused = new Set(forms.filter((form) => isRefusal(form, program)).map(({ pair }) => pair));
  return pairs.filter(({ id, status }) => status === 'active' && !refused.has(id));
}

export function shownSizes(groups: Record<GroupName, ReadonlySet<string>>, smallest: number): Record<GroupName, Count> {
  const inOrder: Group<GroupName>[] = groupNames.map((name) => ({ name, members: groups[name] }));
  return shownTogether(inOrder, smallest);
}

function peopleOf(forms: readonly { person: string }[]): Set<string> {
  return new Set(forms.map(({ person }) => person));
}

function without(people: ReadonlySet<string>, others: ReadonlySet<string>): Set<string> {
  return new Set([...people].filter((person) => !others.has(person)));
}
