import * as z from 'zod';
import { Delivery } from '#domain/email.ts';
import { FormRef } from '#domain/forms/form-record.ts';
import { EmailKind, StoredFacts } from './kinds.ts';

/**
 * An email, before it is anything else. Its id follows from cohort, person, kind and occasion, so nobody is written to
 * twice for the same reason. It holds the facts that the words are made of; the message as sent is in the bucket.
 */
export const EmailRecord = Delivery.extend({
  id: z.string(),
  cohort: z.string(),
  person: z.string(),
  kind: EmailKind,
  occasion: z.string(),
  /** The form that a reply to this email answers. */
  form: FormRef.optional(),
  facts: StoredFacts,
  /** Where in the bucket the facts are when they are too long for the record. */
  factsAt: z.string().optional(),
});
export type EmailRecord = z.infer<typeof EmailRecord>;
