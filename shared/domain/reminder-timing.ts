import { Temporal } from 'temporal-polyfill';
import type { Person } from './person.ts';
import type { Cohort, Instant, Milestone, Stage } from './program/cohort.ts';
import { reminderCutoff } from './program/milestones.ts';
import { instant, morning } from './program/moments.ts';

/** The morning after the last day of an absence, or after the return: mail waits in a full mailbox on the first day back. */
export function backAt(lastDay: string, zone: string): Instant {
  const next = Temporal.PlainDate.from(lastDay).add({ days: 1 });
  return instant(next.toZonedDateTime({ timeZone: zone, plainTime: morning }).toInstant());
}

/** Before a close, in hours: a reminder that can wait no longer leaves a day to answer. */
const lastCall = 24;

/**
 * When a reminder goes to somebody. Who is away gets it when they are back, while answers are still taken. Who comes back
 * too late for that gets it a day before the close, never before its own time: they may read mail after all, and what we
 * know of their absence may be wrong.
 */
export function reminderAt(reminder: Instant, close: Instant, away: Instant | undefined): Instant {
  if (away === undefined || away <= reminder) return reminder;
  if (away < close) return away;
  const last = instant(Temporal.Instant.from(close).subtract({ hours: lastCall }));
  return last > reminder ? last : reminder;
}

/** What of a stage's reminders still waits for people who are away. */
export interface Postponed {
  /** The reminder that counts now: the last that has been carried out. */
  milestone: Milestone;
  /** People whom it may be sent to now, because their time came after it had been carried out for the others. */
  due: ReadonlySet<string>;
  /** When the next of the others is due. */
  next: Instant | undefined;
}

/**
 * Of the reminders of `stage`, what has to be done for people who were away. A later reminder overtakes an earlier one that
 * somebody has not had: they get the last of what they missed, not all of it. Undefined when nobody is concerned.
 */
export function postponed(
  stage: Stage,
  done: Cohort['done'],
  people: readonly Pick<Person, 'id' | 'awayUntil'>[],
  now: Instant,
): Postponed | undefined {
  const end = reminderCutoff(stage);
  const close = end.at;
  const milestone = stage.milestones.findLast(({ kind, at }) => kind === 'remind' && at <= now);
  if (!milestone || done[milestone.id] === undefined || done[end.id] !== undefined || now >= close) return undefined;
  const times = people
    .filter(({ awayUntil }) => awayUntil !== undefined)
    .map(({ id, awayUntil }) => ({ id, at: reminderAt(milestone.at, close, awayUntil) }))
    .filter(({ at }) => at > milestone.at);
  if (times.length === 0) return undefined;
  const due = new Set(times.filter(({ at }) => at <= now).map(({ id }) => id));
  const later = times.map(({ at }) => at).filter((at) => at > now);
  return { milestone, due, next: later.sort()[0] };
}
