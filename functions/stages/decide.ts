import type { Cohort } from '#domain/cohort.ts';
import type { AskedForm, Strike } from '#domain/forms/form-record.ts';
import type { Pair } from '#domain/relationship.ts';
import { isDecided, objectedTo, tally, type Unfinished, unfinishedVotes } from '#domain/votes.ts';
import { decisionOf, decisionQuestions, decisionsOn, publishers } from '#shared/intake/decision.ts';
import * as cohorts from '#shared/store/cohorts.ts';
import * as events from '#shared/store/events.ts';
import * as pairs from '#shared/store/pairs.ts';
import * as people from '#shared/store/people.ts';
import { isWhole, pool } from '#shared/store/pool.ts';
import { ask } from './ask.ts';
import { pairAnew } from './pairing.ts';
import { postLong } from './post-long.ts';
import { knownOf, withdraw } from './settled.ts';
import type { Meanwhile } from './work.ts';

/**
 * Drops the pairs that the votes reject and matches their people anew, and with them those who have come since, or whose
 * partner has gone. The others are kept as they are. Pairs that come to be are of round 2: nobody votes on them.
 */
export async function withoutVetoed({ cohort, program, now }: Meanwhile, ballots: readonly AskedForm[]): Promise<void> {
  const votes = tally(ballots);
  const before = await pairs.pairs(cohort.id);
  const { majority } = program.matching.committee;
  const struck = await struckBy(cohort);
  const isStruck = ({ id }: Pair) => struck.has(id);
  const rejected = before.filter(
    (pair) => isStruck(pair) || (pair.round === 1 && objectedTo(votes, pair.id, majority)),
  );
  for (const pair of rejected) {
    if (!(await pairs.turn(pair, 'proposed', 'vetoed'))) continue;
    await events.note(cohort, { at: now, what: 'pair.vetoed', who: struck.get(pair.id) ?? 'committee', of: pair.id });
  }
  const current = await pool(cohort, program);
  const isShown = cohort.done['match.decide'] !== undefined;
  const isAsShown = isShown && !rejected.some(isStruck);
  if (current.fingerprint === cohort.proposedFrom && (isAsShown || rejected.length === 0)) return;
  // What an interrupted run paired is paired anew; what the chair has been shown stays.
  const standing = before.filter((pair) => pair.status === 'proposed' && !rejected.includes(pair));
  const left = isShown ? standing.filter((pair) => !isWhole(pair, current)) : [];
  const keep = standing.filter((pair) => (isShown || pair.round === 1) && !left.includes(pair));
  const { added } = await pairAnew({ cohort, now }, current, { keep, forbidden: [...rejected, ...left], round: 2 });
  const known = left.length > 0 ? await knownOf(cohort) : undefined;
  for (const pair of left) if (known) await withdraw(cohort, pair, known, now);
  if (added.length > 0) {
    await events.note(cohort, { at: now, what: 'match.resolved', who: 'telemachy', details: { new: added.length } });
  }
  await cohorts.change(cohort, { proposedFrom: current.fingerprint });
}

/** The pairs that those who publish leave out, each with who has said so. They count with a yes to the others alone. */
async function struckBy(cohort: Cohort): Promise<Map<string, string>> {
  const said = await decisionsOn(cohort);
  return new Map(
    said
      .filter(({ answers }) => answers.publish === true)
      .flatMap(({ person, struck = {} }) => Object.keys(struck).map((pair): [string, string] => [pair, person])),
  );
}

/**
 * What those who may publish have said: yes when one of them has, no when one has said no and none yes. unclear: one of them
 * has answered, and we have asked back: perhaps they want a pair left out.
 */
export async function wordOn(cohort: Cohort): Promise<boolean | 'unclear' | undefined> {
  const said = await decisionsOn(cohort);
  const words = said.flatMap(({ answers }) => (typeof answers.publish === 'boolean' ? [answers.publish] : []));
  if (words.length > 0) return words.includes(true);
  return said.some(({ unclear }) => unclear.length > 0) ? 'unclear' : undefined;
}

/** Shows whoever publishes what the votes say, and asks for their word. */
export async function askToPublish(moment: Meanwhile, ballots: readonly AskedForm[]): Promise<void> {
  const [first, coordinator] = publishers(moment.cohort);
  if (first === undefined) return;
  // A chair is not shown their own pair; with nothing left to see it is for the coordinator to say.
  const sees = (await pairs.pairs(moment.cohort.id)).some(
    ({ status, mentor, mentee }) => status === 'proposed' && mentor !== first && mentee !== first,
  );
  await putToPublisher(moment, ballots, sees ? first : (coordinator ?? first));
}

/** Nothing is published, for want of a word or by a no: the coordinator, who can give it too, is told and asked. */
export async function askCoordinatorToPublish(moment: Meanwhile, ballots: readonly AskedForm[]): Promise<void> {
  const { cohort } = moment;
  const [first, coordinator] = publishers(cohort);
  if (first === undefined || coordinator === undefined) return;
  const chair = cohort.committee.find(({ email }) => email === cohort.chair);
  const form = await decisionOf(cohort, first);
  const instead = {
    chair: chair?.name ?? '',
    said: form?.answers.publish === false ? 'no' : form?.unclear.length ? 'unclear' : 'nothing',
    without: form?.strikes ?? [],
  };
  await putToPublisher(moment, ballots, coordinator, instead);
}

async function putToPublisher(
  { cohort, program, now }: Meanwhile,
  ballots: readonly AskedForm[],
  person: string,
  instead?: { chair: string; said: string; without: readonly Strike[] },
): Promise<void> {
  const stored = await pairs.pairs(cohort.id);
  if (!stored.some(({ status }) => status === 'proposed')) return;
  // A chair who has applied hears of their own pair when everybody does.
  const all = stored.filter(({ mentor, mentee }) => mentor !== person && mentee !== person);
  const standing = all.filter(({ status }) => status === 'proposed');
  const votes = tally(ballots);
  const names = new Map((await people.people(cohort.id)).map(({ id, name }) => [id, name]));
  const named = ({ mentor, mentee }: Pair) => ({
    mentor: names.get(mentor) ?? mentor,
    mentee: names.get(mentee) ?? mentee,
  });
  const form = await ask(
    cohort,
    { person, purpose: 'decision', occasion: 'publish', questions: decisionQuestions },
    now,
  );
  // What needs a look comes first: pairs that nobody has voted on, then those that somebody was against.
  const listed = [...standing].sort(
    (a, b) =>
      Number(b.round > 1) - Number(a.round > 1) || (votes.against.get(b.id) ?? 0) - (votes.against.get(a.id) ?? 0),
  );
  const numberOf = new Map(listed.map(({ id }, index) => [id, index + 1]));
  const facts = {
    voters: votes.voters,
    members: votes.members,
    isDecided: isDecided(votes, cohort, program),
    waits: program.matching.committee.withoutQuorum === 'wait',
    ...(instead && { instead }),
    pairs: listed.map((pair) => ({
      ...named(pair),
      inFavour: votes.for.get(pair.id) ?? 0,
      against: votes.against.get(pair.id) ?? 0,
      abstained: votes.abstained.get(pair.id) ?? 0,
      isNew: pair.round > 1,
    })),
    unfinished: byMember(unfinishedVotes(ballots, new Set(numberOf.keys()))).map(({ person: who, ...pairsOf }) => ({
      who: names.get(who) ?? who,
      withoutReason: pairsOf.withoutReason.map((pair) => numberOf.get(pair) ?? 0),
      undecided: pairsOf.undecided.map((pair) => numberOf.get(pair) ?? 0),
    })),
    fallen: all
      .filter(({ status }) => status === 'vetoed')
      .map((pair) => ({
        ...named(pair),
        reasons: [...new Set(ballots.flatMap((ballot) => reasonAgainst(ballot, pair)))],
      })),
  };
  await postLong(cohort, { person, kind: 'publish-decision', occasion: 'publish', form, facts }, now);
}

function byMember(unfinished: readonly Unfinished[]) {
  const of = (person: string, is: Unfinished['is']) =>
    unfinished.filter((one) => one.person === person && one.is === is).map(({ pair }) => pair);
  return [...new Set(unfinished.map(({ person }) => person))].map((person) => ({
    person,
    withoutReason: of(person, 'no without a reason'),
    undecided: of(person, 'undecided'),
  }));
}

function reasonAgainst({ answers, comments }: AskedForm, { id }: Pair): string[] {
  const reason = comments[id];
  return answers[id] === false && reason !== undefined ? [reason] : [];
}
