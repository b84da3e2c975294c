import type { Person } from '#domain/person.ts';
import { speaksFor } from '#domain/relationship.ts';
import { post } from '#shared/mail/post.ts';
import * as forms from '#shared/store/forms.ts';
import * as people from '#shared/store/people.ts';
import { ask } from './ask.ts';
import { forEach, slice } from './each.ts';
import { reminded } from './remind.ts';
import { settled } from './settled.ts';
import { partnersIn } from './sides.ts';
import { done, type Moment, type Progress, type StageWork } from './work.ts';

/** Kickoff: each pair is introduced and agrees how to work together; those who found no partner hear so, kindly. */
export const kickoff: StageWork = { open: introduce, remind, close: async () => done };

/** Works through the people, so that someone with two partners and someone with none are dealt with alike. */
async function introduce({ cohort, now, after }: Moment): Promise<Progress> {
  const applications = await forms.forms(cohort.id, 'application');
  const applied = new Set(applications.filter(({ status }) => status === 'complete').map(({ person }) => person));
  const everyone = new Map((await people.people(cohort.id)).map((person) => [person.id, person]));
  const standing = await settled(cohort, { everyone, applications }, now);

  return forEach(await people.peoplePage(cohort.id, slice, after), async (person: Person) => {
    const theirs = standing.filter(({ mentor, mentee }) => mentor === person.id || mentee === person.id);
    if (theirs.length === 0 && applied.has(person.id) && person.unreachable === undefined) {
      await post(cohort, { person: person.id, kind: 'not-matched', occasion: 'kickoff' }, now);
    }
    for (const pair of theirs) {
      const role = pair.mentor === person.id ? 'mentor' : 'mentee';
      const partner = everyone.get(role === 'mentor' ? pair.mentee : pair.mentor);
      if (!partner) throw new Error(`The pair ${pair.id} names somebody who is not in the cohort.`);
      const asking = {
        person: person.id,
        purpose: 'agreement' as const,
        occasion: pair.id,
        pair: pair.id,
        side: role,
      } as const;
      const form = await ask(cohort, asking, now);
      const facts = { partner: { name: partner.name, email: partner.email }, role, reasons: speaksFor(pair) };
      await post(cohort, { person: person.id, kind: 'introduction', occasion: pair.id, form, facts }, now);
    }
  });
}

async function remind(moment: Moment): Promise<Progress> {
  const { cohort, milestone, now, after } = moment;
  const isReminded = await reminded(moment);
  const partnerOf = await partnersIn(cohort);
  return forEach(await forms.formsPage(cohort.id, 'agreement', slice, after), async (form) => {
    if (!isReminded(form)) return;
    const facts = { partner: partnerOf(form) };
    const occasion = `${milestone.id}.${form.occasion}`;
    await post(cohort, { person: form.person, kind: 'agreement-reminder', occasion, form, facts }, now);
  });
}
