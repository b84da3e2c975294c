import { isOpen } from '#domain/forms/answer-period.ts';
import type { AskedForm } from '#domain/forms/form-record.ts';
import type { Cohort, Instant } from '#domain/program/cohort.ts';
import { dependsOnPair, isInTime } from '#domain/replies/outcome/reply-timing.ts';
import type { Situation } from '#domain/replies/outcome/situation.ts';
import * as pairs from '#shared/store/pairs.ts';
import { lateQuestionOf } from './late-answers.ts';

/** Loads what it takes to tell whether a form takes an answer. `at`: when that was given; `reply`: what it may be stored as. */
export async function loadTaking(
  cohort: Cohort,
  form: AskedForm,
  { now, at = now, reply }: { now: Instant; at?: Instant; reply?: string },
): Promise<Pick<Situation, 'pair' | 'lateQuestion'>> {
  const { pair: id } = form;
  const isAboutPair = id !== undefined && dependsOnPair(form, reply) && isOpen(cohort, form, at);
  const pair = isAboutPair ? await pairs.get(cohort.id, id) : undefined;
  const taking = { cohort, form, now, at, pair, ...(reply !== undefined && { reply }) };
  return { pair, lateQuestion: isInTime(taking) ? undefined : await lateQuestionOf(cohort, form, now) };
}
