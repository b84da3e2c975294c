import type { Person } from '#domain/person.ts';
import { queueEmail } from '#shared/mail/queue-email.ts';
import * as forms from '#shared/store/forms.ts';
import * as people from '#shared/store/people.ts';
import { forEachPage } from '../for-each-page.ts';
import { partnersIn } from '../pairs/pair-members.ts';
import { knownOf, withdrawUnavailable } from '../pairs/withdraw-unavailable.ts';
import { reminderFilter } from '../reminder-filter.ts';
import { done, type MilestoneContext, type Progress, type StageWork } from '../stage-contract.ts';
import { introduce } from './introduce.ts';
import { fillOpenings } from './late-pairs.ts';

/** Kickoff: each pair is introduced and agrees how to work together; those who found no partner hear so, kindly. */
export const kickoff: StageWork = { open, remind, close: async () => done, betweenMilestones: fillOpenings };

/** Works through the people, so that someone with two partners and someone with none are dealt with alike. */
async function open(context: MilestoneContext): Promise<Progress> {
  const { cohort, now } = context;
  const known = await knownOf(cohort);
  const { everyone, applications } = known;
  const applied = new Set(applications.filter(({ status }) => status === 'complete').map(({ person }) => person));
  const standing = await withdrawUnavailable(cohort, known, now);

  const page = (after: string | undefined, most: number) => people.page(cohort.id, most, after);
  return forEachPage(context, page, async (person: Person) => {
    const theirs = standing.filter(({ mentor, mentee }) => mentor === person.id || mentee === person.id);
    if (theirs.length === 0 && applied.has(person.id) && person.unreachable === undefined) {
      const kind = person.heldAt ? 'not-this-time' : 'not-matched';
      await queueEmail(cohort, { person: person.id, kind, occasion: cohort.stage }, now);
    }
    for (const pair of theirs) {
      const role = pair.mentor === person.id ? 'mentor' : 'mentee';
      const partner = everyone.get(role === 'mentor' ? pair.mentee : pair.mentor);
      if (!partner) throw new Error(`The pair ${pair.id} names somebody who is not in the cohort.`);
      await introduce(cohort, pair, { person: person.id, side: role, among: theirs }, partner, now);
    }
  });
}

async function remind(context: MilestoneContext): Promise<Progress> {
  const { cohort, milestone, now } = context;
  const isReminded = await reminderFilter(context);
  const partnerOf = await partnersIn(cohort);
  const page = (after: string | undefined, most: number) =>
    forms.page(cohort.id, { purpose: 'agreement' }, most, after);
  return forEachPage(context, page, async (form) => {
    if (!isReminded(form)) return;
    const facts = { partner: partnerOf(form) };
    const occasion = `${milestone.id}.${form.occasion}`;
    await queueEmail(cohort, { person: form.person, kind: 'agreement-reminder', occasion, form, facts }, now);
  });
}
