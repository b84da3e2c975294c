import { type AskedForm, Purpose } from './asked.ts';
import type { Cohort, Instant, Milestone } from './program/cohort.ts';
import { type StageName, stageNames } from './program/program-definition.ts';
import { milestoneOf, stageOf } from './program/schedule.ts';

const stageOfPurpose: Record<Exclude<Purpose, 'confirm' | 'late'>, StageName> = {
  application: 'apply',
  ballot: 'match',
  decision: 'match',
  consent: 'match',
  agreement: 'kickoff',
  opening: 'kickoff',
  midpoint: 'midpoint',
  closeout: 'closeout',
};

/** What is asked while a cohort is at this stage. */
export function purposesOf(stage: StageName): Purpose[] {
  return Purpose.options.filter((one) => one !== 'confirm' && one !== 'late' && stageOfPurpose[one] === stage);
}

/** The milestone that ends a form: the close of its stage, and for what the committee is asked the step that follows. */
function endOf(cohort: Pick<Cohort, 'schedule'>, purpose: Purpose): Milestone {
  const stage = purpose === 'confirm' || purpose === 'late' ? 'closeout' : stageOfPurpose[purpose];
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
  if (purpose === 'confirm' || purpose === 'late') return true;
  const stage = stageOfPurpose[purpose];
  if (stageNames.indexOf(cohort.stage) > stageNames.indexOf(stage)) return false;
  if (cohort.done[endOf(cohort, purpose).id]) return false;
  return purpose === 'decision' || now < closesAt(cohort, purpose);
}

/**
 * Whether a reply to a form that has closed can still change something, so that the coordinator is worth asking. An
 * application: while somebody could still be found for it. An agreement: until the pair is asked to look back. A mid-point
 * survey: until the report is made. Anything else was decided or reported on when its form closed.
 */
export function lateCounts(
  cohort: Pick<Cohort, 'schedule' | 'stage' | 'status' | 'done'>,
  purpose: Purpose,
  now: Instant,
): boolean {
  if (cohort.status === 'cancelled' || cohort.status === 'finished') return false;
  if (purpose === 'application' || purpose === 'agreement') {
    return cohort.stage !== 'closeout' && now < milestoneOf(stageOf(cohort, 'closeout'), 'open').at;
  }
  return purpose === 'midpoint' && !cohort.done['closeout.close'] && now < closesAt(cohort, 'closeout');
}

/** Whether answers to this form are taken now. A question about a late reply is open as long as that reply can count. */
export function isOpen(
  cohort: Pick<Cohort, 'schedule' | 'stage' | 'status' | 'done'>,
  form: Pick<AskedForm, 'purpose' | 'about'>,
  now: Instant,
): boolean {
  if (form.purpose === 'late') return form.about !== undefined && lateCounts(cohort, form.about.purpose, now);
  return takesAnswers(cohort, form.purpose, now);
}
