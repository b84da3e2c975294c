import { type AskedForm, Purpose } from './asked.ts';
import type { Cohort, Instant, Milestone, Stage } from './program/cohort.ts';
import { doneAt, isPast, milestoneOf, type SingleKind, stageOf, stageOfKind } from './program/milestones.ts';

const kindOfPurpose: Partial<Record<Purpose, SingleKind>> = {
  application: 'apply',
  ballot: 'match',
  decision: 'match',
  consent: 'match',
  agreement: 'kickoff',
  opening: 'kickoff',
};

/** The stage of a schedule at which a form is asked. */
function stageFor(cohort: Pick<Cohort, 'schedule'>, purpose: Purpose): Stage {
  const kind = kindOfPurpose[purpose];
  return kind ? stageOfKind(cohort, kind) : stageOf(cohort, purpose);
}

/** What is asked while a cohort is at this stage. */
export function purposesOf({ kind, name }: Pick<Stage, 'kind' | 'name'>): Purpose[] {
  return Purpose.options.filter((one) => one === name || kindOfPurpose[one] === kind);
}

/** The milestone that ends a form: the close of its stage, and for what the committee is asked the step that follows. */
function endOf(cohort: Pick<Cohort, 'schedule'>, purpose: Purpose): Milestone {
  const stage =
    purpose === 'confirm' || purpose === 'late' ? stageOfKind(cohort, 'closeout') : stageFor(cohort, purpose);
  const kind = purpose === 'ballot' ? 'decide' : purpose === 'decision' ? 'publish' : 'close';
  return milestoneOf(stage, kind);
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
  if (isPast(cohort, stageFor(cohort, purpose).name)) return false;
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
    const closeout = stageOfKind(cohort, 'closeout');
    return cohort.stage !== closeout.name && now < milestoneOf(closeout, 'open').at;
  }
  return purpose === 'midpoint' && !doneAt(cohort, 'closeout', 'close') && now < closesAt(cohort, 'closeout');
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
