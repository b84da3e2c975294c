import type { Person } from '#domain/person.ts';
import type { Cohort, Instant } from '#domain/program/cohort.ts';
import { declinedUntil } from '#domain/promises.ts';
import * as promises from '#shared/store/promises.ts';

/** Keeps a "no thanks" to an invitation beyond its cohort. Returns until when they are not asked, which they are told. */
export async function promiseNotToAsk(
  cohort: Cohort,
  to: Pick<Person, 'email' | 'owner'>,
  now: Instant,
): Promise<Instant> {
  const until = declinedUntil(now, cohort.timeZone);
  await promises.decline(to, { cohort: cohort.id, until });
  return until;
}
