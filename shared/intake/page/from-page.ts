import { isRefusal } from '#domain/agreement.ts';
import { type AskedForm, refOf } from '#domain/forms/form-record.ts';
import { actsOnOthers, difference, isTooMany, type PageChange, receiptDue } from '#domain/page-change.ts';
import type { Person } from '#domain/person.ts';
import type { Cohort, Instant } from '#domain/program/cohort.ts';
import type { ProgramDefinition } from '#domain/program/program-definition.ts';
import { type Given, mergeReply } from '#domain/replies/outcome/merge-reply.ts';
import { randomId } from '#shared/ids.ts';
import { recordAnswers } from '#shared/intake/record-answers.ts';
import { queueEmail, replaceFacts } from '#shared/mail/queue-email.ts';
import { Problem } from '#shared/problem.ts';
import * as pageChanges from '#shared/store/page-changes.ts';
import { receiptFor, receiptNamed } from './receipt.ts';

/** What a change on a page gives to its form. */
export function givenBy({ id, given }: Pick<PageChange, 'id' | 'given'>): Given {
  return { ...given, reply: id, unclear: [], note: '' };
}

/** A form as whoever opens its page has left it: with what waits for its receipt. */
export async function asLeft(form: AskedForm, program: ProgramDefinition, now: Instant): Promise<AskedForm> {
  return withWaiting(form, await pageChanges.changesOf(form), program, now);
}

function withWaiting(form: AskedForm, changes: readonly PageChange[], program: ProgramDefinition, now: Instant) {
  return changes
    .filter(({ state }) => state === 'waits')
    .reduce((seen, change) => mergeReply(seen, givenBy(change), program, now), form);
}

/**
 * Takes what was sent from a form's page. Its person gets a receipt, whatever it was; what acts on others counts only once
 * that was sent (`let-count.ts`), the rest at once. What changes nothing is neither told nor kept. Returns whether it waits.
 * Throws a Problem when the page has been sent too often today.
 */
export async function takeFromPage(
  { cohort, program, person, now }: { cohort: Cohort; program: ProgramDefinition; person: Person; now: Instant },
  form: AskedForm,
  given: PageChange['given'],
): Promise<{ waits: boolean }> {
  const earlier = await pageChanges.changesOf(form);
  const id = randomId('web');
  const before = withWaiting(form, earlier, program, now);
  const after = mergeReply(before, givenBy({ id, given }), program, now);
  const differs = difference(before, after);
  if (!differs) return { waits: await tellAgain(cohort, program, { earlier, after }, now) };
  if (isTooMany(earlier, now)) throw tooMany(cohort);

  const acts = actsOnOthers(form, given.declines, isRefusal(after, program));
  const of = { id, cohort: cohort.id, person: form.person, form: refOf(form), at: now };
  const change: PageChange = {
    ...{ ...of, ...differs, given, acts, receipt: receiptNamed(id), state: acts ? 'waits' : 'counts' },
    expiresAt: cohort.expiresAt,
  };
  await tell(cohort, program, { change, earlier, after }, now);
  if (!acts) await recordAnswers({ cohort, program, person, now }, form, givenBy(change));
  return { waits: acts };
}

/** Notes a change and writes its receipt, in this order: what has no receipt is not changed, nor does it wait for ever. */
async function tell(
  cohort: Cohort,
  program: ProgramDefinition,
  { change, earlier, after }: { change: PageChange; earlier: readonly PageChange[]; after: AskedForm },
  now: Instant,
): Promise<void> {
  const open = change.acts ? undefined : earlier.findLast(({ acts, due }) => !acts && due !== undefined);
  if (open) {
    const joined = { ...change, receipt: open.receipt, due: open.due };
    if (await replaceFacts(cohort, await receiptFor(cohort, program, after, joined))) {
      await pageChanges.add(joined);
      return;
    }
  }
  const due = change.acts ? undefined : receiptDue(earlier, now);
  await pageChanges.add({ ...change, ...(due && { due }) });
  await queueEmail(cohort, { ...(await receiptFor(cohort, program, after, change)), ...(due && { due }) }, now);
}

/** What waits may have been noted by a call that died before its receipt was on its way. Says whether anything waits. */
async function tellAgain(
  cohort: Cohort,
  program: ProgramDefinition,
  { earlier, after }: { earlier: readonly PageChange[]; after: AskedForm },
  now: Instant,
): Promise<boolean> {
  const waiting = earlier.filter(({ state }) => state === 'waits');
  for (const change of waiting) await queueEmail(cohort, await receiptFor(cohort, program, after, change), now);
  return waiting.length > 0;
}

function tooMany({ coordinator }: Cohort): Problem {
  const detail = `Nothing was changed just now, and nothing is lost. Please reply to the email instead, or write to ${coordinator.name}.`;
  return new Problem(429, 'This page has been changed very often today', detail);
}
