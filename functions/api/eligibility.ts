import * as events from '#shared/store/events.ts';
import * as pairs from '#shared/store/pairs.ts';
import * as people from '#shared/store/people.ts';
import { wake } from '#shared/workflow/wake.ts';
import { type ApiRequest, cohortOf } from './api-request.ts';
import { problem } from './problem-words.ts';
import { json } from './responses.ts';

/**
 * Holds somebody back from matching. No reason is taken, so that none can leak: the committee sees that they are held, and
 * they get a kind email at the kickoff that says nothing about it. Idempotent.
 */
export async function excludeFromMatching(request: ApiRequest) {
  const { cohort, person } = await participantOf(request);
  const isIntroduced = (await pairs.list(cohort.id)).some(
    ({ status, mentor, mentee }) => status === 'active' && (mentor === person.id || mentee === person.id),
  );
  if (isIntroduced) {
    throw problem(409, ({ inPair }) => [inPair.title, inPair.detail({ name: person.name })]);
  }
  await people.hold(cohort.id, person.id, request.now);
  await events.note(cohort, { at: request.now, what: 'person.held', who: request.caller.who, of: person.id });
  await wake(cohort.id);
  return json(200, { id: person.id, heldAt: person.heldAt ?? request.now });
}

/** Lets somebody be matched again. */
export async function admitToMatching(request: ApiRequest) {
  const { cohort, person } = await participantOf(request);
  await people.hold(cohort.id, person.id, undefined);
  await events.note(cohort, { at: request.now, what: 'person.released', who: request.caller.who, of: person.id });
  await wake(cohort.id);
  return json(204, undefined);
}

async function participantOf(request: ApiRequest) {
  const cohort = await cohortOf(request);
  if (cohort.status === 'cancelled' || cohort.status === 'finished') {
    throw problem(409, ({ over }) => [over.title({ status: cohort.status }), over.nobodyMatched]);
  }
  const person = await people.get(cohort.id, request.person);
  if (!person?.parts.includes('participant')) {
    const named = { person: request.person, cohort: cohort.id };
    throw problem(404, ({ noSuchPerson: said }) => [said.title, said.notInvited(named)]);
  }
  return { cohort, person };
}
