import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { DeleteCommand, GetCommand, PutCommand, type PutCommandInput, QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { ZodType } from 'zod';
import { documents } from '#shared/aws/clients.ts';
import { env, required } from '#shared/env.ts';
import { Problem } from '#shared/problem.ts';
import type { Key } from './keys.ts';

export const tableName = () => required(env.table);

export async function get<T>(schema: ZodType<T>, key: Key): Promise<T | undefined> {
  const { Item } = await documents.send(new GetCommand({ TableName: tableName(), Key: key, ConsistentRead: true }));
  return Item === undefined ? undefined : schema.parse(Item);
}

export interface Page<T> {
  items: T[];
  /** Where the next page starts; absent on the last. */
  next?: Key;
}

/** What a caller is told whose `after` is not what a page ended with. */
export function badCursor(): Problem {
  const detail = 'after is the `next` of the page before, as it was given.';
  return new Problem(422, 'The request is not valid', detail);
}

/**
 * Items of one partition whose sort key begins with `begins`, in the order of their keys. Throws a Problem when `after` is
 * no such key.
 */
export async function page<T>(
  schema: ZodType<T>,
  pk: string,
  begins: string,
  { after, limit }: { after?: string; limit?: number } = {},
): Promise<Page<T>> {
  if (after !== undefined && !after.startsWith(begins)) throw badCursor();
  const { Items = [], LastEvaluatedKey } = await documents.send(
    new QueryCommand({
      TableName: tableName(),
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :begins)',
      ExpressionAttributeValues: { ':pk': pk, ':begins': begins },
      ConsistentRead: true,
      ...(after && { ExclusiveStartKey: { pk, sk: after } }),
      ...(limit && { Limit: limit }),
    }),
  );
  const items = Items.map((item) => schema.parse(item));
  return LastEvaluatedKey ? { items, next: { pk, sk: String(LastEvaluatedKey.sk) } } : { items };
}

/** All of them, page by page. For what a cohort has few enough of to hold in memory. */
export async function all<T>(schema: ZodType<T>, pk: string, begins: string): Promise<T[]> {
  const items: T[] = [];
  let after: string | undefined;
  do {
    const { items: more, next } = await page(schema, pk, begins, { after });
    items.push(...more);
    after = next?.sk;
  } while (after);
  return items;
}

/** Puts an item, in place of the one that is there. */
export async function put(item: Record<string, unknown>): Promise<void> {
  await documents.send(new PutCommand({ TableName: tableName(), Item: item }));
}

/** Puts an item and says whether the condition held. Any other failure is thrown. */
export async function putIf(
  item: Record<string, unknown>,
  condition: Pick<PutCommandInput, 'ConditionExpression' | 'ExpressionAttributeNames' | 'ExpressionAttributeValues'>,
): Promise<boolean> {
  return held(() => documents.send(new PutCommand({ TableName: tableName(), Item: item, ...condition })));
}

/** Puts an item unless one with its key is there already; says whether it was put. */
export function putNew(item: Record<string, unknown>): Promise<boolean> {
  return putIf(item, { ConditionExpression: 'attribute_not_exists(pk)' });
}

export async function remove(key: Key): Promise<void> {
  await documents.send(new DeleteCommand({ TableName: tableName(), Key: key }));
}

/** Runs a conditional write and turns "the condition did not hold" into false. */
export async function held(write: () => Promise<unknown>): Promise<boolean> {
  try {
    await write();
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
}
