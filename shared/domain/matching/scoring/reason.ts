import * as z from 'zod';

/** The sides of a pair. */
export const Side = z.enum(['mentee', 'mentor']);
export type Side = z.infer<typeof Side>;

const answers = z.array(z.string());

/**
 * What a factor found about a mentee and a mentor: which kind of thing, in their answers and in numbers. The sentence is
 * made where it is shown (shared/words/reason-words.ts).
 */
export const Finding = z.discriminatedUnion('kind', [
  /** One of them, or both, did not say. */
  z.object({ kind: z.literal('unanswered'), by: z.array(Side) }),
  /** What both chose from the same question. */
  z.object({ kind: z.literal('common'), shared: answers }),
  /** What the mentee looks for in somebody, and what of it the mentor is. */
  z.object({ kind: z.literal('quality'), shared: answers, wanted: answers }),
  /** What the mentee asked for, and what of it the mentor can help with. */
  z.object({ kind: z.literal('help'), shared: answers, wanted: answers }),
  /** What the mentor would like, and what of it the mentee offers. */
  z.object({ kind: z.literal('offer'), shared: answers, wanted: answers }),
  /** One answer of each, alike or not. */
  z.object({ kind: z.literal('same'), mentee: z.string(), mentor: z.string(), isSame: z.boolean() }),
  /** Two numbers for one subject, and how far they are apart. */
  z.object({
    kind: z.literal('near'),
    subject: z.string(),
    mentee: z.number(),
    mentor: z.number(),
    distance: z.enum(['none', 'close', 'near', 'some', 'far']),
  }),
  /** Two numbers for one subject, and how far the mentor is ahead. */
  z.object({
    kind: z.literal('ahead'),
    subject: z.string(),
    mentee: z.number(),
    mentor: z.number(),
    lead: z.enum(['none', 'little', 'right', 'much']),
  }),
  /** The words that both used. */
  z.object({ kind: z.literal('words'), shared: answers }),
  /** How many minutes of their working days they share. */
  z.object({ kind: z.literal('hours'), minutes: z.number() }),
  /** Who named the other. */
  z.object({ kind: z.literal('named'), by: z.array(Side) }),
]);
export type Finding = z.infer<typeof Finding>;

/** One reason for or against a pair: a factor's score, its weight, and what it found. */
export const Reason = z.object({
  factor: z.string(),
  title: z.string(),
  /** 0..1 */
  score: z.number().min(0).max(1),
  /** Both have answered: a score of a half is then one. */
  isKnown: z.literal(true).optional(),
  weight: z.number().min(0),
  finding: Finding,
});
export type Reason = z.infer<typeof Reason>;

/**
 * What speaks for a pair: the weightiest factor first, also when it is half met, and of factors that weigh the same the one
 * that is met better. Less than half does not speak for a pair, nor does a half that only stands for what one of the two
 * left open.
 */
export function positiveReasons<R extends Reason>({ reasons }: { reasons: readonly R[] }): R[] {
  return reasons
    .filter(({ score, weight, isKnown }) => weight > 0 && (score > 0.5 || (score === 0.5 && isKnown)))
    .sort((a, b) => b.weight - a.weight || b.score - a.score);
}

/** What speaks for a pair, as it was found. */
export function findingsFor(pair: { reasons: readonly Reason[] }): Finding[] {
  return positiveReasons(pair).map(({ finding }) => finding);
}
