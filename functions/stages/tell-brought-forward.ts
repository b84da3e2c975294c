import { askedAt, closesAt } from '#domain/forms/answer-period.ts';
import { type AskedForm, askedForOf } from '#domain/forms/form-record.ts';
import { isOfIntroducedPair, nameOfAsked } from '#domain/forms/purposes.ts';
import type { Cohort, Instant } from '#domain/program/cohort.ts';
import { stageOf } from '#domain/program/milestones.ts';
import { queueEmail } from '#shared/mail/queue-email.ts';
import * as cohorts from '#shared/store/cohorts.ts';
import * as forms from '#shared/store/forms.ts';
import { forEach, slice } from './for-each-page.ts';
import { owesAnswer } from './open-form.ts';
import { partnersIn } from './pairs/pair-members.ts';

/**
 * Tells those who still owe an answer that its deadline comes sooner than we wrote: a slice of them, and then the next one
 * at the next look. The record says how far that has come, and is written last.
 */
export async function tellBroughtForward(cohort: Cohort, now: Instant): Promise<void> {
  const [first, ...others] = cohort.broughtForward ?? [];
  if (!first) return;
  const asked = askedForOf(first);
  const until = closesAt(cohort, asked);
  const isClosed = until <= now;
  // Somebody with two partners knows which of them it is about.
  const partnerOf = isOfIntroducedPair(asked.purpose) ? await partnersIn(cohort) : undefined;
  const tell = async (form: AskedForm) => {
    if (!owesAnswer(form) || form.openedAt > first.at) return;
    const partner = partnerOf && { partner: { name: partnerOf(form).name } };
    const facts = { purpose: asked.purpose, told: first.told, until, isClosed, ...partner };
    const draft = { person: form.person, kind: 'deadline-moved' as const, occasion: `${form.id}.${first.at}`, facts };
    // What is closed takes no answers: a reply to that goes to the coordinator, who is a person.
    await queueEmail(cohort, isClosed ? draft : { ...draft, form }, now);
  };
  const isOfNow = askedAt(stageOf(cohort, cohort.stage)).some((one) => nameOfAsked(one) === nameOfAsked(asked));
  const page = isOfNow ? await forms.page(cohort.id, asked, slice, first.after) : undefined;
  if (page) await forEach(page.items, tell);
  const after = page?.next?.sk;
  const rest = after === undefined ? others : [{ ...first, after }, ...others];
  // Lost when the coordinator moves something meanwhile: then this is done again, and the emails are there already.
  await cohorts.change(cohort, { broughtForward: rest.length > 0 ? rest : undefined });
}
