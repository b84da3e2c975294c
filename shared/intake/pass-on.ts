import type { AskedForm } from '#domain/forms/form-record.ts';
import { isSecretUntilDecided } from '#domain/forms/purposes.ts';
import type { Person } from '#domain/person.ts';
import type { Cohort, Instant } from '#domain/program/cohort.ts';
import { doneAt } from '#domain/program/milestones.ts';
import * as pairs from '#shared/store/pairs.ts';
import { personId } from '#shared/store/people.ts';
import { handOn, type Place } from './hand-on.ts';

/**
 * not passed on: the coordinator has had enough words of theirs today, or is the one whom they are about. nothing: there are no
 * words, or they are the coordinator's, who would get them back.
 */
export type PassedOn = 'passed on' | 'not passed on' | 'nothing';

interface Written {
  person: Person;
  form: AskedForm;
  reply: string;
  words: string;
  /** They are confidential, and their writer has asked us to pass them on. */
  isAgreed?: true;
}

/** Gives the coordinator, once a reply, words that somebody wrote to us and only a person can answer. */
export async function passOn(
  cohort: Cohort,
  { person, form, reply, words, isAgreed }: Written,
  now: Instant,
): Promise<PassedOn> {
  if (words === '' || person.email === cohort.coordinator.email) return 'nothing';
  if (await concernsCoordinator(cohort, form)) return 'not passed on';
  const key = isAgreed ? `${reply}.agreed` : reply;
  const facts = {
    key,
    from: person.name,
    email: person.email,
    text: words,
    purpose: form.purpose,
    ...(isAgreed && { isAgreed }),
  };
  const draft = (place: Place) => ({ ...place, kind: 'question-from' as const, facts });
  const isGiven = await handOn(cohort, { writer: person.id, key, draft }, now);
  return isGiven ? 'passed on' : 'not passed on';
}

/**
 * Whether words on a form may be about its coordinator, who is the partner of who wrote them, or votes on the committee: they were
 * promised that a partner hears no reason, and that nobody sees a vote before the votes have ended.
 */
async function concernsCoordinator(cohort: Cohort, form: AskedForm): Promise<boolean> {
  const { id, coordinator, committee } = cohort;
  if (isSecretUntilDecided(form.purpose))
    return (
      doneAt(cohort, 'match', 'decide') === undefined && committee.some(({ email }) => email === coordinator.email)
    );
  const pair = form.pair === undefined ? undefined : await pairs.pair(id, form.pair);
  const them = personId(id, coordinator.email);
  return pair?.mentor === them || pair?.mentee === them;
}
