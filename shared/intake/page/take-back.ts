import { lateCounts, takesAnswers } from '#domain/forms/answer-period.ts';
import type { AskedForm } from '#domain/forms/form-record.ts';
import { takenBackWhile } from '#domain/forms/purposes.ts';
import type { PageChange } from '#domain/page-change.ts';
import type { Cohort, Instant } from '#domain/program/cohort.ts';
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
  if (change.state === 'late') await pageChanges.turn(change, 'late', 'undone');
  if (change.state === 'waits' && (await pageChanges.turn(change, 'waits', 'undone'))) return;
  // It may have come to count at this very moment.
  if (change.state !== 'waits' && change.state !== 'counts') return;
  const form = await forms.form(cohort.id, change.form);
  if (!form || !(await canBeTakenBack(cohort, form, change, now))) return;
  await restore(cohort, await cohorts.program(cohort.id), change, now);
  await pageChanges.turn(change, 'counts', 'undone');
}

/** Longer than this what acts on others is not taken back by itself: they have begun to rely on it. */
const day = 24 * 3600 * 1000;

/** Whether what was sent can be taken back as if it had not been: nobody was told anything on the strength of it. */
async function canBeTakenBack(cohort: Cohort, form: AskedForm, { acts, at }: PageChange, now: Instant) {
  const { purpose } = form;
  if (!acts) return takesAnswers(cohort, form, now) || lateCounts(cohort, form, now);
  if (Date.parse(now) - Date.parse(at) > day) return false;
  switch (takenBackWhile(purpose)) {
    case 'never':
      return false;
    case 'answers are taken':
      return takesAnswers(cohort, form, now);
    case 'its pair is proposed': {
      const pair = form.pair === undefined ? undefined : await pairs.pair(cohort.id, form.pair);
      return takesAnswers(cohort, form, now) && pair?.status === 'proposed';
    }
    case 'neither has a new partner':
      return !(await hasNewPartner(cohort, form, at));
  }
}

/** Whether one of a pair was introduced to somebody else since. */
async function hasNewPartner(cohort: Cohort, form: AskedForm, since: Instant): Promise<boolean> {
  const all = await pairs.pairs(cohort.id);
  const own = all.find(({ id }) => id === form.pair);
  if (!own) return true;
  const two = [own.mentor, own.mentee];
  return all.some(
    ({ id, mentor, mentee, announcedAt }) =>
      id !== own.id &&
      announcedAt !== undefined &&
      announcedAt > since &&
      (two.includes(mentor) || two.includes(mentee)),
  );
}

async function tellCoordinator(
  cohort: Cohort,
  form: AskedForm,
  { isTooLate }: { isTooLate: boolean },
  now: Instant,
): Promise<void> {
  const [who, to] = [await people.person(cohort.id, form.person), people.personId(cohort.id, cohort.coordinator.email)];
  if (!who || who.id === to) return;
  const facts = { who: who.name, email: who.email, purpose: form.purpose, isTooLate };
  // Once a day, and once more when something could not be taken back: how often it was shows in the list of events.
  const occasion = `${form.id}.${isTooLate ? 'too-late.' : ''}${now.slice(0, 10)}`;
  await queueEmail(cohort, { person: to, kind: 'not-theirs', occasion, facts }, now);
}
