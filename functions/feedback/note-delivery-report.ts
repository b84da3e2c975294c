import { meaningOf, mostRefused } from '#domain/bounce.ts';
import type { Instant } from '#domain/program/cohort.ts';
import type { EmailRecord } from '#shared/emails/email-record.ts';
import { log } from '#shared/logging.ts';
import * as emails from '#shared/store/emails.ts';
import * as events from '#shared/store/events.ts';
import * as people from '#shared/store/people.ts';
import * as promises from '#shared/store/promises.ts';
import type { Notification } from './notification.ts';

type Email = Pick<EmailRecord, 'cohort' | 'id'>;

/**
 * Notes what SES says. A `Send` also settles an email whose sender crashed after SES had accepted it: it is not sent again.
 * A complaint ends all mail to that person, and a bounce for good does until we hear from them.
 */
export async function noteDeliveryReport(notification: Notification): Promise<void> {
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
      if (notification.bounce) await bounced(email, notification.bounce, at);
      return;
  }
}

type Bounce = NonNullable<Notification['bounce']>;

/** A mailbox that is not there gets no more mail. One whose server did not want this email does, if it wants the next. */
async function bounced(of: Email, { bounceType, timestamp, bouncedRecipients }: Bounce, sentAt: Instant) {
  const refusals = bouncedRecipients.map(({ status, diagnosticCode }) => ({ status, diagnostic: diagnosticCode }));
  const meaning = meaningOf(bounceType, refusals);
  if (meaning === 'passing') return;
  const at = timestamp === undefined ? sentAt : new Date(timestamp).toISOString();
  if (meaning === 'address') return endMail(of, 'bounced', at);
  const email = await emails.get(of.cohort, of.id);
  if (!email) return;
  await emails.markOutcome(email, 'bounced');
  const count = await people.noteRefused(email.cohort, email.person, email.id);
  log.warn('a mail server did not want an email', { email: email.id, count });
  if (count >= mostRefused) await endMail(of, 'bounced', at);
}

async function endMail({ cohort, id }: Email, outcome: 'bounced' | 'complained', at: Instant) {
  const email = await emails.get(cohort, id);
  if (!email) return;
  await emails.markOutcome(email, outcome);
  const person = outcome === 'complained' ? await people.get(cohort, email.person) : undefined;
  if (person) await promises.stop(person, { cohort, at });
  await people.markUnreachable(cohort, email.person, outcome, at);
  const event = { at, what: `email.${outcome}`, who: email.person, of: id };
  await events.note({ id: cohort, expiresAt: email.expiresAt }, event);
}
