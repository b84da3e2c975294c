import { Temporal } from 'temporal-polyfill';
import * as z from 'zod';
import { Instant } from './program/cohort.ts';

/** What we have promised to whoever reads mail at an address. It binds every cohort, and outlives the one it was made in. */
export const Promised = z.object({
  /** They said "no thanks", and are not asked before this moment. */
  declinedUntil: Instant.optional(),
  /** They asked us to stop, or called our mail spam. */
  stoppedAt: Instant.optional(),
  /** The cohort in which they last said either. */
  cohort: z.string(),
  expiresAt: z.number().int(),
});
export type Promised = z.infer<typeof Promised>;

/** Why somebody on the coordinator's list is not asked. */
export const LeftOut = z.enum(['declined', 'stopped']);
export type LeftOut = z.infer<typeof LeftOut>;

/** "This year" in our letters is the calendar year; said in its last weeks, that would be next to nothing. */
const leastDays = 90;

/** Until when somebody who says "no thanks" at `now` is not asked again: 1 January in the cohort's zone, 90 days at least. */
export function declinedUntil(now: Instant, timeZone: string): Instant {
  const today = Temporal.Instant.from(now).toZonedDateTimeISO(timeZone).toPlainDate();
  const newYear = today.with({ month: 1, day: 1 }).add({ years: 1 });
  const least = today.add({ days: leastDays });
  const day = Temporal.PlainDate.compare(newYear, least) < 0 ? least : newYear;
  return new Date(day.toZonedDateTime(timeZone).epochMilliseconds).toISOString();
}

/** Why a cohort that opens leaves somebody out. What was said in that very cohort is no reason: they have been asked by then. */
export function leftOutOf(cohort: string, promised: Promised | undefined, now: Instant): LeftOut | undefined {
  if (promised === undefined || promised.cohort === cohort) return undefined;
  if (promised.stoppedAt !== undefined) return 'stopped';
  return promised.declinedUntil !== undefined && promised.declinedUntil > now ? 'declined' : undefined;
}
