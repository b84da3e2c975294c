import { randomUUID } from 'node:crypto';
import { givenUpFor, leaseSeconds, type NotSent, standingOf } from '#domain/email.ts';
import type { Instant } from '#domain/program/cohort.ts';
import { log } from '#shared/logging.ts';
import { keepSent } from '#shared/mail/archive.ts';
import { later, now } from '#shared/now.ts';
import * as emails from '#shared/store/emails.ts';
import { compose } from './compose.ts';
import { handOver } from './hand-to-ses.ts';
import type { Found } from './load-message.ts';

/** The email is to be tried again: SES wants us slower, is away, did not answer, or does not let us send. */
export class SendLater extends Error {
  override readonly name = 'SendLater';
  readonly seconds: number;
  constructor(seconds: number) {
    super(`Send again in ${seconds} seconds.`);
    this.seconds = seconds;
  }
}

/** What SES wants slower comes back soon, what it does not take for another reason later; each doubles with every return. */
const seconds = { slower: 5, blocked: 60 };

/** Sends an email that nobody has sent. Throws `SendLater` when it is to be tried again. */
export async function send(found: Found, at: Instant): Promise<void> {
  const { email, person } = found;
  const standing = standingOf(email, at);
  if (standing === 'settled') return;
  if (standing === 'leased') throw new SendLater(leaseSeconds);
  const givenUp = givenUpFor(email, at);
  if (givenUp !== undefined) {
    if (await emails.giveUp(email, givenUp, at))
      log.error('an email was given up', { email: email.id, why: givenUp.is });
    return;
  }

  // Before the claim, so that a crash here leaves no lease behind.
  const composed = await compose(found);
  const by = randomUUID();
  const surelyNot = (why?: NotSent) => emails.release(email, { by, now: at, why });
  try {
    if (!(await emails.claim(email, { by, lease: later(at, leaseSeconds), now: at })))
      throw new SendLater(leaseSeconds);
    // Archived before it is sent: a reply can't be read without it.
    await keepSent(email, composed);
  } catch (error) {
    // The answer to the claim may have been lost, and not the claim. Where this is lost too, the lease ends it.
    if (!(error instanceof SendLater)) await surelyNot().catch(() => false);
    throw error;
  }
  if (standing === 'abandoned') {
    log.warn('an earlier sender died between claim and record: sending now, perhaps for the second time', {
      email: email.id,
    });
  }

  const handed = await handOver({ email, to: person.email, ...composed });
  switch (handed.is) {
    case 'taken':
      await emails.markSent(email, handed.messageId, at);
      return;
    case 'refused':
      await emails.refuse(email, { by, why: { is: 'refused', code: handed.code, words: handed.words }, now: at });
      log.error('SES refused an email', { email: email.id, kind: email.kind, code: handed.code });
      return;
    case 'blocked':
      // Nothing is wrong with the email, so that it waits for whoever can mend what is; all the others will too.
      await surelyNot({ is: 'blocked', code: handed.code, words: handed.words });
      log.error('SES does not let us send', {
        email: email.id,
        code: handed.code,
        words: withoutAddresses(handed.words),
      });
      throw new SendLater(seconds.blocked);
    case 'later':
      await surelyNot();
      throw new SendLater(seconds.slower);
    case 'unanswered':
      await emails.leaveUnanswered(email, { by, lease: later(now(), leaseSeconds), now: now() });
      log.warn('SES did not say whether it took an email', { email: email.id, code: handed.code });
      throw new SendLater(leaseSeconds);
  }
}

/** SES names the recipient in what it says; the log does not. */
function withoutAddresses(words: string): string {
  return words.replace(/[^\s/<>"'`]+@[^\s/<>"'`]+/g, '(an address)');
}
