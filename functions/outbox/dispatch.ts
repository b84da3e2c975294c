import type { Instant } from '#domain/cohort.ts';
import type { OutboundMessage } from '#domain/workflow.ts';
import { post } from '#shared/mail/post.ts';
import { log } from '#shared/observed.ts';
import * as cohorts from '#shared/store/cohorts.ts';
import * as emails from '#shared/store/emails.ts';
import * as people from '#shared/store/people.ts';
import { send } from './send.ts';

/** Acts on one message of the queue: sends an email, or writes to the coordinator of a cohort that is stuck. */
export async function dispatch(message: OutboundMessage, now: Instant): Promise<void> {
  const [cohort, email] = await Promise.all([
    cohorts.cohort(message.cohort),
    'stuck' in message ? undefined : emails.email(message.cohort, message.email),
  ]);
  if (!cohort) throw new Error(`There is no cohort ${message.cohort}.`);

  if ('stuck' in message) {
    const person = people.personId(cohort.id, cohort.coordinator.email);
    const occasion = `${message.stuck}.${message.generation}`;
    await post(cohort, { person, kind: 'stuck', occasion, facts: { stage: message.stuck } }, now);
    return;
  }

  if (!email) throw new Error(`There is no email ${message.email}.`);
  const person = await people.person(email.cohort, email.person);
  if (!person) throw new Error(`The email ${email.id} is to nobody.`);
  // The one thing that is still sent to somebody who asked us to stop is the word that we have.
  if (person.unreachable !== undefined && email.kind !== 'stopped') {
    if (await emails.markUnsent(email, 'suppressed', person.unreachable)) {
      log.info('not sent', { email: email.id, kind: email.kind, why: person.unreachable });
    }
    return;
  }
  await send({ cohort, email, person }, now);
}
