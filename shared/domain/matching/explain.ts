import type { Applicant } from '../applicants.ts';
import { callNames, firstNameOrFull } from '../names/called.ts';
import { type Aim, type Aimed, unevenness } from './even.ts';
import { aimOf, fourDecimals, type Pool, type ScoredPool, scoredPool } from './pool.ts';
import { bestPairs } from './propose.ts';

/** What would be if a pair were forbidden: the best of all solutions without it, found by solving again from here. */
export interface Alternative {
  mentor: string;
  mentee: string;
  /** Whom the mentee would have then, and how good that pair is; absent when nobody. */
  menteeHas?: { mentor: string; score: number };
  /** Whom the mentor would have then who is not theirs now; absent when nobody. */
  mentorHas?: { mentee: string; score: number };
  /** What all pairs together would lose: pairs, and the sum of scores (exact, to four decimals; below 0 it is a gain). */
  lost: { pairs: number; total: number };
  /** By how much the worst pair would be worse. */
  lostWorst: number;
  words: string;
}

/** The smallest change that would match somebody who has nobody. */
export interface Change {
  person: string;
  kind: 'place' | 'preference' | 'people' | 'none';
  words: string;
}

export interface Explanation {
  /** The next best for both sides of a pair of the proposal, or undefined when it is no such pair. */
  alternative(mentor: string, mentee: string): Alternative | undefined;
  /** What would match a mentee, or a mentor, who has nobody in the proposal. */
  change(person: string, role: 'mentor' | 'mentee'): Change;
}

/**
 * Explains the proposal for a pool (see `propose`). It is solved once; each question then solves again from there with one
 * pair forbidden, or one more place, which reads the scores a few times: one or two milliseconds with a hundred mentees, two
 * seconds with ten thousand. So ask for the pairs that somebody looks at. Throws `MatchingProblem` as `propose` does.
 */
export function explain(pool: Pool): Explanation {
  const scored = scoredPool(pool);
  const aim = aimOf(pool, scored);
  const found = bestPairs(scored, aim);
  const rows = new Map(scored.mentees.map(({ id }, row) => [id, row]));
  const columns = new Map(scored.mentors.map(({ id }, column) => [id, column]));
  return {
    alternative(mentor, mentee) {
      const [row, column] = [rows.get(mentee), columns.get(mentor)];
      const isPair = found.solution.pairs.some((pair) => pair[0] === row && pair[1] === column);
      if (row === undefined || column === undefined || !isPair) return undefined;
      return alternativeTo(scored, found, [row, column], aim);
    },
    change(person, role) {
      const index = (role === 'mentee' ? rows : columns).get(person);
      if (index === undefined) return { person, kind: 'none', words: `${person} did not apply as a ${role}.` };
      return role === 'mentee' ? changeForMentee(scored, found, index, aim) : changeForMentor(scored, index);
    },
  };
}

function alternativeTo(scored: ScoredPool, found: Aimed, [row, column]: [number, number], aim: Aim): Alternative {
  const { problem, mentees, mentors } = scored;
  // A pin can't be forbidden: without it the pair is like any other.
  const pinned = problem.pinned?.filter(([one, other]) => one !== row || other !== column) ?? [];
  const without = { ...problem, pinned, forbidden: [...(problem.forbidden ?? []), [row, column] as const] };
  const { solution: then } = bestPairs({ ...scored, problem: without }, aim, found);
  const { solution: now } = found;
  const had = new Set(now.pairs.filter(([, to]) => to === column).map(([from]) => from));
  const menteeHas = then.pairs.find(([from]) => from === row);
  const mentorHas = then.pairs.find(([from, to]) => to === column && !had.has(from));
  const lost = { pairs: now.matched - then.matched, total: fourDecimals(now.total - then.total) };
  const isLessEven = aim === 'even' && unevenness(then.pairs) > unevenness(now.pairs);
  const [mentee, mentor] = [mentees[row] as Applicant, mentors[column] as Applicant];
  const other = menteeHas && (mentors[menteeHas[1]] as Applicant);
  const newcomer = mentorHas && (mentees[mentorHas[0]] as Applicant);
  const [menteeName, mentorName] = callNames(mentee.name, mentor.name);
  const going = other
    ? `${menteeName} would have ${other.name} (${hundredth(scored, row, menteeHas[1])} instead of ${hundredth(scored, row, column)})`
    : `${menteeName} would have nobody`;
  const coming = newcomer
    ? `${mentorName} would have ${newcomer.name} (a score of ${hundredth(scored, mentorHas[0], column)})`
    : `nobody would come to ${mentorName} instead`;
  return {
    mentor: mentor.id,
    mentee: mentee.id,
    ...(other && { menteeHas: { mentor: other.id, score: scoreOf(scored, row, menteeHas[1]) } }),
    ...(newcomer && { mentorHas: { mentee: newcomer.id, score: scoreOf(scored, mentorHas[0], column) } }),
    lost,
    lostWorst: fourDecimals((now.worst ?? 0) - (then.worst ?? 0)),
    words: `Without this pair ${going}, and ${coming}. ${lossInWords(lost, isLessEven)}`,
  };
}

function lossInWords({ pairs, total }: Alternative['lost'], isLessEven: boolean): string {
  if (pairs > 0) return `There would be ${pairs === 1 ? 'one pair' : `${pairs} pairs`} fewer.`;
  const points = Math.round(100 * total);
  if (points === 0) return 'All pairs together would be about as good.';
  if (points < 0) {
    const but = isLessEven ? 'mentees would be shared less evenly' : 'the lowest of them would be lower';
    return `All scores together would be ${-points} higher, but ${but}.`;
  }
  return `All scores together would be ${points} lower.`;
}

function changeForMentee(scored: ScoredPool, found: Aimed, row: number, aim: Aim): Change {
  const { problem, mentees, mentors, barredBy } = scored;
  const mentee = mentees[row] as Applicant;
  const name = firstNameOrFull(mentee.name);
  const taken = new Map<number, number>();
  for (const [, column] of found.solution.pairs) taken.set(column, (taken.get(column) ?? 0) + 1);
  // The best mentors first; the extra place may help somebody else more, so it is tried.
  const willing = mentors
    .map((_, column) => column)
    .filter((column) => barredBy(row, column) === undefined)
    .sort((a, b) => scoreOf(scored, row, b) - scoreOf(scored, row, a));
  // Which rule it is must not show, as `whyNoMentor` says.
  if (willing.length === 0 && mentors.some((_, column) => barredBy(row, column) !== 'self')) {
    const words = `It takes another mentor to match ${name}, or other answers: one more language, say.`;
    return { person: mentee.id, kind: 'people', words };
  }
  const free = mentors.findIndex(
    (_, column) =>
      (taken.get(column) ?? 0) < (problem.capacity[column] as number) && barredBy(row, column) === 'shared',
  );
  if (free >= 0) {
    const words = `${mentors[free]?.name} has a place: with one more answer in common (a language, say), ${name} could be matched.`;
    return { person: mentee.id, kind: 'preference', words };
  }
  for (const column of willing.slice(0, 5)) {
    const capacity = Array.from(problem.capacity, (places, index) => places + (index === column ? 1 : 0));
    const then = bestPairs({ ...scored, problem: { ...problem, capacity } }, aim, found).solution;
    if (!then.pairs.some(([one]) => one === row)) continue;
    const words = `If ${mentors[column]?.name} had one more place, ${name} could be matched.`;
    return { person: mentee.id, kind: 'place', words };
  }
  if (willing.length > 0) {
    const words = `One more place with any mentor would match one more mentee, though not ${name} first.`;
    return { person: mentee.id, kind: 'place', words };
  }
  return { person: mentee.id, kind: 'people', words: `It takes another mentor to match ${name}.` };
}

function changeForMentor({ mentors, problem }: ScoredPool, column: number): Change {
  const { id, name } = mentors[column] as Applicant;
  if (problem.capacity[column] === 0) {
    return { person: id, kind: 'place', words: `${firstNameOrFull(name)} would have to offer a place.` };
  }
  return { person: id, kind: 'people', words: `It takes another mentee to match ${firstNameOrFull(name)}.` };
}

function scoreOf({ problem }: ScoredPool, row: number, column: number): number {
  return (problem.scores as Float64Array)[row * problem.columns + column] as number;
}

function hundredth(scored: ScoredPool, row: number, column: number): number {
  return Math.round(100 * scoreOf(scored, row, column));
}
