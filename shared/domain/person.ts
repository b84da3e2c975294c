import * as z from 'zod';
import { Address, type Cohort, Instant } from './program/cohort.ts';
import { doneAt } from './program/milestones.ts';
import { LeftOut } from './promised.ts';

/** The parts that someone has in a cohort; one person may have several. */
export const Part = z.enum(['participant', 'coordinator', 'committee', 'leadership']);
export type Part = z.infer<typeof Part>;

export const Unreachable = z.enum(['stopped', 'bounced', 'complained']);

export const Person = z.object({
  id: z.string(),
  cohort: z.string(),
  /** The cohort's. */
  owner: z.string().optional(),
  name: z.string(),
  email: Address,
  parts: z.array(Part).min(1),
  /** Where they work, as the coordinator's list says; looked at by the audit, and in no score. */
  department: z.string().optional(),
  location: z.string().optional(),
  /** Why we may no longer write to them: they asked us to stop, or their mailbox refuses our mail. */
  unreachable: Unreachable.optional(),
  /** They are on the list and are not asked in this cohort, because of what they said in an earlier one. */
  leftOut: LeftOut.optional(),
  /** The coordinator says that they have asked to be invited again, whatever they said before. */
  again: z.boolean().optional(),
  /** Since when; of a mailbox that refuses our mail, when it did. */
  unreachableSince: Instant.optional(),
  /** When we last heard from a mailbox that had refused our mail: refusals from before say nothing any more. */
  reachableSince: Instant.optional(),
  /** Since when the coordinator holds them back from matching. Why is nobody's to read, so it is not kept. */
  heldAt: Instant.optional(),
  /** No reminder before this moment: an automatic reply said that they are away until then. */
  awayUntil: Instant.optional(),
  /** How often all links to pages of theirs were ended: those from before open nothing any more. */
  linksEnded: z.number().int().optional(),
  expiresAt: z.number().int(),
});
export type Person = z.infer<typeof Person>;

/** Whether somebody is asked to take part: on the list, and not left out for what they said in an earlier cohort. */
export function isAsked({ parts, leftOut }: Pick<Person, 'parts' | 'leftOut'>): boolean {
  return parts.includes('participant') && leftOut === undefined;
}

/** Whether somebody was invited and still can be written to: who asked us to stop is counted nowhere. */
export function isInvited(person: Pick<Person, 'parts' | 'leftOut' | 'unreachable'>): boolean {
  return isAsked(person) && person.unreachable === undefined;
}

/** A part in running a cohort, without which something would be lost unseen. */
export type Needed = 'coordinator' | 'committee';

/** Which such part somebody has now: the coordinator until the end, a reviewer until the pairs are published. */
export function neededAs(
  { email }: Pick<Person, 'email'>,
  cohort: Pick<Cohort, 'coordinator' | 'committee' | 'schedule' | 'status' | 'done'>,
): Needed | undefined {
  const { coordinator, committee, status } = cohort;
  if (status === 'finished' || status === 'cancelled') return undefined;
  if (coordinator.email === email) return 'coordinator';
  const isReviewer = committee.some((one) => one.email === email);
  return isReviewer && doneAt(cohort, 'match', 'publish') === undefined ? 'committee' : undefined;
}
