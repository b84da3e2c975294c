import { lateCounts } from '#domain/forms/answer-period.ts';
import { type AskedForm, askedForOf, newForm } from '#domain/forms/form-record.ts';
import { countsLate } from '#domain/forms/purposes.ts';
import { shownName } from '#domain/names/called.ts';
import type { Person } from '#domain/person.ts';
import type { Cohort, Instant } from '#domain/program/cohort.ts';
import type { ProgramDefinition } from '#domain/program/program-definition.ts';
import { queueEmail } from '#shared/mail/queue-email.ts';
import * as forms from '#shared/store/forms.ts';
import * as people from '#shared/store/people.ts';
import * as replies from '#shared/store/replies.ts';
import { acknowledge } from './acknowledge.ts';
import { take } from './take.ts';

/** The question to the coordinator about late replies to `form`: one for all of them, however many come. */
export function decisionAbout(cohort: Cohort, form: AskedForm): { id: string; person: string } {
  const person = people.personId(cohort.id, cohort.coordinator.email);
  return { id: forms.formId(cohort.id, person, { purpose: 'late' }, form.id), person };
}

/** What the coordinator has made of late replies to `form`: nothing was asked yet, they decide, or they have said so. */
export async function wordOnLate(cohort: Cohort, form: AskedForm): Promise<'not asked' | 'decides' | 'decided'> {
  const decision = await forms.form(cohort.id, { purpose: 'late', id: decisionAbout(cohort, form).id });
  if (decision === undefined) return 'not asked';
  return decision.answers.take === undefined ? 'decides' : 'decided';
}

/** Whether the coordinator has said that `form` takes answers although it has closed. */
export async function isGranted(cohort: Cohort, form: AskedForm, now: Instant): Promise<boolean> {
  if (!lateCounts(cohort, form, now)) return false;
  const decision = await forms.form(cohort.id, { purpose: 'late', id: decisionAbout(cohort, form).id });
  return decision?.answers.take === true;
}

/** Asks the coordinator, once a form, whether what came late should count. Not a word of it: it is not theirs to read yet. */
export async function askCoordinator(
  cohort: Cohort,
  { form, who, reply, mail }: { form: AskedForm; who: Person; reply: string; mail: string },
  now: Instant,
): Promise<void> {
  const decision = newForm({
    ...decisionAbout(cohort, form),
    cohort: cohort.id,
    purpose: 'late',
    occasion: form.id,
    about: { reply, mail, form: form.id, ...askedForOf(form) },
    questions: [
      { key: 'take', ask: `Shall we take ${shownName(who.name)}'s late reply?`, label: 'Take it', type: 'yesno' },
    ],
    openedAt: now,
    expiresAt: cohort.expiresAt,
  });
  await forms.open(decision);
  if (!countsLate(form.purpose)) return;
  const facts = { who: who.name, about: form.purpose, ...(form.stage && { stage: form.stage }) };
  await queueEmail(
    cohort,
    { person: decision.person, kind: 'late-reply', occasion: form.id, form: decision, facts },
    now,
  );
}

/**
 * Does what the coordinator has said about late replies, if anything. Yes: what waits is stored in the order in which it
 * came, and its writer is told what was understood. No: the writer is told so, once. Doing it again changes nothing.
 */
export async function settleLate(
  cohort: Cohort,
  program: ProgramDefinition,
  decision: AskedForm,
  now: Instant,
): Promise<void> {
  const { about } = decision;
  const form = about && (await forms.form(cohort.id, { ...about, id: about.form }));
  if (!about || !form || !lateCounts(cohort, about, now)) return;
  if (decision.answers.take === false) {
    const occasion = `${form.id}.no`;
    await queueEmail(cohort, { person: form.person, kind: 'too-late', occasion, form, facts: { decided: 'no' } }, now);
  }
  if (decision.answers.take !== true) return;
  const waiting = (await replies.repliesTo(cohort.id, form.id))
    .filter(({ became, given }) => became === 'late' && given !== undefined)
    .sort((a, b) => (a.receivedAt < b.receivedAt ? -1 : 1));
  let stored = form;
  for (const { id, given } of waiting) {
    if (given) stored = await take(cohort, program, stored, { ...given, reply: id, declines: false }, now);
  }
  const last = waiting.at(-1);
  if (!last) return;
  const { attachments = [] } = last;
  await acknowledge(cohort, program, stored, { reply: last.id, attachments, late: true }, now);
}
