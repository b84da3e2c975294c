import * as z from 'zod';
import type { Counts, Member, Role, Row } from './groups.ts';

/** The worst score of some pairs, in points of 100; a range where the very score would point at a pair. */
export const WorstScore = z.object({ from: z.number(), to: z.number() });
export type WorstScore = z.infer<typeof WorstScore>;

/** The mean and the worst score of a row's pairs, in points of 100; nothing where there are none, or they are not shown. */
export interface RowScores {
  mean?: number;
  worst?: WorstScore;
}

/** The scores of each row as they are. */
export function scoresOf(rows: readonly Row[], matched: Counts, role: Role): RowScores[] {
  return rows.map(({ members }) => scored(members.filter(matched), role, (worst) => ({ from: worst, to: worst })));
}

/**
 * The same without pointing at a pair, whose score the committee knows: only of rows with `smallest` people who have a
 * partner, with enough people in the others that their mean can't be computed from that of all, and the worst score as a
 * range in which the worst scores of so many people lie.
 */
export function safeScores(rows: readonly Row[], matched: Counts, role: Role, smallest: number): RowScores[] {
  const own = rows.map(({ members }) => members.filter(matched));
  const shown = new Set(own.filter(({ length }) => length >= smallest));
  const hidden = () => own.reduce((sum, members) => sum + (shown.has(members) ? 0 : members.length), 0);
  while (shown.size > 0 && hidden() > 0 && hidden() < smallest) {
    shown.delete([...shown].reduce((least, one) => (one.length < least.length ? one : least)));
  }
  const ranges = rangesOf(
    own.flat().map((member) => worstOf(member, role)),
    smallest,
  );
  return own.map((members) =>
    shown.has(members) ? scored(members, role, (worst) => ranges.find(({ to }) => worst <= to)) : {},
  );
}

function scored(
  members: readonly Member[],
  role: Role,
  shownAs: (points: number) => WorstScore | undefined,
): RowScores {
  const scores = members.flatMap((member) => member.scores[role]);
  if (scores.length === 0) return {};
  const mean = Math.round((100 * scores.reduce((sum, score) => sum + score, 0)) / scores.length);
  const worst = shownAs(Math.min(...members.map((member) => worstOf(member, role))));
  return { mean, ...(worst && { worst }) };
}

function worstOf({ scores }: Member, role: Role): number {
  return Math.round(100 * Math.min(...scores[role]));
}

/**
 * Ranges of ten points, or of as many tens as it takes for the worst scores of `smallest` people. Ten points alone may hold
 * one pair, and then they would say in which group it is.
 */
function rangesOf(worst: readonly number[], smallest: number): WorstScore[] {
  const ranges: WorstScore[] = [];
  let from = 0;
  for (let to = 9; to < 110; to += 10) {
    const end = to >= 99 ? 100 : to;
    const people = worst.filter((points) => points >= from && points <= end).length;
    const [last] = ranges.slice(-1);
    if (people >= smallest) ranges.push({ from, to: end });
    // What is left at the top is too little for a range of its own.
    else if (end === 100 && people > 0 && last) last.to = end;
    // Tens without anybody at the beginning of a range say nothing.
    if (people >= smallest || people === 0) from = to + 1;
    if (end === 100) break;
  }
  return ranges;
}
