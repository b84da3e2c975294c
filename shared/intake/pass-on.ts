import type { AskedForm } from '#domain/asked.ts';
import type { Cohort, Instant } from '#domain/cohort.ts';
import type { Person } from '#domain/person.ts';
import { post } from '#shared/mail/post.ts';
import * as people from '#shared/store/people.ts';

/**
 * Gives the coordinator, once a reply, words that somebody wrote to us and only a person can answer. Says whether it did:
 * not to coordinators themselves, who would get their own words back.
 */
export async function passOn(
  cohort: Cohort,
  { person, form, reply, words }: { person: Person; form: AskedForm; reply: string; words: string },
  now: Instant,
): Promise<boolean> {
  if (words === '' || person.email === cohort.coordinator.email) return false;
  const facts = { from: person.name, email: person.email, text: words, purpose: form.purpose };
  const to = people.personId(cohort.id, cohort.coordinator.email);
  await post(cohort, { person: to, kind: 'question-from', occasion: reply, facts }, now);
  return true;
}
