import { comeBack } from '#shared/intake/unsubscribe.ts';
import { type ApiRequest, cohortOf, personOf } from './api-request.ts';
import { problem } from './problem-words.ts';
import { json } from './responses.ts';

/** Undoes that somebody stopped all mail, because they have asked the coordinator for it. They get an email that says so. */
export async function resumeMail(request: ApiRequest) {
  const cohort = await cohortOf(request);
  const person = await personOf(request, cohort);
  const isBack = await comeBack(cohort, person.id, { by: 'coordinator', who: request.caller.who }, request.now);
  if (!isBack && person.unreachable !== undefined && person.unreachable !== 'stopped') {
    const { name, unreachable } = person;
    throw problem(409, ({ notStoppedByThem: said }) => [said.title, said[unreachable]({ name })]);
  }
  return json(204, undefined);
}
