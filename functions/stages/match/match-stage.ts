import { firstBallot } from '#domain/matching/round/ballot-facts.ts';
import { isAgreedByAll, isVoteOver, mayPublish, publishDecision } from '#domain/matching/round/publishing.ts';
import type { Cohort, Milestone } from '#domain/program/cohort.ts';
import { doneAt } from '#domain/program/milestones.ts';
import { decisionsOn } from '#shared/intake/decision-forms.ts';
import { queueEmail } from '#shared/mail/queue-email.ts';
import * as forms from '#shared/store/forms.ts';
import * as pairs from '#shared/store/pairs.ts';
import { forEachPage } from '../for-each-page.ts';
import { reminderFilter } from '../reminder-filter.ts';
import { done, type MilestoneContext, type Progress, type StageContext, type StageWork } from '../stage-contract.ts';
import { announceToCoordinator } from './announce-pairs.ts';
import { askBothSides, consentsOf } from './ask-both-sides.ts';
import { askCoordinatorToPublish, askToPublish } from './ask-to-publish.ts';
import { proposeAndAsk, proposeAnew } from './propose-and-ask.ts';
import { rematchRefused } from './rematch-refused.ts';
import { rematchRejected } from './rematch-rejected.ts';

/**
 * Matching: pairs are proposed, the committee votes, the chair publishes, both sides see who and why and may say no, and
 * what stands is announced at kickoff. Nobody outside the committee sees a pair before it is published.
 */
export const match: StageWork = {
  open: proposeAndAsk,
  remind,
  decide,
  publish,
  close,
  earlyMilestone,
  betweenMilestones,
};

/**
 * While the committee votes, the proposal follows the pool. A no of the chair goes to the coordinator at once. When the pairs
 * are published, those are matched anew who lost a partner.
 */
async function betweenMilestones(context: StageContext): Promise<void> {
  const { cohort } = context;
  if (doneAt(cohort, 'match', 'publish')) return rematchRefused(context);
  if (!doneAt(cohort, 'match', 'decide')) return proposeAnew(context);
  if (publishDecision(await decisionsOn(cohort)) === 'no') {
    await askCoordinatorToPublish(context, await forms.list(cohort.id, 'ballot'));
  }
}

async function remind(context: MilestoneContext): Promise<Progress> {
  const { cohort, milestone, now } = context;
  const isReminded = await reminderFilter(context);
  const page = (after: string | undefined, most: number) => forms.page(cohort.id, { purpose: 'ballot' }, most, after);
  return forEachPage(context, page, async (form) => {
    const occasion = form.occasion === firstBallot ? milestone.id : `${milestone.id}.${form.occasion}`;
    if (isReminded(form))
      await queueEmail(cohort, { person: form.person, kind: 'ballot-reminder', occasion, form }, now);
  });
}

/** The votes have ended: pairs that fell are matched anew, and whoever publishes is asked for their word. */
async function decide(context: MilestoneContext): Promise<Progress> {
  const ballots = await forms.list(context.cohort.id, 'ballot');
  if (ballots.length === 0) return done;
  await rematchRejected(context, ballots);
  await askToPublish(context, ballots);
  return done;
}

/**
 * The word has come, or its day has: both sides of each pair are asked. Without a quorum a program may want the word; and
 * where an answer has come that we asked about, it is waited for.
 */
async function publish(context: MilestoneContext): Promise<Progress> {
  const { cohort, program, now } = context;
  const ballots = await forms.list(cohort.id, 'ballot');
  if (ballots.length > 0) {
    if (!mayPublish(publishDecision(await decisionsOn(cohort)), ballots, cohort, program)) {
      await askCoordinatorToPublish(context, ballots);
      return { waits: true };
    }
    await rematchRejected(context, ballots);
  }
  const standing = (await pairs.list(cohort.id)).filter(({ status }) => status === 'proposed');
  await askBothSides(cohort, standing, now);
  return done;
}

async function close(context: MilestoneContext): Promise<Progress> {
  await rematchRefused(context);
  return announceToCoordinator(context, await forms.list(context.cohort.id, 'ballot'));
}

/** All votes are in; the word to publish is there; everybody has said yes. */
async function earlyMilestone(cohort: Cohort): Promise<Milestone['kind'] | undefined> {
  if (!doneAt(cohort, 'match', 'decide'))
    return isVoteOver(await forms.list(cohort.id, 'ballot')) ? 'decide' : undefined;
  if (!doneAt(cohort, 'match', 'publish')) {
    return publishDecision(await decisionsOn(cohort)) === 'yes' ? 'publish' : undefined;
  }
  return isAgreedByAll(await pairs.list(cohort.id), await consentsOf(cohort)) ? 'close' : undefined;
}
