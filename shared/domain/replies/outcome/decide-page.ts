import { isRefusal } from '#domain/agreement.ts';
import { type AskedForm, refOf } from '#domain/forms/form-record.ts';
import { actsOnOthers, difference, isTooMany, type PageChange, receiptDue } from '#domain/page-change.ts';
import type { Cohort, Instant } from '#domain/program/cohort.ts';
import type { ProgramDefinition } from '#domain/program/program-definition.ts';
import { type Given, mergeReply } from './merge-reply.ts';

/** What was sent from a form's page, and what is known of the form then. */
export interface PageSituation {
  cohort: Pick<Cohort, 'id' | 'expiresAt'>;
  program: ProgramDefinition;
  form: AskedForm;
  /** What was sent from the page before, oldest first. */
  earlier: readonly PageChange[];
  /** The id of the new change, and of its receipt. */
  id: string;
  receipt: string;
  given: PageChange['given'];
  now: Instant;
}

/**
 * What becomes of it. same: it changes nothing; receipts of what waits may be missing. too often: it is refused. changed: it is
 * noted and told of, within a receipt that has not gone out yet where there is one (`joined`); what acts waits for that.
 */
export type PageOutcome =
  | { became: 'same'; after: AskedForm; waiting: PageChange[] }
  | { became: 'too often' }
  | { became: 'changed'; after: AskedForm; change: PageChange; joined?: PageChange };

export function decidePage(situation: PageSituation): PageOutcome {
  const { cohort, program, form, earlier, id, receipt, given, now } = situation;
  const before = withWaiting(form, earlier, program, now);
  const after = mergeReply(before, givenBy({ id, given }), program, now);
  const differs = difference(before, after);
  if (!differs) return { became: 'same', after, waiting: earlier.filter(({ state }) => state === 'waits') };
  if (isTooMany(earlier, now)) return { became: 'too often' };

  const acts = actsOnOthers(form, given.declines, isRefusal(after, program));
  const due = acts ? undefined : receiptDue(earlier, now);
  const of = { id, cohort: cohort.id, person: form.person, form: refOf(form), at: now, expiresAt: cohort.expiresAt };
  const change: PageChange = { ...of, ...differs, given, acts, receipt, state: acts ? 'waits' : 'counts' };
  const open = acts ? undefined : earlier.findLast((one) => !one.acts && one.due !== undefined);
  return {
    became: 'changed',
    after,
    change: { ...change, ...(due && { due }) },
    ...(open && { joined: { ...change, receipt: open.receipt, due: open.due } }),
  };
}

/** What a change on a page gives to its form. */
export function givenBy({ id, given }: Pick<PageChange, 'id' | 'given'>): Given {
  return { ...given, reply: id, unclear: [], note: '' };
}

/** A form as whoever opens its page has left it: with what waits for its receipt. */
export function withWaiting(
  form: AskedForm,
  changes: readonly PageChange[],
  program: ProgramDefinition,
  now: Instant,
): AskedForm {
  return changes
    .filter(({ state }) => state === 'waits')
    .reduce((seen, change) => mergeReply(seen, givenBy(change), program, now), form);
}
