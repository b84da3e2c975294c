import type { AskedForm } from '#domain/forms/form-record.ts';
import type { PageChange } from '#domain/page-change.ts';
import type { Cohort } from '#domain/program/cohort.ts';
import type { ProgramDefinition } from '#domain/program/program-definition.ts';
import { declinedUntil } from '#domain/promised.ts';
import { namedPeople, standing } from '#domain/replies/outcome/acknowledgement.ts';
import { namesFor } from '#shared/intake/load-named-people.ts';
import type { Draft } from '#shared/mail/queue-email.ts';

/** What a receipt is known by: sent from a page, changes have ids of this kind. */
const occasionOf = (receipt: string) => `web_${receipt}`;

/** Receipts are named like the change that they were first for, as far as that fits into a reply address. */
export function receiptNamed(change: string): string {
  return change.slice(occasionOf('').length);
}

/** The receipt for a form as it is, or will be, after a change. */
export async function receiptFor(
  cohort: Cohort,
  program: ProgramDefinition,
  after: AskedForm,
  change: Pick<PageChange, 'receipt' | 'acts' | 'given' | 'at'>,
): Promise<Draft> {
  const { receipt, acts, given, at } = change;
  const to = { person: after.person, occasion: occasionOf(receipt), form: after };
  const told = { receipt, onPage: true, ...(acts && { acts: true }) };
  if (given.declines) return { ...to, kind: 'declined', facts: { ...told, until: declinedUntil(at, cohort.timeZone) } };
  const { everyone, earlierNamed } = await namesFor(program, after, occasionOf(receipt));
  const named = namedPeople(program, after, everyone, earlierNamed);
  const facts = {
    ...standing(after, program),
    asks: 'nothing' as const,
    ...told,
    comments: after.comments,
    ...(named.length > 0 && { named }),
  };
  return { ...to, kind: 'understood', facts };
}
