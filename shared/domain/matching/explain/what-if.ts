import * as z from 'zod';

/** What would be if a pair were forbidden: the best of all solutions without it. */
export const Alternative = z.object({
  /** Whom the mentee would have then, and how good that pair is; absent when nobody. */
  menteeHas: z.object({ mentor: z.string(), score: z.number() }).optional(),
  /** Whom the mentor would have then who is not theirs now; absent when nobody. */
  mentorHas: z.object({ mentee: z.string(), score: z.number() }).optional(),
  /** What all pairs together would lose: pairs, and the sum of scores (exact, to four decimals; below 0 it is a gain). */
  lost: z.object({ pairs: z.number().int(), total: z.number() }),
  /** By how much the worst pair would be worse. */
  lostWorst: z.number(),
  /** Mentees would be spread less evenly over mentors. */
  isLessEven: z.boolean(),
});
export type Alternative = z.infer<typeof Alternative>;

/** The same with names for ids, to be shown. */
export function withNames(alternative: Alternative, nameOf: (id: string) => string): Alternative {
  const { menteeHas, mentorHas } = alternative;
  return {
    ...alternative,
    ...(menteeHas && { menteeHas: { ...menteeHas, mentor: nameOf(menteeHas.mentor) } }),
    ...(mentorHas && { mentorHas: { ...mentorHas, mentee: nameOf(mentorHas.mentee) } }),
  };
}

/** Whether it tells whom somebody might be with who is in neither side of the pair. */
export function tellsOf({ menteeHas, mentorHas }: Alternative, person: string): boolean {
  return menteeHas?.mentor === person || mentorHas?.mentee === person;
}

/** The smallest change that would match somebody who has nobody. */
export const Change = z.discriminatedUnion('kind', [
  /** One more place: with this mentor, or with any, which would not match them first. */
  z.object({ kind: z.literal('place'), mentor: z.string().optional() }),
  /** A place of their own. */
  z.object({ kind: z.literal('own-place') }),
  /** One more answer in common with this mentor, who has a place. */
  z.object({ kind: z.literal('preference'), mentor: z.string() }),
  /** Another person to be paired with, or, where `orAnswers`, other answers. */
  z.object({ kind: z.literal('people'), orAnswers: z.boolean() }),
]);
export type Change = z.infer<typeof Change>;
