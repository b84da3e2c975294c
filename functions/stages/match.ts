import { applicantsOf } from '#domain/applicants.ts';
import type { AskedForm } from '#domain/asked.ts';
import type { Cohort, Instant } from '#domain/cohort.ts';
import { type Proposal, propose } from '#domain/matching/propose.ts';
import type { ProgramDefinition } from '#domain/program.ts';
import type { Pair } from '#domain/relationship.ts';
import { objectedTo, tally } from '#domain/votes.ts';
import { post } from '#shared/mail/post.ts';
import * as forms from '#shared/store/forms.ts';
import * as pairs from '#shared/store/pairs.ts';
import * as people from '#shared/store/people.ts';
import { ask, owes } from './ask.ts';
import { forEach, slice } from './each.ts';
import { done, type Moment, type Progress, type StageWork } from './work.ts';

/** Matching: pairs are proposed, the committee votes, what stands is published. Nobody outside sees a pair before. */
export const match: StageWork = {
  act(moment) {
    switch (moment.milestone.kind) {
      case 'open':
        return proposeAndAsk(moment);
      case 'remind':
        return remind(moment);
      case 'close':
        return decide(moment);
    }
  },
  async canClose(cohort) {
    const ballots = await forms.forms(cohort.id, 'ballot');
    return ballots.length > 0 && ballots.every((ballot) => ballot.status === 'complete');
  },
};

async function pool(cohort: Cohort, program: ProgramDefinition) {
  const everyone = await people.people(cohort.id);
  const applications = await forms.forms(cohort.id, 'application');
  return { everyone, applicants: applicantsOf(everyone, applications, program) };
}

function asPair(cohort: Cohort, round: number, proposed: Proposal['pairs'][number]): Pair {
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

/**
 * Makes the stored pairs be the proposal: the ones that are missing are added, and what an interrupted earlier run left
 * behind goes. After this the ballots are sent, and from then on the proposal stands.
 */
async function proposeAndAsk({ cohort, program, now }: Moment): Promise<Progress> {
  const { everyone, applicants } = await pool(cohort, program);
  const proposal = propose({ applicants, program });
  const wanted = proposal.pairs.map((proposed) => asPair(cohort, 1, proposed));
  const ids = new Set(wanted.map(({ id }) => id));
  const stored = await pairs.pairs(cohort.id);
  await Promise.all(stored.filter(({ id }) => !ids.has(id)).map((pair) => pairs.withdraw(pair)));
  await forEach({ items: wanted }, async (pair) => {
    await pairs.propose(pair);
  });

  if (wanted.length === 0) return done;
  const names = new Map(everyone.map((person) => [person.id, person.name]));
  const nameOf = (id: string) => names.get(id) ?? id;
  const questions = wanted.map((pair) => ({
    key: pair.id,
    ask: `${nameOf(pair.mentor)} as mentor of ${nameOf(pair.mentee)}`,
    label: `${nameOf(pair.mentor)} and ${nameOf(pair.mentee)}`.slice(0, 40),
    type: 'yesno' as const,
  }));
  const facts = {
    pairs: wanted.map((pair, index) => ({
      number: index + 1,
      mentor: nameOf(pair.mentor),
      mentee: nameOf(pair.mentee),
      score: pair.score,
      reasons: pair.reasons.filter(({ score, weight }) => score > 0 && weight > 0).map(({ words }) => words),
    })),
    unmatched: proposal.unmatched.length,
  };
  for (const reviewer of cohort.committee) {
    const person = people.personId(cohort.id, reviewer.email);
    const form = await ask(cohort, { person, purpose: 'ballot', occasion: 'round-1', questions }, now);
    await post(cohort, { person, kind: 'ballot', occasion: 'round-1', form, facts }, now);
  }
  return done;
}

async function remind({ cohort, milestone, now, after }: Moment): Promise<Progress> {
  return forEach(await forms.formsPage(cohort.id, 'ballot', slice, after), async (form) => {
    if (owes(form))
      await post(cohort, { person: form.person, kind: 'ballot-reminder', occasion: milestone.id, form }, now);
  });
}

/** At the deadline, or when all votes are in: publishes, or asks the coordinator when too few have voted. */
async function decide(moment: Moment): Promise<Progress> {
  const { cohort, program, now } = moment;
  const proposed = (await pairs.pairs(cohort.id)).filter(({ status }) => status === 'proposed' || status === 'vetoed');
  if (proposed.length === 0) return announceToCoordinator(moment, []);
  const ballots = await forms.forms(cohort.id, 'ballot');
  const votes = tally(ballots);
  const { quorum, withoutQuorum } = program.matching.committee;
  const needed = Math.min(quorum, cohort.committee.length);
  if (votes.voters < needed && withoutQuorum === 'ask-coordinator') {
    const decision = await askCoordinator(cohort, { votes: votes.voters, quorum: needed, pairs: proposed.length }, now);
    if (decision.answers.publish !== true) return { waits: true };
  }
  return publish(moment, ballots);
}

async function askCoordinator(cohort: Cohort, facts: Record<string, number>, now: Instant): Promise<AskedForm> {
  const person = people.personId(cohort.id, cohort.coordinator.email);
  const questions = [
    { key: 'publish', ask: 'Shall we publish the proposed pairs?', label: 'Publish', type: 'yesno' as const },
  ];
  const form = await ask(cohort, { person, purpose: 'decision', occasion: 'publish', questions }, now);
  await post(cohort, { person, kind: 'publish-decision', occasion: 'publish', form, facts }, now);
  return form;
}

/** Drops the pairs that most voters objected to, matches their people anew with the rest kept, and says what stands. */
async function publish(moment: Moment, ballots: readonly AskedForm[]): Promise<Progress> {
  const { cohort, program } = moment;
  const before = await pairs.pairs(cohort.id);
  const vetoed = before.filter((pair) => pair.round === 1 && objectedTo(tally(ballots), pair.id));
  await Promise.all(vetoed.map((pair) => pairs.turn(pair, 'proposed', 'vetoed')));
  if (vetoed.length > 0) {
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
