import pMap from 'p-map';
import { isAsked, type Person } from '#domain/person.ts';
import { doneAt } from '#domain/program/milestones.ts';
import { queueEmail } from '#shared/mail/queue-email.ts';
import * as cohorts from '#shared/store/cohorts.ts';
import * as events from '#shared/store/events.ts';
import * as people from '#shared/store/people.ts';
import { startExecution } from '#shared/workflow/start-execution.ts';
import { wakeExecution } from '#shared/workflow/wake.ts';
import { type ApiRequest, atOnce, cohortOf, limitOf } from './api-request.ts';
import { conflict, problem } from './problem-words.ts';
import { json } from './responses.ts';
import { cohortView, wholeView } from './views.ts';

export async function listCohorts(request: ApiRequest) {
  const { items, cursor, unreadable } = await cohorts.list(request.caller.owner, limitOf(request), request.query.after);
  return json(200, {
    cohorts: items.map(cohortView),
    ...(cursor && { next: cursor }),
    ...(unreadable.length > 0 && { unreadable: unreadable.length }),
  });
}

export async function getCohort(request: ApiRequest) {
  return json(200, await wholeView(await cohortOf(request)));
}

/** Ends a cohort. Everyone who was written to as a participant hears of it. Cancelling again changes nothing. */
export async function cancelCohort(request: ApiRequest) {
  const found = await cohortOf(request);
  if (found.status === 'finished') throw problem(409, ({ finished }) => [finished.title, finished.detail]);
  if (found.status !== 'cancelled') {
    const before = await cohorts.change(found, { status: 'cancelled' }, { raise: true });
    if (!before) throw conflict();
    await wakeExecution(before);
    await events.note(found, { at: request.now, what: 'cohort.cancelled', who: request.caller.who });
  }
  if (doneAt(found, 'apply', 'open')) {
    const participants = (await people.list(found.id)).filter(isAsked);
    const tell = ({ id }: Person) =>
      queueEmail(found, { person: id, kind: 'cancelled', occasion: 'cancelled' }, request.now);
    await pMap(participants, tell, { concurrency: atOnce });
  }
  return json(200, await wholeView(await cohortOf(request)));
}

/**
 * Lets a cohort that is stuck go on where it stopped, in a new execution. Harmless for one that runs: the execution that
 * it had finds another generation and ends.
 */
export async function resumeCohort(request: ApiRequest) {
  const found = await cohortOf(request);
  if (found.status === 'cancelled' || found.status === 'finished') {
    throw problem(409, ({ over }) => [over.title({ status: found.status }), over.nothingToResume]);
  }
  const changes = { status: 'running', generation: found.generation + 1, stuck: undefined } as const;
  const before = await cohorts.change(found, changes, { raise: true });
  if (!before) throw conflict();
  await startExecution({ ...found, ...changes });
  await wakeExecution(before);
  await events.note(found, { at: request.now, what: 'cohort.resumed', who: request.caller.who });
  return json(200, await wholeView(await cohortOf(request)));
}
