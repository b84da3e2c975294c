import type { AskedForm } from '#domain/forms/form-record.ts';
import { isConfidential } from '#domain/forms/purposes.ts';
import type { Person } from '#domain/person.ts';
import type { Cohort, Instant } from '#domain/program/cohort.ts';
import { queueEmail } from '#shared/mail/queue-email.ts';
import * as people from '#shared/store/people.ts';
import { type PassedOn, passOn } from './pass-on.ts';

/**
 * Tells the coordinator, once a form, that somebody has written more than answers on a form that is confidential. Not a word of
 * it: those wait for their writer (`AskedForm.offer`).
 */
export async function tellOfMore(cohort: Cohort, person: Person, form: AskedForm, now: Instant): Promise<void> {
  const { purpose, stage } = form;
  if (person.email === cohort.coordinator.email || !isConfidential(purpose)) return;
  const facts = { who: person.name, email: person.email, purpose, ...(stage && { stage }) };
  const to = people.personId(cohort.id, cohort.coordinator.email);
  await queueEmail(cohort, { person: to, kind: 'wrote-more', occasion: form.id, facts }, now);
}

/**
 * Gives the coordinator the words that were kept, at their writer's word, and tells the writer. Once, however often it is done.
 */
export async function passOnKept(
  cohort: Cohort,
  person: Person,
  form: AskedForm,
  { reply, words }: NonNullable<AskedForm['offer']>,
  now: Instant,
): Promise<PassedOn> {
  const passedOn = await passOn(cohort, { person, form, reply, words, isAgreed: true }, now);
  if (passedOn !== 'passed on') return passedOn;
  const occasion = `${reply}.agreed`;
  await queueEmail(cohort, { person: person.id, kind: 'passed-on', occasion, form, facts: { words } }, now);
  return passedOn;
}
