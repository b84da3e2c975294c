import type { AskedForm } from '#domain/forms/form-record.ts';
import type { Pair } from '#domain/pair.ts';
import type { Person } from '#domain/person.ts';

/** What it takes to say whether somebody is still there. */
export interface Known {
  everyone: ReadonlyMap<string, Pick<Person, 'unreachable' | 'heldAt'>>;
  applications: readonly Pick<AskedForm, 'person' | 'status'>[];
}

export interface Unavailable {
  who: string;
  why: 'declined' | 'held' | NonNullable<Person['unreachable']>;
}

/** Who of a pair is not there any more, and why; the mentor first. */
export function unavailableOf(
  { mentor, mentee }: Pick<Pair, 'mentor' | 'mentee'>,
  known: Known,
): Unavailable | undefined {
  for (const who of [mentor, mentee]) {
    const person = known.everyone.get(who);
    if (person?.unreachable) return { who, why: person.unreachable };
    if (person?.heldAt) return { who, why: 'held' };
    const hasDeclined = known.applications.some((form) => form.person === who && form.status === 'declined');
    if (hasDeclined) return { who, why: 'declined' };
  }
  return undefined;
}
