import type { Effects } from '#domain/replies/outcome/reply-outcome.ts';
import { type Decided, record } from '#shared/intake/carry-out-recording.ts';
import { forward } from '#shared/intake/forward-words.ts';
import { takeBack } from '#shared/intake/page/take-back.ts';
import { unsubscribe } from '#shared/intake/unsubscribe.ts';
import { queueEmail } from '#shared/mail/queue-email.ts';
import * as forms from '#shared/store/forms.ts';
import * as people from '#shared/store/people.ts';
import * as promises from '#shared/store/promises.ts';

/**
 * Does what was decided of a reply, in its order. Doing it again changes nothing. False when it was decided on what is no
 * longer so: another reply has changed the form, or other words have the place.
 */
export async function carryOut(effects: Effects, known: Decided): Promise<boolean> {
  const { cohort, person, form, now } = known;
  if (effects.isReachable) await people.markReachable(cohort.id, person.id, now);
  if (effects.awayUntil) await people.markAway(cohort.id, person.id, effects.awayUntil);
  if (effects.recorded && !(await record(effects.recorded, known))) return false;
  if (effects.opened) await forms.open(effects.opened);
  if (effects.unsubscribes) await unsubscribe(cohort, person, now);
  if (effects.takesBack) await takeBack(cohort, form, effects.takesBack, now);
  if (effects.declinedUntil) await promises.decline(person, { cohort: cohort.id, until: effects.declinedUntil });
  for (const letter of effects.lettersBefore ?? []) await queueEmail(cohort, letter, now);
  for (const words of effects.forwarded) if (!(await forward(cohort, words, now))) return false;
  for (const letter of effects.letters) await queueEmail(cohort, letter, now);
  return true;
}
