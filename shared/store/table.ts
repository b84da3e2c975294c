import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { GetCommand, PutCommand, type PutCommandInput, QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { ZodType } from 'zod';
import { documents } from '#shared/aws/clients.ts';
import { env, required } from '#shared/env.ts';
import { log } from '#shared/logging.ts';
import { Problem } from '#shared/problem.ts';
import type { Key } from './keys.ts';

export const tableName = () => required(env.table);

/** A record is not as it should be: altered by hand, or written by a version that this one doesn't know. */
export class UnreadableRecord extends Error {
  override readonly name = 'UnreadableRecord';
  constructor(keys: readonly string[], cause?: unknown) {
    super(`Can't be read: ${keys.join(', ')}.`, { cause });
  }
}

export async function getItem<T>(schema: ZodType<T>, key: Key): Promise<T | undefined> {
  const { Item } = await documents.send(new GetCommand({ TableName: tableName(), Key: key, ConsistentRead: true }));
  return Item === undefined ? undefined : parsed(schema, Item);
}

/** What an item holds. Throws `UnreadableRecord`. */
export function parsed<T>(schema: ZodType<T>, item: Record<string, unknown>): T {
  const { data, error } = schema.safeParse(item);
  if (error) throw new UnreadableRecord([keyIn(item)], error);
  return data;
}

/** Those items that can be read. Of the others the keys are logged and returned: they must not stop what is not about them. */
export function readableOf<T>(
  schema: ZodType<T>,
  items: readonly Record<string, unknown>[],
): { items: T[]; unreadable: string[] } {
  const unreadable: string[] = [];
  const read = items.flatMap((item) => {
    const { success, data, error } = schema.safeParse(item);
    if (success) return [data];
    unreadable.push(keyIn(item));
    log.error('a record can not be read', { record: keyIn(item), error });
    return [];
  });
  return { items: read, unreadable };
}

const keyIn = ({ pk, sk }: Record<string, unknown>) => `${pk} ${sk}`;

export interface Page<T> {
  items: T[];
  /** Keys of the records between them that can't be read. */
  unreadable: string[];
  /** Where the next page starts; absent on the last. */
  next?: Key;
}

/** DynamoDB's own limit of a sort key, in bytes. */
const longestKey = 1024;

/** What a caller is told whose `after` is not what a page ended with. */
export function badCursor(): Problem {
  const detail = 'after is the `next` of the page before, as it was given.';
  return new Problem(422, 'The request is not valid', detail);
}

/**
 * Items of one partition whose sort key begins with `begins`, in the order of their keys, without those that can't be read.
 * Throws a Problem when `after` is no such key.
 */
export async function pageOf<T>(
  schema: ZodType<T>,
  pk: string,
  begins: string,
  { after, limit }: { after?: string; limit?: number } = {},
): Promise<Page<T>> {
  if (after !== undefined && !(after.startsWith(begins) && Buffer.byteLength(after) <= longestKey)) throw badCursor();
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
  const found = readableOf(schema, Items);
  return LastEvaluatedKey ? { ...found, next: { pk, sk: String(LastEvaluatedKey.sk) } } : found;
}

/**
 * All of them, page by page. For what a cohort has few enough of to hold in memory. Throws `UnreadableRecord` when one
 * can't be read: what is decided on all of them must not be decided without it.
 */
export async function allOf<T>(schema: ZodType<T>, pk: string, begins: string): Promise<T[]> {
  const { items, unreadable } = await allReadableOf(schema, pk, begins);
  if (unreadable.length > 0) throw new UnreadableRecord(unreadable);
  return items;
}

/** As `all`, without those that can't be read: for what is about each by itself, or about others. */
export async function allReadableOf<T>(schema: ZodType<T>, pk: string, begins: string): Promise<Omit<Page<T>, 'next'>> {
  const items: T[] = [];
  const unreadable: string[] = [];
  let after: string | undefined;
  do {
    const found: Page<T> = await pageOf(schema, pk, begins, { after });
    items.push(...found.items);
    unreadable.push(...found.unreadable);
    after = found.next?.sk;
  } while (after);
  return { items, unreadable };
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
  return writeIf(() => documents.send(new PutCommand({ TableName: tableName(), Item: item, ...condition })));
}

/** Puts an item unless one with its key is there already; says whether it was put. */
export function putNew(item: Record<string, unknown>): Promise<boolean> {
  return putIf(item, { ConditionExpression: 'attribute_not_exists(pk)' });
}

/** Runs a conditional write and turns "the condition did not hold" into false. */
export async function writeIf(write: () => Promise<unknown>): Promise<boolean> {
  try {
    await write();
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
}
