import type { Applicant } from '#domain/applicants.ts';
import { namesFinder } from '#domain/names/people-names.ts';
import type { Asked, Comparison, Sides } from './factors.ts';
import { sharedHours, type WorkingDay, workingDayIn } from './working-hours.ts';

/** How many working hours the two share: 1 from `ideal` hours on (three, unless the factor says otherwise). */
export function hours({ factor }: Asked, { mentees, mentors }: Sides): Comparison {
  const days = (people: readonly Applicant[], question: string) =>
    people.map(({ answers }): WorkingDay | undefined => {
      const text = answers[question];
      return typeof text === 'string' ? workingDayIn(text) : undefined;
    });
  const [one, other] = [days(mentees, factor.mentee), days(mentors, factor.mentor)];
  const enough = factor.ideal ?? 3;
  // Few working days are different: each two of them are compared once.
  const known = new Map<string, number>();
  const shared = (mine: WorkingDay, theirs: WorkingDay) => {
    const key = `${mine.from} ${mine.to} ${mine.zone} ${theirs.from} ${theirs.to} ${theirs.zone}`;
    const found = known.get(key) ?? sharedHours(mine, theirs);
    known.set(key, found);
    return found;
  };
  return {
    score: (mentee, mentor) => {
      const [mine, theirs] = [one[mentee], other[mentor]];
      return mine && theirs ? Math.min(1, shared(mine, theirs) / enough) : undefined;
    },
    find: (mentee, mentor) => {
      const count = shared(one[mentee] as WorkingDay, other[mentor] as WorkingDay);
      return { kind: 'hours', minutes: Math.round(count * 60) };
    },
  };
}

/**
 * Whom the two would like, as far as they named people, best first: 1 for the first, evenly less for those after, 0 for
 * who is not named. Who named nobody in the pool has no say; where both did, it is the mean.
 */
export function ranked({ factor }: Asked, { mentees, mentors }: Sides): Comparison {
  const wishes = (people: readonly Applicant[], question: string, others: readonly Applicant[]) => {
    const find = namesFinder(others);
    return people.map(({ answers }): ReadonlyMap<number, number> | undefined => {
      const text = answers[question];
      if (typeof text !== 'string') return undefined;
      // Two of one full name are both wished for; half of a name that several have says too little.
      const named = new Set(
        find(text).mentions.flatMap((one) => {
          if (one.isNot || one.is === 'nobody') return [];
          return one.is === 'found' ? [one.person] : one.isFull ? one.people : [];
        }),
      );
      return named.size ? new Map([...named].map((person, rank) => [person, 1 - rank / named.size])) : undefined;
    });
  };
  const one = wishes(mentees, factor.mentee, mentors);
  const other = wishes(mentors, factor.mentor, mentees);
  return {
    score: (mentee, mentor) => {
      const said = [one[mentee], other[mentor]].map((wish, side) => wish && (wish.get(side ? mentee : mentor) ?? 0));
      const known = said.filter((score) => score !== undefined);
      return known.length ? known.reduce((sum, score) => sum + score, 0) / known.length : undefined;
    },
    find: (mentee, mentor) => ({
      kind: 'named',
      by: [
        ...(one[mentee]?.has(mentor) ? (['mentee'] as const) : []),
        ...(other[mentor]?.has(mentee) ? (['mentor'] as const) : []),
      ],
    }),
  };
}
