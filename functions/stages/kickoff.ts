import type { Person } from '#domain/person.ts';
import { speaksFor } from '#domain/relationship.ts';
import { post } from '#shared/mail/post.ts';
import * as forms from '#shared/store/forms.ts';
import * as pairs from '#shared/store/pairs.ts';
import * as people from '#shared/store/people.ts';
import { ask, owes } from './ask.ts';
import { forEach, slice } from './each.ts';
import { partnersIn } from './sides.ts';
import { done, type Moment, type Progress, type StageWork } from './work.ts';

/** Kickoff: each pair is introduced and agrees how to work together; those who found no partner hear so, kindly. */
export const kickoff: StageWork = { open: introduce, remind, close: async () => done };

/** Works through the people, so that someone with two partners and someone with none are dealt with alike. */
async function introduce({ cohort, now, after }: Moment): Promise<Progress> {
  const standing = (await pairs.pairs(cohort.id)).filter(({ status }) => status === 'proposed' || status === 'active');
  const applications = await forms.forms(cohort.id, 'application');
  const applied = new Set(applications.filter(({ status }) => status === 'complete').map(({ person }) => person));
  const everyone = new Map((await people.people(cohort.id)).map((person) => [person.id, person]));
  for (const pair of standing) await pairs.turn(pair, 'proposed', 'active', now);

  return forEach(await people.peoplePage(cohort.id, slice, after), async (person: Person) => {
    const theirs = standing.filter(({ mentor, mentee }) => mentor === person.id || mentee === person.id);
    if (theirs.length === 0 && applied.has(person.id)) {
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

async function remind({ cohort, milestone, now, after }: Moment): Promise<Progress> {
  const partnerOf = await partnersIn(cohort);
  return forEach(await forms.formsPage(cohort.id, 'agreement', slice, after), async (form) => {
    if (!owes(form)) return;
    const facts = { partner: partnerOf(form) };
    const occasion = `${milestone.id}.${form.occasion}`;
    await post(cohort, { person: form.person, kind: 'agreement-reminder', occasion, form, facts }, now);
  });
}
