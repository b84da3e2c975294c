import type { Cohort, Instant } from '#domain/program/cohort.ts';
import { NotSentFacts, type Unsent } from '#shared/emails/coordinator/not-sent.ts';
import type { EmailRecord } from '#shared/emails/email-record.ts';
import { log } from '#shared/logging.ts';
import { queueEmail } from '#shared/mail/queue-email.ts';
import * as cohorts from '#shared/store/cohorts.ts';
import * as emails from '#shared/store/emails.ts';
import * as people from '#shared/store/people.ts';

/** On one list: what a record can hold with ease. The others are on the next. */
const mostOnAList = 100;

/**
 * Sends each coordinator the list of emails that failed and that they have not heard of. Only what the list says counts as
 * told, so that a crash neither loses one nor tells of one twice.
 */
export async function tellNotSent(now: Instant): Promise<void> {
  const failed = await emails.untold(mostOnAList);
  for (const [id, list] of Map.groupBy(failed, ({ cohort }) => cohort)) {
    try {
      const cohort = await cohorts.get(id);
      const told = new Set(cohort ? await write(cohort, list, now) : list.map((one) => one.id));
      for (const email of list) if (told.has(email.id)) await emails.markTold(email);
    } catch (error) {
      // A cohort that can't be read is no reason to keep it from the coordinators of others; this one is told at the next look.
      log.error('could not tell of emails that failed', { cohort: id, error: error as Error });
    }
  }
}

/** Posts the list. Returns the ids of the emails that it tells of. */
async function write(cohort: Cohort, failed: readonly EmailRecord[], now: Instant): Promise<string[]> {
  // A list that could not be sent is told of by no other: the log and the email log have it.
  const [lists, list] = [failed.filter(isList), failed.filter((email) => !isList(email))];
  const [first] = list;
  if (!first) return lists.map(({ id }) => id);
  const person = people.personId(cohort.id, cohort.coordinator.email);
  // Named after its first one and that one's failure: cut off, it is found again by the same name.
  const occasion = `${first.id}.${first.failedAt ?? first.createdAt}`;
  const facts = {
    emails: await Promise.all(list.map((email) => unsentOf(email))),
    told: list.map(({ id }) => id),
  };
  await queueEmail(cohort, { person, kind: 'not-sent', occasion, facts }, now);
  const posted = await emails.get(cohort.id, emails.emailId(cohort.id, person, 'not-sent', occasion));
  return [...NotSentFacts.parse(posted?.facts).told, ...lists.map(({ id }) => id)];
}

const isList = ({ kind }: EmailRecord) => kind === 'not-sent';

async function unsentOf({ id, cohort, person: to, kind, why, attempts }: EmailRecord): Promise<Unsent> {
  const person = await people.get(cohort, to);
  // What SES refused it does not have; of anything else it may have the message.
  return { id, kind, ...(why && { why }), who: person?.name ?? '', email: person?.email ?? '', perhaps: attempts > 0 };
}
