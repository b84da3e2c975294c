import type { Cohort, Instant, Milestone } from '../cohort.ts';
import { type StageName, stageNames } from '../program.ts';
import { milestoneOf, stageOf } from '../schedule.ts';
import {
  isAwaited,
  lateUntil,
  Purpose,
  periodOf,
  type StagePoint,
  type StagePurpose,
  settlesLateReplies,
} from './purposes.ts';

type Standing = Pick<Cohort, 'schedule' | 'stage' | 'status' | 'done'>;

/** What is asked while a cohort is at this stage. */
export function purposesOf(stage: StageName): Purpose[] {
  return Purpose.options.filter((purpose) => periodOf(purpose)?.stage === stage);
}

/** The moment at which a form of this purpose is first asked, wherever the coordinator has moved it. */
export function opensAt(cohort: Pick<Cohort, 'schedule'>, purpose: StagePurpose): Instant {
  const { stage, opens } = periodOf(purpose);
  return milestoneAt(cohort, { stage, milestone: opens }).at;
}

/** The moment until which answers to a form are taken, wherever the coordinator has moved it; the cohort's end for what is asked at any stage. */
export function closesAt(cohort: Pick<Cohort, 'schedule'>, purpose: Purpose): Instant {
  return milestoneAt(cohort, endOf(purpose) ?? cohortEnd).at;
}

const cohortEnd: StagePoint = { stage: 'closeout', milestone: 'close' };

function endOf(purpose: Purpose): StagePoint | undefined {
  const period = periodOf(purpose);
  return period && { stage: period.stage, milestone: period.ends };
}

function milestoneAt(cohort: Pick<Cohort, 'schedule'>, { stage, milestone }: StagePoint): Milestone {
  return milestoneOf(stageOf(cohort, stage), milestone);
}

/**
 * Whether answers to a form still count. Once the cohort has moved past the form's stage they don't, even if a clock says
 * otherwise. Where a decision is waited for, it is taken after its day too.
 */
export function takesAnswers(cohort: Standing, purpose: Purpose, now: Instant): boolean {
  if (isOver(cohort)) return false;
  const end = endOf(purpose);
  if (!end) return true;
  return !isPast(cohort, end) && (isAwaited(purpose) || now < milestoneAt(cohort, end).at);
}

/**
 * Whether a reply to a form that has closed can still change something, so that the coordinator is worth asking. Anything
 * without such a time was decided or reported on when its form closed.
 */
export function lateCounts(cohort: Standing, purpose: Purpose, now: Instant): boolean {
  const until = lateUntil(purpose);
  if (until === 'never' || isOver(cohort)) return false;
  return !isPast(cohort, until) && now < milestoneAt(cohort, until).at;
}

function isOver({ status }: Pick<Cohort, 'status'>): boolean {
  return status === 'cancelled' || status === 'finished';
}

/** Whether a cohort has done what it does at this point, or is in a later stage. A stage has opened once the cohort is in it. */
function isPast(cohort: Standing, point: StagePoint): boolean {
  const stages = stageNames.indexOf(cohort.stage) - stageNames.indexOf(point.stage);
  if (stages > 0 || (stages === 0 && point.milestone === 'open')) return true;
  return cohort.done[milestoneAt(cohort, point).id] !== undefined;
}

/** Whether answers to this form are taken now. A question about a late reply is open as long as that reply can count. */
export function isOpen(
  cohort: Standing,
  { purpose, about }: { purpose: Purpose; about?: { purpose: Purpose } | undefined },
  now: Instant,
): boolean {
  if (settlesLateReplies(purpose)) return about !== undefined && lateCounts(cohort, about.purpose, now);
  return takesAnswers(cohort, purpose, now);
}
