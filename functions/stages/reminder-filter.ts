import type { AskedForm } from '#domain/forms/form-record.ts';
import { reminderCutoff, stageOf } from '#domain/program/milestones.ts';
import { reminderAt } from '#domain/reminder-timing.ts';
import * as people from '#shared/store/people.ts';
import { owesAnswer } from './open-form.ts';
import type { MilestoneContext } from './stage-contract.ts';

/**
 * Whether a reminder goes to the person of a form now: they owe an answer, and they are not away until later. In a round for
 * those who were away: they are one of them.
 */
export async function reminderFilter({
  cohort,
  milestone,
  only,
  now,
}: MilestoneContext): Promise<(form: AskedForm) => boolean> {
  if (only) return (form) => owesAnswer(form) && only.has(form.person);
  const close = reminderCutoff(stageOf(cohort, cohort.stage)).at;
  const away = new Map((await people.away(cohort.id)).map(({ id, awayUntil }) => [id, awayUntil]));
  return (form) => owesAnswer(form) && reminderAt(milestone.at, close, away.get(form.person)) <= now;
}
