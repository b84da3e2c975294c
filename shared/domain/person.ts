import * as z from 'zod';
import { Address, Instant } from './cohort.ts';

/** The parts that someone has in a cohort; one person may have several. */
export const Part = z.enum(['participant', 'coordinator', 'committee', 'leadership']);
export type Part = z.infer<typeof Part>;

export const Person = z.object({
  id: z.string(),
  cohort: z.string(),
  name: z.string(),
  email: Address,
  parts: z.array(Part).min(1),
  /** Where they work, as the coordinator's list says; looked at by the audit, and in no score. */
  department: z.string().optional(),
  location: z.string().optional(),
  /** Why we may no longer write to them: they asked us to stop, or their mailbox refuses our mail. */
  unreachable: z.enum(['stopped', 'bounced', 'complained']).optional(),
  /** Since when; of a mailbox that refuses our mail, when it did. */
  unreachableSince: Instant.optional(),
  /** When we last heard from a mailbox that had refused our mail: refusals from before say nothing any more. */
  reachableSince: Instant.optional(),
  /** Since when the coordinator holds them back from matching. Why is nobody's to read, so it is not kept. */
  heldAt: Instant.optional(),
  /** No reminder before this moment: an automatic reply said that they are away until then. */
  awayUntil: Instant.optional(),
  expiresAt: z.number().int(),
});
export type Person = z.infer<typeof Person>;

/** Whether somebody was invited and still can be written to: who asked us to stop is counted nowhere. */
export function isInvited({ parts, unreachable }: Pick<Person, 'parts' | 'unreachable'>): boolean {
  return parts.includes('participant') && unreachable === undefined;
}
