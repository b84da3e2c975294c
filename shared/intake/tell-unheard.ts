import { Temporal } from 'temporal-polyfill';
import { nameOfAsked } from '#domain/forms/purposes.ts';
import type { Cohort, Instant } from '#domain/program/cohort.ts';
import { type Reason, UnusedRepliesFacts, type UnusedReply } from '#shared/emails/coordinator/unused-replies.ts';
import { queueEmail } from '#shared/mail/queue-email.ts';
import * as cohorts from '#shared/store/cohorts.ts';
import * as emails from '#shared/store/emails.ts';
import * as people from '#shared/store/people.ts';
import * as replies from '#shared/store/replies.ts';

/** On one list: what a record can hold with ease. The others are on the next. */
const mostOnAList = 500;

/**
 * Sends the coordinator the list of replies that nobody has heard of: one email a day at most. Only what the email of the
 * day says counts as told, so a crash neither loses a reply nor tells of one twice.
 */
export async function tellUnheard(cohort: Cohort, now: Instant): Promise<void> {
  if (cohort.unheard === undefined) return;
  const untold = await replies.unheard(cohort.id);
  const told = new Set(untold.length > 0 ? await write(cohort, untold.slice(0, mostOnAList), now) : []);
  for (const reply of untold) if (told.has(reply.id)) await replies.markTold(reply, now);
  const isRest = untold.some(({ id }) => !told.has(id));
  // Lost when another reply came meanwhile: then this is done again, and that reply waits for the next morning.
  await cohorts.change(cohort, { unheard: isRest ? now : undefined });
}

/** Posts the email of the day, unless there is one. Returns the ids of the replies that it tells of. */
async function write(cohort: Cohort, list: readonly replies.ReplyRecord[], now: Instant): Promise<string[]> {
  const person = people.personId(cohort.id, cohort.coordinator.email);
  const occasion = Temporal.Instant.from(now).toZonedDateTimeISO(cohort.timeZone).toPlainDate().toString();
  const facts = { replies: await together(cohort, list), told: list.map(({ id }) => id) };
  await queueEmail(cohort, { person, kind: 'unused-replies', occasion, facts }, now);
  const email = await emails.get(cohort.id, emails.emailId(cohort.id, person, 'unused-replies', occasion));
  return UnusedRepliesFacts.parse(email?.facts).told;
}

/** One entry for all that one person's replies have in common, so that a machine can't make the list long. */
async function together(cohort: Cohort, list: readonly replies.ReplyRecord[]): Promise<UnusedReply[]> {
  const entries = new Map<string, UnusedReply>();
  for (const { person: id, form, became, why, receivedAt } of list) {
    const reason = reasonOf(became, why);
    const key = `${id} ${reason} ${nameOfAsked(form)}`;
    const before = entries.get(key);
    const person = before ? undefined : await people.get(cohort.id, id);
    const email = before?.email ?? person?.email;
    entries.set(key, {
      who: before?.who ?? person?.name ?? 'Somebody',
      ...(email && { email }),
      purpose: form.purpose,
      at: receivedAt,
      times: (before?.times ?? 0) + 1,
      reason,
    });
  }
  return [...entries.values()];
}

function reasonOf(became: replies.ReplyRecord['became'], why: string | undefined): Reason {
  if (became === 'refused') return why === 'virus' ? 'virus' : 'confirmed-elsewhere';
  if (became === 'unconfirmed') return 'not-asked';
  if (became === 'unreadable') return 'unreadable';
  return became === 'automatic' ? 'automatic' : 'too-many';
}
