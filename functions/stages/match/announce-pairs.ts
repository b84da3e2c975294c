import type { AskedForm } from '#domain/forms/form-record.ts';
import { tally } from '#domain/votes.ts';
import * as pairs from '#shared/store/pairs.ts';
import * as people from '#shared/store/people.ts';
import { pool } from '#shared/store/pool.ts';
import { queueLongEmail } from '../queue-long-email.ts';
import { done, type MilestoneContext, type Progress } from '../stage-contract.ts';

/** Tells the coordinator which pairs stand, and who has no partner. */
export async function announceToCoordinator(
  context: MilestoneContext,
  ballots: readonly AskedForm[],
): Promise<Progress> {
  const { cohort, program, now } = context;
  const { everyone, applicants, held } = await pool(cohort, program);
  const names = new Map(everyone.map((person) => [person.id, person.name]));
  const standing = (await pairs.list(cohort.id)).filter(({ status }) => status === 'proposed');
  const matched = new Set(standing.flatMap(({ mentor, mentee }) => [mentor, mentee]));
  const votes = tally(ballots);
  await queueLongEmail(
    cohort,
    {
      person: people.personId(cohort.id, cohort.coordinator.email),
      kind: 'matches-published',
      occasion: cohort.stage,
      facts: {
        pairs: standing.map((pair) => ({
          mentor: names.get(pair.mentor) ?? pair.mentor,
          mentee: names.get(pair.mentee) ?? pair.mentee,
          objections: votes.against.get(pair.id) ?? 0,
        })),
        unmatched: applicants.filter(({ id }) => !matched.has(id) && !held.has(id)).map(({ name }) => name),
      },
    },
    now,
  );
  return done;
}
