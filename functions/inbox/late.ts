import { lateCounts } from '#domain/forms/answer-period.ts';
import { wordsBeside } from '#domain/forms/participant-questions.ts';
import { askCoordinator, decisionAbout, settleLate, wordOnLate } from '#shared/intake/late.ts';
import { tellOfMore } from '#shared/intake/offer.ts';
import { type PassedOn, passOn } from '#shared/intake/pass-on.ts';
import { queueEmail } from '#shared/mail/queue-email.ts';
import * as cohorts from '#shared/store/cohorts.ts';
import * as forms from '#shared/store/forms.ts';
import type * as replies from '#shared/store/replies.ts';
import type { Became, Incoming } from './incoming.ts';

/** What a reply says, as far as a record keeps it. */
export type Said = NonNullable<replies.ReplyRecord['given']>;

/**
 * A reply whose form has closed. Answers that can still change something wait for the coordinator's word; words that
 * answer nothing go to the coordinator as they are. Either way the person hears what happens, once a form and reason.
 */
export async function keepLate(incoming: Incoming, said?: Said, names: readonly string[] = []): Promise<Became> {
  const { cohort, form, person, now, id } = incoming;
  const answers = said !== undefined && (Object.keys(said.answers).length > 0 || said.unclear.length > 0);
  const counts = lateCounts(cohort, form, now);
  const waits = answers && counts;
  // Whoever has been told that the coordinator decides is not told otherwise while they do.
  const word = counts ? await wordOnLate(cohort, form) : 'decided';
  const isBeside = !waits && word === 'decides';
  const passed = said && (await passOnLate(incoming, said, names));
  const isPassedOn = passed === 'passed on';
  if (waits) await askCoordinator(cohort, { form, who: person, reply: id, mail: incoming.key }, now);

  const isWaiting = waits || (isBeside && !isPassedOn);
  const occasion = isWaiting ? `${form.id}.waits` : isPassedOn ? `${form.id}.passed-on` : form.id;
  const facts = { waits: isWaiting, passedOn: isPassedOn, isBeside, mayStill: word === 'not asked' };
  // Once per form and reason, whatever else they send: the answer would be the same.
  await queueEmail(cohort, { person: person.id, kind: 'too-late', occasion, form, facts }, now);
  const closed = isBeside ? 'beside one that waits' : 'closed';
  const why = waits ? 'waits for the coordinator' : isPassedOn ? 'passed on' : closed;
  const unheard = passed === 'not passed on' && { unheard: true as const };
  return { became: 'late', why, ...unheard, ...(waits && said && { given: said }) };
}

async function passOnLate(incoming: Incoming, { note, comments }: Said, names: readonly string[]): Promise<PassedOn> {
  const { cohort, form, person, now, id } = incoming;
  const beside = { note, comments: Object.values(comments), unclear: [], hasAnswers: false };
  const { passOn: words, kept } = wordsBeside(beside, form.purpose, names);
  if (cohort.status === 'cancelled' || cohort.status === 'finished') return 'nothing';
  if (kept) await tellOfMore(cohort, person, form, now);
  return passOn(cohort, { person, form, reply: id, words }, now);
}

/** The coordinator may have said yes while a reply was being kept; then nobody else would look at it again. */
export async function settleIfDecided({ cohort, form, now }: Incoming): Promise<void> {
  const decision = await forms.form(cohort.id, { purpose: 'late', id: decisionAbout(cohort, form).id });
  if (decision?.answers.take === true) await settleLate(cohort, await cohorts.program(cohort.id), decision, now);
}
