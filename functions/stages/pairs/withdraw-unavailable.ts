import { type Known, unavailableOf } from '#domain/matching/round/unavailable.ts';
import type { Pair } from '#domain/pair.ts';
import type { Person } from '#domain/person.ts';
import type { Cohort, Instant } from '#domain/program/cohort.ts';
import { queueEmail } from '#shared/mail/queue-email.ts';
import * as events from '#shared/store/events.ts';
import * as forms from '#shared/store/forms.ts';
import * as pairs from '#shared/store/pairs.ts';
import * as people from '#shared/store/people.ts';

interface KnownPeople extends Known {
  everyone: ReadonlyMap<string, Person>;
}

export async function knownOf(cohort: Cohort): Promise<KnownPeople> {
  const everyone = new Map((await people.list(cohort.id)).map((person) => [person.id, person]));
  return { everyone, applications: await forms.list(cohort.id, 'application') };
}

/**
 * The pairs that are introduced, now that it is time. One whose mentor or mentee has stopped our mail, can't be reached, is
 * held back or has said no since the pairs were decided is withdrawn instead: its other half would be told to write to
 * somebody who is not there. The coordinator hears of it. A pair that has been introduced stays, whatever happens later.
 */
export async function withdrawUnavailable(cohort: Cohort, known: KnownPeople, now: Instant): Promise<Pair[]> {
  const standing: Pair[] = [];
  for (const pair of await pairs.list(cohort.id)) {
    if (pair.status === 'active') standing.push(pair);
    // One that is withdrawn already may have been so by a run that was cut off before it told the coordinator.
    if (pair.status === 'withdrawn') await withdraw(cohort, pair, known, now);
    if (pair.status !== 'proposed') continue;
    if (unavailableOf(pair, known)) {
      await withdraw(cohort, pair, known, now);
    } else {
      await pairs.setStatus(pair, 'proposed', 'active', now);
      standing.push(pair);
    }
  }
  return standing;
}

/** Takes back a pair of which one is gone, and tells the coordinator. */
export async function withdraw(cohort: Cohort, pair: Pair, known: KnownPeople, now: Instant): Promise<void> {
  if (await pairs.setStatus(pair, 'proposed', 'withdrawn')) {
    await events.note(cohort, { at: now, what: 'pair.withdrawn', who: 'telemachy', of: pair.id });
  }
  const gone = unavailableOf(pair, known);
  if (!gone) return;
  const name = (id: string) => known.everyone.get(id)?.name ?? id;
  const by = gone.who === pair.mentor ? ('mentor' as const) : ('mentee' as const);
  const facts = { mentor: name(pair.mentor), mentee: name(pair.mentee), by, why: gone.why };
  const person = people.personId(cohort.id, cohort.coordinator.email);
  await queueEmail(cohort, { person, kind: 'pair-not-agreed', occasion: pair.id, facts }, now);
}
