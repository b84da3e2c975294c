import type { Purpose } from './asked.ts';
import type { Cohort, Instant, Milestone } from './cohort.ts';
import { type StageName, stageNames } from './program.ts';
import { milestoneOf, stageOf } from './schedule.ts';

const stageOfPurpose: Record<Exclude<Purpose, 'confirm'>, StageName> = {
  application: 'apply',
  ballot: 'match',
  decision: 'match',
  consent: 'match',
  agreement: 'kickoff',
  midpoint: 'midpoint',
  closeout: 'closeout',
};

/** The milestone that ends a form: the close of its stage, and for what the committee is asked the step that follows. */
function endOf(cohort: Pick<Cohort, 'schedule'>, purpose: Purpose): Milestone {
  const stage = purpose === 'confirm' ? 'closeout' : stageOfPurpose[purpose];
  const kind = purpose === 'ballot' ? 'decide' : purpose === 'decision' ? 'publish' : 'close';
  return milestoneOf(stageOf(cohort, stage), kind);
}

/** The moment until which answers to a form are taken, wherever the coordinator has moved it. */
export function closesAt(cohort: Pick<Cohort, 'schedule'>, purpose: Purpose): Instant {
  return endOf(cohort, purpose).at;
}

/**
 * Whether answers to a form still count. Once the cohort has moved past the form's stage they don't, even if a clock says
 * otherwise. Where a decision is waited for, it is taken after its day too.
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
  if (cohort.done[endOf(cohort, purpose).id]) return false;
  return purpose === 'decision' || now < closesAt(cohort, purpose);
}
