import { isWorthATry } from '#domain/bounce.ts';
import type { Instant } from '#domain/cohort.ts';
import type { Person } from '#domain/person.ts';
import { post } from '#shared/mail/post.ts';
import { log } from '#shared/observed.ts';
import * as emails from '#shared/store/emails.ts';
import * as people from '#shared/store/people.ts';
import type { Found, Stuck } from './find.ts';
import { lookForMissed } from './missed.ts';
import { send } from './send.ts';

/**
 * Acts on one message of the queue: sends an email, writes to the coordinator of a cohort that is stuck, or looks for what
 * was missed.
 */
export async function dispatch(found: Found | Stuck | undefined, now: Instant): Promise<void> {
  if (!found) return lookForMissed(now);
  const { cohort } = found;
  if ('stuck' in found) {
    const person = people.personId(cohort.id, cohort.coordinator.email);
    const occasion = `${found.stuck}.${found.generation}`;
    await post(cohort, { person, kind: 'stuck', occasion, facts: { stage: found.stuck } }, now);
    return;
  }

  const { email, person } = found;
  // The one thing that is still sent to somebody who asked us to stop is the word that we have.
  const mayWrite = person.unreachable === undefined || email.kind === 'stopped' || (await isTriedAgain(person, now));
  if (!mayWrite && person.unreachable) {
    if (await emails.suppress(email, person.unreachable, now)) {
      log.info('not sent', { email: email.id, kind: email.kind, why: person.unreachable });
    }
    return;
  }
  await send(found, now);
}

/** Whether a mailbox that refused our mail long ago gets an email again; when that bounces too, no more for as long. */
async function isTriedAgain(person: Person, now: Instant): Promise<boolean> {
  return isWorthATry(person, now) && (await people.markReachable(person.cohort, person.id, now));
}
