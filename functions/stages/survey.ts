import type { Pair } from '#domain/relationship.ts';
import { queueEmail } from '#shared/mail/queue-email.ts';
import * as forms from '#shared/store/forms.ts';
import { cohortPartition } from '#shared/store/keys.ts';
import type { Page } from '#shared/store/table.ts';
import { ask } from './ask.ts';
import { forEachOf } from './each.ts';
import { reminded } from './remind.ts';
import { activePairs, bothSides, partnerOn, partnersIn } from './sides.ts';
import type { Moment, Progress } from './work.ts';

/** Asks both sides of every pair. All pairs are loaded, so slices are cut from the list in memory. */
export async function survey(moment: Moment, stage: 'midpoint' | 'closeout'): Promise<Progress> {
  const { cohort, program, now } = moment;
  const partnerOf = await partnersIn(cohort);
  const everyPair = (await activePairs(cohort, program)).sort((a, b) => (a.id < b.id ? -1 : 1));
  return forEachOf(moment, pageOf(everyPair), async (pair) => {
    for (const { person, side } of bothSides(pair)) {
      const { name } = partnerOf({ person, pair: pair.id });
      const about = { pair: pair.id, side, partner: partnerOn(person, name, everyPair) };
      const form = await ask(cohort, { person, purpose: stage, occasion: pair.id, ...about }, now);
      const facts = { stage, partner: { name } };
      await queueEmail(cohort, { person, kind: 'survey', occasion: `${stage}.${pair.id}`, form, facts }, now);
    }
  });
}

/** Pages of a list in memory that is sorted by id. */
function pageOf(everyPair: readonly Pair[]): (after: string | undefined, most: number) => Promise<Page<Pair>> {
  return async (after, most) => {
    const rest = everyPair.filter(({ id }) => after === undefined || id > after);
    const items = rest.slice(0, most);
    const last = items.at(-1);
    return {
      items,
      unreadable: [],
      ...(last && rest.length > most && { next: { pk: cohortPartition(last.cohort), sk: last.id } }),
    };
  };
}

export async function remindOfSurvey(moment: Moment, stage: 'midpoint' | 'closeout'): Promise<Progress> {
  const { cohort, milestone, now } = moment;
  const isReminded = await reminded(moment);
  const partnerOf = await partnersIn(cohort);
  const page = (after: string | undefined, most: number) => forms.formsPage(cohort.id, stage, most, after);
  return forEachOf(moment, page, async (form) => {
    if (!isReminded(form)) return;
    const facts = { stage, partner: { name: partnerOf(form).name } };
    const occasion = `${milestone.id}.${form.occasion}`;
    await queueEmail(cohort, { person: form.person, kind: 'survey-reminder', occasion, form, facts }, now);
  });
}
