import { QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { documents } from '#shared/aws/clients.ts';
import { Person } from '#shared/domain/person.ts';
import type { Instant } from '#shared/domain/program/cohort.ts';
import { derivedId } from '#shared/ids.ts';
import { cohortPartition, index1, keys } from './keys.ts';
import { allOf, getItem, type Page, pageOf, parsed, putNew, tableName, writeIf } from './table.ts';

/** A person is one address in one cohort, whatever parts they have in it. */
export function personId(cohort: string, email: string): string {
  return derivedId('per', cohort, email);
}

const addressPartition = (email: string): string => `ADDRESS#${email}`;

export function add(person: Person): Promise<boolean> {
  return putNew({
    ...keys.person(person.cohort, person.id),
    entity: 'PERSON',
    [index1.pk]: addressPartition(person.email),
    [index1.sk]: `COHORT#${person.cohort}`,
    ...person,
  });
}

export function get(cohort: string, id: string): Promise<Person | undefined> {
  return getItem(Person, keys.person(cohort, id));
}

/** Who has this address, in each cohort. The index is eventually consistent: somebody new may be missing for a moment. */
export async function withAddress(email: string): Promise<Person[]> {
  const { Items = [] } = await documents.send(
    new QueryCommand({
      TableName: tableName(),
      IndexName: index1.name,
      KeyConditionExpression: `${index1.pk} = :address AND begins_with(${index1.sk}, :cohort)`,
      ExpressionAttributeValues: { ':address': `ADDRESS#${email}`, ':cohort': 'COHORT#' },
    }),
  );
  return Items.flatMap((item) => Person.safeParse(item).data ?? []);
}

export function list(cohort: string): Promise<Person[]> {
  return allOf(Person, cohortPartition(cohort), 'PERSON#');
}

export function page(cohort: string, limit: number, after?: string): Promise<Page<Person>> {
  return pageOf(Person, cohortPartition(cohort), 'PERSON#', { limit, after });
}

const OfAddress = Person.pick({ id: true, cohort: true, owner: true, unreachable: true, unreachableSince: true });

/** The cohorts that somebody's address is in, and who they are there. Also those that have ended, until they expire. */
export async function ofAddress(email: string): Promise<z.infer<typeof OfAddress>[]> {
  const found: z.infer<typeof OfAddress>[] = [];
  let next: Record<string, unknown> | undefined;
  do {
    const { Items = [], LastEvaluatedKey } = await documents.send(
      new QueryCommand({
        TableName: tableName(),
        IndexName: index1.name,
        KeyConditionExpression: `${index1.pk} = :address`,
        ExpressionAttributeValues: { ':address': addressPartition(email) },
        ...(next && { ExclusiveStartKey: next }),
      }),
    );
    // A record of another cohort that can't be read is that cohort's trouble, and no reason not to stop in this one.
    for (const item of Items) found.push(...[OfAddress.safeParse(item).data ?? []].flat());
    next = LastEvaluatedKey;
  } while (next);
  return found;
}

/** Notes that somebody on the list is not asked in this cohort. False when there is no such person. */
export function leaveOut(cohort: string, id: string, why: NonNullable<Person['leftOut']>): Promise<boolean> {
  return writeIf(() =>
    documents.send(
      new UpdateCommand({
        TableName: tableName(),
        Key: keys.person(cohort, id),
        UpdateExpression: 'SET leftOut = :why',
        ConditionExpression: 'attribute_exists(pk)',
        ExpressionAttributeValues: { ':why': why },
      }),
    ),
  );
}

/**
 * Notes that we may no longer write to someone, since `at`. Their own wish stays whatever comes later, and takes the place of a
 * bounce, which may be taken back. Changes nothing where it holds already, or they are gone.
 */
export function markUnreachable(
  cohort: string,
  id: string,
  why: NonNullable<Person['unreachable']>,
  at: Instant,
): Promise<boolean> {
  const isFirst = 'attribute_not_exists(unreachable)';
  const condition =
    why === 'bounced'
      ? `${isFirst} AND (attribute_not_exists(reachableSince) OR reachableSince < :at)`
      : `(${isFirst} OR unreachable = :bounced)`;
  return writeIf(() =>
    documents.send(
      new UpdateCommand({
        TableName: tableName(),
        Key: keys.person(cohort, id),
        UpdateExpression: 'SET unreachable = :why, unreachableSince = :at',
        ConditionExpression: `attribute_exists(pk) AND ${condition}`,
        ExpressionAttributeValues: { ':why': why, ':at': at, ...(why !== 'bounced' && { ':bounced': 'bounced' }) },
      }),
    ),
  );
}

/** Notes that a mailbox that refused our mail until `at` may be written to again. False when none did. */
export function markReachable(cohort: string, id: string, at: Instant): Promise<boolean> {
  return writeIf(() =>
    documents.send(
      new UpdateCommand({
        TableName: tableName(),
        Key: keys.person(cohort, id),
        UpdateExpression: 'SET reachableSince = :at REMOVE unreachable, unreachableSince, refused',
        ConditionExpression: 'unreachable = :bounced',
        ExpressionAttributeValues: { ':bounced': 'bounced', ':at': at },
      }),
    ),
  );
}

/** Notes that somebody who had asked us to stop, at `since`, may be written to again. False when that does not hold. */
export function writeAgain(cohort: string, id: string, since: Instant): Promise<boolean> {
  return writeIf(() =>
    documents.send(
      new UpdateCommand({
        TableName: tableName(),
        Key: keys.person(cohort, id),
        UpdateExpression: 'REMOVE unreachable, unreachableSince',
        ConditionExpression: 'unreachable = :stopped AND unreachableSince = :since',
        ExpressionAttributeValues: { ':stopped': 'stopped', ':since': since },
      }),
    ),
  );
}

/** Notes that somebody's mail server does not want an email; says how many by now. Idempotent. */
export async function noteRefused(cohort: string, id: string, email: string): Promise<number> {
  let count = 0;
  await writeIf(async () => {
    const { Attributes } = await documents.send(
      new UpdateCommand({
        TableName: tableName(),
        Key: keys.person(cohort, id),
        UpdateExpression: 'ADD refused :emails',
        ConditionExpression: 'attribute_exists(pk)',
        ExpressionAttributeValues: { ':emails': new Set([email]) },
        ReturnValues: 'UPDATED_NEW',
      }),
    );
    count = z.object({ refused: z.set(z.string()) }).parse(Attributes).refused.size;
  });
  return count;
}

/** Ends all links to pages of somebody that were sent so far. Returns how often that was done; undefined when they are gone. */
export async function endLinks(cohort: string, id: string): Promise<number | undefined> {
  let times: number | undefined;
  await writeIf(async () => {
    const { Attributes } = await documents.send(
      new UpdateCommand({
        TableName: tableName(),
        Key: keys.person(cohort, id),
        UpdateExpression: 'ADD linksEnded :one',
        ConditionExpression: 'attribute_exists(pk)',
        ExpressionAttributeValues: { ':one': 1 },
        ReturnValues: 'UPDATED_NEW',
      }),
    );
    times = z.object({ linksEnded: z.number() }).parse(Attributes).linksEnded;
  });
  return times;
}

/** Holds somebody back from matching, or, without a moment, does so no longer. False when there is no such person. */
export function hold(cohort: string, id: string, at: Instant | undefined): Promise<boolean> {
  return writeIf(() =>
    documents.send(
      new UpdateCommand({
        TableName: tableName(),
        Key: keys.person(cohort, id),
        UpdateExpression: at ? 'SET heldAt = if_not_exists(heldAt, :at)' : 'REMOVE heldAt',
        ConditionExpression: 'attribute_exists(pk)',
        ...(at && { ExpressionAttributeValues: { ':at': at } }),
      }),
    ),
  );
}

/** Notes when someone is back, by the newest automatic reply. False when there is no such person any more. */
export function markAway(cohort: string, id: string, until: Instant): Promise<boolean> {
  return writeIf(() =>
    documents.send(
      new UpdateCommand({
        TableName: tableName(),
        Key: keys.person(cohort, id),
        UpdateExpression: 'SET awayUntil = :until',
        ConditionExpression: 'attribute_exists(pk)',
        ExpressionAttributeValues: { ':until': until },
      }),
    ),
  );
}

/** People of whom we know that they are, or were, away: few, so that nobody else is sent over the wire. */
export async function away(cohort: string): Promise<Person[]> {
  const found: Person[] = [];
  let next: Record<string, unknown> | undefined;
  do {
    const { Items = [], LastEvaluatedKey } = await documents.send(
      new QueryCommand({
        TableName: tableName(),
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :person)',
        FilterExpression: 'attribute_exists(awayUntil)',
        ExpressionAttributeValues: { ':pk': cohortPartition(cohort), ':person': 'PERSON#' },
        ConsistentRead: true,
        ...(next && { ExclusiveStartKey: next }),
      }),
    );
    found.push(...Items.map((item) => parsed(Person, item)));
    next = LastEvaluatedKey;
  } while (next);
  return found;
}
