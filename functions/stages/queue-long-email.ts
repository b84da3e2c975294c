import type { Cohort, Instant } from '#domain/program/cohort.ts';
import { type Draft, queueEmail } from '#shared/mail/queue-email.ts';
import { keepFacts } from '#shared/store/facts.ts';

/** Posts an email that tells of many people: what it tells may be more than a record of the table can hold. */
export async function queueLongEmail(cohort: Cohort, draft: Draft, now: Instant): Promise<void> {
  await queueEmail(cohort, draft, now, keepFacts);
}
