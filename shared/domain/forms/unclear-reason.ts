import * as z from 'zod';
import { unclearOf } from './questions/question-types.ts';

/** What can be unclear whatever the type of the question. */
export const unclearOfAny = [
  'above-or-below',
  'asked-for-reason',
  'new-answer',
  'other-before',
  'proposed',
  'read-wrongly',
  'reason-wanted',
  'reservations',
  'several-answers',
  'several-marks',
  'too-long',
  'too-much',
  'undecided',
  'unsure-of-word',
  'vote',
  'what-changes',
  'what-instead',
  'which-question',
  'why-left-out',
] as const;

const units = ['years', 'months', 'weeks', 'days', 'hours', 'minutes'] as const;
/** A unit of time, in which a number may be asked for. */
export type Unit = (typeof units)[number];

/** Why we could not take what somebody wrote as an answer, with what a sentence about it tells beside the question. */
export const UnclearReason = z.object({
  kind: z.enum([...unclearOfAny, ...Object.values(unclearOf).flat()]),
  /** Words or a figure of theirs that it is about; words are empty where they are too many to say back. */
  words: z.string().optional(),
  value: z.number().optional(),
  /** How we read a yes or no. */
  vote: z.enum(['yes', 'no', 'abstained']).optional(),
  /** The unit that was asked for, and the other one that was said. */
  asked: z.enum([...units, 'other']).optional(),
  said: z.enum(units).optional(),
});
export type UnclearReason = z.infer<typeof UnclearReason>;
export type UnclearKind = UnclearReason['kind'];
