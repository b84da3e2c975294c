import type { Pair } from '#domain/pair.ts';
import { queueEmail } from '#shared/mail/queue-email.ts';
import * as forms from '#shared/store/forms.ts';
import { cohortPartition } from '#shared/store/keys.ts';
import type { Page } from '#shared/store/table.ts';
import { forEachPage } from '../for-each-page.ts';
import { openForm } from '../open-form.ts';
import { activePairs, bothSides, partnerOn, partnersIn } from '../pairs/pair-members.ts';
import { reminderFilter } from '../reminder-filter.ts';
import type { MilestoneContext, Progress } from '../stage-contract.ts';

/** Asks both sides of every pair. All pairs are loaded, so slices are cut from the list in memory. */
export async function askSurvey(context: MilestoneContext): Promise<Progress> {
  const { cohort, program, now } = context;
  const { stage } = cohort;
  const partnerOf = await partnersIn(cohort);
  const everyPair = (await activePairs(cohort, program)).sort((a, b) => (a.id < b.id ? -1 : 1));
  return forEachPage(context, pageOf(everyPair), async (pair) => {
    for (const { person, side } of bothSides(pair)) {
      const { name } = partnerOf({ person, pair: pair.id });
      const about = { pair: pair.id, side, partner: partnerOn(person, name, everyPair) };
      const form = await openForm(cohort, { person, purpose: 'survey', stage, occasion: pair.id, ...about }, now);
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

export async function remindOfSurvey(context: MilestoneContext): Promise<Progress> {
  const { cohort, milestone, now } = context;
  const { stage } = cohort;
  const isReminded = await reminderFilter(context);
  const partnerOf = await partnersIn(cohort);
  const page = (after: string | undefined, most: number) =>
    forms.page(cohort.id, { purpose: 'survey', stage }, most, after);
  return forEachPage(context, page, async (form) => {
    if (!isReminded(form)) return;
    const facts = { stage, partner: { name: partnerOf(form).name } };
    const occasion = `${milestone.id}.${form.occasion}`;
    await queueEmail(cohort, { person: form.person, kind: 'survey-reminder', occasion, form, facts }, now);
  });
}
