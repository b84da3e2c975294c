import type { Cohort } from '../program/cohort.ts';
import { doneAt } from '../program/milestones.ts';
import type { ProgramDefinition } from '../program/program-definition.ts';
import { weightsOf, withWeights } from './preview.ts';

/** Weights by factor, 0 to 100, relative to each other. */
export type Weights = Record<string, number>;

/** What each factor counts in a cohort: what its coordinator has set, else what the program says. */
export function weightsInUse({ weights = {} }: Pick<Cohort, 'weights'>, program: ProgramDefinition): Weights {
  return weightsOf(withWeights(program, weights));
}

/**
 * What a cohort keeps when `given` are set: factors that are not named keep theirs. The program's own are left out, so
 * that a cohort that has gone back to all of them is as if nothing had ever been set; undefined then.
 */
export function weightsToKeep(
  cohort: Pick<Cohort, 'weights'>,
  program: ProgramDefinition,
  given: Readonly<Weights>,
): Weights | undefined {
  const inUse = weightsOf(withWeights(program, { ...cohort.weights, ...given }));
  const own = program.matching.factors.filter(({ id, weight }) => inUse[id] !== weight);
  return own.length > 0 ? Object.fromEntries(own.map(({ id }) => [id, inUse[id] as number])) : undefined;
}

/** Why the weights of a cohort can't be changed any more, as a sentence; undefined while they can. */
export function whyFixed(cohort: Pick<Cohort, 'schedule' | 'status' | 'done'>): string | undefined {
  if (cohort.status === 'cancelled') return "The cohort is cancelled, so its weights can't be changed any more.";
  if (!doneAt(cohort, 'match', 'decide')) return undefined;
  return "The votes on the pairs have ended, so the weights can't be changed any more.";
}
