import type { Cohort, Instant } from '#domain/cohort.ts';
import * as events from '#shared/store/events.ts';
import * as people from '#shared/store/people.ts';
import { wake } from '#shared/workflow/wake.ts';

/** Ends all mail to somebody at their wish. While pairs are made or begin, their partner-to-be needs another. */
export async function leave(cohort: Cohort, person: string, now: Instant): Promise<void> {
  await people.markUnreachable(cohort.id, person, 'stopped', now);
  await events.note(cohort, { at: now, what: 'person.stopped', who: person });
  await wakeMatching(cohort);
}

/** Has the cohort look again at who is paired with whom, if that is still open. */
export async function wakeMatching(cohort: Cohort): Promise<void> {
  if (cohort.status === 'running' && (cohort.stage === 'match' || cohort.stage === 'kickoff')) await wake(cohort.id);
}
