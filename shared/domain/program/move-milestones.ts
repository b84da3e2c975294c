import { Temporal } from 'temporal-polyfill';
import type { Cohort, Instant, Milestone, Stage } from './cohort.ts';
import { instant, momentOf } from './moments.ts';
import { outOfOrder, type ScheduleFault } from './schedule.ts';

/** A milestone whose moment a change has changed. Without `to` it is left out: a reminder that would come too late. */
export interface Moved {
  milestone: string;
  from: Instant;
  to?: Instant;
}

/** What a change of milestones comes to: the new schedule, and all that is different in it. */
export interface Move {
  schedule: Stage[];
  moved: Moved[];
}

/**
 * Moves milestones. Behind an opening or a close that is moved, all that follows moves along by the same number of days, at
 * its own time of day, so that a stage that is extended pushes the rest of the program and one that is closed early pulls
 * it. Behind a reminder, the end of the votes or the publishing nothing does. What has been acted on stays, and so does what
 * a person has fixed, with what follows it; a change that it stands in the way of is a fault. A new moment in the past means
 * now. Returns the new schedule, or what is wrong with it.
 */
export function move(
  cohort: Pick<Cohort, 'schedule' | 'done' | 'timeZone'>,
  changes: Readonly<Record<string, string>>,
  now: Instant,
): Move | { faults: ScheduleFault[] } {
  const faults: ScheduleFault[] = [];
  const known = new Set(cohort.schedule.flatMap((stage) => stage.milestones.map((milestone) => milestone.id)));
  for (const id of Object.keys(changes)) {
    const at = cohort.done[id];
    if (!known.has(id))
      faults.push({ milestone: id, fault: { code: 'no-such-milestone', milestone: id, milestones: [...known] } });
    else if (at) faults.push({ milestone: id, fault: { code: 'carried-out', milestone: id, at } });
  }
  if (faults.length > 0) return { faults };

  let days = 0;
  const schedule = cohort.schedule.map((stage) => {
    const milestones = stage.milestones.map((milestone) => {
      const doneAt = cohort.done[milestone.id];
      // What was done before its day (the last vote was in) no longer keeps the rest from coming sooner.
      if (doneAt) return { ...milestone, at: doneAt < milestone.at ? doneAt : milestone.at };
      const isFollowed = milestone.kind === 'open' || milestone.kind === 'close';
      const before = Temporal.Instant.from(milestone.at).toZonedDateTimeISO(cohort.timeZone);
      const wanted = changes[milestone.id];
      if (wanted === undefined && milestone.fixed) {
        if (isFollowed) days = 0;
        return milestone;
      }
      if (wanted === undefined) return { ...milestone, at: instant(before.add({ days }).toInstant()) };
      try {
        const asked = momentOf(wanted, cohort.timeZone, milestone.kind);
        const at = asked < now ? now : asked;
        if (isFollowed) days = daysBetween(before, Temporal.Instant.from(at).toZonedDateTimeISO(cohort.timeZone));
        return { ...milestone, at, fixed: true as const };
      } catch {
        faults.push({ milestone: milestone.id, fault: { code: 'no-moment', given: wanted } });
        return milestone;
      }
    });
    return { ...stage, milestones: fitting(milestones, { ...cohort, changes }) };
  });
  faults.push(...outOfOrder(schedule).map((pair) => disorder(pair, changes)));
  return faults.length > 0 ? { faults } : { schedule, moved: movedIn(cohort, schedule) };
}

/** The milestones of a stage without the reminders that come too late, and with its steps no later than its close. */
function fitting(
  milestones: readonly Milestone[],
  { done, changes }: Pick<Cohort, 'done'> & { changes: Readonly<Record<string, string>> },
): Milestone[] {
  const [opens, close] = [milestones.at(0), milestones.at(-1)];
  const ends = milestones.find(({ kind }) => kind === 'decide') ?? close;
  return milestones
    .filter(({ id, kind, at }) => kind !== 'remind' || done[id] || changes[id] || (ends && at < ends.at))
    .map((one) => {
      // A close that is too early for its stage is the fault that is reported, and not its steps.
      const isStep = (one.kind === 'decide' || one.kind === 'publish') && !one.fixed && !done[one.id];
      const isOvertaken = close && opens && one.at > close.at && close.at > opens.at;
      return isStep && isOvertaken ? { ...one, at: close.at } : one;
    });
}

/** A fault of a move, at the milestone that was moved where that is the earlier of the two. */
function disorder(
  { late, before }: { late: Milestone; before: Milestone },
  changes: Readonly<Record<string, string>>,
): ScheduleFault {
  const order = { at: late.at, before: before.id, beforeAt: before.at };
  if (changes[late.id] !== undefined) return { milestone: late.id, fault: { code: 'not-after', ...order } };
  return {
    milestone: changes[before.id] === undefined ? late.id : before.id,
    fault: { code: 'has-to-follow', milestone: late.id, is: late.fixed ? 'fixed' : 'planned', ...order },
  };
}

/** What is different in `after` of what is still to come, in the order of the schedule. */
function movedIn({ schedule, done }: Pick<Cohort, 'schedule' | 'done'>, after: readonly Stage[]): Moved[] {
  const now = new Map(after.flatMap(({ milestones }) => milestones).map(({ id, at }) => [id, at]));
  return schedule
    .flatMap(({ milestones }) => milestones)
    .filter(({ id, at }) => !done[id] && now.get(id) !== at)
    .map(({ id, at: from }) => {
      const to = now.get(id);
      return { milestone: id, from, ...(to !== undefined && { to }) };
    });
}

/** How many days to move `from` by, at its own time of day, to come to `to` or to the first such time after it. */
function daysBetween(from: Temporal.ZonedDateTime, to: Temporal.ZonedDateTime): number {
  const days = from.toPlainDate().until(to.toPlainDate(), { largestUnit: 'day' }).days;
  return Temporal.ZonedDateTime.compare(from.add({ days }), to) < 0 ? days + 1 : days;
}
