import type { AskedForm } from '#domain/asked.ts';
import type { Cohort } from '#domain/cohort.ts';
import { propose } from '#domain/matching/propose.ts';
import type { Pair } from '#domain/relationship.ts';
import { isDecided, objectedTo, tally } from '#domain/votes.ts';
import { post } from '#shared/mail/post.ts';
import * as forms from '#shared/store/forms.ts';
import * as pairs from '#shared/store/pairs.ts';
import * as people from '#shared/store/people.ts';
import { asPair, hasLatecomers, pool } from '#shared/store/pool.ts';
import { ask } from './ask.ts';
import { forEach } from './each.ts';
import type { Moment } from './work.ts';

/**
 * Drops the pairs that the votes reject and matches their people anew, and with them those whose late application was let
 * in. The others are kept as they are.
 */
export async function withoutVetoed({ cohort, program }: Moment, ballots: readonly AskedForm[]): Promise<void> {
  const { majority } = program.matching.committee;
  const before = await pairs.pairs(cohort.id);
  const vetoed = before.filter(({ id, round }) => round === 1 && objectedTo(tally(ballots), id, majority));
  await Promise.all(vetoed.map((pair) => pairs.turn(pair, 'proposed', 'vetoed')));
  if (vetoed.length === 0 && !(await hasLatecomers(cohort))) return;
  const { applicants } = await pool(cohort, program);
  const kept = before.filter((pair) => pair.round === 1 && !vetoed.includes(pair));
  const again = propose({ applicants, program, pinned: kept.map(both), forbidden: vetoed.map(both) });
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

const both = ({ mentor, mentee }: Pair): [string, string] => [mentor, mentee];

/** Who publishes: the chair, or the coordinator where there is none. */
function publisher(cohort: Cohort): string {
  return people.personId(cohort.id, cohort.chair ?? cohort.coordinator.email);
}

/** The form that asks whether to publish, once it was asked. */
export function decisionOf(cohort: Cohort): Promise<AskedForm | undefined> {
  return forms.form(cohort.id, 'decision', forms.formId(cohort.id, publisher(cohort), 'decision', 'publish'));
}

/** Shows whoever publishes what the votes say, and asks for their word. */
export async function askToPublish({ cohort, program, now }: Moment, ballots: readonly AskedForm[]): Promise<void> {
  const votes = tally(ballots);
  const names = new Map((await people.people(cohort.id)).map(({ id, name }) => [id, name]));
  const named = ({ mentor, mentee }: Pair) => ({
    mentor: names.get(mentor) ?? mentor,
    mentee: names.get(mentee) ?? mentee,
  });
  const all = await pairs.pairs(cohort.id);
  const standing = all.filter(({ status }) => status === 'proposed');
  if (standing.length === 0) return;
  const person = publisher(cohort);
  const questions = [
    { key: 'publish', ask: 'Shall we publish these pairs?', label: 'Publish', type: 'yesno' as const },
  ];
  const form = await ask(cohort, { person, purpose: 'decision', occasion: 'publish', questions }, now);
  const facts = {
    voters: votes.voters,
    members: ballots.length,
    isDecided: isDecided(votes, cohort, program),
    waits: program.matching.committee.withoutQuorum === 'wait',
    pairs: standing.map((pair) => ({
      ...named(pair),
      inFavour: votes.for.get(pair.id) ?? 0,
      against: votes.against.get(pair.id) ?? 0,
      isNew: pair.round > 1,
    })),
    fallen: all
      .filter(({ status }) => status === 'vetoed')
      .map((pair) => ({
        ...named(pair),
        reasons: ballots.flatMap(({ answers, comments }) =>
          answers[pair.id] === false ? (comments[pair.id] ?? []) : [],
        ),
      })),
  };
  await post(cohort, { person, kind: 'publish-decision', occasion: 'publish', form, facts }, now);
}
