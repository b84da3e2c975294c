import type { AskedForm } from '#domain/asked.ts';
import type { Cohort, Instant } from '#domain/cohort.ts';
import { post } from '#shared/mail/post.ts';
import * as pairs from '#shared/store/pairs.ts';
import * as people from '#shared/store/people.ts';

/** Tells the coordinator, once a pair and side, that somebody has said no to working together. Not what they wrote. */
export async function tellCoordinator(cohort: Cohort, agreement: AskedForm, now: Instant): Promise<void> {
  const pair = agreement.pair === undefined ? undefined : await pairs.pair(cohort.id, agreement.pair);
  const mentor = pair && (await people.person(cohort.id, pair.mentor));
  const mentee = pair && (await people.person(cohort.id, pair.mentee));
  if (!mentor || !mentee) throw new Error(`The agreement ${agreement.id} is about no pair of its cohort.`);
  const by = agreement.person === mentor.id ? 'mentor' : 'mentee';
  const person = people.personId(cohort.id, cohort.coordinator.email);
  const facts = { mentor: mentor.name, mentee: mentee.name, by };
  await post(cohort, { person, kind: 'pair-not-agreed', occasion: agreement.id, facts }, now);
}
