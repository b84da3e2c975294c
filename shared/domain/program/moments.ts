import { Temporal } from 'temporal-polyfill';
import type { Instant, Milestone } from './cohort.ts';

/** Milestones happen in the morning of the cohort's zone: mail sent then is read, mail sent at midnight is not. */
export const morning = Temporal.PlainTime.from('09:00');

/** A moment as the record keeps it: UTC with milliseconds, so that moments sort as text. */
export function instant(at: Temporal.Instant): Instant {
  return at.toString({ fractionalSecondDigits: 3 });
}

/** The first morning after a moment: at most a day later, but for the hour by which clocks are put back. */
export function morningAfter(moment: Instant, zone: string): Instant {
  const at = Temporal.Instant.from(moment).toZonedDateTimeISO(zone);
  const days = Temporal.PlainTime.compare(at.toPlainTime(), morning) < 0 ? 0 : 1;
  const day = at.toPlainDate().add({ days });
  return instant(day.toZonedDateTime({ timeZone: zone, plainTime: morning }).toInstant());
}

/**
 * The moment that a coordinator means by `text`: a date is that morning (for a close, of a stage or of the votes: the
 * morning after, so that the date is the last day), a local time is in `zone`, and a moment with an offset or Z is itself.
 * Throws a RangeError when it is none of these.
 */
export function momentOf(text: string, zone: string, kind: Milestone['kind']): Instant {
  const [, date, time, offset] =
    /^(\d{4}-\d\d-\d\d)(T\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?(Z|[+-]\d\d:?\d\d)?)?$/.exec(text) ?? [];
  if (date === undefined) throw new RangeError(`"${text}" is no date or time.`);
  // The last year of four digits is refused: a close on its last day would be in a year of five, which sorts before all.
  if (date >= '9999') throw new RangeError(`"${text}" is too far away.`);
  if (offset !== undefined) return instant(Temporal.Instant.from(text));
  if (time !== undefined) return instant(Temporal.PlainDateTime.from(text).toZonedDateTime(zone).toInstant());
  const day = Temporal.PlainDate.from(date).add({ days: kind === 'close' || kind === 'decide' ? 1 : 0 });
  return instant(day.toZonedDateTime({ timeZone: zone, plainTime: morning }).toInstant());
}

/** A moment of the last day on which an answer is in time: a close in the morning ends the day before. */
export function onLastDay(closes: Instant): Instant {
  return instant(Temporal.Instant.from(closes).subtract({ hours: 12 }));
}

/** The last day on which an answer is in time, as a date in `zone`. */
export function lastDay(closes: Instant, zone: string): Temporal.PlainDate {
  return Temporal.Instant.from(onLastDay(closes)).toZonedDateTimeISO(zone).toPlainDate();
}
