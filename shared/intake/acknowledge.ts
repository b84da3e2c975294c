import { isRefusal } from '#domain/agreement.ts';
import type { Attachment } from '#domain/attachments.ts';
import { type Asks, openKeys } from '#domain/follow-up.ts';
import { proposedIn } from '#domain/forms/confirming.ts';
import { missing } from '#domain/forms/form.ts';
import { type AskedForm, definitionOf } from '#domain/forms/form-record.ts';
import { hasPage, isAwaited } from '#domain/forms/purposes.ts';
import type { Cohort, Instant } from '#domain/program/cohort.ts';
import { doneAt } from '#domain/program/milestones.ts';
import type { ProgramDefinition } from '#domain/program/program-definition.ts';
import { queueEmail } from '#shared/mail/queue-email.ts';
import { namedPeople } from './named-people.ts';
import { tellUnfinished } from './tell-coordinator.ts';

interface Acknowledged {
  /** The reply that is answered. */
  reply: string;
  attachments?: readonly Attachment[];
  /** Words of theirs that answer nothing, by what has become of them. */
  beside?: { passedOn?: string; unheard?: string; confided?: string };
  /** The reply was longer than what is read of one. */
  cut?: boolean;
  /** The coordinator said yes to a reply that had come late. */
  late?: boolean;
}

/** Tells somebody what was understood and what is open, and the coordinator when we stop asking for it. */
export async function acknowledge(
  cohort: Cohort,
  program: ProgramDefinition,
  stored: AskedForm,
  { reply, attachments = [], beside = {}, cut = false, late = false }: Acknowledged,
  now: Instant,
): Promise<void> {
  const asks = asksOf(stored, program);
  // A confirmation has no page: who does not say whether it was theirs is left in peace.
  if (asks === 'page' && !hasPage(stored.purpose)) return;
  const named = await namedPeople(program, stored, reply);
  const facts = {
    ...standing(stored, program),
    asks,
    ...filesIn(attachments),
    ...beside,
    ...(named.length > 0 && { named }),
    ...(cut && { cut }),
    ...(late && { late: doneAt(cohort, 'match', 'close') === undefined ? ('pool' as const) : ('list' as const) }),
  };
  await queueEmail(cohort, { person: stored.person, kind: 'understood', occasion: reply, form: stored, facts }, now);
  if (asks === 'page' && stored.status !== 'complete') await tellUnfinished(cohort, program, stored, now);
}

/** What a form holds, for an email that says so. */
export function standing(stored: AskedForm, program: ProgramDefinition) {
  return {
    answers: stored.answers,
    missing: missing(definitionOf(stored, program), stored.answers).map(({ key }) => key),
    unclear: stored.unclear,
    complete: stored.status === 'complete',
    ...(stored.worded && { worded: stored.worded }),
    ...(stored.proposed && { proposed: stored.proposed }),
    ...(stored.strikes && { strikes: stored.strikes }),
  };
}

/** Names for an email, by whether we keep the file. */
export function filesIn(attachments: readonly Attachment[]): { kept?: string[]; refused?: string[] } {
  const named = (wanted: boolean) => attachments.filter(({ kept }) => kept === wanted).map(({ name }) => name);
  const [kept, refused] = [named(true), named(false)];
  return { ...(kept.length > 0 && { kept }), ...(refused.length > 0 && { refused }) };
}

/** Somebody who has said no to their partner is asked nothing more; a coordinator's word is awaited however long it takes. */
function asksOf(stored: AskedForm, program: ProgramDefinition): Asks {
  if (isRefusal(stored, program)) return 'nothing';
  const definition = definitionOf(stored, program);
  const open = openKeys(definition, stored);
  const proposed = proposedIn(stored, definition);
  // All that is open waits for one word: nobody is sent to the page for that.
  if (open.length > 0 && open.every((key) => proposed[key] !== undefined)) return 'again';
  const asks = stored.followUp?.asks ?? 'nothing';
  return isAwaited(stored.purpose) && hasPage(stored.purpose) && asks === 'page' ? 'again' : asks;
}
