import { applicantsOf } from '#domain/applicants.ts';
import type { MentorAndMentee } from '#domain/matching/scoring/exclusions.ts';
import { withWeights } from '#domain/matching/scoring/factor-weights.ts';
import type { Pool } from '#domain/matching/scoring/scored-pool.ts';
import type { Pair } from '#domain/pair.ts';
import type { Person } from '#domain/person.ts';
import type { Cohort } from '#domain/program/cohort.ts';
import type { ProgramDefinition } from '#domain/program/program-definition.ts';
import { derivedId } from '#shared/ids.ts';
import * as cohorts from './cohorts.ts';
import * as forms from './forms.ts';
import * as pairs from './pairs.ts';
import * as people from './people.ts';

/** All that the pairs of a cohort are made of, as it is now. */
export interface CurrentPool extends Pool {
  everyone: readonly Person[];
  /** Ids of the applicants whom the coordinator holds back. */
  held: ReadonlySet<string>;
  /**
   * Says whether anything has changed since the pairs were proposed: the people, what they answered, who is held back, and
   * after a dot the weights.
   */
  fingerprint: string;
}

export async function pool(cohort: Cohort, program: ProgramDefinition): Promise<CurrentPool> {
  const everyone = await people.list(cohort.id);
  const applications = await forms.list(cohort.id, 'application');
  const applicants = applicantsOf(everyone, applications, program);
  const isHeld = new Set(everyone.filter(({ heldAt }) => heldAt !== undefined).map(({ id }) => id));
  const held = new Set(applicants.filter(({ id }) => isHeld.has(id)).map(({ id }) => id));
  const taking = applicants.map(({ id, answers }) => [id, answers, held.has(id)]);
  return {
    everyone,
    applicants,
    program: withWeights(program, cohort.weights ?? {}),
    held,
    fingerprint: `${derivedId('', JSON.stringify(taking))}.${derivedId('', JSON.stringify(cohort.weights ?? {}))}`,
  };
}

/** Whether both of a pair can still be matched: they have applied, can be written to and are not held back. */
export function isWhole({ mentor, mentee }: Pair, { applicants, held }: CurrentPool): boolean {
  return [mentor, mentee].every((id) => !held.has(id) && applicants.some((one) => one.id === id));
}

/** Whether the pool is still weighed as when the pairs were proposed from the pool of this fingerprint. */
export function isWeighedAsIn(fingerprint: string | undefined, now: CurrentPool): boolean {
  return fingerprint?.split('.')[1] === now.fingerprint.split('.')[1];
}

/**
 * Partners of the organisation's other cohorts who are applicants of this one again: pairs that were introduced, whatever became of them. A
 * person is one address, so that somebody who has changed theirs is not recognised. A pair that can't be read is left out:
 * it must not stop the matching of another cohort.
 */
export async function earlierPartners(
  cohort: Pick<Cohort, 'id' | 'owner'>,
  { applicants }: Pick<Pool, 'applicants'>,
): Promise<MentorAndMentee[]> {
  const met: MentorAndMentee[] = [];
  for (const id of await cohorts.ids(cohort.owner)) {
    if (id === cohort.id) continue;
    const introduced = (await pairs.readable(id)).filter(({ announcedAt }) => announcedAt !== undefined);
    if (introduced.length === 0) continue;
    const again = new Map(applicants.map((one) => [people.personId(id, one.email), one.id]));
    for (const { mentor, mentee } of introduced) {
      const [one, other] = [again.get(mentor), again.get(mentee)];
      if (one !== undefined && other !== undefined) met.push([one, other]);
    }
  }
  return met;
}
