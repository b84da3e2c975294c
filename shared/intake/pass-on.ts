import type { AskedForm } from '#domain/asked.ts';
import type { Cohort, Instant } from '#domain/cohort.ts';
import type { Person } from '#domain/person.ts';
import { handOn } from './hand-on.ts';

/** nothing: there are no words, or they are the coordinator's, who would get them back. */
export type PassedOn = 'passed on' | 'too many today' | 'nothing';

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
  const facts = {
    from: person.name,
    email: person.email,
    text: words,
    purpose: form.purpose,
    ...(isAgreed && { isAgreed }),
  };
  const key = isAgreed ? `${reply}.agreed` : reply;
  const isGiven = await handOn(cohort, { kind: 'question-from', writer: person.id, key, facts }, now);
  return isGiven ? 'passed on' : 'too many today';
}
