import { backAt } from '#domain/absence.ts';
import { awayUntil } from '#domain/reply/away.ts';
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
  const isTheirs = mail.from?.address === person.email && !isForged && !isSpam;
  const until = isTheirs ? awayUntil(mail, now, cohort.timeZone) : undefined;
  if (isTheirs) await heardFrom(person, now);
  if (until === undefined) return { became: 'automatic', unheard: true };
  await people.markAway(cohort.id, person.id, backAt(until, cohort.timeZone));
  return { became: 'automatic', why: `away until ${until}` };
}
