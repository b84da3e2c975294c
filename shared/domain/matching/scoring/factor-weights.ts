import type { Cohort } from '#domain/program/cohort.ts';
import { doneAt } from '#domain/program/milestones.ts';
import type { ProgramDefinition } from '#domain/program/program-definition.ts';

/** Weights by factor, 0 to 100, relative to each other. */
export type Weights = Record<string, number>;

/** The program with other weights; factors that are not named keep theirs. */
export function withWeights(program: ProgramDefinition, weights: Readonly<Record<string, number>>): ProgramDefinition {
  const factors = program.matching.factors.map((factor) => ({
    ...factor,
    weight: weights[factor.id] ?? factor.weight,
  }));
  return { ...program, matching: { ...program.matching, factors } };
}

/** The weights of a program, by factor. */
export function weightsOf(program: ProgramDefinition): Record<string, number> {
  return Object.fromEntries(program.matching.factors.map(({ id, weight }) => [id, weight]));
}

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

/** Why the weights of a cohort can't be changed any more; undefined while they can. */
export function whyFixed(cohort: Pick<Cohort, 'schedule' | 'status' | 'done'>): 'cancelled' | 'votesEnded' | undefined {
  if (cohort.status === 'cancelled') return 'cancelled';
  return doneAt(cohort, 'match', 'decide') ? 'votesEnded' : undefined;
}
