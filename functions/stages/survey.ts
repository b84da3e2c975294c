import { post } from '#shared/mail/post.ts';
import * as forms from '#shared/store/forms.ts';
import { ask } from './ask.ts';
import { forEach, slice } from './each.ts';
import { reminded } from './remind.ts';
import { activePairs, bothSides, partnerOn, partnersIn } from './sides.ts';
import type { Moment, Progress } from './work.ts';

/** Asks both sides of every pair. A program has hundreds of pairs at most, so slices are cut from the list in memory. */
export async function survey(
  { cohort, program, now, after }: Moment,
  stage: 'midpoint' | 'closeout',
): Promise<Progress> {
  const partnerOf = await partnersIn(cohort);
  const everyPair = (await activePairs(cohort, program)).sort((a, b) => (a.id < b.id ? -1 : 1));
  const rest = everyPair.filter(({ id }) => after === undefined || id > after);
  const items = rest.slice(0, slice);
  const last = items.at(-1);
  await forEach({ items }, async (pair) => {
    for (const { person, side } of bothSides(pair)) {
      const { name } = partnerOf({ person, pair: pair.id });
      const about = { pair: pair.id, side, partner: partnerOn(person, name, everyPair) };
      const form = await ask(cohort, { person, purpose: stage, occasion: pair.id, ...about }, now);
      const facts = { stage, partner: { name } };
      await post(cohort, { person, kind: 'survey', occasion: `${stage}.${pair.id}`, form, facts }, now);
    }
  });
  return last && rest.length > slice ? { after: last.id } : { done: true };
}

export async function remindOfSurvey(moment: Moment, stage: 'midpoint' | 'closeout'): Promise<Progress> {
  const { cohort, milestone, now, after } = moment;
  const isReminded = await reminded(moment);
  const partnerOf = await partnersIn(cohort);
  return forEach(await forms.formsPage(cohort.id, stage, slice, after), async (form) => {
    if (!isReminded(form)) return;
    const facts = { stage, partner: { name: partnerOf(form).name } };
    const occasion = `${milestone.id}.${form.occasion}`;
    await post(cohort, { person: form.person, kind: 'survey-reminder', occasion, form, facts }, now);
  });
}
