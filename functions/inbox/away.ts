import { backAt } from '#domain/absence.ts';
import { isReport } from '#domain/replies/read/automatic/automatic.ts';
import { awayUntil } from '#domain/replies/read/automatic/out-of-office.ts';
import { heardFrom } from '#shared/intake/reachable.ts';
import type { Mail } from '#shared/mail/parse.ts';
import * as people from '#shared/store/people.ts';
import type { Became, Incoming } from './incoming.ts';
import type { Receipt } from './receipt.ts';

/**
 * An automatic message: recorded, never answered. When it comes from the person's own mailbox and names the day of their
 * return, reminders wait for that. Nothing else of it is kept: why somebody is away is nobody's business.
 */
export async function noteAbsence(
  { cohort, person, now }: Incoming,
  mail: Mail,
  { isForged, isSpam }: Pick<Receipt, 'isForged' | 'isSpam'>,
): Promise<Became> {
  return noteOf({ cohort, person, now }, mail, mail.from?.address === person.email && !isForged && !isSpam);
}

/**
 * What a machine sent to the envelope's sender of our mail, which is SES, and SES forwarded: a note that somebody is away, with
 * SES as its writer, or a bounce, which SES reports as an event as well. The address is in no message, so that SES alone can
 * have sent it; what the verdicts say of a forwarded message is of no use. Never answered, whatever it is: no loop can begin.
 */
export async function noteForwarded(incoming: Incoming, mail: Mail | undefined): Promise<Became> {
  // With a virus in it, it is not opened.
  if (!mail) return { became: 'refused', why: 'virus', unheard: true };
  if (isReport(mail)) return { became: 'automatic', why: 'report' };
  return noteOf(incoming, mail, true);
}

async function noteOf(
  { cohort, person, now }: Pick<Incoming, 'cohort' | 'person' | 'now'>,
  mail: Mail,
  isTheirs: boolean,
): Promise<Became> {
  const until = isTheirs ? awayUntil(mail, now, cohort.timeZone) : undefined;
  if (isTheirs && !mail.bounce) await heardFrom(person, now);
  if (until === undefined) return { became: 'automatic', unheard: true };
  await people.markAway(cohort.id, person.id, backAt(until, cohort.timeZone));
  return { became: 'automatic', why: `away until ${until}` };
}
