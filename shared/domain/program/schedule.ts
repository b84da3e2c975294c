import { Temporal } from 'temporal-polyfill';
import type { Cohort, Instant, Milestone, Stage } from './cohort.ts';
import { type ProgramDefinition, type StageName, stageNames } from './program-definition.ts';

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

/**
 * The stages of a cohort that starts on `start` (a date in `zone`), one after the other. `overrides` fixes milestones by
 * id; what comes after a fixed one follows from it. Throws a RangeError for an override that is no date.
 */
export function plan(
  program: ProgramDefinition,
  start: string,
  zone: string,
  overrides: Readonly<Record<string, string>> = {},
): Stage[] {
  let previousClose: Temporal.ZonedDateTime | undefined;
  return stageNames.map((name) => {
    const timing = program.schedule[name];
    const begins = previousClose
      ? previousClose.add(Temporal.Duration.from(timing.pause ?? 'P0D'))
      : Temporal.PlainDate.from(start).toZonedDateTime({ timeZone: zone, plainTime: morning });
    const at = (kind: Milestone['kind'], id: string, otherwise: Temporal.ZonedDateTime) => {
      const fixed = overrides[id];
      if (fixed === undefined) return otherwise;
      return Temporal.Instant.from(momentOf(fixed, zone, kind)).toZonedDateTimeISO(zone);
    };
    const fixed = (id: string) => (overrides[id] === undefined ? {} : { fixed: true as const });
    const opens = at('open', `${name}.open`, begins);
    const after = (duration: string) => opens.add(Temporal.Duration.from(duration)).withPlainTime(morning);
    const closes = at('close', `${name}.close`, after(timing.lasts));
    previousClose = closes;
    const steps =
      name === 'match' ? stepsOf(program.schedule.match, closes, (kind, id, delay) => at(kind, id, after(delay))) : [];
    const ends = steps[0]?.at ?? instant(closes.toInstant());
    const reminders = timing.remind
      .map((delay, index) => {
        const id = `${name}.remind-${index + 1}`;
        return {
          id,
          kind: 'remind' as const,
          at: instant(at('remind', id, after(delay)).toInstant()),
          ...fixed(id),
        };
      })
      // A reminder that the stage is too short for is left out; one that was asked for shows as a fault instead.
      .filter(({ id, at: due }) => overrides[id] !== undefined || due < ends);
    return {
      name,
      milestones: [
        { id: `${name}.open`, kind: 'open', at: instant(opens.toInstant()), ...fixed(`${name}.open`) },
        ...reminders,
        ...steps.map((step) => ({ ...step, ...fixed(step.id) })),
        { id: `${name}.close`, kind: 'close', at: instant(closes.toInstant()), ...fixed(`${name}.close`) },
      ],
    };
  });
}

/** The end of the votes and the publishing of the pairs. Publishing waits for the votes, and neither for longer than the stage. */
function stepsOf(
  timing: ProgramDefinition['schedule']['match'],
  closes: Temporal.ZonedDateTime,
  at: (kind: Milestone['kind'], id: string, delay: string) => Temporal.ZonedDateTime,
): Milestone[] {
  const close = instant(closes.toInstant());
  const [decide, publish] = (['decide', 'publish'] as const).map((kind) => {
    const moment = instant(at(kind, `match.${kind}`, timing[kind]).toInstant());
    return moment < close ? moment : close;
  }) as [Instant, Instant];
  return [
    { id: 'match.decide', kind: 'decide', at: decide },
    { id: 'match.publish', kind: 'publish', at: publish < decide ? decide : publish },
  ];
}

export function stageOf(cohort: Pick<Cohort, 'schedule'>, name: StageName): Stage {
  const stage = cohort.schedule.find((one) => one.name === name);
  if (!stage) throw new Error(`The schedule has no stage ${name}.`);
  return stage;
}

export function milestoneOf(stage: Stage, kind: Exclude<Milestone['kind'], 'remind'>): Milestone {
  const milestone = stage.milestones.find((one) => one.kind === kind);
  if (!milestone) throw new Error(`The stage ${stage.name} has no milestone ${kind}.`);
  return milestone;
}

/** The milestone after which reminders of a stage are of no use: the end of the votes, where there are some, or the close. */
export function lastCallOf(stage: Stage): Milestone {
  return stage.milestones.find(({ kind }) => kind === 'decide') ?? milestoneOf(stage, 'close');
}

/** The stage after `name`, or undefined after the last. */
export function stageAfter(name: StageName): StageName | undefined {
  return stageNames[stageNames.indexOf(name) + 1];
}

/**
 * Milestones of `stage` that are to be acted on at `now`, oldest first. A reminder that a later one, or the close, has
 * overtaken is left out: after an interruption people get the last of what they missed, not all of it.
 */
export function due(stage: Stage, done: Readonly<Record<string, unknown>>, now: Instant): Milestone[] {
  const reached = stage.milestones.filter((milestone) => milestone.at <= now);
  const last = reached.at(-1);
  return reached.filter(
    (milestone) => done[milestone.id] === undefined && (milestone.kind !== 'remind' || milestone === last),
  );
}

/** The next moment at which `stage` has something to do, or undefined when all of it has come. */
export function nextAfter(stage: Stage, now: Instant): Instant | undefined {
  return stage.milestones.find((milestone) => milestone.at > now)?.at;
}

export interface ScheduleFault {
  milestone: string;
  detail: string;
}

/** What is wrong with the order of a schedule: every milestone after the one before it, every stage after the one before. */
export function faultsOf(schedule: readonly Stage[]): ScheduleFault[] {
  return outOfOrder(schedule).map(({ late, before }) => ({
    milestone: late.id,
    detail: `${late.at} is not after ${before.id} (${before.at}).`,
  }));
}

/** Milestones that have to come after another one, and don't. */
function outOfOrder(schedule: readonly Stage[]): { late: Milestone; before: Milestone }[] {
  const faults: { late: Milestone; before: Milestone }[] = [];
  let previous: Milestone | undefined;
  for (const stage of schedule) {
    const [opens] = stage.milestones;
    for (const milestone of stage.milestones) {
      // Of a close before the opening it helps nobody to hear which of the steps in between it is before, too.
      const isBackward = milestone.kind === 'close' && opens && milestone.at <= opens.at;
      const before = isBackward ? opens : previous;
      // A stage may open when the one before it closes, and take its steps at its own close.
      const follows = milestone.kind === 'open' || before?.kind === 'decide' || before?.kind === 'publish';
      if (before && (milestone.at < before.at || (milestone.at === before.at && !follows))) {
        faults.push({ late: milestone, before });
      }
      previous = milestone;
    }
  }
  return faults;
}

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
    if (!known.has(id))
      faults.push({ milestone: id, detail: `There is no milestone ${id}. There are: ${[...known].join(', ')}.` });
    else if (cohort.done[id])
      faults.push({ milestone: id, detail: `${id} was carried out on ${cohort.done[id]} and can't be moved.` });
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
        faults.push({
          milestone: milestone.id,
          detail: `"${wanted}" is no date or time, such as 2027-03-12 or 2027-03-12T18:00.`,
        });
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
  if (changes[late.id] !== undefined) {
    return { milestone: late.id, detail: `${late.at} is not after ${before.id} (${before.at}).` };
  }
  const is = late.fixed ? 'was fixed for' : 'is at';
  return {
    milestone: changes[before.id] === undefined ? late.id : before.id,
    detail: `${late.id} ${is} ${late.at} and has to come after ${before.id} (${before.at}). Move both, or choose another day.`,
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

/** The last day on which an answer is in time, as a date in `zone`: a close in the morning ends the day before. */
export function lastDay(closes: Instant, zone: string): Temporal.PlainDate {
  return Temporal.Instant.from(closes).subtract({ hours: 12 }).toZonedDateTimeISO(zone).toPlainDate();
}

/** When the records of a cohort may go: `keep` after its last close, in seconds since 1970. */
export function expiryOf(schedule: readonly Stage[], keep: string, zone: string): number {
  const last = schedule.at(-1);
  if (!last) throw new Error('The schedule is empty.');
  const close = Temporal.Instant.from(milestoneOf(last, 'close').at).toZonedDateTimeISO(zone);
  return Math.floor(close.add(Temporal.Duration.from(keep)).epochMilliseconds / 1000);
}
