import { Temporal } from 'temporal-polyfill';
import type { DocumentFault } from '../document-faults.ts';
import type { Instant, Milestone, Stage } from './cohort.ts';
import { milestoneOf } from './milestones.ts';
import { instant, momentOf, morning } from './moments.ts';
import type { ProgramDefinition } from './program-definition.ts';
import type { StageDefinition } from './stage-definition.ts';

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
  return program.schedule.map((timing) => {
    const { name, kind, title } = timing;
    const begins = previousClose
      ? previousClose.add(Temporal.Duration.from(timing.pause ?? 'P0D'))
      : Temporal.PlainDate.from(start).toZonedDateTime({ timeZone: zone, plainTime: morning });
    const at = (milestone: Milestone['kind'], id: string, otherwise: Temporal.ZonedDateTime) => {
      const fixed = overrides[id];
      if (fixed === undefined) return otherwise;
      return Temporal.Instant.from(momentOf(fixed, zone, milestone)).toZonedDateTimeISO(zone);
    };
    const fixed = (id: string) => (overrides[id] === undefined ? {} : { fixed: true as const });
    const opens = at('open', `${name}.open`, begins);
    const after = (duration: string) => opens.add(Temporal.Duration.from(duration)).withPlainTime(morning);
    const closes = at('close', `${name}.close`, after(timing.lasts));
    previousClose = closes;
    const steps =
      timing.kind === 'match' ? stepsOf(timing, closes, (step, id, delay) => at(step, id, after(delay))) : [];
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
      kind,
      title,
      ...('form' in timing && { form: timing.form }),
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
  timing: Extract<StageDefinition, { kind: 'match' }>,
  closes: Temporal.ZonedDateTime,
  at: (kind: Milestone['kind'], id: string, delay: string) => Temporal.ZonedDateTime,
): Milestone[] {
  const close = instant(closes.toInstant());
  const [decide, publish] = (['decide', 'publish'] as const).map((kind) => {
    const moment = instant(at(kind, `${timing.name}.${kind}`, timing[kind]).toInstant());
    return moment < close ? moment : close;
  }) as [Instant, Instant];
  return [
    { id: `${timing.name}.decide`, kind: 'decide', at: decide },
    { id: `${timing.name}.publish`, kind: 'publish', at: publish < decide ? decide : publish },
  ];
}

export interface ScheduleFault {
  milestone: string;
  fault: DocumentFault;
}

/** What is wrong with the order of a schedule: every milestone after the one before it, every stage after the one before. */
export function faultsOf(schedule: readonly Stage[]): ScheduleFault[] {
  return outOfOrder(schedule).map(({ late, before }) => ({
    milestone: late.id,
    fault: { code: 'not-after', at: late.at, before: before.id, beforeAt: before.at },
  }));
}

/** Milestones that have to come after another one, and don't. */
export function outOfOrder(schedule: readonly Stage[]): { late: Milestone; before: Milestone }[] {
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

/** When the records of a cohort may go: `keep` after its last close, in seconds since 1970. */
export function expiryOf(schedule: readonly Stage[], keep: string, zone: string): number {
  const last = schedule.at(-1);
  if (!last) throw new Error('The schedule is empty.');
  const close = Temporal.Instant.from(milestoneOf(last, 'close').at).toZonedDateTimeISO(zone);
  return Math.floor(close.add(Temporal.Duration.from(keep)).epochMilliseconds / 1000);
}
