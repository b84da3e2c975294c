import { putOnQueue } from '#shared/mail/queue-email.ts';
import { Problem } from '#shared/problem.ts';
import * as emails from '#shared/store/emails.ts';
import * as events from '#shared/store/events.ts';
import * as people from '#shared/store/people.ts';
import { type ApiRequest, cohortOf } from './api-request.ts';
import { json } from './responses.ts';
import { emailView } from './views.ts';

/**
 * Sends an email that failed, that was not sent because its person could not be reached, or that waits longer than it should. One that was sent is not sent again, and what is on its way
 * is left alone. Asking twice sends it once.
 */
export async function resendEmail(request: ApiRequest) {
  const cohort = await cohortOf(request);
  const found = await emails.get(cohort.id, request.email);
  if (!found) {
    const detail = `There is no email ${request.email}. GET /v1/cohorts/${cohort.id}/emails lists them with their ids.`;
    throw new Problem(404, 'No such email', detail);
  }
  if (found.status === 'sent') {
    throw new Problem(409, 'Sent already', `It went out at ${found.sentAt}, so it is not sent again.`);
  }
  if (cohort.status === 'cancelled') throw new Problem(409, 'The cohort is cancelled', 'It writes to nobody any more.');
  const person = await people.get(cohort.id, found.person);
  if (!person || person.unreachable) {
    const detail = `Mail to ${person?.name ?? 'somebody who is gone'} would not be sent: ${person?.unreachable ?? 'gone'}.`;
    throw new Problem(409, 'Nobody to write to', detail);
  }
  if (!(await emails.reopen(found, request.now))) {
    throw new Problem(409, 'It is being sent', 'Look at its status in a minute, and ask again if it was not sent.');
  }
  await putOnQueue({ cohort: cohort.id, email: found.id });
  await events.note(cohort, { at: request.now, what: 'email.resent', who: request.caller.who, of: found.id });
  const { why: _, ...open } = found;
  return json(202, emailView({ ...open, status: 'queued', attempts: 0 }));
}
