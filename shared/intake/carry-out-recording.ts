import type { AskedForm } from '#domain/forms/form-record.ts';
import type { Person } from '#domain/person.ts';
import type { Cohort, Instant } from '#domain/program/cohort.ts';
import type { Effects, RecordedAnswers } from '#domain/replies/outcome/reply-outcome.ts';
import { queueEmail } from '#shared/mail/queue-email.ts';
import * as events from '#shared/store/events.ts';
import * as forms from '#shared/store/forms.ts';
import * as promises from '#shared/store/promises.ts';
import { wake, wakeMatching } from '#shared/workflow/wake.ts';

/** Whose reply it is, or whose page. */
export type Writer = Pick<Person, 'id' | 'name' | 'email' | 'owner'>;

export interface Decided {
  now: Instant;
  cohort: Cohort;
  person: Writer;
  form: AskedForm;
}

/** Stores what was decided to be recorded and writes its letters. False when the form is no longer as it was. */
export async function carryOutRecording(
  { recorded, letters }: Pick<Effects, 'recorded' | 'letters'>,
  known: Decided,
): Promise<boolean> {
  if (recorded && !(await record(recorded, known))) return false;
  for (const letter of letters) await queueEmail(known.cohort, letter, known.now);
  return true;
}

/** Stores a form and wakes what waits for it. False when it was changed meanwhile. */
export async function record(
  { seen, form, events: all, undeclines, wakes }: RecordedAnswers,
  { cohort, person, now }: Omit<Decided, 'form'>,
): Promise<boolean> {
  // Before it is stored: then a run that is cut off is made good.
  if (undeclines) await promises.undecline(person);
  if (form !== seen && !(await forms.replace(seen, form))) return false;
  for (const { what, channel } of all)
    await events.note(cohort, { at: now, what, who: form.person, of: form.id, details: { channel } });
  if (wakes === 'matching') await wakeMatching(cohort);
  if (wakes === 'cohort' || (wakes && wakes !== 'matching' && (await areConsentsFew(form)))) await wake(cohort.id);
  return true;
}

/**
 * How many consents may be outstanding for a yes to wake the cohort. More than one, as the index may be a moment behind: each
 * of the last two could see the other as outstanding, and then nobody would close the stage before its day.
 */
const fewOutstanding = 3;

async function areConsentsFew({ cohort, id }: AskedForm): Promise<boolean> {
  const outstanding = await forms.awaitedConsents(cohort, fewOutstanding + 2);
  return outstanding.filter((other) => other !== id).length <= fewOutstanding;
}
