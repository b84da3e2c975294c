import { endAllLinks } from '#shared/intake/page/end-all-links.ts';
import * as events from '#shared/store/events.ts';
import * as forms from '#shared/store/forms.ts';
import { type ApiRequest, cohortOf, idIn, personOf } from './api-request.ts';
import { problem } from './problem-words.ts';
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
    const named = { form: query.form, person: person.id };
    throw problem(404, ({ noSuchForm: said }) => [said.title, said.detail(named)]);
  }
  await forms.endLinks(form);
  const details = { channel: 'api' };
  await events.note(cohort, { at: now, what: 'form.links-ended', who: caller.who, of: form.id, details });
  return json(204, undefined);
}
