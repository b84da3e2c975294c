import type { Purpose } from './asked.ts';
import type { Cohort, Instant } from './cohort.ts';
import { type StageName, stageNames } from './program.ts';
import { milestoneOf, stageOf } from './schedule.ts';

const stageOfPurpose: Record<Exclude<Purpose, 'confirm'>, StageName> = {
  application: 'apply',
  ballot: 'match',
  decision: 'match',
  agreement: 'kickoff',
  midpoint: 'midpoint',
  closeout: 'closeout',
};

/** The moment until which answers to a form are taken: the close of its stage, wherever the coordinator has moved it. */
export function closesAt(cohort: Pick<Cohort, 'schedule'>, purpose: Purpose): Instant {
  const stage = purpose === 'confirm' ? 'closeout' : stageOfPurpose[purpose];
  return milestoneOf(stageOf(cohort, stage), 'close').at;
}

/**
 * Whether answers to a form still count. Once the cohort has moved past the form's stage they don't, even if a clock says
 * otherwise. A decision is asked because the deadline has passed, so it is taken for as long as the stage lasts.
 */
export function takesAnswers(
  cohort: Pick<Cohort, 'schedule' | 'stage' | 'status' | 'done'>,
  purpose: Purpose,
  now: Instant,
): boolean {
  if (cohort.status === 'cancelled' || cohort.status === 'finished') return false;
  if (purpose === 'confirm') return true;
  const stage = stageOfPurpose[purpose];
  if (stageNames.indexOf(cohort.stage) > stageNames.indexOf(stage)) return false;
  if (cohort.done[`${stage}.close`]) return false;
  return purpose === 'decision' || now < closesAt(cohort, purpose);
}
