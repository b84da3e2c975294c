import type { AskedForm } from '#domain/forms/form-record.ts';
import { nameOfAsked } from '#domain/forms/purposes.ts';
import { isInVain } from '#domain/in-vain.ts';
import * as emails from '#shared/store/emails.ts';
import * as events from '#shared/store/events.ts';
import * as forms from '#shared/store/forms.ts';
import * as people from '#shared/store/people.ts';
import * as replies from '#shared/store/replies.ts';
import * as reports from '#shared/store/reports.ts';
import type { Page } from '#shared/store/table.ts';
import { wordsOf } from '#shared/words/index.ts';
import { type ApiRequest, cohortOf, limitOf } from './api-request.ts';
import { problem } from './problem-words.ts';
import { json } from './responses.ts';
import { emailView, reportView } from './views.ts';

/** The opaque `next` of a list is the sort key that the page ended with; the partition is always the cohort's own. */
function after(request: ApiRequest): string | undefined {
  return request.query.after && Buffer.from(request.query.after, 'base64url').toString();
}

/** How a list goes on, and how many of its records can't be read: those are left out, and the log names them. */
function rest({ next, unreadable }: Pick<Page<unknown>, 'next' | 'unreadable'>) {
  return {
    ...(next && { next: Buffer.from(next.sk).toString('base64url') }),
    ...(unreadable.length > 0 && { unreadable: unreadable.length }),
  };
}

/** Everyone, and how far each has come with what they were asked. What they answered is not shown. */
export async function listPeople(request: ApiRequest) {
  const { id } = await cohortOf(request);
  const { items, ...more } = await people.page(id, limitOf(request), after(request));
  const ids = new Set(items.map((person) => person.id));
  const asked = new Map<string, AskedForm[]>();
  for (const form of await forms.readable(id)) {
    if (ids.has(form.person)) asked.set(form.person, [...(asked.get(form.person) ?? []), form]);
  }
  return json(200, {
    people: items.map((person) => ({
      id: person.id,
      name: person.name,
      email: person.email,
      parts: person.parts,
      unreachable: person.unreachable,
      leftOut: person.leftOut,
      heldAt: person.heldAt,
      forms: (asked.get(person.id) ?? []).map(formView),
    })),
    ...rest(more),
  });
}

/** `inVain`: they have written, and we could take nothing of it for an answer. */
function formView(form: AskedForm) {
  const { id, status, pair } = form;
  return { id, purpose: nameOfAsked(form), status, pair, ...(isInVain(form) && { inVain: true }) };
}

export async function listEmails(request: ApiRequest) {
  const { id } = await cohortOf(request);
  const { items, ...more } = await emails.page(id, limitOf(request), after(request));
  return json(200, { emails: items.map(emailView), ...rest(more) });
}

/** What came in and what became of it, so that nothing that could not be used is out of sight. No words of it. */
export async function listReplies(request: ApiRequest) {
  const { id } = await cohortOf(request);
  const { items, ...more } = await replies.page(id, limitOf(request), after(request));
  return json(200, {
    replies: items.map(({ person, form, receivedAt, became, why }) => ({
      person,
      purpose: nameOfAsked(form),
      receivedAt,
      became,
      why,
    })),
    ...rest(more),
  });
}

export async function listEvents(request: ApiRequest) {
  const { id } = await cohortOf(request);
  const { items, ...more } = await events.events(id, limitOf(request), after(request));
  return json(200, { events: items, ...rest(more) });
}

export async function getReport(request: ApiRequest) {
  const { id, stage, language } = await cohortOf(request);
  const found = await reports.get(id);
  if (!found) throw problem(404, ({ noReport }) => [noReport.title, noReport.detail({ stage })]);
  return json(200, reportView(found, wordsOf(language)));
}
