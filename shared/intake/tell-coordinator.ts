import { openKeys } from '#domain/follow-up.ts';
import { type AskedForm, definitionOf } from '#domain/forms/form-record.ts';
import { isFollowedUp, isReadByCoordinator } from '#domain/forms/purposes.ts';
import { unclearFor } from '#domain/in-vain.ts';
import type { Cohort, Instant } from '#domain/program/cohort.ts';
import type { ProgramDefinition } from '#domain/program/program-definition.ts';
import { queueEmail } from '#shared/mail/queue-email.ts';
import * as pairs from '#shared/store/pairs.ts';
import * as people from '#shared/store/people.ts';

/** Tells the coordinator, once a pair and side, that somebody has said no to working together. Not what they wrote. */
export async function tellCoordinator(cohort: Cohort, agreement: AskedForm, now: Instant): Promise<void> {
  const pair = agreement.pair === undefined ? undefined : await pairs.pair(cohort.id, agreement.pair);
  const mentor = pair && (await people.person(cohort.id, pair.mentor));
  const mentee = pair && (await people.person(cohort.id, pair.mentee));
  if (!mentor || !mentee) throw new Error(`The agreement ${agreement.id} is about no pair of its cohort.`);
  const by = agreement.person === mentor.id ? ('mentor' as const) : ('mentee' as const);
  const person = people.personId(cohort.id, cohort.coordinator.email);
  const facts = { mentor: mentor.name, mentee: mentee.name, by };
  await queueEmail(cohort, { person, kind: 'pair-not-agreed', occasion: agreement.id, facts }, now);
}

/**
 * Tells the coordinator, once a form, that somebody has tried and could not finish it by email. Which questions are open, and
 * what was written to those, is said of forms whose answers coordinators may read.
 */
export async function tellUnfinished(
  cohort: Cohort,
  program: ProgramDefinition,
  form: AskedForm,
  now: Instant,
): Promise<void> {
  const { purpose } = form;
  if (!isFollowedUp(purpose)) return;
  const person = await people.person(cohort.id, form.person);
  if (!person || person.email === cohort.coordinator.email) return;
  const open = isReadByCoordinator(form.purpose) ? new Set(openKeys(definitionOf(form, program), form)) : new Set();
  const definition = definitionOf(form, program);
  const questions = definition.questions.filter(({ key }) => open.has(key));
  const unclear = unclearFor(form, definition);
  const facts = {
    who: person.name,
    email: person.email,
    purpose,
    questions: questions.map(({ ask }) => ask),
    said: questions.map(({ key }) => unclear.get(key) ?? ''),
    isNothing: Object.keys(form.answers).length === 0,
  };
  const to = people.personId(cohort.id, cohort.coordinator.email);
  await queueEmail(cohort, { person: to, kind: 'unfinished', occasion: form.id, facts }, now);
}
