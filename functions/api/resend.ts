import { putOnQueue } from '#shared/mail/queue-email.ts';
import * as emails from '#shared/store/emails.ts';
import * as events from '#shared/store/events.ts';
import * as people from '#shared/store/people.ts';
import { type ApiRequest, cohortOf } from './api-request.ts';
import { problem } from './problem-words.ts';
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
    const named = { email: request.email, cohort: cohort.id };
    throw problem(404, ({ noSuchEmail: said }) => [said.title, said.detail(named)]);
  }
  if (found.status === 'sent') {
    throw problem(409, ({ sentAlready: said }) => [said.title, said.detail({ at: found.sentAt ?? '' })]);
  }
  if (cohort.status === 'cancelled') {
    const { status } = cohort;
    throw problem(409, ({ over }) => [over.title({ status }), over.writesNoMore]);
  }
  const person = await people.get(cohort.id, found.person);
  if (!person || person.unreachable) {
    const { name, unreachable: why } = person ?? {};
    throw problem(409, ({ nobodyToWriteTo: said }) => [
      said.title,
      name && why ? said.detail({ name, why }) : said.gone,
    ]);
  }
  if (!(await emails.reopen(found, request.now))) {
    throw problem(409, ({ beingSent }) => [beingSent.title, beingSent.detail]);
  }
  await putOnQueue({ cohort: cohort.id, email: found.id });
  await events.note(cohort, { at: request.now, what: 'email.resent', who: request.caller.who, of: found.id });
  const { why: _, ...open } = found;
  return json(202, emailView({ ...open, status: 'queued', attempts: 0 }));
}
