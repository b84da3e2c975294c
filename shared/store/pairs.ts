import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { documents } from '#shared/aws/clients.ts';
import { Pair } from '#shared/domain/pair.ts';
import { derivedId } from '#shared/ids.ts';
import { cohortPartition, keys } from './keys.ts';
import { allOf, allReadableOf, getItem, putIf, tableName, writeIf } from './table.ts';

export function pairId(cohort: string, mentor: string, mentee: string): string {
  return derivedId('pair', cohort, mentor, mentee);
}

export function list(cohort: string): Promise<Pair[]> {
  return allOf(Pair, cohortPartition(cohort), 'PAIR#');
}

/** The pairs that can be read: for what is decided in another cohort. */
export async function readable(cohort: string): Promise<Pair[]> {
  const { items } = await allReadableOf(Pair, cohortPartition(cohort), 'PAIR#');
  return items;
}

export function get(cohort: string, id: string): Promise<Pair | undefined> {
  return getItem(Pair, keys.pair(cohort, id));
}

/**
 * Proposes a pair, or proposes it anew where it was taken back because somebody had gone; false when the two have got further
 * than that already, or one of them or the committee has said no.
 */
export function propose(pair: Pair): Promise<boolean> {
  return putIf(
    { ...keys.pair(pair.cohort, pair.id), entity: 'PAIR', ...pair },
    {
      ConditionExpression: 'attribute_not_exists(pk) OR #status IN (:proposed, :superseded, :withdrawn)',
      ExpressionAttributeNames: { '#status': 'status' },
      ExpressionAttributeValues: { ':proposed': 'proposed', ':superseded': 'superseded', ':withdrawn': 'withdrawn' },
    },
  );
}

/** Moves a pair from one status to another; false when it has left `from` already. */
export function setStatus(
  pair: Pair,
  from: Pair['status'],
  to: Pair['status'],
  announcedAt?: string,
): Promise<boolean> {
  return writeIf(() =>
    documents.send(
      new UpdateCommand({
        TableName: tableName(),
        Key: keys.pair(pair.cohort, pair.id),
        UpdateExpression: announcedAt ? 'SET #status = :to, announcedAt = :at' : 'SET #status = :to',
        ConditionExpression: '#status = :from',
        ExpressionAttributeNames: { '#status': 'status' },
        ExpressionAttributeValues: { ':from': from, ':to': to, ...(announcedAt && { ':at': announcedAt }) },
      }),
    ),
  );
}
