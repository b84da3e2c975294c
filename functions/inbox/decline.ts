import { lateCounts, takesAnswers } from '#domain/forms/answer-period.ts';
import { isAsking, withoutReason, wordsBeside } from '#domain/forms/participant-questions.ts';
import { isInvitation } from '#domain/forms/purposes.ts';
import { doneAt } from '#domain/program/milestones.ts';
import type { ProgramDefinition } from '#domain/program/program-definition.ts';
import { tellOfMore } from '#shared/intake/offer.ts';
import { passOn } from '#shared/intake/pass-on.ts';
import { promiseNotToAsk } from '#shared/intake/promise.ts';
import { take } from '#shared/intake/take.ts';
import { queueEmail } from '#shared/mail/queue-email.ts';
import * as pairs from '#shared/store/pairs.ts';
import type { Became, Incoming } from './incoming.ts';
import { keepLate, type Said } from './late.ts';

/** "No thanks", also after the form has closed: somebody who says so is asked nothing more, and nobody has to allow it. */
export async function decline(
  incoming: Incoming,
  program: ProgramDefinition,
  said: Said,
  names: readonly string[],
): Promise<Became> {
  const { cohort, form, person, now, id } = incoming;
  // "No thanks" to an application by one of a pair that has met: what they mean is for a person to find out.
  if (isInvitation(form.purpose) && (await isInPair(incoming))) {
    return keepLate(incoming, { ...said, note: said.note || 'No thanks.' }, names);
  }
  // When nothing is asked or counted any more there is nothing to record: it is only answered.
  if (takesAnswers(cohort, form, now) || lateCounts(cohort, form, now)) {
    await take(cohort, program, form, { ...said, reply: id, declines: true }, now);
  }
  const beside = wordsBeside(
    { note: withoutReason(said.note), comments: Object.values(said.comments), unclear: [], hasAnswers: false },
    form.purpose,
    names,
  );
  const became = await passOn(cohort, { person, form, reply: id, words: beside.passOn }, now);
  if (beside.kept) await tellOfMore(cohort, person, form, now);
  const passedOn = isAsking(beside.passOn) ? ('question' as const) : ('words' as const);
  const until = isInvitation(form.purpose) ? await promiseNotToAsk(cohort, person, now) : undefined;
  const facts = { ...(became === 'passed on' && { passedOn }), ...(until && { until }) };
  await queueEmail(cohort, { person: person.id, kind: 'declined', occasion: form.id, form, facts }, now);
  return { became: 'read', why: 'declined', ...(became === 'not passed on' && { unheard: true }) };
}

async function isInPair({ cohort, person }: Incoming): Promise<boolean> {
  if (!doneAt(cohort, 'kickoff', 'open')) return false;
  return (await pairs.pairs(cohort.id)).some(
    ({ status, mentor, mentee }) => status === 'active' && (mentor === person.id || mentee === person.id),
  );
}
