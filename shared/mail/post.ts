import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { AskedForm } from '#domain/forms/form-record.ts';
import { refOf } from '#domain/forms/form-record.ts';
import type { Cohort, Instant } from '#domain/program/cohort.ts';
import type { OutboundMessage } from '#domain/program/workflow.ts';
import { env, required } from '#shared/env.ts';
import * as emails from '#shared/store/emails.ts';

const queue = new SQSClient({});

export interface Draft {
  person: string;
  kind: string;
  /** Sets two emails of a kind to one person apart: the reminder's number, the pair, the reply that is answered. */
  occasion: string;
  form?: AskedForm;
  facts?: Record<string, unknown>;
  /** Where the facts are when they are too long for a record. */
  factsAt?: string;
  /** Not before this moment: whoever looks for emails that were missed puts it on the queue then. */
  due?: Instant;
}

/**
 * Writes to somebody: the email becomes a record, then goes on the queue. Called again it does nothing, but for an email
 * that never got onto the queue because we died in between.
 */
export async function post(cohort: Pick<Cohort, 'id' | 'expiresAt'>, draft: Draft, now: Instant): Promise<void> {
  const id = emails.emailId(cohort.id, draft.person, draft.kind, draft.occasion);
  const isNew = await emails.add({
    id,
    cohort: cohort.id,
    person: draft.person,
    kind: draft.kind,
    occasion: draft.occasion,
    ...(draft.form && { form: refOf(draft.form) }),
    facts: draft.facts ?? {},
    ...(draft.factsAt && { factsAt: draft.factsAt }),
    status: 'queued',
    attempts: 0,
    createdAt: now,
    ...(draft.due && { due: draft.due }),
    expiresAt: cohort.expiresAt,
  });
  if (draft.due) return;
  if (!isNew) {
    const earlier = await emails.email(cohort.id, id);
    if (earlier?.status !== 'queued') return;
  }
  await putOnQueue({ cohort: cohort.id, email: id });
}

/** Asks the outbox to send an email. Asking twice is asking once: it is sent by whoever claims it. */
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
