import type { AskedForm } from '#domain/asked.ts';
import type { Cohort } from '#domain/cohort.ts';
import { propose } from '#domain/matching/propose.ts';
import { objectedTo, tally } from '#domain/votes.ts';
import { post } from '#shared/mail/post.ts';
import * as forms from '#shared/store/forms.ts';
import * as pairs from '#shared/store/pairs.ts';
import * as people from '#shared/store/people.ts';
import { forEach } from './each.ts';
import { asPair, pool } from './pool.ts';
import { done, type Moment, type Progress } from './work.ts';

/** Drops the pairs that most voters objected to, matches their people anew with the rest kept, and says what stands. */
export async function publish(moment: Moment, ballots: readonly AskedForm[]): Promise<Progress> {
  const { cohort, program } = moment;
  const before = await pairs.pairs(cohort.id);
  const vetoed = before.filter((pair) => pair.round === 1 && objectedTo(tally(ballots), pair.id));
  await Promise.all(vetoed.map((pair) => pairs.turn(pair, 'proposed', 'vetoed')));
  // Somebody whose late application was let in may fit one who was left over, without touching what the committee saw.
  if (vetoed.length > 0 || (await hasLatecomers(cohort))) {
    const { applicants } = await pool(cohort, program);
    const kept = before.filter((pair) => pair.round === 1 && !vetoed.includes(pair));
    const again = propose({
      applicants,
      program,
      pinned: kept.map(({ mentor, mentee }): [string, string] => [mentor, mentee]),
      forbidden: vetoed.map(({ mentor, mentee }): [string, string] => [mentor, mentee]),
    });
    const keptIds = new Set(kept.map(({ id }) => id));
    const added = again.pairs.map((proposed) => asPair(cohort, 2, proposed)).filter(({ id }) => !keptIds.has(id));
    const addedIds = new Set(added.map(({ id }) => id));
    await Promise.all(
      before.filter(({ id, round }) => round === 2 && !addedIds.has(id)).map((pair) => pairs.withdraw(pair)),
    );
    await forEach({ items: added }, async (pair) => {
      await pairs.propose(pair);
    });
  }
  return announceToCoordinator(moment, ballots);
}

/** Whether the coordinator has let a late application in. */
async function hasLatecomers(cohort: Cohort): Promise<boolean> {
  const decisions = await forms.forms(cohort.id, 'late');
  return decisions.some(({ about, answers }) => about?.purpose === 'application' && answers.take === true);
}

async function announceToCoordinator(moment: Moment, ballots: readonly AskedForm[]): Promise<Progress> {
  const { cohort, program, now } = moment;
  const { everyone, applicants } = await pool(cohort, program);
  const names = new Map(everyone.map((person) => [person.id, person.name]));
  const standing = (await pairs.pairs(cohort.id)).filter(({ status }) => status === 'proposed');
  const matched = new Set(standing.flatMap(({ mentor, mentee }) => [mentor, mentee]));
  const votes = tally(ballots);
  await post(
    cohort,
    {
      person: people.personId(cohort.id, cohort.coordinator.email),
      kind: 'matches-published',
      occasion: 'match',
      facts: {
        pairs: standing.map((pair) => ({
          mentor: names.get(pair.mentor) ?? pair.mentor,
          mentee: names.get(pair.mentee) ?? pair.mentee,
          objections: votes.against.get(pair.id) ?? 0,
        })),
        unmatched: applicants.filter(({ id }) => !matched.has(id)).map(({ name }) => name),
      },
    },
    now,
  );
  return done;
}
