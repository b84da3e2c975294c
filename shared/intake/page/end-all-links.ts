import type { Person } from '#domain/person.ts';
import type { Cohort, Instant } from '#domain/program/cohort.ts';
import { queueEmail } from '#shared/mail/queue-email.ts';
import * as events from '#shared/store/events.ts';
import * as people from '#shared/store/people.ts';

/** Ends all links to pages that somebody was sent until now, and tells them. Each call ends those that were sent since the last. */
export async function endAllLinks(
  cohort: Cohort,
  person: Pick<Person, 'id'>,
  { by, who }: { by: 'coordinator' | 'page'; who: string },
  now: Instant,
): Promise<void> {
  const times = await people.endLinks(cohort.id, person.id);
  if (times === undefined) return;
  const details = { channel: by === 'page' ? 'page' : 'api' };
  await events.note(cohort, { at: now, what: 'person.links-ended', who, of: person.id, details });
  await queueEmail(cohort, { person: person.id, kind: 'links-ended', occasion: String(times), facts: { by } }, now);
}
