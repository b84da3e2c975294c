import * as z from 'zod';
import { coded } from '#domain/document-faults.ts';

/** Milestones and the days that they are moved to. */
export const Moves = z
  .record(z.string(), z.string().max(40))
  .refine(
    (moves) => Object.keys(moves).length > 0,
    coded({ code: 'no-moves', example: '{"apply.close": "2027-03-12"}' }),
  );
export type Moves = z.infer<typeof Moves>;

/** Weights of the matching, by factor; what is not named stays as it is. */
export const Weights = z.strictObject({ weights: z.record(z.string(), z.number().min(0).max(100)) });

/** Whether the pairs are published, and which of them are left out. */
export const Decision = z.strictObject({
  publish: z.boolean(),
  without: z
    .array(z.strictObject({ pair: z.string(), reason: z.string().trim().min(1).max(500) }))
    .max(2000)
    .default([]),
});
export type Decision = z.infer<typeof Decision>;
