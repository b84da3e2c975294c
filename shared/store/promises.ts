import { UpdateCommand, type UpdateCommandInput } from '@aws-sdk/lib-dynamodb';
import { Promised } from '#domain/promised.ts';
import { documents } from '#shared/aws/clients.ts';
import type { Person } from '#shared/domain/person.ts';
import type { Instant } from '#shared/domain/program/cohort.ts';
import { derivedId } from '#shared/ids.ts';
import { keys } from './keys.ts';
import { getItem, tableName, writeIf } from './table.ts';

/**
 * What was promised to an address, under a hash of it: the record outlives the cohorts whose people have names, and says
 * nothing to whoever reads it but whether an address that they know already is on it.
 */
const keyOf = ({ email, owner }: Promisee) =>
  keys.promise(derivedId('', 'address', email, ...(owner === undefined ? [] : [owner])));

/** To whom a promise was given, and by which organisation, where there are several: what is said to one is not told to another. */
export type Promisee = Pick<Person, 'email' | 'owner'>;

/** A wish to stop is kept this long. */
const stoppedYears = 10;

export function promised(to: Promisee): Promise<Promised | undefined> {
  return getItem(Promised, keyOf(to));
}

/** Notes that somebody is not to be asked before `until`. Who has stopped all mail is not to be asked at all. */
export async function decline(to: Promisee, { cohort, until }: { cohort: string; until: Instant }): Promise<void> {
  await writeIf(() =>
    update(to, {
      UpdateExpression: 'SET #entity = :entity, cohort = :cohort, declinedUntil = :until, expiresAt = :expires',
      ConditionExpression: 'attribute_not_exists(stoppedAt)',
      ExpressionAttributeNames: { '#entity': 'entity' },
      ExpressionAttributeValues: {
        ':entity': 'PROMISE',
        ':cohort': cohort,
        ':until': until,
        ':expires': Math.ceil(Date.parse(until) / 1000),
      },
    }),
  );
}

/** Notes that somebody wants no mail. */
export async function stop(to: Promisee, { cohort, at }: { cohort: string; at: Instant }): Promise<void> {
  const expires = new Date(at);
  expires.setUTCFullYear(expires.getUTCFullYear() + stoppedYears);
  await update(to, {
    UpdateExpression: 'SET #entity = :entity, cohort = :cohort, stoppedAt = :at, expiresAt = :expires',
    ExpressionAttributeNames: { '#entity': 'entity' },
    ExpressionAttributeValues: {
      ':entity': 'PROMISE',
      ':cohort': cohort,
      ':at': at,
      ':expires': Math.ceil(expires.getTime() / 1000),
    },
  });
}

/** Forgets that somebody wants no mail: it was not meant. */
export async function unstop(to: Promisee): Promise<void> {
  await writeIf(() =>
    update(to, { UpdateExpression: 'REMOVE stoppedAt', ConditionExpression: 'attribute_exists(stoppedAt)' }),
  );
}

/** Forgets a "no thanks": they have changed their mind. */
export async function undecline(to: Promisee): Promise<void> {
  await writeIf(() =>
    update(to, {
      UpdateExpression: 'REMOVE declinedUntil',
      ConditionExpression: 'attribute_exists(declinedUntil)',
    }),
  );
}

/** Forgets both, because they have asked to be invited again. */
export async function forget(to: Promisee): Promise<void> {
  await writeIf(() =>
    update(to, {
      UpdateExpression: 'REMOVE declinedUntil, stoppedAt',
      ConditionExpression: 'attribute_exists(pk)',
    }),
  );
}

function update(to: Promisee, change: Omit<UpdateCommandInput, 'TableName' | 'Key'>) {
  return documents.send(new UpdateCommand({ TableName: tableName(), Key: keyOf(to), ...change }));
}
