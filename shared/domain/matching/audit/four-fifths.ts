import * as z from 'zod';
import { Group, type Row } from './groups.ts';

/** How many of a row's people have something: those who count, and those whom they are counted among. */
const Share = z.object({ part: z.number().int(), of: z.number().int() });
export type Share = z.infer<typeof Share>;

/** A rate that is under four fifths of the highest group's (Uniform Guidelines on Employee Selection Procedures, 1978). */
export const Flag = z.object({
  /** What was rated: who applied of those invited, who may take part of those who applied, or who has a partner. */
  rate: z.enum(['applied', 'eligible', 'mentees', 'mentors']),
  group: Group,
  /** The numbers behind the rate, and those of the group with the highest rate. */
  has: Share,
  highest: Share.extend({ group: Group }),
  /** The rate over the highest one. */
  ratio: z.number(),
  /** Too few people to tell this from chance: Fisher's exact test gives more than 1 in 20, or a group is very small. */
  tooSmall: z.boolean(),
});
export type Flag = z.infer<typeof Flag>;

/**
 * The groups whose rate is under four fifths of the highest one of a group that is large enough. Groups under `smallest` people are compared, but never
 * said to mean anything. Rows that are no group of their own are not compared with.
 */
export function flagsOf(
  rate: Flag['rate'],
  rows: readonly Row[],
  share: (row: Row) => Share,
  smallest: number,
): Flag[] {
  const known = rows
    .filter(({ isGroup }) => isGroup)
    .map((row) => ({ group: row.group, ...share(row) }))
    .filter(({ of }) => of > 0);
  // A department of one who has a partner has the highest rate of all, and beside it nothing would ever mean anything.
  const large = known.filter(({ of }) => of >= smallest);
  const [highest] = [...(large.length > 0 ? large : known)].sort((a, b) => b.part / b.of - a.part / a.of);
  if (!highest || highest.part === 0) return [];
  return known.flatMap(({ group, ...has }) => {
    const ratio = has.part / has.of / (highest.part / highest.of);
    if (group === highest.group || ratio >= 0.8) return [];
    const tooSmall = has.of < smallest || highest.of < smallest || isLikelyByChance(has, highest);
    return [{ rate, group, has, highest, ratio, tooSmall }];
  });
}

/** Fisher's exact test (1922), one-sided: whether so few or fewer in the first group happen once in 20 times by chance. */
function isLikelyByChance(few: Share, many: Share): boolean {
  const parts = few.part + many.part;
  const logs = [0];
  for (let n = 1; n <= few.of + many.of; n++) logs.push((logs[n - 1] as number) + Math.log(n));
  const choose = (n: number, k: number) => (logs[n] as number) - (logs[k] as number) - (logs[n - k] as number);
  let chance = 0;
  for (let part = Math.max(0, parts - many.of); part <= few.part; part++) {
    chance += Math.exp(choose(few.of, part) + choose(many.of, parts - part) - choose(few.of + many.of, parts));
  }
  return chance > 0.05;
}
