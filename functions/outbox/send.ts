import { MessageRejected, SESClient, SendRawEmailCommand } from '@aws-sdk/client-ses';
import type { Instant } from '#domain/cohort.ts';
import type { EmailRecord } from '#domain/email.ts';
import type { Person } from '#domain/person.ts';
import { env, required } from '#shared/env.ts';
import { keep, sentKey } from '#shared/mail/archive.ts';
import { later } from '#shared/now.ts';
import { log } from '#shared/observed.ts';
import * as emails from '#shared/store/emails.ts';
import { compose } from './compose.ts';
import type { Found } from './find.ts';

const ses = new SESClient({});

/** SES wants us slower, or is away: the email is as it was and is to be tried again. */
export class SendLater extends Error {
  override readonly name = 'SendLater';
  readonly seconds: number;
  constructor(seconds: number, cause?: unknown) {
    super(`Send again in ${seconds} seconds.`, { cause });
    this.seconds = seconds;
  }
}

/**
 * How long a claim holds. Longer than the function's timeout (30 s), so that a claim is never taken from a sender that
 * is alive; shorter than the queue's visibility timeout (180 s), so that the message that comes back finds it over.
 */
const leaseSeconds = 60;

/** One claim, and one more when the first sender died. After that a person should look at it. */
const mostClaims = 2;

const slowDown = new Set(['Throttling', 'ThrottlingException', 'TooManyRequestsException', 'ServiceUnavailable']);

/** Sends an email that nobody has sent. Throws `SendLater` when it is to be tried again. */
export async function send(found: Found, now: Instant): Promise<void> {
  const { email, person } = found;
  if (email.status === 'sent' || email.status === 'suppressed' || email.status === 'failed') return;
  const isAbandoned = email.status === 'sending' && email.lease !== undefined && email.lease < now;
  if (isAbandoned && email.attempts >= mostClaims) {
    await emails.markUnsent(email, 'failed', 'claimed twice, and twice the sender died');
    log.error('an email was claimed twice and not recorded as sent', { email: email.id });
    return;
  }
  if (!(await emails.claim(email, now, later(now, leaseSeconds)))) throw new SendLater(leaseSeconds);
  if (isAbandoned) {
    log.warn('an earlier sender died between claim and record: sending now, perhaps for the second time', {
      email: email.id,
    });
  }

  let messageId: string;
  try {
    messageId = await handToSes(email, person, await prepared(found));
  } catch (error) {
    if (error instanceof MessageRejected) {
      await emails.markUnsent(email, 'failed', 'SES refused it');
      log.error('SES refused an email', { email: email.id, kind: email.kind });
      return;
    }
    // A connection that broke may have carried the message: the claim stays, so that only its lease ends it.
    if (!isUnanswered(error)) await emails.release(email);
    if (error instanceof Error && slowDown.has(error.name)) throw new SendLater(5, error);
    throw error;
  }
  await emails.markSent(email, messageId, now);
}

/** The message, archived before it is sent: a reply can't be read without it. */
async function prepared(found: Found): Promise<Uint8Array> {
  const message = await compose(found);
  await keep(sentKey(found.email), message);
  return message;
}

/** SES's id of the message. */
async function handToSes(email: EmailRecord, person: Person, message: Uint8Array): Promise<string> {
  const { MessageId = '' } = await ses.send(
    new SendRawEmailCommand({
      Source: required(env.sender),
      Destinations: [person.email],
      RawMessage: { Data: message },
      ConfigurationSetName: required(env.configurationSet),
      Tags: [
        { Name: 'email', Value: email.id },
        { Name: 'cohort', Value: email.cohort },
      ],
    }),
  );
  return MessageId;
}

/** Whether the request to SES went out and no answer came back. */
function isUnanswered(error: unknown): boolean {
  const isOfSdk = error instanceof Error && '$metadata' in error;
  return isOfSdk && (error.$metadata as { httpStatusCode?: number }).httpStatusCode === undefined;
}
