import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { Instant } from '#domain/cohort.ts';
import { EmailRecord } from '#domain/email.ts';
import { documents } from '#shared/aws/clients.ts';
import { countedAs } from '#shared/counted.ts';
import { derivedId } from '#shared/ids.ts';
import { log } from '#shared/observed.ts';
import { cohortPartition, keys } from './keys.ts';
import { all, get, held, type Page, page, putNew, tableName } from './table.ts';

export function emailId(cohort: string, person: string, kind: string, occasion: string): string {
  return derivedId('eml', cohort, person, kind, occasion);
}

export function add(email: EmailRecord): Promise<boolean> {
  return putNew({ ...keys.email(email.cohort, email.id), entity: 'EMAIL', ...email });
}

export function email(cohort: string, id: string): Promise<EmailRecord | undefined> {
  return get(EmailRecord, keys.email(cohort, id));
}

export function emails(cohort: string): Promise<EmailRecord[]> {
  return all(EmailRecord, cohortPartition(cohort), 'EMAIL#');
}

export function emailsPage(cohort: string, limit: number, after?: string): Promise<Page<EmailRecord>> {
  return page(EmailRecord, cohortPartition(cohort), 'EMAIL#', { limit, after });
}

function update(
  { cohort, id }: Pick<EmailRecord, 'cohort' | 'id'>,
  expression: string,
  condition: string,
  values: Record<string, unknown>,
): Promise<boolean> {
  return held(() =>
    documents.send(
      new UpdateCommand({
        TableName: tableName(),
        Key: keys.email(cohort, id),
        UpdateExpression: expression,
        ConditionExpression: condition,
        ExpressionAttributeNames: { '#status': 'status' },
        ExpressionAttributeValues: values,
      }),
    ),
  );
}

/** Claims an email for sending until `lease`. False when it was sent, or somebody else holds a claim that still runs. */
export function claim(email: EmailRecord, now: Instant, lease: Instant): Promise<boolean> {
  return update(
    email,
    'SET #status = :sending, lease = :lease ADD attempts :one',
    '#status = :queued OR (#status = :sending AND lease < :now)',
    { ':sending': 'sending', ':queued': 'queued', ':lease': lease, ':now': now, ':one': 1 },
  );
}

/** Gives a claim back, for sending later. */
export function release(email: EmailRecord): Promise<boolean> {
  return update(email, 'SET #status = :queued ADD attempts :less', '#status = :sending', {
    ':queued': 'queued',
    ':sending': 'sending',
    ':less': -1,
  });
}

/**
 * Records that SES took the message. Also called when SES says so later, for a sender that died before it could: then it is
 * true even of an email that was given up.
 */
export function markSent(email: Pick<EmailRecord, 'cohort' | 'id'>, messageId: string, at: Instant): Promise<boolean> {
  return update(
    email,
    'SET #status = :sent, messageId = :message, sentAt = :at REMOVE why',
    '#status IN (:sending, :queued, :failed)',
    {
      ':sent': 'sent',
      ':sending': 'sending',
      ':queued': 'queued',
      ':failed': 'failed',
      ':message': messageId,
      ':at': at,
    },
  );
}

/** Records that it was not and will not be sent, and why. One that failed is counted, by whomever it was given up. */
export async function markUnsent(email: EmailRecord, status: 'suppressed' | 'failed', why: string): Promise<boolean> {
  const marked = await update(email, 'SET #status = :to, why = :why', '#status IN (:sending, :queued)', {
    ':to': status,
    ':why': why,
    ':sending': 'sending',
    ':queued': 'queued',
  });
  if (marked && status === 'failed') {
    log.error('an email has failed', { email: email.id, kind: email.kind, ...countedAs('emailFailed') });
  }
  return marked;
}

/** Records what SES reports of a message. A bounce or complaint is not overwritten by a delivery that is reported late. */
export function markOutcome(
  email: Pick<EmailRecord, 'cohort' | 'id'>,
  outcome: NonNullable<EmailRecord['outcome']>,
): Promise<boolean> {
  const condition =
    outcome === 'delivered'
      ? 'attribute_exists(#status) AND attribute_not_exists(outcome)'
      : 'attribute_exists(#status)';
  return update(email, 'SET outcome = :outcome', condition, { ':outcome': outcome });
}
