import { reminderAt } from '#domain/absence.ts';
import type { AskedForm } from '#domain/forms/form-record.ts';
import { lastCallOf, stageOf } from '#domain/schedule.ts';
import * as people from '#shared/store/people.ts';
import { owes } from './ask.ts';
import type { Moment } from './work.ts';

/**
 * Whether a reminder goes to the person of a form now: they owe an answer, and they are not away until later. In a round for
 * those who were away: they are one of them.
 */
export async function reminded({ cohort, milestone, only, now }: Moment): Promise<(form: AskedForm) => boolean> {
  if (only) return (form) => owes(form) && only.has(form.person);
  const close = lastCallOf(stageOf(cohort, cohort.stage)).at;
  const away = new Map((await people.away(cohort.id)).map(({ id, awayUntil }) => [id, awayUntil]));
  return (form) => owes(form) && reminderAt(milestone.at, close, away.get(form.person)) <= now;
}
