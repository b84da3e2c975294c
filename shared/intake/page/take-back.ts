import type { AskedForm } from '#domain/forms/form-record.ts';
import type { PageChange } from '#domain/page-change.ts';
import type { Cohort, Instant } from '#domain/program/cohort.ts';
import { canBeTakenBack } from '#domain/replies/outcome/can-be-taken-back.ts';
import { queueEmail } from '#shared/mail/queue-email.ts';
import * as cohorts from '#shared/store/cohorts.ts';
import * as forms from '#shared/store/forms.ts';
import * as pageChanges from '#shared/store/page-changes.ts';
import * as pairs from '#shared/store/pairs.ts';
import * as people from '#shared/store/people.ts';
import { restore } from './restore.ts';

/**
 * Its person says that it was somebody else who sent what a receipt tells of: the links to the form's page end, and that change
 * and whatever was sent after it is taken back, the newest first. What can't be taken back any more is put to the coordinator.
 * A no that is said again, or is read again after a run that was cut off, ends in the same place.
 */
export async function takeBack(cohort: Cohort, form: AskedForm, receipt: string, now: Instant): Promise<void> {
  const since = await changesSince(form, receipt);
  const isAgain = since.length > 0 && since.every(({ state }) => state === 'undone');
  if (!isAgain && since.length > 0) await forms.endLinks(form);
  for (const change of [...since].reverse()) await undo(cohort, change, now);

  const after = await changesSince(form, receipt);
  const left = after.filter(({ state }) => state !== 'undone');
  const facts = { isTooLate: left.length > 0, again: isAgain };
  const occasion = isAgain ? `${receipt}.again` : receipt;
  await queueEmail(cohort, { person: form.person, kind: 'taken-back', occasion, form, facts }, now);
  if (left.length > 0 || since.some(({ acts, state }) => acts && state === 'counts'))
    await tellCoordinator(cohort, form, { isTooLate: left.length > 0 }, now);
}

async function changesSince(form: AskedForm, receipt: string): Promise<PageChange[]> {
  const all = await pageChanges.changesOf(form);
  const first = all.findIndex((change) => change.receipt === receipt);
  return first < 0 ? [] : all.slice(first);
}

async function undo(cohort: Cohort, change: PageChange, now: Instant): Promise<void> {
  if (change.state === 'late') await pageChanges.setState(change, 'late', 'undone');
  if (change.state === 'waits' && (await pageChanges.setState(change, 'waits', 'undone'))) return;
  // It may have come to count at this very moment.
  if (change.state !== 'waits' && change.state !== 'counts') return;
  const form = await forms.get(cohort.id, change.form);
  if (!form) return;
  const all = form.pair === undefined ? [] : await pairs.list(cohort.id);
  if (!canBeTakenBack(change, { cohort, form, pairs: all, now })) return;
  await restore(cohort, await cohorts.program(cohort.id), change, now);
  await pageChanges.setState(change, 'counts', 'undone');
}

async function tellCoordinator(
  cohort: Cohort,
  form: AskedForm,
  { isTooLate }: { isTooLate: boolean },
  now: Instant,
): Promise<void> {
  const [who, to] = [await people.get(cohort.id, form.person), people.personId(cohort.id, cohort.coordinator.email)];
  if (!who || who.id === to) return;
  const facts = { who: who.name, email: who.email, purpose: form.purpose, isTooLate };
  // Once a day, and once more when something could not be taken back: how often it was shows in the list of events.
  const occasion = `${form.id}.${isTooLate ? 'too-late.' : ''}${now.slice(0, 10)}`;
  await queueEmail(cohort, { person: to, kind: 'not-theirs', occasion, facts }, now);
}
