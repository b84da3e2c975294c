import { QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { latestLease, type NotSent, standingOf } from '#domain/email.ts';
import type { Instant } from '#domain/program/cohort.ts';
import { documents } from '#shared/aws/clients.ts';
import { countedAs } from '#shared/counted.ts';
import { EmailRecord } from '#shared/emails/email-record.ts';
import type { EmailKind, StoredFacts } from '#shared/emails/kinds.ts';
import { derivedId } from '#shared/ids.ts';
import { log } from '#shared/logging.ts';
import { later } from '#shared/now.ts';
import { cohortPartition, index2, index2Partition, keys } from './keys.ts';
import { allOf, getItem, type Page, pageOf, putNew, tableName, writeIf } from './table.ts';

export function emailId(cohort: string, person: string, kind: EmailKind, occasion: string): string {
  return derivedId('eml', cohort, person, kind, occasion);
}

/** A new email is sent within seconds. What is not after this many is looked for: its message may never have been queued. */
const missedAfter = 15 * 60;

/** The message of an email that is to be tried again comes back within an hour; only then is it looked for. */
const missedAfterDelay = 75 * 60;

export function add(email: EmailRecord): Promise<boolean> {
  const { pk, sk } = email.due ? lookedFor(email.id, email.due, 0) : lookedFor(email.id, email.createdAt, missedAfter);
  return putNew({
    ...keys.email(email.cohort, email.id),
    entity: 'EMAIL',
    [index2.pk]: pk,
    [index2.sk]: sk,
    ...email,
  });
}

const lookedFor = (id: string, from: Instant, seconds: number) => ({
  pk: index2Partition.unsent,
  sk: `${later(from, seconds)}#${id}`,
});

export function get(cohort: string, id: string): Promise<EmailRecord | undefined> {
  return getItem(EmailRecord, keys.email(cohort, id));
}

export function list(cohort: string): Promise<EmailRecord[]> {
  return allOf(EmailRecord, cohortPartition(cohort), 'EMAIL#');
}

export function page(cohort: string, limit: number, after?: string): Promise<Page<EmailRecord>> {
  return pageOf(EmailRecord, cohortPartition(cohort), 'EMAIL#', { limit, after });
}

/** At most `limit` emails that should have been sent by `now`, oldest first. */
export function missed(now: Instant, limit: number): Promise<EmailRecord[]> {
  return listed(index2Partition.unsent, limit, now);
}

/** At most `limit` failed emails whose coordinators have not heard of it, those of a cohort together. */
export function untold(limit: number): Promise<EmailRecord[]> {
  return listed(index2Partition.untold, limit);
}

async function listed(partition: string, limit: number, before?: Instant): Promise<EmailRecord[]> {
  const { Items = [] } = await documents.send(
    new QueryCommand({
      TableName: tableName(),
      IndexName: index2.name,
      KeyConditionExpression: `${index2.pk} = :partition${before ? ` AND ${index2.sk} < :before` : ''}`,
      ExpressionAttributeValues: { ':partition': partition, ...(before && { ':before': before }) },
      Limit: limit,
    }),
  );
  // One that can't be read is no reason to leave the others; it stays in its cohort's log.
  return Items.flatMap((item) => EmailRecord.safeParse(item).data ?? []);
}

type Ref = Pick<EmailRecord, 'cohort' | 'id'>;

function update(
  { cohort, id }: Ref,
  expression: string,
  condition: string,
  values: Record<string, unknown>,
): Promise<boolean> {
  return writeIf(() =>
    documents.send(
      new UpdateCommand({
        TableName: tableName(),
        Key: keys.email(cohort, id),
        UpdateExpression: expression,
        ConditionExpression: condition,
        ...(`${expression} ${condition}`.includes('#status') && { ExpressionAttributeNames: { '#status': 'status' } }),
        ...(Object.keys(values).length > 0 && { ExpressionAttributeValues: values }),
      }),
    ),
  );
}

/** Gives an email that is not on its way yet other facts; false when it is. */
export function replaceFacts(email: Ref, facts: StoredFacts): Promise<boolean> {
  return update(email, 'SET facts = :facts', '#status = :queued', { ':facts': facts, ':queued': 'queued' });
}

/**
 * Nobody is sending it now. AND binds before OR: as few parentheses as can be, since the embedded table's parser takes
 * four times as long for each that stands within another (9 ms for a claim that was written with four).
 */
const isFree = '(#status = :queued OR #status = :sending AND lease < :now OR #status = :sending AND lease > :latest)';
const freeAt = (now: Instant) => ({
  ':queued': 'queued',
  ':sending': 'sending',
  ':now': now,
  ':latest': latestLease(now),
});

const isClaimed = '#status = :sending AND claimedBy = :by';
const place = `${index2.pk} = :pk, ${index2.sk} = :sk`;
const noPlace = `${index2.pk}, ${index2.sk}`;

/**
 * Claims an email, as it was read, for sending until `lease`. `by` names the claim, so that making it again, because its
 * answer was lost, is making it once. False when it was sent, or somebody else has claimed it since it was read.
 */
export function claim(
  email: EmailRecord,
  { by, lease, now }: { by: string; lease: Instant; now: Instant },
): Promise<boolean> {
  const died = standingOf(email, now) === 'abandoned' ? 1 : 0;
  return update(
    email,
    'SET #status = :sending, lease = :lease, claimedBy = :by, attempts = :attempts, deaths = :deaths',
    `${isClaimed} OR attempts = :seen AND ${isFree}`,
    {
      ...freeAt(now),
      ':by': by,
      ':lease': lease,
      ':seen': email.attempts,
      ':attempts': email.attempts + 1,
      ':deaths': (email.deaths ?? 0) + died,
    },
  );
}

/** Gives a claim back of an email that surely did not reach SES, as if it had not been claimed. `why`: what it waits for. */
export function release(
  email: EmailRecord,
  { by, now, why }: { by: string; now: Instant; why?: NotSent | undefined },
): Promise<boolean> {
  const { pk, sk } = lookedFor(email.id, now, missedAfterDelay);
  return update(
    email,
    `SET #status = :queued, attempts = :attempts, ${place}${why === undefined ? '' : ', why = :why'} REMOVE lease, claimedBy`,
    isClaimed,
    {
      ':queued': 'queued',
      ':sending': 'sending',
      ':attempts': email.attempts,
      ':by': by,
      ':pk': pk,
      ':sk': sk,
      ...(why !== undefined && { ':why': why }),
    },
  );
}

/** Lets a claim run out, of an email that SES may have taken: until `lease` it may say so. */
export function leaveUnanswered(
  email: Ref,
  { by, lease, now }: { by: string; lease: Instant; now: Instant },
): Promise<boolean> {
  const { pk, sk } = lookedFor(email.id, now, missedAfterDelay);
  return update(email, `SET lease = :lease, ${place} REMOVE claimedBy`, isClaimed, {
    ':sending': 'sending',
    ':lease': lease,
    ':by': by,
    ':pk': pk,
    ':sk': sk,
  });
}

/**
 * Records that SES took the message. Also called when SES says so later, for a sender that crashed before it could: then it is
 * true even of an email that was given up.
 */
export function markSent(email: Ref, messageId: string, at: Instant): Promise<boolean> {
  return update(
    email,
    `SET #status = :sent, messageId = :message, sentAt = :at REMOVE why, lease, claimedBy, ${noPlace}`,
    'attribute_exists(#status) AND #status <> :sent',
    { ':sent': 'sent', ':message': messageId, ':at': at },
  );
}

/** Records that it will not be sent, because nobody is to write to its person. Not while somebody is sending it. */
export function suppress(email: Ref, why: NotSent, now: Instant): Promise<boolean> {
  return update(
    email,
    `SET #status = :suppressed, why = :why REMOVE lease, claimedBy, ${noPlace}`,
    `attribute_exists(#status) AND ${isFree}`,
    { ...freeAt(now), ':suppressed': 'suppressed', ':why': why },
  );
}

/** Gives an email up that nobody is sending, and keeps it for the coordinator to hear of. */
export function giveUp(email: Ref, why: NotSent, now: Instant): Promise<boolean> {
  return fail(email, { why, now }, isFree, freeAt(now));
}

/** Gives an email up whose message SES refused, for the holder of its claim. The attempt is not counted: SES did not take it. */
export function refuse(
  email: EmailRecord,
  { by, why, now }: { by: string; why: NotSent; now: Instant },
): Promise<boolean> {
  const values = { ':sending': 'sending', ':by': by, ':attempts': email.attempts };
  return fail(email, { why, now }, isClaimed, values, 'attempts = :attempts, ');
}

/** Records a failure, which is counted by whomever the email was given up. */
async function fail(
  email: Ref,
  { why, now }: { why: NotSent; now: Instant },
  condition: string,
  values: Record<string, unknown>,
  more = '',
): Promise<boolean> {
  const failed = await update(
    email,
    `SET ${more}failedAt = :failedAt, #status = :failed, why = :why, ${place} REMOVE lease, claimedBy`,
    `attribute_exists(#status) AND ${condition}`,
    {
      ...values,
      ':failed': 'failed',
      ':failedAt': now,
      ':why': why,
      ':pk': index2Partition.untold,
      ':sk': `${email.cohort}#${email.id}`,
    },
  );
  if (failed) log.error('an email has failed', { email: email.id, ...countedAs('emailFailed') });
  return failed;
}

/** Notes that the coordinator has heard that an email failed. Another failure is told of again. */
export function markTold(email: Ref): Promise<boolean> {
  return update(email, `REMOVE ${noPlace}`, `${index2.pk} = :untold`, { ':untold': index2Partition.untold });
}

/** Notes that an email was put on the queue once more, so that it is not looked for again at once. */
export function markRequeued(email: EmailRecord, now: Instant): Promise<boolean> {
  const { pk, sk } = lookedFor(email.id, now, missedAfterDelay);
  return update(email, `SET ${place}, requeued = :count`, '#status IN (:queued, :sending)', {
    ':queued': 'queued',
    ':sending': 'sending',
    ':pk': pk,
    ':sk': sk,
    ':count': (email.requeued ?? 0) + 1,
  });
}

/** Makes an email that failed, was not sent on purpose, or waits, as new. False when it was sent, or is being sent. */
export function reopen(email: Ref, now: Instant): Promise<boolean> {
  const { pk, sk } = lookedFor(email.id, now, missedAfter);
  return update(
    email,
    `SET #status = :queued, attempts = :none, deaths = :none, requeued = :none, ${place} REMOVE why, lease, claimedBy`,
    `#status IN (:failed, :suppressed) OR ${isFree}`,
    { ...freeAt(now), ':failed': 'failed', ':suppressed': 'suppressed', ':none': 0, ':pk': pk, ':sk': sk },
  );
}

/** Records what SES reports of a message. A bounce or complaint is not overwritten by a delivery that is reported late. */
export function markOutcome(email: Ref, outcome: NonNullable<EmailRecord['outcome']>): Promise<boolean> {
  const condition =
    outcome === 'delivered'
      ? 'attribute_exists(#status) AND attribute_not_exists(outcome)'
      : 'attribute_exists(#status)';
  return update(email, 'SET outcome = :outcome', condition, { ':outcome': outcome });
}
