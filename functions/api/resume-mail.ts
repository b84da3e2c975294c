import { comeBack } from '#shared/intake/unsubscribe.ts';
import { Problem } from '#shared/problem.ts';
import { type ApiRequest, cohortOf, personOf } from './api-request.ts';
import { json } from './responses.ts';

/** Undoes that somebody stopped all mail, because they have asked the coordinator for it. They get an email that says so. */
export async function resumeMail(request: ApiRequest) {
  const cohort = await cohortOf(request);
  const person = await personOf(request, cohort);
  const isBack = await comeBack(cohort, person.id, { by: 'coordinator', who: request.caller.who }, request.now);
  if (!isBack && person.unreachable !== undefined && person.unreachable !== 'stopped') {
    const detail = `Mail to ${person.name} ended because it ${person.unreachable === 'bounced' ? 'comes back' : 'was reported as spam'}, which is not for us to undo.`;
    throw new Problem(409, 'Not stopped by them', detail);
  }
  return json(204, undefined);
}
