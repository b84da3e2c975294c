import * as z from 'zod';
import { Instant } from './cohort.ts';

/**
 * An email, before it is anything else. Its id follows from cohort, person, kind and occasion, so nobody is written to
 * twice for the same reason. It holds the facts that the words are made of; the message as sent is in the bucket.
 */
export const EmailRecord = z.object({
  id: z.string(),
  cohort: z.string(),
  person: z.string(),
  kind: z.string(),
  occasion: z.string(),
  /** The form that a reply to this email answers. */
  form: z.object({ id: z.string(), purpose: z.string() }).optional(),
  facts: z.record(z.string(), z.unknown()),
  /** Where in the bucket the facts are when they are too long for the record. */
  factsAt: z.string().optional(),
  /** sending: claimed until `lease`. suppressed: not sent, for `why`. */
  status: z.enum(['queued', 'sending', 'sent', 'suppressed', 'failed']),
  why: z.string().optional(),
  /** How often it was claimed for sending; more than once means that a crash was survived. */
  attempts: z.number().int(),
  lease: Instant.optional(),
  /** SES's id of the message. */
  messageId: z.string().optional(),
  /** What became of it, as SES reports. */
  outcome: z.enum(['delivered', 'bounced', 'complained', 'rejected']).optional(),
  createdAt: Instant,
  sentAt: Instant.optional(),
  expiresAt: z.number().int(),
});
export type EmailRecord = z.infer<typeof EmailRecord>;
