import type { Person } from '#domain/person.ts';
import type { Instant } from '#domain/program/cohort.ts';
import * as people from '#shared/store/people.ts';

/** Somebody whose mailbox had refused our mail has written to us, so that it may be written to again. */
export async function heardFrom(person: Person, now: Instant): Promise<void> {
  if (person.unreachable === 'bounced') await people.markReachable(person.cohort, person.id, now);
}
