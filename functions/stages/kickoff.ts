import type { Person } from '#domain/person.ts';
import { queueEmail } from '#shared/mail/queue-email.ts';
import * as forms from '#shared/store/forms.ts';
import * as people from '#shared/store/people.ts';
import { forEachOf } from './each.ts';
import { introduce } from './introduce.ts';
import { fillOpenings } from './openings.ts';
import { reminded } from './remind.ts';
import { knownOf, settled } from './settled.ts';
import { partnersIn } from './sides.ts';
import { done, type Moment, type Progress, type StageWork } from './work.ts';

/** Kickoff: each pair is introduced and agrees how to work together; those who found no partner hear so, kindly. */
export const kickoff: StageWork = { open, remind, close: async () => done, meanwhile: fillOpenings };

/** Works through the people, so that someone with two partners and someone with none are dealt with alike. */
async function open(moment: Moment): Promise<Progress> {
  const { cohort, now } = moment;
  const known = await knownOf(cohort);
  const { everyone, applications } = known;
  const applied = new Set(applications.filter(({ status }) => status === 'complete').map(({ person }) => person));
  const standing = await settled(cohort, known, now);

  const page = (after: string | undefined, most: number) => people.peoplePage(cohort.id, most, after);
  return forEachOf(moment, page, async (person: Person) => {
    const theirs = standing.filter(({ mentor, mentee }) => mentor === person.id || mentee === person.id);
    if (theirs.length === 0 && applied.has(person.id) && person.unreachable === undefined) {
      const kind = person.heldAt ? 'not-this-time' : 'not-matched';
      await queueEmail(cohort, { person: person.id, kind, occasion: 'kickoff' }, now);
    }
    for (const pair of theirs) {
      const role = pair.mentor === person.id ? 'mentor' : 'mentee';
      const partner = everyone.get(role === 'mentor' ? pair.mentee : pair.mentor);
      if (!partner) throw new Error(`The pair ${pair.id} names somebody who is not in the cohort.`);
      await introduce(cohort, pair, { person: person.id, side: role, among: theirs }, partner, now);
    }
  });
}

async function remind(moment: Moment): Promise<Progress> {
  const { cohort, milestone, now } = moment;
  const isReminded = await reminded(moment);
  const partnerOf = await partnersIn(cohort);
  const page = (after: string | undefined, most: number) => forms.formsPage(cohort.id, 'agreement', most, after);
  return forEachOf(moment, page, async (form) => {
    if (!isReminded(form)) return;
    const facts = { partner: partnerOf(form) };
    const occasion = `${milestone.id}.${form.occasion}`;
    await queueEmail(cohort, { person: form.person, kind: 'agreement-reminder', occasion, form, facts }, now);
  });
}
