import { definitionOf } from '#domain/forms/form-record.ts';
import type { EmailContext } from '#shared/emails/context.ts';
import { write } from '#shared/emails/index.ts';
import { emailKinds } from '#shared/emails/kinds.ts';
import { type Bodies, bodiesOf, composeMessage } from '#shared/emails/mime.ts';
import { ReceiptFacts } from '#shared/emails/page/receipt-facts.ts';
import { env, required } from '#shared/env.ts';
import { now } from '#shared/now.ts';
import { formPage, replyAddress, sourceAddress, startPage, stopPage, weightsPage } from '#shared/page-links.ts';
import { defaultProgram } from '#shared/programs/default-program.ts';
import * as cohorts from '#shared/store/cohorts.ts';
import type { Found } from './load-message.ts';

export interface Composed {
  message: Uint8Array;
  bodies: Bodies;
  /** The envelope's sender, to whom SES forwards what machines answer. */
  source: string;
}

/**
 * The message of an email: its words, where a reply goes, and how to stop. Replies to an email that asks nothing go to
 * the coordinator, who is a person, or, where the email passes on somebody's words, to that somebody.
 */
export async function compose({ cohort, email, person, form }: Found): Promise<Composed> {
  const program = await cohorts.program(cohort.id).catch((error: unknown) => {
    // The word that a cohort is stuck asks nothing of its program, and a program that can't be read may be why it is.
    if (email.kind === 'stuck') return defaultProgram;
    throw error;
  });
  const stop = await stopPage(cohort.id, person.id);
  const context: EmailContext = { cohort, program, person, stop, now: now() };
  if (email.kind === 'stopped' && person.unreachableSince)
    context.again = await startPage(cohort.id, person.id, person.unreachableSince);
  const weights = await weightsPage(cohort, person);
  if (weights) context.weights = weights;
  if (form) context.form = { asked: form, definition: definitionOf(form, program), page: await formPage(form, person) };
  const written = write(email.kind, email.facts, context);
  const bodies = bodiesOf(written);
  const message = await composeMessage({
    email: written,
    bodies,
    from: { name: `${cohort.coordinator.name}, ${cohort.organisation}`, address: required(env.sender) },
    to: { name: person.name, address: person.email },
    replyTo: form
      ? await replyAddress(form.id, ReceiptFacts.parse(email.facts).receipt)
      : (written.replyTo ?? cohort.coordinator.email),
    thread: `${cohort.id}.${person.id}`,
    unsubscribe: { url: stop },
    startsConversation: emailKinds[email.kind].startsConversation,
  });
  return { message, bodies, source: await sourceAddress(form?.id) };
}
