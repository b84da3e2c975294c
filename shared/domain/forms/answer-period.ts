import type { Cohort, Instant, Milestone, Stage } from '../program/cohort.ts';
import { isPast, milestoneOf, stageOf, stageOfKind } from '../program/milestones.ts';
import {
  type AskedFor,
  isAwaited,
  lateUntil,
  type Period,
  Purpose,
  periodOf,
  type StagePurpose,
  settlesLateReplies,
} from './purposes.ts';

type Standing = Pick<Cohort, 'schedule' | 'stage' | 'status' | 'done'>;

/** What is asked while a cohort is at this stage. */
export function askedAt({ name, kind }: Pick<Stage, 'name' | 'kind'>): AskedFor[] {
  return Purpose.options.flatMap((purpose): AskedFor[] => {
    const stage = periodOf(purpose)?.stage;
    if (stage === 'its own') return kind === 'survey' || kind === 'closeout' ? [{ purpose, stage: name }] : [];
    return stage === kind ? [{ purpose }] : [];
  });
}

/** The moment at which such a form is first asked, wherever the coordinator has moved it. */
export function opensAt(cohort: Pick<Cohort, 'schedule'>, asked: AskedFor & { purpose: StagePurpose }): Instant {
  const period = periodOf(asked.purpose);
  return milestoneOf(stageFor(cohort, asked, period), period.opens).at;
}

/** The moment until which answers to a form are taken, wherever the coordinator has moved it; the cohort's end for what is asked at any stage. */
export function closesAt(cohort: Pick<Cohort, 'schedule'>, asked: AskedFor): Instant {
  const end = endOf(cohort, asked);
  if (end) return end.milestone.at;
  const last = cohort.schedule.at(-1);
  if (!last) throw new Error('The schedule is empty.');
  return milestoneOf(last, 'close').at;
}

interface End {
  stage: Stage;
  milestone: Milestone;
}

function endOf(cohort: Pick<Cohort, 'schedule'>, asked: AskedFor): End | undefined {
  const period = periodOf(asked.purpose);
  const stage = period && stageFor(cohort, asked, period);
  return stage && { stage, milestone: milestoneOf(stage, period.ends) };
}

function stageFor(cohort: Pick<Cohort, 'schedule'>, { purpose, stage }: AskedFor, period: Period): Stage {
  if (period.stage !== 'its own') return stageOfKind(cohort, period.stage);
  if (stage === undefined) throw new Error(`A form for ${purpose} names its stage.`);
  return stageOf(cohort, stage);
}

/**
 * Whether answers to a form still count. Once the cohort has moved past the form's stage they don't, even if a clock says
 * otherwise. Where a decision is waited for, it is taken after its day too.
 */
export function takesAnswers(cohort: Standing, asked: AskedFor, now: Instant): boolean {
  if (isOver(cohort)) return false;
  const end = endOf(cohort, asked);
  if (!end) return true;
  return !isReached(cohort, end) && (isAwaited(asked.purpose) || now < end.milestone.at);
}

/**
 * Whether a reply to a form that has closed can still change something, so that the coordinator is worth asking. Anything
 * without such a time was decided or reported on when its form closed.
 */
export function lateCounts(cohort: Standing, asked: AskedFor, now: Instant): boolean {
  const until = lateUntil(asked.purpose);
  if (until === 'never' || isOver(cohort)) return false;
  const stage = stageOfKind(cohort, until.stage);
  const milestone = milestoneOf(stage, until.milestone);
  // The close-out ends with the report itself.
  if (endOf(cohort, asked)?.milestone.id === milestone.id) return false;
  return !isReached(cohort, { stage, milestone }) && now < milestone.at;
}

function isOver({ status }: Pick<Cohort, 'status'>): boolean {
  return status === 'cancelled' || status === 'finished';
}

/** Whether a cohort has done what it does at this point, or is in a later stage. A stage has opened once the cohort is in it. */
function isReached(cohort: Standing, { stage, milestone }: End): boolean {
  if (isPast(cohort, stage.name) || (cohort.stage === stage.name && milestone.kind === 'open')) return true;
  return cohort.done[milestone.id] !== undefined;
}

/** Whether answers to this form are taken now. A question about a late reply is open as long as that reply can count. */
export function isOpen(
  cohort: Standing,
  { about, ...asked }: AskedFor & { about?: AskedFor | undefined },
  now: Instant,
): boolean {
  if (settlesLateReplies(asked.purpose)) return about !== undefined && lateCounts(cohort, about, now);
  return takesAnswers(cohort, asked, now);
}
