import * as z from 'zod';
import { Alternative } from './matching/explain/what-if.ts';
import { Reason } from './matching/scoring/reason.ts';
import { Instant } from './program/cohort.ts';

export const Pair = z.object({
  id: z.string(),
  cohort: z.string(),
  mentor: z.string(),
  mentee: z.string(),
  /** Weighted mean of the reasons' scores, 0..1. */
  score: z.number().min(0).max(1),
  reasons: z.array(Reason),
  /** What would be without this pair; of the weakest pairs where there are very many. */
  alternative: Alternative.optional(),
  /** In which proposal it was made; 1, 2 after a veto, and on from there after a refusal. */
  round: z.number().int(),
  /**
   * proposed: seen by the committee alone, and once published by the two. superseded: no longer proposed, because the
   * people or the weights changed while the committee voted. vetoed: by the committee. declined: by one of the
   * two before it was announced. active: announced. withdrawn: decided, but never announced, because one of the two can't
   * be written to any more or has stepped back.
   */
  status: z.enum(['proposed', 'superseded', 'vetoed', 'declined', 'active', 'withdrawn']),
  announcedAt: Instant.optional(),
  expiresAt: z.number().int(),
});
export type Pair = z.infer<typeof Pair>;
