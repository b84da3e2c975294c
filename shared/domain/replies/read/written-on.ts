import { Temporal } from 'temporal-polyfill';
import type { Instant } from '#domain/program/cohort.ts';

/** A reply may wait for a confirmation for weeks; a date further off is that of a clock that is wrong. */
const longest = { ago: 30 * 24, ahead: 24 };

/**
 * The day on which a message was written, in `zone`, as `YYYY-MM-DD`: what its "tomorrow" is reckoned from. Its own date where
 * that can be right, else the day of `now`.
 */
export function writtenOn(date: string | undefined, now: Instant, zone: string): string {
  const dayIn = (instant: string) => Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDate().toString();
  const written = date === undefined ? Number.NaN : Date.parse(date);
  const hours = (Date.parse(now) - written) / 3_600_000;
  const isLikely = hours <= longest.ago && hours >= -longest.ahead;
  return dayIn(isLikely ? new Date(written).toISOString() : now);
}
