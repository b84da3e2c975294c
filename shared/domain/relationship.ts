import * as z from 'zod';
import { Instant } from './program/cohort.ts';

/** One reason for or against a pair: a factor's score, its weight, and a sentence about people. */
export const Reason = z.object({
  factor: z.string(),
  title: z.string(),
  /** 0..1 */
  score: z.number().min(0).max(1),
  /** Both have answered: a score of a half is then one. */
  isKnown: z.literal(true).optional(),
  weight: z.number().min(0),
  words: z.string(),
});
export type Reason = z.infer<typeof Reason>;

export const Pair = z.object({
  id: z.string(),
  cohort: z.string(),
  mentor: z.string(),
  mentee: z.string(),
  /** Weighted mean of the reasons' scores, 0..1. */
  score: z.number().min(0).max(1),
  reasons: z.array(Reason),
  /** What would be without this pair, in words for the committee; of the weakest pairs where there are very many. */
  alternative: z.string().optional(),
  /** In which proposal it was made; 1, 2 after a veto, and on from there after a refusal. */
  round: z.number().int(),
  /**
   * proposed: seen by the committee alone, and once published by the two. superseded: no longer proposed, because the
   * people or the weights changed while the committee voted. vetoed: by the committee. declined: by one of the
   * two before it was announced. active: announced. withdrawn: decided, but never announced, because one of the two can't
   * be written to any more or has stepped back.
   */
  status: z.enum(['proposed', 'superseded', 'vetoed', 'declined', 'active', 'ended', 'withdrawn']),
  announcedAt: Instant.optional(),
  expiresAt: z.number().int(),
});
export type Pair = z.infer<typeof Pair>;

/**
 * What speaks for a pair, as sentences about its people: the weightiest factor first, also when it is half met, and of
 * factors that weigh the same the one that is met better. Less than half does not speak for a pair, nor does a half that only
 * stands for what one of the two left open.
 */
export function speaksFor(pair: Pick<Pair, 'reasons'>): string[] {
  return pair.reasons
    .filter(({ score, weight, isKnown }) => weight > 0 && (score > 0.5 || (score === 0.5 && isKnown)))
    .sort((a, b) => b.weight - a.weight || b.score - a.score)
    .map(({ words }) => words);
}
