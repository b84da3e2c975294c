import * as z from 'zod';
import { preview, withWeights } from '#domain/matching/preview.ts';
import type { ProgramDefinition } from '#domain/program.ts';
import { type Fault, Problem, pointer } from '#shared/problem.ts';
import * as cohorts from '#shared/store/cohorts.ts';
import * as pairStore from '#shared/store/pairs.ts';
import { pool } from '#shared/store/pool.ts';
import { json } from './answers.ts';
import { type Ask, cohortOf, parsed } from './request.ts';

const Weights = z.strictObject({ weights: z.record(z.string(), z.number().min(0).max(100)) });

/** What other weights would change. Nothing is saved, and nobody is told. */
export async function previewMatches(request: Ask) {
  const cohort = await cohortOf(request);
  const program = await cohorts.program(cohort.id);
  const { weights } = parsed(Weights, request.body, (given) => weightFaults(given, program));
  const proposed = await pairStore.pairs(cohort.id);
  if (cohort.done['match.close'] || proposed.some(({ status }) => status === 'active')) {
    throw new Problem(409, 'The pairs are decided', 'Weights can be tried until matching closes.');
  }
  const { everyone, applicants } = await pool(cohort, program);
  const standing = proposed.filter(({ status }) => status === 'proposed');
  const rejected = proposed.filter(({ status }) => status === 'vetoed' || status === 'declined');
  const forbidden = rejected.map(({ mentor, mentee }): [string, string] => [mentor, mentee]);
  const hasProposal = cohort.done['match.open'] !== undefined;
  const { pairs, gone, unmatched, ...figures } = preview(
    { applicants, program, forbidden },
    weights,
    hasProposal ? standing : undefined,
  );
  const byId = new Map(everyone.map(({ id, name }) => [id, { id, name }]));
  const who = (id: string) => byId.get(id) ?? { id };
  return json(200, {
    ...figures,
    pairs: pairs.map((pair) => ({ ...pair, mentor: who(pair.mentor), mentee: who(pair.mentee) })),
    gone: gone.map(({ mentor, mentee }) => ({ mentor: who(mentor), mentee: who(mentee) })),
    unmatched: unmatched.map(({ person, ...rest }) => ({ person: who(person), ...rest })),
  });
}

/** Weights of factors that the program has not, or that leave nothing to match by. */
function weightFaults(given: unknown, program: ProgramDefinition): Fault[] {
  const read = Weights.safeParse(given);
  if (!read.success) return [];
  const known = new Set(program.matching.factors.map(({ id }) => id));
  const unknown = Object.keys(read.data.weights).filter((id) => !known.has(id));
  if (unknown.length > 0) {
    const detail = `There is no such factor. There are: ${[...known].join(', ')}.`;
    return unknown.map((id) => ({ pointer: pointer(['weights', id]), detail }));
  }
  const isNothing = withWeights(program, read.data.weights).matching.factors.every(({ weight }) => weight === 0);
  return isNothing ? [{ pointer: pointer(['weights']), detail: 'With these, every weight is 0.' }] : [];
}
