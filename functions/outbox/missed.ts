import { standingOf } from '#domain/email.ts';
import type { Instant } from '#domain/program/cohort.ts';
import { log } from '#shared/logging.ts';
import { putOnQueue } from '#shared/mail/queue-email.ts';
import * as emails from '#shared/store/emails.ts';
import { tellNotSent } from './tell-not-sent.ts';

/** In one look: some seconds' work. What is left is there at the next. */
const mostAtATime = 200;

/** With an hour in between, a day: what stands in the way of an email for so long is for a person to find. */
const mostTimes = 24;

/**
 * Puts emails on the queue again that should have been sent: whoever stored one may have crashed before it was queued, or
 * its message was given up. Then tells coordinators of those that failed. May run at any time, twice, or in part.
 */
export async function lookForMissed(now: Instant): Promise<void> {
  for (const email of await emails.missed(now, mostAtATime)) {
    if (standingOf(email, now) === 'leased') continue;
    if ((email.requeued ?? 0) >= mostTimes) {
      const why = { is: 'day' } as const;
      if (await emails.giveUp(email, why, now)) log.error('an email was given up', { email: email.id, why: why.is });
      continue;
    }
    if (email.due === undefined || email.requeued !== undefined)
      log.warn('an email was not sent in time: queued again', { email: email.id, kind: email.kind });
    // In this order: a crash in between queues it twice, and it is sent once all the same.
    await putOnQueue({ cohort: email.cohort, email: email.id });
    await emails.markRequeued(email, now);
  }
  await tellNotSent(now);
}
