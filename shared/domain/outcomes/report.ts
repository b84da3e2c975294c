import type { AskedForm } from '../forms/form-record.ts';
import type { Pair } from '../pair.ts';
import type { ProgramDefinition } from '../program/program-definition.ts';
import type { Count, Share, Withheld } from './disclosure.ts';
import type { BySurvey, Mean, Sides, SurveyStage } from './surveys.ts';

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

/** What a report may say. Whatever is about fewer people than the smallest group, or would give it away, is withheld. */
export interface Outcomes {
  smallestGroup: number;
  participation: {
    invited: Count;
    /** Sent a complete application. */
    applied: Count;
    declined: Count;
    /** Neither applied nor declined. */
    unanswered: Count;
    /** Applied as a mentor, or as both. */
    mentors: Count;
    /** Applied as a mentee, or as both. */
    mentees: Count;
    both: Count;
    pairs: Count;
    /** Applied as a mentee and were given no mentor. */
    unmatchedMentees: Count;
    unmatchedMentors: Count;
  };
  matches: {
    menteesMatched: Share;
    /** Mean of the pairs' scores, 0..1. */
    meanScore: number | Withheld;
    /** The lowest score of any pair; computed from what people applied with, not answered by anyone. */
    worstScore: number | Withheld;
  };
  responses: BySurvey<SurveyResponse>;
  trust: Measure;
  relationship: Measure[];
  learning?: Measure;
  meetings?: Measure;
  goal?: Goal;
  recommend?: Recommend;
  /** How many mentors people found for themselves, outside the program. */
  informal?: Mean;
  /** What to look at next time, the most important first: "Trust: it fell from 4.2 at the mid-point to 3.8 at the end." */
  weakPoints: string[];
}

/** How many answered a survey: each pair is sent two, and a mentor of three answers three. */
export interface SurveyResponse {
  asked: Count;
  answered: Count;
  rate: Share;
}

/** How one question of the surveys was answered. */
export interface Measure extends BySurvey<Sides> {
  key: string;
  label: string;
  /** The ends of its scale; absent for a number without bounds. */
  min?: number;
  max?: number;
}

/** Goal Attainment Scaling (Kiresuk & Sherman 1968): T, where 50 is as expected. */
export interface Goal extends BySurvey<Sides> {
  /** Of the mentees who rated their goal at the end: who reached or passed it. */
  reached: Share;
}

export interface Recommend {
  min: number;
  max: number;
  mean: Mean;
  /** On a scale of 0 to 10, answers of 0-6, 7-8 and 9-10: all three, or none when one of them is too few people. */
  low: Count;
  middle: Count;
  high: Count;
}
