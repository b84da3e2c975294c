import { isOpen, lateCounts } from '#domain/forms/answer-period.ts';
import type { AskedForm } from '#domain/forms/form-record.ts';
import { isOfProposedPair } from '#domain/forms/purposes.ts';
import type { Pair } from '#domain/pair.ts';
import type { Cohort, Instant } from '#domain/program/cohort.ts';

/** allowed late: the form has closed, and the coordinator has said that late answers count. */
export type Timing = 'in time' | 'allowed late' | 'too late';

interface Taking {
  now: Instant;
  cohort: Cohort;
  form: AskedForm;
  /** The reply, where it may be stored already: then it is answered as it was understood at first. */
  reply?: string;
  /** When it was given, if that was before now. */
  at?: Instant;
  pair?: Pair | undefined;
  lateQuestion?: AskedForm | undefined;
}

/** Whether a form takes an answer. */
export function replyTiming(taking: Taking): Timing {
  const { cohort, form, lateQuestion, now } = taking;
  if (isInTime(taking)) return 'in time';
  return lateCounts(cohort, form, now) && lateQuestion?.answers.take === true ? 'allowed late' : 'too late';
}

export function isInTime({ cohort, form, reply, at, pair, now }: Taking): boolean {
  return isOpen(cohort, form, at ?? now) && (!dependsOnPair(form, reply) || isPairStillOffered(form, pair));
}

/** Whether it depends on the pair that a form asks about whether it takes an answer: not where that is stored already. */
export function dependsOnPair(form: AskedForm, reply?: string): boolean {
  const isOfPair = isOfProposedPair(form.purpose) && form.pair !== undefined;
  return isOfPair && !form.replies.some(({ id }) => id === reply);
}

/**
 * Whether the pair that a form asks about can still come to be. One that either of the two has refused is promised to neither
 * any more, also to whoever changes their mind; one that the coordinator was asked about may have been made, or have lost one
 * of its two.
 */
function isPairStillOffered({ answers }: AskedForm, pair: Pair | undefined): boolean {
  return answers.with !== false && pair?.status === 'proposed';
}
