import { isDeepStrictEqual } from 'node:util';
import type { AskedForm } from '#domain/asked.ts';
import type { Cohort, Instant } from '#domain/cohort.ts';
import type { ProgramDefinition } from '#domain/program.ts';
import { post } from '#shared/mail/post.ts';
import * as people from '#shared/store/people.ts';
import { acknowledge } from './acknowledge.ts';
import { promiseNotToAsk } from './promise.ts';

interface Sent {
  /** The form as it was, and as it is now. */
  before: AskedForm;
  stored: AskedForm;
  /** What sets this sending of the page apart. */
  reply: string;
  declines: boolean;
}

/** Receipts a form and day: a page is sent by a person, but whoever has its link could press the button all day. */
const mostADay = 20;

/**
 * Writes to whoever answered on a page what we have, as to somebody who replied: it is theirs to keep, and shows them if
 * somebody else had the link. A page that is sent again unchanged has the receipt that it had.
 */
export async function receipt(
  cohort: Cohort,
  program: ProgramDefinition,
  { before, stored, reply, declines }: Sent,
  now: Instant,
): Promise<void> {
  if (declines) return declined(cohort, stored, now);
  const dayAgo = new Date(Date.parse(now) - 24 * 3600 * 1000).toISOString();
  const sent = stored.replies.filter(({ id }) => id.startsWith('web_'));
  if (sent.filter(({ at }) => at > dayAgo).length > mostADay) return;
  const earlier = before.replies.findLast(({ id }) => id.startsWith('web_'));
  const isSame = isDeepStrictEqual(said(before), said(stored));
  await acknowledge(cohort, program, stored, { reply: (isSame && earlier?.id) || reply, onPage: true }, now);
}

function said({ status, answers, comments, struck }: AskedForm) {
  return { status, answers, comments, struck };
}

/** "No thanks" on the page of an invitation, which alone has a button for it. */
async function declined(cohort: Cohort, form: AskedForm, now: Instant): Promise<void> {
  const person = await people.person(cohort.id, form.person);
  if (!person) return;
  const facts = { until: await promiseNotToAsk(cohort, person, now), onPage: true };
  await post(cohort, { person: person.id, kind: 'declined', occasion: form.id, form, facts }, now);
}
