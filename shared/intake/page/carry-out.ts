import { isOpen } from '#domain/forms/answer-period.ts';
import { isInvitation, settlesLateReplies } from '#domain/forms/purposes.ts';
import type { PageChange } from '#domain/page-change.ts';
import type { Cohort, Instant } from '#domain/program/cohort.ts';
import { isGranted, settleLate } from '#shared/intake/late.ts';
import { promiseNotToAsk } from '#shared/intake/promise.ts';
import { stillStands } from '#shared/intake/standing.ts';
import { take } from '#shared/intake/take.ts';
import { queueEmail } from '#shared/mail/queue-email.ts';
import * as cohorts from '#shared/store/cohorts.ts';
import * as forms from '#shared/store/forms.ts';
import * as pageChanges from '#shared/store/page-changes.ts';
import * as people from '#shared/store/people.ts';
import { givenBy } from './from-page.ts';
import { restore } from './restore.ts';

/**
 * Lets what waited for a receipt count, now that it was sent. It was given in time when its page was: but once the step that
 * it was for has been done it is late, and its person hears so. Doing it again changes nothing.
 */
export async function carryOut(cohort: Cohort, form: PageChange['form'], receipt: string, now: Instant): Promise<void> {
  for (const change of await pageChanges.changesOf({ cohort: cohort.id, id: form.id })) {
    if (change.receipt === receipt && change.acts) await carryOutOne(cohort, { ...change, form }, now);
  }
}

async function carryOutOne(cohort: Cohort, change: PageChange, now: Instant): Promise<void> {
  if (change.state !== 'waits' && change.state !== 'counts') return;
  const form = await forms.form(cohort.id, change.form);
  if (!form) return;
  const isStored = form.replies.some(({ id }) => id === change.id);
  const isInTime = isOpen(cohort, form, change.at) && (await stillStands(form));
  if (!isStored && !isInTime && !(await isGranted(cohort, form, now))) {
    await pageChanges.turn(change, 'waits', 'late');
    const facts = { waits: false, passedOn: false, isBeside: false, mayStill: false };
    await queueEmail(cohort, { person: form.person, kind: 'too-late', occasion: change.id, form, facts }, now);
    return;
  }
  // Whoever takes it back at this moment wins: it is looked at once more when it is stored.
  if (change.state === 'waits' && !(await pageChanges.turn(change, 'waits', 'counts'))) return;
  const program = await cohorts.program(cohort.id);
  const stored = await take(cohort, program, form, givenBy(change), now);
  if (change.given.declines && isInvitation(form.purpose)) {
    const person = await people.person(cohort.id, form.person);
    if (person) await promiseNotToAsk(cohort, person, change.at);
  }
  if (settlesLateReplies(form.purpose)) await settleLate(cohort, program, stored, now);
  const since = (await pageChanges.changesOf(form)).find(({ id }) => id === change.id);
  if (since?.state === 'undone') await restore(cohort, program, change, now);
}
