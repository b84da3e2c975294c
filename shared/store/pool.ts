import { applicantsOf } from '#domain/applicants.ts';
import type { Cohort } from '#domain/cohort.ts';
import type { Proposal } from '#domain/matching/propose.ts';
import type { ProgramDefinition } from '#domain/program.ts';
import type { Pair } from '#domain/relationship.ts';
import * as forms from './forms.ts';
import * as pairs from './pairs.ts';
import * as people from './people.ts';

/** Everyone in a cohort, and those among them who have applied. */
export async function pool(cohort: Cohort, program: ProgramDefinition) {
  const everyone = await people.people(cohort.id);
  const applications = await forms.forms(cohort.id, 'application');
  return { everyone, applicants: applicantsOf(everyone, applications, program) };
}

/** A proposed pair as a record; the same two people are the same record, however often they are proposed. */
export function asPair(cohort: Cohort, round: number, proposed: Proposal['pairs'][number]): Pair {
  const { mentor, mentee, score, reasons } = proposed;
  const id = pairs.pairId(cohort.id, mentor, mentee);
  return {
    id,
    cohort: cohort.id,
    mentor,
    mentee,
    score,
    reasons,
    round,
    status: 'proposed',
    expiresAt: cohort.expiresAt,
  };
}

/** Whether the coordinator has let a late application in: it may suit somebody who was left over. */
export async function hasLatecomers(cohort: Cohort): Promise<boolean> {
  const decisions = await forms.forms(cohort.id, 'late');
  return decisions.some(({ about, answers }) => about?.purpose === 'application' && answers.take === true);
}
