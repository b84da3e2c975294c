import { withWeights } from '#domain/matching/scoring/factor-weights.ts';
import type { Cohort } from '#domain/program/cohort.ts';
import type { ProgramDefinition } from '#domain/program/program-definition.ts';
import { Weights } from '#shared/http/api-bodies.ts';
import { api } from '#shared/http/api-routes.ts';
import { type Fault, pointer } from '#shared/problem.ts';
import * as cohorts from '#shared/store/cohorts.ts';
import { previewWeights } from '#shared/weights/preview.ts';
import { setWeights } from '#shared/weights/set.ts';
import { wordsOf } from '#shared/words/index.ts';
import { type ApiRequest, bodyOf, cohortOf } from './api-request.ts';
import { json } from './responses.ts';
import { wholeView } from './views.ts';

/** What other weights would change. Nothing is saved, and nobody is told. */
export async function previewMatches(request: ApiRequest) {
  const { cohort, weights } = await readRequest(api.routes.previewMatches, request);
  return json(200, await previewWeights(cohort, weights));
}

/** Sets weights for the cohort; see `setWeights`. */
export async function changeWeights(request: ApiRequest) {
  const { cohort, weights } = await readRequest(api.routes.changeWeights, request);
  const changed = await setWeights(cohort, weights, { who: request.caller.who, now: request.now });
  return json(200, await wholeView(changed));
}

async function readRequest(route: { body: typeof Weights }, request: ApiRequest) {
  const cohort = await cohortOf(request);
  const program = await cohorts.program(cohort.id);
  const { weights } = bodyOf(route, request, (given) => weightFaults(given, cohort, program));
  return { cohort, weights };
}

/** Weights of factors that the program has not, or that leave nothing to match by. */
function weightFaults(given: unknown, cohort: Cohort, program: ProgramDefinition): Fault[] {
  const read = Weights.safeParse(given);
  if (!read.success) return [];
  const known = new Set(program.matching.factors.map(({ id }) => id));
  const unknown = Object.keys(read.data.weights).filter((id) => !known.has(id));
  if (unknown.length > 0) {
    const detail = wordsOf().problems.at.noSuchFactor({ factors: wordsOf().enumeration([...known]) });
    return unknown.map((id) => ({ pointer: pointer(['weights', id]), detail }));
  }
  const { factors } = withWeights(program, { ...cohort.weights, ...read.data.weights }).matching;
  const isNothing = factors.every(({ weight }) => weight === 0);
  return isNothing ? [{ pointer: pointer(['weights']), detail: wordsOf().problems.at.everyWeightZero }] : [];
}
