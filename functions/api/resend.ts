import { putOnQueue } from '#shared/mail/post.ts';
import { Problem } from '#shared/problem.ts';
import * as emails from '#shared/store/emails.ts';
import * as events from '#shared/store/events.ts';
import { json } from './answers.ts';
import { type Ask, cohortOf } from './request.ts';
import { emailView } from './views.ts';

/**
 * Sends an email that failed, or that waits longer than it should. One that was sent is not sent again, and what is on its way
 * is left alone. Asking twice sends it once.
 */
export async function resend(request: Ask) {
  const cohort = await cohortOf(request);
  const found = await emails.email(cohort.id, request.email);
  if (!found) {
    const detail = `There is no email ${request.email}. GET /v1/cohorts/${cohort.id}/emails lists them with their ids.`;
    throw new Problem(404, 'No such email', detail);
  }
  if (found.status === 'sent') {
    throw new Problem(409, 'Sent already', `It went out at ${found.sentAt}, so it is not sent again.`);
  }
  if (found.status === 'suppressed') {
    throw new Problem(409, 'Nobody to write to', `It was not sent on purpose: ${found.why}.`);
  }
  if (!(await emails.reopen(found, request.now))) {
    throw new Problem(409, 'It is being sent', 'Look at its status in a minute, and ask again if it was not sent.');
  }
  await putOnQueue({ cohort: cohort.id, email: found.id });
  await events.note(cohort, { at: request.now, what: 'email.resent', who: request.caller, of: found.id });
  const { why: _, ...open } = found;
  return json(202, emailView({ ...open, status: 'queued', attempts: 0 }));
}
