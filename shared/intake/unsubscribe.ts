import { type Needed, neededAs, type Person } from '#domain/person.ts';
import type { Cohort, Instant } from '#domain/program/cohort.ts';
import { queueEmail } from '#shared/mail/queue-email.ts';
import * as cohorts from '#shared/store/cohorts.ts';
import * as events from '#shared/store/events.ts';
import * as people from '#shared/store/people.ts';
import * as promises from '#shared/store/promises.ts';
import { wakeMatching } from '#shared/workflow/wake.ts';

/**
 * Ends all mail to somebody at their wish, in every cohort of the organisation that runs, and has later ones leave them out. While pairs are
 * made or begin, their partner-to-be needs another; who is needed to run this cohort is replaced. Doing it again changes
 * nothing: the promise is kept first.
 */
export async function unsubscribe(
  cohort: Cohort,
  person: Pick<Person, 'id' | 'name' | 'email' | 'owner'>,
  now: Instant,
): Promise<void> {
  const { id, email } = person;
  await promises.stop(person, { cohort: cohort.id, at: now });
  const isFirst = await stopIn(cohort, id, now);
  const part = neededAs(person, cohort);
  if (part) await askForAnother(cohort, person, part, { hasLeft: true }, now);
  for (const other of await people.ofAddress(email)) {
    if (other.cohort === cohort.id || other.owner !== person.owner) continue;
    if (other.unreachable !== undefined && other.unreachable !== 'bounced') continue;
    const running = await cohorts.get(other.cohort);
    if (!running || running.status === 'finished' || running.status === 'cancelled') continue;
    // Who is needed there has more to lose by silence than by mail.
    if (!neededAs({ email }, running)) await stopIn(running, other.id, now);
  }
  // The last of our emails. It goes out whenever this is done again, for the moment of the first time.
  const since = isFirst ? now : ((await people.get(cohort.id, id))?.unreachableSince ?? now);
  await queueEmail(cohort, { person: id, kind: 'stopped', occasion: since }, now);
}

/** Asks those who can to find somebody else for a part in running a cohort. Once a day, person and reason. */
export async function askForAnother(
  cohort: Cohort,
  person: Pick<Person, 'id' | 'name' | 'email'>,
  part: Needed,
  { hasLeft }: { hasLeft: boolean },
  now: Instant,
): Promise<void> {
  const { coordinator, chair, committee, leadership } = cohort;
  const others = [...leadership, ...committee.filter(({ email }) => email === (chair ?? committee[0]?.email))];
  const readers = part === 'coordinator' ? others.map(({ email }) => email) : [coordinator.email];
  const facts = { who: person.name, email: person.email, part, hasLeft };
  for (const email of new Set(readers)) {
    if (email === person.email) continue;
    const occasion = `${person.id}.${hasLeft ? 'left' : now.slice(0, 10)}`;
    await queueEmail(cohort, { person: people.personId(cohort.id, email), kind: 'hand-over', occasion, facts }, now);
  }
}

/** False when it was done before. */
async function stopIn(cohort: Cohort, person: string, now: Instant): Promise<boolean> {
  const isFirst = await people.markUnreachable(cohort.id, person, 'stopped', now);
  await events.note(cohort, { at: now, what: 'person.stopped', who: person });
  await wakeMatching(cohort);
  return isFirst;
}

/**
 * Undoes that somebody stopped all mail, in all cohorts that this was for. False when they have not, or were stopped for
 * another reason. What happened in the meantime, to a pair of theirs, stays as it is.
 */
export async function comeBack(
  cohort: Cohort,
  id: string,
  { by, who }: { by: 'coordinator' | 'page'; who: string },
  now: Instant,
): Promise<boolean> {
  const person = await people.get(cohort.id, id);
  if (person?.unreachable !== 'stopped' || person.unreachableSince === undefined) return false;
  const since = person.unreachableSince;
  await promises.unstop(person);
  for (const other of await people.ofAddress(person.email)) {
    if (other.cohort === cohort.id || other.owner !== person.owner) continue;
    if (other.unreachable !== 'stopped' || other.unreachableSince !== since) continue;
    await people.writeAgain(other.cohort, other.id, since);
  }
  await queueEmail(cohort, { person: id, kind: 'write-again', occasion: since, facts: { by } }, now);
  await people.writeAgain(cohort.id, id, since);
  const details = { channel: by === 'page' ? 'page' : 'api' };
  await events.note(cohort, { at: now, what: 'person.came-back', who, of: id, details });
  await wakeMatching(cohort);
  return true;
}
