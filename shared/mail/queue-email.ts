import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { type AskedForm, refOf } from '#domain/forms/form-record.ts';
import type { Cohort, Instant } from '#domain/program/cohort.ts';
import type { OutboundMessage } from '#domain/program/workflow-messages.ts';
import { checkFacts, type EmailKind, type emailKinds, type GivenFacts } from '#shared/emails/kinds.ts';
import { env, required } from '#shared/env.ts';
import * as emails from '#shared/store/emails.ts';
import type { keepFacts } from '#shared/store/facts.ts';

const queue = new SQSClient({});

/** An email of any kind, with the facts and the form that its kind needs. */
export type Draft = { [Kind in EmailKind]: Envelope<Kind> & Told<Kind> & Asked<Kind> }[EmailKind];

interface Envelope<Kind extends EmailKind> {
  person: string;
  kind: Kind;
  /** Sets two emails of a kind to one person apart: the reminder's number, the pair, the reply that is answered. */
  occasion: string;
  /** Not before this moment: whoever looks for emails that were missed puts it on the queue then. */
  due?: Instant;
}

/** What is known of no keys is the facts of a kind that has none. */
type Told<Kind extends EmailKind> = string extends keyof GivenFacts<Kind>
  ? { facts?: undefined }
  : { facts: GivenFacts<Kind> };

type Asked<Kind extends EmailKind> = {
  required: { form: AskedForm };
  optional: { form?: AskedForm };
  none: { form?: undefined };
}[(typeof emailKinds)[Kind]['form']];

/**
 * Writes to somebody: the email becomes a record, then goes on the queue. Called again it does nothing, but for an email
 * that never got onto the queue because of a crash in between. Throws, before anything is stored, when the facts don't fit the kind.
 * `keep`: where facts go that may be too long for a record.
 */
export async function queueEmail(
  cohort: Pick<Cohort, 'id' | 'expiresAt'>,
  draft: Draft,
  now: Instant,
  keep: typeof keepFacts = async (_id, facts) => ({ facts }),
): Promise<void> {
  const id = idOf(cohort, draft);
  const isNew = await emails.add({
    id,
    cohort: cohort.id,
    person: draft.person,
    kind: draft.kind,
    occasion: draft.occasion,
    ...(draft.form && { form: refOf(draft.form) }),
    ...(await keep(id, checkFacts(draft.kind, draft.facts ?? {}))),
    status: 'queued',
    attempts: 0,
    createdAt: now,
    ...(draft.due && { due: draft.due }),
    expiresAt: cohort.expiresAt,
  });
  if (draft.due) return;
  if (!isNew) {
    const earlier = await emails.get(cohort.id, id);
    if (earlier?.status !== 'queued') return;
  }
  await putOnQueue({ cohort: cohort.id, email: id });
}

/** Gives an email that is not on its way yet other facts; false when it is. */
export function replaceFacts(cohort: Pick<Cohort, 'id'>, draft: Draft): Promise<boolean> {
  return emails.replaceFacts({ cohort: cohort.id, id: idOf(cohort, draft) }, checkFacts(draft.kind, draft.facts ?? {}));
}

function idOf(cohort: Pick<Cohort, 'id'>, { person, kind, occasion }: Draft): string {
  return emails.emailId(cohort.id, person, kind, occasion);
}

/** Asks the outbox to send an email. Idempotent: it is sent by the sender that claims it. */
export async function putOnQueue(message: Extract<OutboundMessage, { cohort: string }>): Promise<void> {
  await queue.send(
    new SendMessageCommand({
      QueueUrl: required(env.outboxQueue),
      MessageBody: JSON.stringify(message),
      // A fair queue: when one cohort has many emails there, another's few do not wait for all of them.
      MessageGroupId: message.cohort,
    }),
  );
}
