import type { Instant } from '#domain/cohort.ts';
import { log } from '#shared/observed.ts';
import * as emails from '#shared/store/emails.ts';
import * as events from '#shared/store/events.ts';
import * as people from '#shared/store/people.ts';
import * as promises from '#shared/store/promises.ts';
import type { Notification } from './notification.ts';

/**
 * Notes what SES says. A `Send` also settles an email whose sender died after SES had taken it: it is not sent again.
 * A permanent bounce or a complaint ends all mail to that person.
 */
export async function record(notification: Notification): Promise<void> {
  const { mail } = notification;
  const [id] = mail.tags.email ?? [];
  const [cohort] = mail.tags.cohort ?? [];
  if (!id || !cohort) {
    log.warn('a report about a message that is not ours', { messageId: mail.messageId });
    return;
  }
  const at = new Date(mail.timestamp).toISOString();
  const email = { cohort, id };
  switch (notification.eventType) {
    case 'Send':
      await emails.markSent(email, mail.messageId, at);
      return;
    case 'Delivery':
      await emails.markOutcome(email, 'delivered');
      return;
    case 'Reject':
      await emails.markOutcome(email, 'rejected');
      return;
    case 'Complaint':
      await endMail(email, 'complained', at);
      return;
    case 'Bounce':
      // A mailbox that is full for a day (transient) is no reason to stop writing.
      if (notification.bounce?.bounceType === 'Permanent') await endMail(email, 'bounced', at);
      return;
  }
}

async function endMail({ cohort, id }: { cohort: string; id: string }, outcome: 'bounced' | 'complained', at: Instant) {
  const email = await emails.email(cohort, id);
  if (!email) return;
  await emails.markOutcome(email, outcome);
  const person = outcome === 'complained' ? await people.person(cohort, email.person) : undefined;
  if (person) await promises.stop(person.email, { cohort, at });
  await people.markUnreachable(cohort, email.person, outcome);
  const event = { at, what: `email.${outcome}`, who: email.person, of: id };
  await events.note({ id: cohort, expiresAt: email.expiresAt }, event);
}
