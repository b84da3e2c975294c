import { preview } from '#domain/matching/round/preview-weights.ts';
import type { Weights } from '#domain/matching/scoring/factor-weights.ts';
import type { Cohort } from '#domain/program/cohort.ts';
import { doneAt } from '#domain/program/milestones.ts';
import { Problem } from '#shared/problem.ts';
import * as cohorts from '#shared/store/cohorts.ts';
import * as pairStore from '#shared/store/pairs.ts';
import { earlierPartners, pool } from '#shared/store/pool.ts';
import { wordsOf } from '#shared/words/index.ts';
import { coupleOf, findingWords } from '#shared/words/reason-words.ts';
import { unmatchedWords } from '#shared/words/unmatched-words.ts';

export type WeightsPreview = Awaited<ReturnType<typeof previewWeights>>;

/**
 * What these weights would change from what is in use, with the names of the people; factors that are not named keep
 * theirs. Nothing is saved. Throws a Problem (409) once the pairs are decided.
 */
export async function previewWeights(cohort: Cohort, weights: Readonly<Weights>) {
  const proposed = await pairStore.list(cohort.id);
  if (doneAt(cohort, 'match', 'close') || proposed.some(({ status }) => status === 'active')) {
    const { title, detail } = wordsOf(cohort.language).weights.decided;
    throw new Problem(409, title, detail);
  }
  const current = await pool(cohort, await cohorts.program(cohort.id));
  const earlier = await earlierPartners(cohort, current);
  const standing = proposed.filter(({ status }) => status === 'proposed');
  const rejected = proposed.filter(({ status }) => status === 'vetoed' || status === 'declined');
  const forbidden = rejected.map(({ mentor, mentee }): [string, string] => [mentor, mentee]);
  const hasProposal = doneAt(cohort, 'match', 'open') !== undefined;
  const { pairs, gone, unmatched, ...figures } = preview(
    { ...current, earlier, forbidden },
    weights,
    hasProposal ? standing : undefined,
  );
  const names = new Map(current.everyone.map(({ id, name }) => [id, name]));
  const nameOf = (id: string) => names.get(id) ?? id;
  const who = (id: string) => ({ id, name: nameOf(id) });
  const words = wordsOf(cohort.language);
  return {
    /** How many have applied: while applications are open, there may be more. */
    applied: current.applicants.length,
    ...figures,
    pairs: pairs.map((pair) => {
      const couple = coupleOf({ mentee: nameOf(pair.mentee), mentor: nameOf(pair.mentor) });
      const reasons = pair.reasons.map((reason) => ({ ...reason, words: findingWords(reason.finding, couple, words) }));
      return { ...pair, reasons, mentor: who(pair.mentor), mentee: who(pair.mentee) };
    }),
    gone: gone.map(({ mentor, mentee }) => ({ mentor: who(mentor), mentee: who(mentee) })),
    unmatched: unmatched.map(({ person, role, why: reason }) => {
      const why = unmatchedWords(reason, { name: nameOf(person), role }, words);
      return { person: who(person), role, reason, why };
    }),
  };
}
