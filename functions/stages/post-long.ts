import type { Cohort, Instant } from '#domain/program/cohort.ts';
import { type Draft, post } from '#shared/mail/post.ts';
import { emailId } from '#shared/store/emails.ts';
import { keepFacts } from '#shared/store/facts.ts';

/** Posts an email that tells of many people: what it tells may be more than a record of the table can hold. */
export async function postLong(cohort: Cohort, draft: Draft, now: Instant): Promise<void> {
  const id = emailId(cohort.id, draft.person, draft.kind, draft.occasion);
  await post(cohort, { ...draft, ...(await keepFacts(id, draft.facts ?? {})) }, now);
}
