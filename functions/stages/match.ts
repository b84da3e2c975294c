import type { Cohort, Milestone } from '#domain/cohort.ts';
import type { AskedForm } from '#domain/forms/form-record.ts';
import { isDecided, tally } from '#domain/votes.ts';
import { post } from '#shared/mail/post.ts';
import * as forms from '#shared/store/forms.ts';
import * as pairs from '#shared/store/pairs.ts';
import { announceToCoordinator } from './announce.ts';
import { firstBallot } from './ballots.ts';
import { askBothSides, consentsOf, rematch } from './consent.ts';
import { askCoordinatorToPublish, askToPublish, withoutVetoed, wordOn } from './decide.ts';
import { forEachOf } from './each.ts';
import { proposeAndAsk, proposeAnew } from './propose.ts';
import { reminded } from './remind.ts';
import { done, type Meanwhile, type Moment, type Progress, type StageWork } from './work.ts';

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
  ahead,
  meanwhile,
};

/**
 * While the committee votes, the proposal follows the pool. A no of the chair goes to the coordinator at once. When the pairs
 * are published, those are matched anew who lost a partner.
 */
async function meanwhile(moment: Meanwhile): Promise<void> {
  const { cohort } = moment;
  if (cohort.done['match.publish']) return rematch(moment);
  if (!cohort.done['match.decide']) return proposeAnew(moment);
  if ((await wordOn(cohort)) === false) {
    await askCoordinatorToPublish(moment, await forms.forms(cohort.id, 'ballot'));
  }
}

async function remind(moment: Moment): Promise<Progress> {
  const { cohort, milestone, now } = moment;
  const isReminded = await reminded(moment);
  const page = (after: string | undefined, most: number) => forms.formsPage(cohort.id, 'ballot', most, after);
  return forEachOf(moment, page, async (form) => {
    const occasion = form.occasion === firstBallot ? milestone.id : `${milestone.id}.${form.occasion}`;
    if (isReminded(form)) await post(cohort, { person: form.person, kind: 'ballot-reminder', occasion, form }, now);
  });
}

/** The votes have ended: pairs that fell are matched anew, and whoever publishes is asked for their word. */
async function decide(moment: Moment): Promise<Progress> {
  const ballots = await forms.forms(moment.cohort.id, 'ballot');
  if (ballots.length === 0) return done;
  await withoutVetoed(moment, ballots);
  await askToPublish(moment, ballots);
  return done;
}

/**
 * The word has come, or its day has: both sides of each pair are asked. Without a quorum a program may want the word; and
 * where an answer has come that we asked about, it is waited for.
 */
async function publish(moment: Moment): Promise<Progress> {
  const { cohort, program, now } = moment;
  const ballots = await forms.forms(cohort.id, 'ballot');
  if (ballots.length > 0) {
    const said = await wordOn(cohort);
    const mayGoOn =
      isDecided(tally(ballots), cohort, program) || program.matching.committee.withoutQuorum === 'publish';
    if (said === false || said === 'unclear' || (said !== true && !mayGoOn)) {
      await askCoordinatorToPublish(moment, ballots);
      return { waits: true };
    }
    await withoutVetoed(moment, ballots);
  }
  const standing = (await pairs.pairs(cohort.id)).filter(({ status }) => status === 'proposed');
  await askBothSides(cohort, standing, now);
  return done;
}

async function close(moment: Moment): Promise<Progress> {
  await rematch(moment);
  return announceToCoordinator(moment, await forms.forms(moment.cohort.id, 'ballot'));
}

/** All votes are in; the word to publish is there; everybody has said yes. */
async function ahead(cohort: Cohort): Promise<Milestone['kind'] | undefined> {
  const isComplete = ({ status }: AskedForm) => status === 'complete';
  if (!cohort.done['match.decide']) {
    const ballots = await forms.forms(cohort.id, 'ballot');
    // Ballots that were emptied by people leaving are complete, too: the day is waited for, and who may come back.
    const { members, answered, voters } = tally(ballots);
    return voters > 0 && answered === members && ballots.every(isComplete) ? 'decide' : undefined;
  }
  if (!cohort.done['match.publish']) {
    return (await wordOn(cohort)) === true ? 'publish' : undefined;
  }
  const standing = (await pairs.pairs(cohort.id)).filter(({ status }) => status === 'proposed');
  const consents = await consentsOf(cohort);
  const isAgreed = standing.every(
    ({ id }) => consents.filter(({ pair, answers }) => pair === id && answers.with === true).length === 2,
  );
  return standing.length > 0 && isAgreed ? 'close' : undefined;
}
