import * as z from 'zod';
import type { AskedForm } from '../forms/form-record.ts';
import type { Pair } from '../pair.ts';
import { Stage } from '../program/cohort.ts';
import type { ProgramDefinition } from '../program/program-definition.ts';

/** A stage that has asked the pairs, as a report speaks of it: a survey, or the close-out. */
export const AskedStage = Stage.pick({ name: true, kind: true, title: true });
export type AskedStage = z.infer<typeof AskedStage>;

/** A cohort at its end, or on the way there. */
export interface CohortRecord {
  program: ProgramDefinition;
  /** The stages that have asked the pairs so far, in their order, the close-out among them. */
  surveys: readonly SurveyStage[];
  /** Everyone who was invited. */
  people: readonly { id: string }[];
  /** What they were asked and answered: applications, agreements and surveys. Other forms are left alone. */
  forms: readonly AskedForm[];
  /** Pairs that were announced and not refused count, ended or not; proposed and vetoed ones do not. */
  pairs: readonly Pair[];
  /** No figure is shown for fewer people than this. */
  smallestGroup: number;
}
export type SurveyStage = AskedStage & Pick<Stage, 'form'>;

/** What a report does not say, because it would be about too few people. */
export const Withheld = z.object({ withheld: z.literal(true) });
export type Withheld = z.infer<typeof Withheld>;

/** How many people; nobody is 0 and may be said. */
export const Count = z.union([z.number(), Withheld]);
export type Count = z.infer<typeof Count>;

/** A part of a whole, from 0 to 1: exact when `from` equals `to`, else somewhere from `from` to `to`. */
export const Range = z.object({ from: z.number(), to: z.number() });
export type Range = z.infer<typeof Range>;
export const Share = z.union([Range, Withheld]);
export type Share = z.infer<typeof Share>;

/**
 * A mean and the number of answers behind it: someone in two pairs answers twice. How many people that makes is not
 * said: the two sides' people less everyone's would count those who are on both sides.
 */
export const Mean = z.union([z.object({ mean: z.number(), answers: z.number() }), Withheld]);
export type Mean = z.infer<typeof Mean>;

/** A mean over everyone and over each side. */
export const Sides = z.object({ all: Mean, mentors: Mean, mentees: Mean });
export type Sides = z.infer<typeof Sides>;

/** A figure of each survey that was sent, in their order, and that of the close-out by itself. */
export interface BySurvey<Figure> {
  surveys: { survey: AskedStage; figure: Figure }[];
  closeout: Figure;
}
const bySurvey = <Figure extends z.ZodType>(figure: Figure) =>
  z.object({ surveys: z.array(z.object({ survey: AskedStage, figure })), closeout: figure });

/** How many answered a survey: each pair is sent two, and a mentor of three answers three. */
export const SurveyResponse = z.object({ asked: Count, answered: Count, rate: Share });
export type SurveyResponse = z.infer<typeof SurveyResponse>;

/** How one question of the surveys was answered. */
export const Measure = bySurvey(Sides).extend({
  key: z.string(),
  label: z.string(),
  /** The ends of its scale; absent for a number without bounds. */
  min: z.number().optional(),
  max: z.number().optional(),
});
export type Measure = z.infer<typeof Measure>;

/** Goal Attainment Scaling (Kiresuk & Sherman 1968): T, where 50 is as expected. */
export const Goal = bySurvey(Sides).extend({
  /** Of the mentees who rated their goal at the end: who reached or passed it. */
  reached: Share,
});
export type Goal = z.infer<typeof Goal>;

export const Recommend = z.object({
  /** The ends of its scale; absent for a number without bounds. */
  min: z.number().optional(),
  max: z.number().optional(),
  mean: Mean,
  /** On a scale of 0 to 10, answers of 0-6, 7-8 and 9-10: all three, or none when one of them is too few people. */
  low: Count,
  middle: Count,
  high: Count,
});
export type Recommend = z.infer<typeof Recommend>;

/** Something to look at next time, with the figures that it was seen by. */
export const WeakPoint = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('nobody-applied'), invited: Count }),
  z.object({ kind: z.enum(['no-mentors', 'no-mentees', 'no-pairs']) }),
  z.object({ kind: z.literal('few-mentors'), matched: Range }),
  z.object({ kind: z.literal('few-meetings'), mean: z.number() }),
  z.object({ kind: z.literal('trust-fell'), from: z.number(), at: AskedStage, to: z.number() }),
  z.object({ kind: z.literal('trust-low'), mean: z.number(), max: z.number() }),
  z.object({ kind: z.literal('goals-missed'), attained: z.number() }),
  z.object({ kind: z.literal('low-item'), label: z.string(), mean: z.number(), max: z.number() }),
  z.object({ kind: z.literal('not-recommended'), mean: z.number(), max: z.number() }),
  /** `of`: whether the surveys are all that there were, and how many that is. */
  z.object({ kind: z.literal('few-answers'), surveys: z.array(AskedStage), of: z.enum(['both', 'all', 'some']) }),
]);
export type WeakPoint = z.infer<typeof WeakPoint>;

/** What a report may say. Whatever is about fewer people than the smallest group, or would give it away, is withheld. */
export const Outcomes = z.object({
  smallestGroup: z.number(),
  participation: z.object({
    invited: Count,
    /** Sent a complete application. */
    applied: Count,
    declined: Count,
    /** Neither applied nor declined. */
    unanswered: Count,
    /** Applied as a mentor, or as both. */
    mentors: Count,
    /** Applied as a mentee, or as both. */
    mentees: Count,
    both: Count,
    pairs: Count,
    /** Applied as a mentee and were given no mentor. */
    unmatchedMentees: Count,
    unmatchedMentors: Count,
  }),
  matches: z.object({
    menteesMatched: Share,
    /** Mean of the pairs' scores, 0..1. */
    meanScore: Count,
    /** The lowest score of any pair; computed from what people applied with, not answered by anyone. */
    worstScore: Count,
  }),
  responses: bySurvey(SurveyResponse),
  trust: Measure,
  relationship: z.array(Measure),
  learning: Measure.optional(),
  meetings: Measure.optional(),
  goal: Goal.optional(),
  recommend: Recommend.optional(),
  /** How many mentors people found for themselves, outside the program. */
  informal: Mean.optional(),
  /** What to look at next time, the most important first. */
  weakPoints: z.array(WeakPoint),
});
export type Outcomes = z.infer<typeof Outcomes>;
