import * as z from 'zod';
import { Unreachable } from './person.ts';
import { Instant } from './program/cohort.ts';

/**
 * Why an email was not sent. refused: by SES, with its words. blocked: SES lets us send nothing. died: two senders crashed while they held its
 * lease. unanswered: SES did not say whether it took it. day: it was tried for a day. The others: nobody is to write
 * to its person.
 */
export const NotSent = z.discriminatedUnion('is', [
  z.object({ is: z.enum(['refused', 'blocked']), code: z.string(), words: z.string() }),
  z.object({ is: z.enum(['died', 'unanswered', 'day', ...Unreachable.options]) }),
]);
export type NotSent = z.infer<typeof NotSent>;

/** How far the sending of an email has come. */
export const Delivery = z.object({
  /** sending: claimed until `lease`. suppressed, failed: not sent, for `why`. A queued one may say why it still waits. */
  status: z.enum(['queued', 'sending', 'sent', 'suppressed', 'failed']),
  why: NotSent.optional(),
  /** How often it may have reached SES: claims, without those that were given back because it surely did not. */
  attempts: z.number().int(),
  lease: Instant.optional(),
  /** Who holds the claim. Removed when its holder got no answer of SES; still there when it crashed. */
  claimedBy: z.string().optional(),
  /** How many senders crashed while they held its lease. */
  deaths: z.number().int().optional(),
  /** How often it was found without a message on the queue, or with one that did not help. */
  requeued: z.number().int().optional(),
  /** SES's id of the message. */
  messageId: z.string().optional(),
  /** What became of it, as SES reports. */
  outcome: z.enum(['delivered', 'bounced', 'complained', 'rejected']).optional(),
  createdAt: Instant,
  /** Not sent before this moment, and told of what comes in between as well. */
  due: Instant.optional(),
  sentAt: Instant.optional(),
  failedAt: Instant.optional(),
  expiresAt: z.number().int(),
});
export type Delivery = z.infer<typeof Delivery>;

/**
 * How long a claim holds, in seconds. Longer than the sender's timeout (30 s), so that a claim is never taken from a sender
 * that still runs; shorter than the queue's visibility timeout (180 s), so that the message that comes back finds it over.
 */
export const leaseSeconds = 60;

/** A sender that crashes may have sent it. A second one tries nevertheless; after that a person should look at it. */
const mostDeaths = 2;

/** Claims that SES gave no clear answer to. With the growing delays of the queue these are two hours without SES. */
const mostAttempts = 6;

type Claimed = Pick<Delivery, 'status' | 'attempts' | 'lease' | 'claimedBy' | 'deaths'>;

/**
 * What a sender finds. settled: there is nothing to send. leased: somebody is sending it. free: nobody has tried, or what was
 * tried surely did not reach SES. unanswered: it may have reached SES, who has not said so since. abandoned: its sender crashed.
 */
export type Standing = 'settled' | 'leased' | 'free' | 'unanswered' | 'abandoned';

export function standingOf({ status, lease, claimedBy }: Claimed, now: Instant): Standing {
  if (status === 'queued') return 'free';
  if (status !== 'sending') return 'settled';
  if (lease !== undefined && lease >= now && lease <= latestLease(now)) return 'leased';
  return claimedBy === undefined ? 'unanswered' : 'abandoned';
}

/** No claim that is made now ends later. One that does was made by a clock that has been set back since. */
export function latestLease(now: Instant): Instant {
  return new Date(Date.parse(now) + 2 * leaseSeconds * 1000).toISOString();
}

/** Why nobody should try again by themselves, or undefined when they should. */
export function givenUpFor(email: Claimed, now: Instant): NotSent | undefined {
  const standing = standingOf(email, now);
  if (standing === 'abandoned' && (email.deaths ?? 0) + 1 >= mostDeaths) {
    return { is: 'died' };
  }
  const isUnsure = standing === 'abandoned' || standing === 'unanswered';
  return isUnsure && email.attempts >= mostAttempts ? { is: 'unanswered' } : undefined;
}
