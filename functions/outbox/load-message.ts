import type { AskedForm } from '#domain/forms/form-record.ts';
import type { Person } from '#domain/person.ts';
import type { Cohort } from '#domain/program/cohort.ts';
import type { StageKind } from '#domain/program/stage-definition.ts';
import type { OutboundMessage } from '#domain/program/workflow-messages.ts';
import type { EmailRecord } from '#shared/emails/email-record.ts';
import * as cohorts from '#shared/store/cohorts.ts';
import * as emails from '#shared/store/emails.ts';
import { factsOf } from '#shared/store/facts.ts';
import * as forms from '#shared/store/forms.ts';
import * as people from '#shared/store/people.ts';
import { UnreadableRecord } from '#shared/store/table.ts';

/** An email, and all that it takes to write it. */
export interface Found {
  cohort: Cohort;
  email: EmailRecord;
  person: Person;
  form?: AskedForm;
}

/** A stage that gave up, and the execution in which it did. */
export interface Stuck {
  cohort: Cohort;
  stuck: Extract<OutboundMessage, { stuck: unknown }>['stuck'];
  kind: StageKind;
  generation: number;
}

/** What a message of the queue is about; undefined for one that is about no email in particular. */
export async function loadMessage(message: OutboundMessage): Promise<Found | Stuck | undefined> {
  if ('look' in message) return undefined;
  const email = 'stuck' in message ? undefined : await emails.get(message.cohort, message.email);
  const isAboutStuck = email === undefined || email.kind === 'stuck';
  const cohort = await cohorts.get(message.cohort).catch((error: unknown) => {
    // That it can't be read may be why it is stuck.
    if (isAboutStuck && error instanceof UnreadableRecord) return cohorts.remainsOf(message.cohort);
    throw error;
  });
  if (!cohort) throw new Error(`There is no cohort ${message.cohort}.`);
  if ('stuck' in message) return { cohort, stuck: message.stuck, kind: message.kind, generation: message.generation };

  if (!email) throw new Error(`There is no email ${message.email}.`);
  const [person, form] = await Promise.all([
    people.get(email.cohort, email.person),
    email.form && forms.get(email.cohort, email.form),
  ]);
  if (!person) throw new Error(`The email ${email.id} is to nobody.`);
  if (email.form && !form) throw new Error(`The form ${email.form.id} has gone.`);
  return { cohort, email: { ...email, facts: await factsOf(email) }, person, ...(form && { form }) };
}
