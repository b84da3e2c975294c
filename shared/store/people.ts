import { QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { documents } from '#shared/aws/clients.ts';
import type { Instant } from '#shared/domain/cohort.ts';
import { Person } from '#shared/domain/person.ts';
import { derivedId } from '#shared/ids.ts';
import { cohortPartition, index1, keys } from './keys.ts';
import { all, get, held, type Page, page, putNew, tableName } from './table.ts';

/** A person is one address in one cohort, whatever parts they have in it. */
export function personId(cohort: string, email: string): string {
  return derivedId('per', cohort, email);
}

export function add(person: Person): Promise<boolean> {
  return putNew({
    ...keys.person(person.cohort, person.id),
    entity: 'PERSON',
    [index1.pk]: `ADDRESS#${person.email}`,
    [index1.sk]: `COHORT#${person.cohort}`,
    ...person,
  });
}

export function person(cohort: string, id: string): Promise<Person | undefined> {
  return get(Person, keys.person(cohort, id));
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

export function people(cohort: string): Promise<Person[]> {
  return all(Person, cohortPartition(cohort), 'PERSON#');
}

export function peoplePage(cohort: string, limit: number, after?: string): Promise<Page<Person>> {
  return page(Person, cohortPartition(cohort), 'PERSON#', { limit, after });
}

/** Notes that we may no longer write to someone. The first reason stays. False when there is no such person any more. */
export function markUnreachable(cohort: string, id: string, why: NonNullable<Person['unreachable']>): Promise<boolean> {
  return held(() =>
    documents.send(
      new UpdateCommand({
        TableName: tableName(),
        Key: keys.person(cohort, id),
        UpdateExpression: 'SET unreachable = if_not_exists(unreachable, :why)',
        ConditionExpression: 'attribute_exists(pk)',
        ExpressionAttributeValues: { ':why': why },
      }),
    ),
  );
}

/** Holds somebody back from matching, or, without a moment, does so no longer. False when there is no such person. */
export function hold(cohort: string, id: string, at: Instant | undefined): Promise<boolean> {
  return held(() =>
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
  return held(() =>
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
    found.push(...Items.map((item) => Person.parse(item)));
    next = LastEvaluatedKey;
  } while (next);
  return found;
}
