import { Temporal } from 'temporal-polyfill';
import { askedAt, closesAt, takesAnswers } from '#domain/forms/answer-period.ts';
import { askedWhom, nameOfAsked } from '#domain/forms/purposes.ts';
import type { BroughtForward, Cohort, Instant } from './cohort.ts';
import { stageOf } from './milestones.ts';
import { lastDay } from './moments.ts';

type Before = Pick<Cohort, 'schedule' | 'stage' | 'status' | 'done' | 'timeZone' | 'broughtForward'>;

/**
 * The deadlines that come sooner than was written once `schedule` takes the place of the cohort's own, with those of an
 * earlier move that is not told yet. What only the coordinator is asked is left out: it is they who move it.
 */
export function broughtForward(cohort: Before, schedule: Cohort['schedule'], now: Instant): BroughtForward[] {
  return askedAt(stageOf(cohort, cohort.stage)).flatMap((asked) => {
    if (askedWhom(asked.purpose) === 'coordinator') return [];
    const waiting = cohort.broughtForward?.find((one) => nameOfAsked(one) === nameOfAsked(asked));
    if (!waiting && !takesAnswers(cohort, asked, now)) return [];
    const [was, is] = [closesAt(cohort, asked), closesAt({ schedule }, asked)];
    const told = waiting?.told ?? was;
    if (!isSooner(is, told, cohort.timeZone, now)) return [];
    if (was === is) return waiting ? [waiting] : [];
    return [{ ...asked, told, at: now }];
  });
}

/** Whether somebody who keeps to the day that was written could be too late. Another hour of the same day is no other day. */
function isSooner(close: Instant, told: Instant, zone: string, now: Instant): boolean {
  const promised = lastDay(told, zone);
  if (Temporal.PlainDate.compare(lastDay(close, zone), promised) < 0) return true;
  const day = Temporal.Instant.from(close).toZonedDateTimeISO(zone).toPlainDate();
  return close <= now && close < told && Temporal.PlainDate.compare(day, promised) <= 0;
}
