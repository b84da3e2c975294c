import { isInvitation, settlesLateReplies } from '#domain/forms/purposes.ts';
import type { PageChange } from '#domain/page-change.ts';
import type { Cohort, Instant } from '#domain/program/cohort.ts';
import { declinedUntil } from '#domain/promised.ts';
import { givenBy } from '#domain/replies/outcome/decide-page.ts';
import { replyTiming } from '#domain/replies/outcome/reply-timing.ts';
import { settleLateAnswers } from '#shared/intake/late-answers.ts';
import { recordPageOrApiAnswers } from '#shared/intake/record-page-or-api-answers.ts';
import { loadTaking } from '#shared/intake/taking.ts';
import { queueEmail } from '#shared/mail/queue-email.ts';
import * as cohorts from '#shared/store/cohorts.ts';
import * as forms from '#shared/store/forms.ts';
import * as pageChanges from '#shared/store/page-changes.ts';
import * as people from '#shared/store/people.ts';
import * as promises from '#shared/store/promises.ts';
import { restore } from './restore.ts';

/**
 * Lets what waited for a receipt count, now that it was sent. It was given in time when its page was: but once the step that
 * it was for has been done it is late, and its person hears so. Doing it again changes nothing.
 */
export async function letCount(cohort: Cohort, form: PageChange['form'], receipt: string, now: Instant): Promise<void> {
  for (const change of await pageChanges.changesOf({ cohort: cohort.id, id: form.id })) {
    if (change.receipt === receipt && change.acts) await letOneCount(cohort, { ...change, form }, now);
  }
}

async function letOneCount(cohort: Cohort, change: PageChange, now: Instant): Promise<void> {
  if (change.state !== 'waits' && change.state !== 'counts') return;
  const { id, at } = change;
  const [form, person] = await Promise.all([forms.get(cohort.id, change.form), people.get(cohort.id, change.person)]);
  if (!form || !person) return;
  const isStored = form.replies.some((one) => one.id === id);
  const timing = replyTiming({ cohort, form, now, at, ...(await loadTaking(cohort, form, { now, at })) });
  if (!isStored && timing === 'too late') {
    await pageChanges.setState(change, 'waits', 'late');
    const facts = { waits: false, passedOn: false, isBeside: false, mayStill: false };
    await queueEmail(cohort, { person: form.person, kind: 'too-late', occasion: id, form, facts }, now);
    return;
  }
  // Whoever takes it back at this moment wins: it is looked at once more when it is stored.
  if (change.state === 'waits' && !(await pageChanges.setState(change, 'waits', 'counts'))) return;
  const program = await cohorts.program(cohort.id);
  const stored = await recordPageOrApiAnswers({ cohort, program, person, now }, form, givenBy(change));
  if (change.given.declines && isInvitation(form.purpose)) {
    await promises.decline(person, { cohort: cohort.id, until: declinedUntil(at, cohort.timeZone) });
  }
  if (settlesLateReplies(form.purpose)) await settleLateAnswers(cohort, stored, now);
  const since = (await pageChanges.changesOf(form)).find((one) => one.id === id);
  if (since?.state === 'undone') await restore(cohort, program, change, now);
}
