import type { Person } from './person.ts';
import type { Instant } from './program/cohort.ts';

/** What a mail server said of one recipient: a status (RFC 3463), and its answer in words. */
export interface Refusal {
  status?: string | undefined;
  diagnostic?: string | undefined;
}

/**
 * What a bounce means for further mail.
 *
 * - address: nobody has this mailbox, so that writing to it is of no use.
 * - policy: the server did not want this message, for what it is or where it comes from; the mailbox may well be there.
 * - passing: a mailbox that is full for a day, a server that is away.
 */
export type BounceMeaning = 'address' | 'policy' | 'passing';

/** Subjects of RFC 3463 section 2 that say nothing of an address: 3 the server's own limits, 6 the content, 7 security and policy. */
const notTheAddress = new Set(['3', '6', '7']);

/** `type`: as SES has sorted it; what it calls permanent may be a policy as well as an address. */
export function meaningOf(type: string, refusals: readonly Refusal[]): BounceMeaning {
  if (type !== 'Permanent') return 'passing';
  const subjects = refusals.map(({ status = '', diagnostic = '' }) => {
    // The server's own words are more exact than the status, which may be no more than "5.0.0".
    const [, subject] = /\b5\.(\d{1,3})\.\d{1,3}\b/.exec(diagnostic) ?? /^5\.(\d{1,3})\./.exec(status) ?? [];
    return subject ?? '';
  });
  return subjects.length > 0 && subjects.every((subject) => notTheAddress.has(subject)) ? 'policy' : 'address';
}

/** So many emails that a server does not want: it will not want the next one, and each counts against all our mail. */
export const mostRefused = 3;

/** A mailbox is repaired, or a list of the server's changed, within weeks; one email a month to see does no harm. */
const daysUntilTried = 30;

/** Whether a mailbox that refused our mail is worth another email by now. Nobody who asked us to stop is ever tried again. */
export function isWorthATry(
  { unreachable, unreachableSince }: Pick<Person, 'unreachable' | 'unreachableSince'>,
  now: Instant,
) {
  if (unreachable !== 'bounced') return false;
  const days =
    unreachableSince === undefined ? daysUntilTried : (Date.parse(now) - Date.parse(unreachableSince)) / 86_400_000;
  return days >= daysUntilTried;
}
