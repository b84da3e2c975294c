import { endAllLinks } from '#shared/intake/page/end-all-links.ts';
import { Problem } from '#shared/problem.ts';
import * as events from '#shared/store/events.ts';
import * as forms from '#shared/store/forms.ts';
import { type ApiRequest, cohortOf, idIn, personOf } from './api-request.ts';
import { json } from './responses.ts';

/**
 * Ends the links to pages that somebody was sent until now, because one of them was passed on: all of them, of which they get an
 * email, or with `?form=` those to one form. What was answered is kept.
 */
export async function endLinks(request: ApiRequest) {
  const cohort = await cohortOf(request);
  const person = await personOf(request, cohort);
  const { now, caller, query } = request;
  if (query.form === undefined) {
    await endAllLinks(cohort, person, { by: 'coordinator', who: caller.who }, now);
    return json(204, undefined);
  }
  const form = await forms.getById(idIn(query.form));
  if (form?.cohort !== cohort.id || form.person !== person.id) {
    throw new Problem(404, 'No such form', `${query.form} is no form that ${person.id} was asked.`);
  }
  await forms.endLinks(form);
  const details = { channel: 'api' };
  await events.note(cohort, { at: now, what: 'form.links-ended', who: caller.who, of: form.id, details });
  return json(204, undefined);
}
