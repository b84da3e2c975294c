import * as z from 'zod';
import { coded } from '../document-faults.ts';
import { Purpose } from '../forms/purposes.ts';
import { StageKind } from './stage-definition.ts';

/** A moment in UTC as ISO 8601 with milliseconds, so that moments sort as text: `2026-03-01T08:00:00.000Z`. */
export const Instant = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/, 'a moment in UTC');
export type Instant = z.infer<typeof Instant>;

/** An address as people are known by: lower case, without a display name. */
export const Address = z
  .email(coded({ code: 'address' }))
  .max(254)
  .transform((address) => address.toLowerCase());

export const Contact = z.strictObject({ name: z.string().trim().min(1).max(120), email: Address });
export type Contact = z.infer<typeof Contact>;

/** Somebody as an organisation's list has them: with the department and the place where they work, if it says so. */
export const Colleague = Contact.extend({
  department: z.string().trim().min(1).max(80).optional(),
  location: z.string().trim().min(1).max(80).optional(),
});
export type Colleague = z.infer<typeof Colleague>;

/**
 * A dated point in a stage. Its id is `<stage>.<open | remind-N | close>`. Matching has two more: `decide` ends the votes,
 * and `publish` is when their outcome goes to the pairs unless the chair has said so before.
 */
export const Milestone = z.object({
  id: z.string(),
  kind: z.enum(['open', 'remind', 'decide', 'publish', 'close']),
  at: Instant,
  /** A person has set this day: it stays when others move. */
  fixed: z.literal(true).optional(),
});
export type Milestone = z.infer<typeof Milestone>;

/** A stage of a cohort's schedule: what its program says of it, with dates. */
export const Stage = z.object({
  name: z.string(),
  kind: StageKind,
  title: z.string(),
  /** Of a stage that asks the pairs: which form of the program. */
  form: z.string().optional(),
  milestones: z.array(Milestone).min(2),
});
export type Stage = z.infer<typeof Stage>;

/** A deadline that now comes before the day that people were told of: who still owes an answer has to hear of it. */
export const BroughtForward = z.object({
  /** What the forms are for whose deadline it is, and of a survey the stage that asks it. */
  purpose: Purpose,
  stage: z.string().optional(),
  /** The close that we had written. */
  told: Instant,
  /** When it was moved; forms that were opened later say the new day from the start. */
  at: Instant,
  /** How far the telling has come: the last form that was dealt with. */
  after: z.string().optional(),
});
export type BroughtForward = z.infer<typeof BroughtForward>;

export const CohortStatus = z.enum(['running', 'stuck', 'cancelled', 'finished']);

/** The version of what is stored. A record of another one is refused: what it means is not known here. */
export const StoredVersion = z.literal(1, {
  error: ({ input }) => `This record has the schema version ${input}; this program reads version 1.`,
});

/** The fields of a cohort, each by itself. */
export const CohortFields = z.object({
  schema: StoredVersion,
  id: z.string(),
  /** Where a deployment serves several organisations: the one whose tokens see this cohort. */
  owner: z.string().optional(),
  name: z.string(),
  /** The organisation that runs the program, as its people call it. */
  organisation: z.string(),
  /** IANA name; dates in emails are in this zone. */
  timeZone: z.string(),
  /** BCP 47: what everything that we write for it is written in; the default language when absent. */
  language: z.string().optional(),
  program: z.object({ id: z.string(), version: z.number(), title: z.string() }),
  coordinator: Contact,
  committee: z.array(Colleague),
  /** The member of the committee who publishes the pairs; the coordinator when absent. */
  chair: Address.optional(),
  leadership: z.array(Contact),
  schedule: z.array(Stage).min(1),
  /** How many of each group were invited, by question and answer, where the organisation knows (see `matching.audit`). */
  invitedGroups: z.record(z.string(), z.record(z.string(), z.number().int().positive())).optional(),
  /** Weights of factors that the coordinator has set for this cohort; the program's for those that are not named. */
  weights: z.record(z.string(), z.number().min(0).max(100)).optional(),
  /** Fingerprint of the pool that the proposal was made of: it is made anew for what has changed since. */
  proposedFrom: z.string().optional(),
  /** Milestones that have been acted on, and when. */
  done: z.record(z.string(), Instant),
  /** How far a large cohort has come in the work of one milestone: the last record that was dealt with. */
  cursor: z.object({ milestone: z.string(), after: z.string() }).optional(),
  /** The name of the stage of the schedule that it is at. */
  stage: z.string(),
  status: CohortStatus,
  /** Raised by whatever changes what the cohort should do next; a hold is stored only for the revision it was based on. */
  revision: z.number().int(),
  /** Part of the names of its executions: raised when one is continued by another at the same stage, or resumed. */
  generation: z.number().int(),
  /** Token of the execution that holds for this cohort. It only wakes; the record decides. */
  wakeToken: z.string().optional(),
  /** Since when a reply waits that nobody has heard of: the coordinator is told in the morning after. */
  unheard: Instant.optional(),
  /** Deadlines that have been moved forward, of which people are still to be told. */
  broughtForward: z.array(BroughtForward).optional(),
  stuck: z.object({ at: Instant, stage: z.string(), cause: z.string() }).optional(),
  /** Fingerprint of the request that made it, so that an Idempotency-Key is not used for two different ones. */
  request: z.string(),
  createdAt: Instant,
  expiresAt: z.number().int(),
});

export const Cohort = CohortFields.refine(({ schedule, stage }) => schedule.some(({ name }) => name === stage), {
  path: ['stage'],
  error: 'is no stage of the schedule',
});
export type Cohort = z.infer<typeof Cohort>;
