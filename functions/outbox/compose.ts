import { definitionOf, Purpose } from '#domain/asked.ts';
import type { Cohort } from '#domain/cohort.ts';
import type { EmailRecord } from '#domain/email.ts';
import type { Person } from '#domain/person.ts';
import type { EmailContext } from '#shared/emails/context.ts';
import { write } from '#shared/emails/index.ts';
import { composeMessage } from '#shared/emails/mime.ts';
import { env, required } from '#shared/env.ts';
import { formPage, replyAddress, stopPage } from '#shared/links.ts';
import { now } from '#shared/now.ts';
import * as cohorts from '#shared/store/cohorts.ts';
import * as forms from '#shared/store/forms.ts';

/**
 * The message of an email: its words, where a reply goes, and how to stop. Replies to an email that asks nothing go to
 * the coordinator, who is a person.
 */
export async function compose(of: { cohort: Cohort; email: EmailRecord; person: Person }): Promise<Uint8Array> {
  const { cohort, email, person } = of;
  const program = await cohorts.program(cohort.id);
  const stop = await stopPage(cohort.id, person.id);
  const context: EmailContext = { cohort, program, person, stop, now: now() };
  if (email.form) {
    const asked = await forms.form(cohort.id, Purpose.parse(email.form.purpose), email.form.id);
    if (!asked) throw new Error(`The form ${email.form.id} has gone.`);
    context.form = { asked, definition: definitionOf(asked, program), page: await formPage(asked.id) };
  }
  return composeMessage({
    email: write(email.kind, email.facts, context),
    from: { name: `${cohort.coordinator.name}, ${cohort.organisation}`, address: required(env.sender) },
    to: { name: person.name, address: person.email },
    replyTo: email.form ? await replyAddress(email.form.id) : cohort.coordinator.email,
    thread: `${cohort.id}.${person.id}`,
    unsubscribe: { url: stop },
  });
}
