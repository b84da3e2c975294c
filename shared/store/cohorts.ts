import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { documents } from '#shared/aws/clients.ts';
import { Cohort, type Instant } from '#shared/domain/cohort.ts';
import { ProgramDefinition } from '#shared/domain/program.ts';
import { cohortPrefix, index2, keys, metaSort } from './keys.ts';
import { badCursor, get, held, type Page, putNew, tableName } from './table.ts';

export function cohort(id: string): Promise<Cohort | undefined> {
  return get(Cohort, keys.cohort(id));
}

/** By cohort: a definition is written once and never changes, so a process reads it once. */
const definitions = new Map<string, ProgramDefinition>();

/** A definition is some 20 KB; a function that has seen this many cohorts starts over. */
const mostDefinitions = 100;

export async function program(cohortId: string): Promise<ProgramDefinition> {
  const known = definitions.get(cohortId);
  if (known) return known;
  const kept = await get(z.object({ definition: ProgramDefinition }), keys.program(cohortId));
  if (!kept) throw new Error(`The cohort ${cohortId} has no program.`);
  if (definitions.size >= mostDefinitions) definitions.clear();
  definitions.set(cohortId, kept.definition);
  return kept.definition;
}

/** Stores the definition that a cohort keeps for all its time. Doing so again changes nothing. */
export function keepProgram(record: Cohort, definition: ProgramDefinition): Promise<boolean> {
  return putNew({ ...keys.program(record.id), entity: 'PROGRAM', definition, expiresAt: record.expiresAt });
}

/** Stores a new cohort; false when it exists. */
export function create(record: Cohort): Promise<boolean> {
  return putNew({
    ...keys.cohort(record.id),
    entity: 'COHORT',
    [index2.pk]: 'COHORTS',
    [index2.sk]: `${record.createdAt}#${record.id}`,
    ...record,
  });
}

/** Where a page of the list of cohorts ends. */
const Cursor = z.strictObject({
  pk: z.string().startsWith(cohortPrefix),
  sk: z.literal(metaSort),
  [index2.pk]: z.literal('COHORTS'),
  [index2.sk]: z.string(),
});

function cursorIn(text: string): z.infer<typeof Cursor> {
  try {
    return Cursor.parse(JSON.parse(Buffer.from(text, 'base64url').toString()));
  } catch {
    throw badCursor();
  }
}

/** Cohorts, newest first. `after` is the `cursor` of the page before; throws a Problem when it is none. */
export async function list(limit: number, after?: string): Promise<Page<Cohort> & { cursor?: string }> {
  const { Items = [], LastEvaluatedKey } = await documents.send(
    new QueryCommand({
      TableName: tableName(),
      IndexName: index2.name,
      KeyConditionExpression: `${index2.pk} = :all`,
      ExpressionAttributeValues: { ':all': 'COHORTS' },
      ScanIndexForward: false,
      Limit: limit,
      ...(after && { ExclusiveStartKey: cursorIn(after) }),
    }),
  );
  const items = Items.map((item) => Cohort.parse(item));
  if (!LastEvaluatedKey) return { items };
  return { items, cursor: Buffer.from(JSON.stringify(LastEvaluatedKey)).toString('base64url') };
}

type Changes = Partial<
  Pick<
    Cohort,
    | 'schedule'
    | 'done'
    | 'cursor'
    | 'stage'
    | 'status'
    | 'generation'
    | 'stuck'
    | 'weights'
    | 'proposedFrom'
    | 'unheard'
    | 'broughtForward'
    | 'expiresAt'
  >
>;

/**
 * Changes a cohort on condition that nobody has raised its revision since it was read. Undefined values are removed.
 * `raise` is for changes from outside its own workflow: they make the hold that is being stored, or is stored, obsolete.
 * Returns the record as it was before, whose wake token belongs to the execution to wake, or undefined when it lost.
 */
export async function change(
  seen: Pick<Cohort, 'id' | 'revision'>,
  changes: Changes,
  { raise = false }: { raise?: boolean } = {},
): Promise<Cohort | undefined> {
  const names: Record<string, string> = { '#revision': 'revision' };
  const values: Record<string, unknown> = { ':seen': seen.revision };
  const set: string[] = [];
  const removed: string[] = [];
  for (const [name, value] of Object.entries(changes)) {
    names[`#${name}`] = name;
    if (value === undefined) removed.push(`#${name}`);
    else {
      values[`:${name}`] = value;
      set.push(`#${name} = :${name}`);
    }
  }
  if (raise) {
    values[':raised'] = seen.revision + 1;
    set.push('#revision = :raised');
  }
  if (set.length + removed.length === 0) return undefined;
  try {
    const { Attributes } = await documents.send(
      new UpdateCommand({
        TableName: tableName(),
        Key: keys.cohort(seen.id),
        UpdateExpression: [
          set.length ? `SET ${set.join(', ')}` : '',
          removed.length ? `REMOVE ${removed.join(', ')}` : '',
        ]
          .join(' ')
          .trim(),
        ConditionExpression: '#revision = :seen',
        ExpressionAttributeNames: names,
        ExpressionAttributeValues: values,
        ReturnValues: 'ALL_OLD',
      }),
    );
    return Cohort.parse(Attributes);
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return undefined;
    throw error;
  }
}

/** Raises the revision, whatever it is, and returns the record as it was before; undefined when there is no such cohort. */
export async function raise(id: string): Promise<Cohort | undefined> {
  let before: Cohort | undefined;
  await held(async () => {
    const { Attributes } = await documents.send(
      new UpdateCommand({
        TableName: tableName(),
        Key: keys.cohort(id),
        UpdateExpression: 'ADD #revision :one',
        ConditionExpression: 'attribute_exists(pk)',
        ExpressionAttributeNames: { '#revision': 'revision' },
        ExpressionAttributeValues: { ':one': 1 },
        ReturnValues: 'ALL_OLD',
      }),
    );
    before = Cohort.parse(Attributes);
  });
  return before;
}

/** Notes that a reply waits that nobody has heard of, and raises the revision. Returns the record before and after. */
export async function noteUnheard(id: string, at: Instant): Promise<{ before: Instant | undefined; after: Cohort }> {
  const { Attributes: old } = await documents.send(
    new UpdateCommand({
      TableName: tableName(),
      Key: keys.cohort(id),
      UpdateExpression: 'SET unheard = if_not_exists(unheard, :at) ADD #revision :one',
      ConditionExpression: 'attribute_exists(pk)',
      ExpressionAttributeNames: { '#revision': 'revision' },
      ExpressionAttributeValues: { ':at': at, ':one': 1 },
      ReturnValues: 'ALL_OLD',
    }),
  );
  const before = Cohort.parse(old);
  return {
    before: before.unheard,
    after: { ...before, unheard: before.unheard ?? at, revision: before.revision + 1 },
  };
}
