import type { AskedForm } from '#domain/asked.ts';
import type { Cohort, Instant } from '#domain/cohort.ts';
import { tally } from '#domain/votes.ts';
import { post } from '#shared/mail/post.ts';
import * as forms from '#shared/store/forms.ts';
import * as pairs from '#shared/store/pairs.ts';
import * as people from '#shared/store/people.ts';
import { ask } from './ask.ts';
import { forEach, slice } from './each.ts';
import { proposeAndAsk } from './propose.ts';
import { publish } from './publish.ts';
import { reminded } from './remind.ts';
import type { Moment, Progress, StageWork } from './work.ts';

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

async function remind(moment: Moment): Promise<Progress> {
  const { cohort, milestone, now, after } = moment;
  const isReminded = await reminded(moment);
  return forEach(await forms.formsPage(cohort.id, 'ballot', slice, after), async (form) => {
    if (isReminded(form))
      await post(cohort, { person: form.person, kind: 'ballot-reminder', occasion: milestone.id, form }, now);
  });
}

/** At the deadline, or when all votes are in: publishes, or asks the coordinator when too few have voted. */
async function decide(moment: Moment): Promise<Progress> {
  const { cohort, program, now } = moment;
  const proposed = (await pairs.pairs(cohort.id)).filter(({ status }) => status === 'proposed' || status === 'vetoed');
  if (proposed.length === 0) return publish(moment, []);
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
