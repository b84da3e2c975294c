import { isWorthATry } from '#domain/bounce.ts';
import type { Person } from '#domain/person.ts';
import type { Instant } from '#domain/program/cohort.ts';
import { ReceiptFacts } from '#shared/emails/page/receipt-facts.ts';
import { letCount } from '#shared/intake/page/let-count.ts';
import { log } from '#shared/logging.ts';
import { queueEmail } from '#shared/mail/queue-email.ts';
import * as emails from '#shared/store/emails.ts';
import * as people from '#shared/store/people.ts';
import type { Found, Stuck } from './load-message.ts';
import { lookForMissed } from './missed.ts';
import { send } from './send.ts';

/**
 * Acts on one message of the queue: sends an email, writes to the coordinator of a cohort that is stuck, or looks for what
 * was missed.
 */
export async function dispatch(found: Found | Stuck | undefined, now: Instant): Promise<void> {
  if (!found) return lookForMissed(now);
  const { cohort } = found;
  if ('stuck' in found) {
    const person = people.personId(cohort.id, cohort.coordinator.email);
    const occasion = `${found.stuck}.${found.generation}`;
    await queueEmail(cohort, { person, kind: 'stuck', occasion, facts: { kind: found.kind } }, now);
    return;
  }

  const { email, person } = found;
  // To somebody who asked us to stop we still send the word that we have, and the one that we do so no longer.
  const isAboutThat = email.kind === 'stopped' || email.kind === 'write-again';
  const mayWrite = person.unreachable === undefined || isAboutThat || (await isTriedAgain(person, now));
  if (!mayWrite && person.unreachable) {
    if (await emails.suppress(email, { is: person.unreachable }, now)) {
      log.info('not sent', { email: email.id, kind: email.kind, why: person.unreachable });
    }
    return;
  }
  await send(found, now);
  await afterSending(found, now);
}

/** What was sent from a page may have waited for the receipt that tells of it. A receipt that comes back was sent before. */
async function afterSending({ cohort, email }: Found, now: Instant): Promise<void> {
  const { receipt, acts } = ReceiptFacts.parse(email.facts);
  if (receipt === undefined || !acts || !email.form) return;
  if ((await emails.get(cohort.id, email.id))?.status !== 'sent') return;
  await letCount(cohort, email.form, receipt, now);
}

/** Whether a mailbox that refused our mail long ago gets an email again; when that bounces too, no more for as long. */
async function isTriedAgain(person: Person, now: Instant): Promise<boolean> {
  return isWorthATry(person, now) && (await people.markReachable(person.cohort, person.id, now));
}
