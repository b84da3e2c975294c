import type { Cohort, Instant } from '#domain/cohort.ts';
import { closesAt, purposesOf } from '#domain/forms/answer-period.ts';
import type { AskedForm } from '#domain/forms/form-record.ts';
import { isOfIntroducedPair, Purpose } from '#domain/forms/purposes.ts';
import { post } from '#shared/mail/post.ts';
import * as cohorts from '#shared/store/cohorts.ts';
import * as forms from '#shared/store/forms.ts';
import { owes } from './ask.ts';
import { forEach, slice } from './each.ts';
import { partnersIn } from './sides.ts';

/**
 * Tells those who still owe an answer that its deadline comes sooner than we wrote: a slice of them, and then the next one
 * at the next look. The record says how far that has come, and is written last.
 */
export async function tellBroughtForward(cohort: Cohort, now: Instant): Promise<void> {
  const [first, ...others] = cohort.broughtForward ?? [];
  if (!first) return;
  const purpose = Purpose.parse(first.purpose);
  const until = closesAt(cohort, purpose);
  const isClosed = until <= now;
  // Somebody with two partners knows which of them it is about.
  const partnerOf = isOfIntroducedPair(purpose) ? await partnersIn(cohort) : undefined;
  const tell = async (form: AskedForm) => {
    if (!owes(form) || form.openedAt > first.at) return;
    const partner = partnerOf && { partner: { name: partnerOf(form).name } };
    const facts = { purpose, told: first.told, until, isClosed, ...partner };
    const draft = { person: form.person, kind: 'deadline-moved', occasion: `${form.id}.${first.at}`, facts };
    // What is closed takes no answers: a reply to that goes to the coordinator, who is a person.
    await post(cohort, isClosed ? draft : { ...draft, form }, now);
  };
  const isOfNow = purposesOf(cohort.stage).includes(purpose);
  const page = isOfNow ? await forms.formsPage(cohort.id, purpose, slice, first.after) : undefined;
  if (page) await forEach(page.items, tell);
  const after = page?.next?.sk;
  const rest = after === undefined ? others : [{ ...first, after }, ...others];
  // Lost when the coordinator moves something meanwhile: then this is done again, and the emails are there already.
  await cohorts.change(cohort, { broughtForward: rest.length > 0 ? rest : undefined });
}
