import type { Cohort, Instant } from '#domain/cohort.ts';
import * as cohorts from '#shared/store/cohorts.ts';
import * as events from '#shared/store/events.ts';
import * as people from '#shared/store/people.ts';
import * as promises from '#shared/store/promises.ts';
import { wake } from '#shared/workflow/wake.ts';

/**
 * Ends all mail to somebody at their wish, in every cohort of the organisation that runs, and has later ones leave them out. While pairs are
 * made or begin, their partner-to-be needs another. Doing it again changes nothing: the promise is kept first.
 */
export async function leave(cohort: Cohort, person: string, now: Instant): Promise<void> {
  const leaver = await people.person(cohort.id, person);
  if (leaver) await promises.stop(leaver, { cohort: cohort.id, at: now });
  await stopIn(cohort, person, now);
  if (!leaver) return;
  for (const other of await people.ofAddress(leaver.email)) {
    if (other.cohort === cohort.id || other.owner !== leaver.owner) continue;
    if (other.unreachable !== undefined && other.unreachable !== 'bounced') continue;
    const running = await cohorts.cohort(other.cohort);
    // A cohort can't be run without its coordinator, who has more to lose by silence than by mail.
    if (!running || running.status === 'finished' || running.status === 'cancelled') continue;
    if (running.coordinator.email !== leaver.email) await stopIn(running, other.id, now);
  }
}

async function stopIn(cohort: Cohort, person: string, now: Instant): Promise<void> {
  await people.markUnreachable(cohort.id, person, 'stopped', now);
  await events.note(cohort, { at: now, what: 'person.stopped', who: person });
  await wakeMatching(cohort);
}

/** Has the cohort look again at who is paired with whom, if that is still open. */
export async function wakeMatching(cohort: Cohort): Promise<void> {
  if (cohort.status === 'running' && (cohort.stage === 'match' || cohort.stage === 'kickoff')) await wake(cohort.id);
}
