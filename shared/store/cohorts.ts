import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { documents } from '#shared/aws/clients.ts';
import { Cohort, CohortFields, type Instant, StoredVersion } from '#shared/domain/program/cohort.ts';
import { ProgramDefinition } from '#shared/domain/program/program-definition.ts';
import { cohortPrefix, cohortsPartition, index2, keys, metaSort } from './keys.ts';
import { badCursor, getItem, type Page, parsed, putNew, readableOf, tableName, writeIf } from './table.ts';

export function get(id: string): Promise<Cohort | undefined> {
  return getItem(Cohort, keys.cohort(id));
}

/** What it takes to write to the coordinator; the rest of the record as if the cohort had just begun, where it can't be read. */
const Rest = CohortFields.extend({
  schema: StoredVersion.catch(1),
  program: CohortFields.shape.program.catch({ id: '', version: 0, title: '' }),
  committee: CohortFields.shape.committee.catch([]),
  chair: CohortFields.shape.chair.catch(undefined),
  leadership: CohortFields.shape.leadership.catch([]),
  schedule: CohortFields.shape.schedule.catch([]),
  invitedGroups: CohortFields.shape.invitedGroups.catch(undefined),
  weights: CohortFields.shape.weights.catch(undefined),
  proposedFrom: CohortFields.shape.proposedFrom.catch(undefined),
  done: CohortFields.shape.done.catch({}),
  cursor: CohortFields.shape.cursor.catch(undefined),
  stage: CohortFields.shape.stage.catch(''),
  status: CohortFields.shape.status.catch('stuck'),
  revision: CohortFields.shape.revision.catch(0),
  generation: CohortFields.shape.generation.catch(0),
  wakeToken: CohortFields.shape.wakeToken.catch(undefined),
  unheard: CohortFields.shape.unheard.catch(undefined),
  stuck: CohortFields.shape.stuck.catch(undefined),
  request: CohortFields.shape.request.catch(''),
});

/** A cohort whose record can't be read, as far as it takes to tell its coordinator. For nothing else. */
export function remainsOf(id: string): Promise<Cohort | undefined> {
  return getItem(Rest, keys.cohort(id));
}

/** By cohort: a definition is written once and never changes, so a process reads it once. */
const definitions = new Map<string, ProgramDefinition>();

/** A definition is some 20 KB; a function that has seen this many cohorts starts over. */
const mostDefinitions = 100;

export async function program(cohortId: string): Promise<ProgramDefinition> {
  const known = definitions.get(cohortId);
  if (known) return known;
  const kept = await getItem(
    z.object({ schema: StoredVersion, definition: ProgramDefinition }),
    keys.program(cohortId),
  );
  if (!kept) throw new Error(`The cohort ${cohortId} has no program.`);
  if (definitions.size >= mostDefinitions) definitions.clear();
  definitions.set(cohortId, kept.definition);
  return kept.definition;
}

/** Stores the definition that a cohort keeps for all its time. Doing so again changes nothing. */
export function keepProgram(record: Cohort, definition: ProgramDefinition): Promise<boolean> {
  return putNew({ ...keys.program(record.id), entity: 'PROGRAM', schema: 1, definition, expiresAt: record.expiresAt });
}

/**
 * Whether a request may make the cohort of this id: the first that asks, and the same once more. Another's people would be on the
 * list of a cohort that was never meant for them.
 */
export async function claim({
  id,
  request,
  expiresAt,
}: Pick<Cohort, 'id' | 'request' | 'expiresAt'>): Promise<boolean> {
  if (await putNew({ ...keys.request(id), entity: 'REQUEST', request, expiresAt })) return true;
  return (await getItem(z.object({ request: z.string() }), keys.request(id)))?.request === request;
}

/** Stores a new cohort; false when it exists. */
export function create(record: Cohort): Promise<boolean> {
  return putNew({
    ...keys.cohort(record.id),
    entity: 'COHORT',
    [index2.pk]: cohortsPartition(record.owner),
    [index2.sk]: `${record.createdAt}#${record.id}`,
    ...record,
  });
}

/** Where a page of the list of cohorts ends. */
const Cursor = z.strictObject({
  pk: z.string().startsWith(cohortPrefix).max(200),
  sk: z.literal(metaSort),
  [index2.pk]: z.string(),
  [index2.sk]: z.string().max(200),
});

function cursorIn(text: string, partition: string): z.infer<typeof Cursor> {
  const cursor = Cursor.safeParse(jsonIn(text)).data;
  if (cursor?.[index2.pk] !== partition) throw badCursor();
  return cursor;
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString());
  } catch {
    return undefined;
  }
}

/**
 * Cohorts of an owner, newest first, without those that can't be read. `after` is the `cursor` of the page before; throws a
 * Problem when it is none.
 */
export async function list(
  owner: string | undefined,
  limit: number,
  after?: string,
): Promise<Page<Cohort> & { cursor?: string }> {
  const partition = cohortsPartition(owner);
  const { Items, LastEvaluatedKey } = await listed(
    partition,
    limit,
    after === undefined ? undefined : cursorIn(after, partition),
  );
  const found = readableOf(Cohort, Items);
  if (!LastEvaluatedKey) return found;
  return { ...found, cursor: Buffer.from(JSON.stringify(LastEvaluatedKey)).toString('base64url') };
}

/** The ids of all cohorts of an owner, whatever their records hold. */
export async function ids(owner: string | undefined): Promise<string[]> {
  const found: string[] = [];
  let after: Record<string, unknown> | undefined;
  do {
    const { Items, LastEvaluatedKey }: Listed = await listed(cohortsPartition(owner), 1000, after);
    found.push(...Items.map(({ pk }) => String(pk).slice(cohortPrefix.length)));
    after = LastEvaluatedKey;
  } while (after);
  return found;
}

interface Listed {
  Items: Record<string, unknown>[];
  LastEvaluatedKey: Record<string, unknown> | undefined;
}

async function listed(partition: string, limit: number, after: Record<string, unknown> | undefined): Promise<Listed> {
  const { Items = [], LastEvaluatedKey } = await documents.send(
    new QueryCommand({
      TableName: tableName(),
      IndexName: index2.name,
      KeyConditionExpression: `${index2.pk} = :all`,
      ExpressionAttributeValues: { ':all': partition },
      ScanIndexForward: false,
      Limit: limit,
      ...(after && { ExclusiveStartKey: after }),
    }),
  );
  return { Items, LastEvaluatedKey };
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
    return parsed(Cohort, Attributes ?? {});
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return undefined;
    throw error;
  }
}

/** Raises the revision, whatever it is, and returns the record as it was before; undefined when there is no such cohort. */
export async function raise(id: string): Promise<Cohort | undefined> {
  let before: Cohort | undefined;
  await writeIf(async () => {
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
    before = parsed(Cohort, Attributes ?? {});
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
  const before = parsed(Cohort, old ?? {});
  return {
    before: before.unheard,
    after: { ...before, unheard: before.unheard ?? at, revision: before.revision + 1 },
  };
}
