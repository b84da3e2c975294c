import { QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { AskedForm, type FormRef } from '#domain/forms/form-record.ts';
import type { AskedFor, Purpose } from '#domain/forms/purposes.ts';
import { wakesCohortAtTheLast } from '#domain/forms/purposes.ts';
import { documents } from '#shared/aws/clients.ts';
import { derivedId } from '#shared/ids.ts';
import { cohortPartition, formsPrefix, index1, index2, keys } from './keys.ts';
import { allOf, allReadableOf, getItem, type Page, pageOf, putIf, putNew, tableName, writeIf } from './table.ts';

/** Lower-case letters and digits only, for it stands in a reply address. Deterministic, so that opening a form is idempotent. */
export function formId(cohort: string, person: string, asked: AskedFor, occasion: string): string {
  const { purpose, stage } = asked;
  return derivedId('', 'form', cohort, person, purpose, ...(stage === undefined ? [] : [stage]), occasion);
}

const item = (form: AskedForm) => ({
  ...keys.form(form.cohort, form),
  entity: 'FORM',
  [index1.pk]: `FORM#${form.id}`,
  [index1.sk]: 'FORM',
  ...(wakesCohortAtTheLast(form.purpose) && form.status !== 'complete' && awaitedIn(form.cohort, form.id)),
  ...form,
});

/** What puts a consent into the index of those that are not given yet; it leaves it with the write that gives it. */
const awaitedIn = (cohort: string, form: string) => ({ [index2.pk]: awaited(cohort), [index2.sk]: form });

const awaited = (cohort: string) => `AWAITED#${cohort}`;

/** Consents that are not given yet, `most` of them. The index may show one that was given a moment ago. */
export async function awaitedConsents(cohort: string, most: number): Promise<string[]> {
  const { Items = [] } = await documents.send(
    new QueryCommand({
      TableName: tableName(),
      IndexName: index2.name,
      KeyConditionExpression: `${index2.pk} = :awaited`,
      ExpressionAttributeValues: { ':awaited': awaited(cohort) },
      Limit: most,
    }),
  );
  return Items.map((found) => String(found[index2.sk]));
}

/** Takes a consent out of the index of those that are waited for: its pair was taken back. */
export function awaitNoLonger(form: FormRef & { cohort: string }): Promise<boolean> {
  return writeIf(() =>
    documents.send(
      new UpdateCommand({
        TableName: tableName(),
        Key: keys.form(form.cohort, form),
        UpdateExpression: `REMOVE ${index2.pk}, ${index2.sk}`,
        ConditionExpression: 'attribute_exists(pk)',
      }),
    ),
  );
}

/** Stores a new form; false when it exists. */
export function open(form: AskedForm): Promise<boolean> {
  return putNew(item(form));
}

/**
 * The form with this id, whichever cohort it is of. The index is eventually consistent and says where the form is; what
 * the form holds is read from the table.
 */
export async function getById(id: string): Promise<AskedForm | undefined> {
  const { Items = [] } = await documents.send(
    new QueryCommand({
      TableName: tableName(),
      IndexName: index1.name,
      KeyConditionExpression: `${index1.pk} = :form AND ${index1.sk} = :sort`,
      ExpressionAttributeValues: { ':form': `FORM#${id}`, ':sort': 'FORM' },
      Limit: 1,
    }),
  );
  const found = Items[0];
  return found && getItem(AskedForm, { pk: String(found.pk), sk: String(found.sk) });
}

export function get(cohort: string, ref: FormRef): Promise<AskedForm | undefined> {
  return getItem(AskedForm, keys.form(cohort, ref));
}

export function list(cohort: string, purpose?: Purpose): Promise<AskedForm[]> {
  return allOf(AskedForm, cohortPartition(cohort), purpose ? formsPrefix({ purpose }) : 'FORM#');
}

/** The forms that can be read: for what is about each by itself. */
export async function readable(cohort: string): Promise<AskedForm[]> {
  const { items } = await allReadableOf(AskedForm, cohortPartition(cohort), 'FORM#');
  return items;
}

export function page(cohort: string, asked: AskedFor, limit: number, after?: string): Promise<Page<AskedForm>> {
  return pageOf(AskedForm, cohortPartition(cohort), formsPrefix(asked), { limit, after });
}

/** Ends the links to a form's page that were sent so far. */
export async function endLinks(of: FormRef & { cohort: string }): Promise<void> {
  for (;;) {
    const seen = await get(of.cohort, of);
    if (!seen || (await replace(seen, { ...seen, linksEnded: (seen.linksEnded ?? 0) + 1 }))) return;
  }
}

/** Stores `next` in place of the version that was read; false when it was changed meanwhile. */
export function replace(seen: AskedForm, next: AskedForm): Promise<boolean> {
  return putIf(item({ ...next, version: seen.version + 1 }), {
    ConditionExpression: '#version = :seen',
    ExpressionAttributeNames: { '#version': 'version' },
    ExpressionAttributeValues: { ':seen': seen.version },
  });
}
