import * as z from 'zod';
import { FormDefinition } from '../forms/form.ts';
import { isEachOnce, most, namedTwice } from './list-bounds.ts';
import { Factor, MatchingRules } from './matching-definition.ts';
import { referencesOf } from './references.ts';
import { CalendarDuration, ProgramSchedule } from './stage-definition.ts';

export const ProgramDefinition = z
  .strictObject({
    id: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/),
    version: z.number().int().positive(),
    title: z.string().min(1).max(120),
    /** What the organisation wants of it: heads the forms, answered in the report. */
    objectives: z.array(z.string().min(1).max(300)).min(1).max(6),
    /**
     * By name: these two, and those that stages ask. Agreement and surveys may differ by side: a question with `side` is
     * asked of that side of a pair alone.
     */
    forms: z.object({ application: FormDefinition, agreement: FormDefinition }).catchall(FormDefinition),
    /** The application question that says what someone would like to be, and which options mean what. */
    roles: z.strictObject({
      question: z.string(),
      mentor: z.array(z.string()).min(1).max(most.roleOptions),
      mentee: z.array(z.string()).min(1).max(most.roleOptions),
    }),
    matching: z.strictObject({
      factors: z.array(Factor).min(1).max(most.factors),
      rules: MatchingRules,
      /**
       * Voluntary questions by which the committee sees whether the matching treats groups alike. No factor and no rule may
       * use one, or a question that is asked because of an answer to one.
       */
      audit: z.array(z.string()).max(most.audit).refine(isEachOnce, namedTwice).default([]),
      /**
       * Whether nobody gets a second mentee while that one could go to a mentor who has none: after most pairs, and before
       * the worst pair is raised. Absent: while there are few people (see `aimOf`).
       */
      spread: z.boolean().optional(),
      /** A pair that scores less, of 100, is not proposed. */
      minimumScore: z.number().min(0).max(100).optional(),
      committee: z.strictObject({
        /** Members whose every vote has to be in for the committee to have decided. */
        quorum: z.number().int().min(1).max(5),
        /** A pair stands when at least this share of the votes on it are in its favour. */
        majority: z.number().gt(0).max(1).default(0.5),
        /** When `publish` comes without a quorum: go on with the votes there are, or wait for a word. */
        withoutQuorum: z.enum(['publish', 'wait']),
      }),
    }),
    /** The questions that the outcome report is made of. Each names a question of the close-out, and perhaps of surveys. */
    outcomes: z.strictObject({
      trust: z.string(),
      relationship: z.array(z.string()).max(most.relationship).refine(isEachOnce, namedTwice).default([]),
      learning: z.string().optional(),
      meetings: z.string().optional(),
      recommend: z.string().optional(),
      /** Goal attainment, -2..+2 (Kiresuk & Sherman 1968). */
      goal: z.string().optional(),
      informal: z.string().optional(),
      /** A text for those who run the program, passed on without a name. */
      advice: z.string().optional(),
    }),
    schedule: ProgramSchedule,
    privacy: z.strictObject({
      /** No figure is shown for fewer people than this. */
      smallestGroup: z.number().int().min(5).default(5),
      /** How long a cohort's records are kept after its close. */
      keep: CalendarDuration.default('P2Y'),
    }),
  })
  // Also when something is wrong elsewhere: all faults are reported at once.
  .superRefine(referencesOf, { when: () => true });
export type ProgramDefinition = z.infer<typeof ProgramDefinition>;
