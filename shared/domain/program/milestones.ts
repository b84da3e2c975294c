import type { Cohort, Instant, Milestone, Stage } from './cohort.ts';
import type { NeededKind } from './stage-definition.ts';

type Scheduled = Pick<Cohort, 'schedule'>;

/** The stage of this name. */
export function stageOf({ schedule }: Scheduled, name: string): Stage {
  const stage = schedule.find((one) => one.name === name);
  if (!stage) throw new Error(`The schedule has no stage ${name}.`);
  return stage;
}

/** The one stage of this kind. */
export function stageOfKind({ schedule }: Scheduled, kind: NeededKind): Stage {
  const stage = schedule.find((one) => one.kind === kind);
  if (!stage) throw new Error(`The schedule has no stage of the kind ${kind}.`);
  return stage;
}

/** When a milestone of the one stage of this kind was acted on; undefined before. */
export function doneAt(
  { schedule, done }: Pick<Cohort, 'schedule' | 'done'>,
  kind: NeededKind,
  milestone: Exclude<Milestone['kind'], 'remind'>,
): Instant | undefined {
  const stage = schedule.find((one) => one.kind === kind);
  return stage && done[`${stage.name}.${milestone}`];
}

/** Whether a cohort has left the stage of this name behind. */
export function isPast({ schedule, stage }: Pick<Cohort, 'schedule' | 'stage'>, name: string): boolean {
  const place = (of: string) => schedule.findIndex((one) => one.name === of);
  return place(stage) > place(name);
}

/** The stages that ask the pairs, in their order: surveys and the close-out. */
export function surveysOf({ schedule }: Scheduled): Stage[] {
  return schedule.filter(({ kind }) => kind === 'survey' || kind === 'closeout');
}

/** The first of the stages that ask the pairs that is still to open; of those behind the stage `after`, where that is given. */
export function nextSurvey(cohort: Scheduled, now: Instant, after?: string): Stage | undefined {
  const surveys = surveysOf(cohort);
  const behind = after === undefined ? surveys : surveys.slice(surveys.findIndex(({ name }) => name === after) + 1);
  return behind.find((stage) => milestoneOf(stage, 'open').at > now);
}

export function milestoneOf(
  stage: Pick<Stage, 'name' | 'milestones'>,
  kind: Exclude<Milestone['kind'], 'remind'>,
): Milestone {
  const milestone = stage.milestones.find((one) => one.kind === kind);
  if (!milestone) throw new Error(`The stage ${stage.name} has no milestone ${kind}.`);
  return milestone;
}

/** The milestone after which reminders of a stage are of no use: the end of the votes, where there are some, or the close. */
export function reminderCutoff(stage: Stage): Milestone {
  return stage.milestones.find(({ kind }) => kind === 'decide') ?? milestoneOf(stage, 'close');
}

/** The stage after that of this name, or undefined after the last. */
export function stageAfter({ schedule }: Scheduled, name: string): Stage | undefined {
  return schedule[schedule.findIndex((one) => one.name === name) + 1];
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
