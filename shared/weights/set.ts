import { isDeepStrictEqual } from 'node:util';
import { type Weights, weightsInUse, weightsToKeep, whyFixed } from '#domain/matching/scoring/factor-weights.ts';
import type { Cohort, Instant } from '#domain/program/cohort.ts';
import { Problem } from '#shared/problem.ts';
import * as cohorts from '#shared/store/cohorts.ts';
import * as events from '#shared/store/events.ts';
import { wordsOf } from '#shared/words/index.ts';
import { wakeExecution } from '#shared/workflow/wake.ts';

/**
 * Makes these the weights of a cohort, and wakes its workflow: while the committee votes, the pairs are proposed anew.
 * Factors that are not named keep theirs. Returns the cohort as it is then. Throws a Problem (409) once the votes have
 * ended, or when somebody else changes the cohort at the same moment.
 */
export async function setWeights(
  cohort: Cohort,
  given: Readonly<Weights>,
  by: { who: string; now: Instant },
): Promise<Cohort> {
  const why = whyFixed(cohort);
  const { problems, weights: said } = wordsOf(cohort.language);
  if (why) throw new Problem(409, said.fixed.short, said.fixed[why]);
  const program = await cohorts.program(cohort.id);
  const weights = weightsToKeep(cohort, program, given);
  if (isDeepStrictEqual(weights, cohort.weights)) {
    // They may be there because we were cut off between writing and waking. A hold that ends for nothing is stored again.
    await wakeExecution(cohort);
    return cohort;
  }
  const before = await cohorts.change(cohort, { weights }, { raise: true });
  if (!before) throw new Problem(409, problems.changedMeanwhile.title, problems.changedMeanwhile.detail);
  await wakeExecution(before);
  const changed = { ...cohort, weights };
  const details = weightsInUse(changed, program);
  await events.note(cohort, { at: by.now, what: 'weights.set', who: by.who, details });
  return changed;
}
