import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { PageChange } from '#domain/page-change.ts';
import { documents } from '#shared/aws/clients.ts';
import { cohortPartition, keys } from './keys.ts';
import { allOf, putNew, tableName, writeIf } from './table.ts';

export function add(change: PageChange): Promise<boolean> {
  return putNew({ ...keyOf(change), entity: 'PAGE', ...change });
}

/** What was sent from a form's page, oldest first. */
export function changesOf({ cohort, id }: { cohort: string; id: string }): Promise<PageChange[]> {
  return allOf(PageChange, cohortPartition(cohort), `PAGE#${id}#`);
}

/** Moves a change from one state to another; false when it has left `from` already. */
export function setState(change: PageChange, from: PageChange['state'], to: PageChange['state']): Promise<boolean> {
  return writeIf(() =>
    documents.send(
      new UpdateCommand({
        TableName: tableName(),
        Key: keyOf(change),
        UpdateExpression: 'SET #state = :to',
        ConditionExpression: '#state = :from',
        ExpressionAttributeNames: { '#state': 'state' },
        ExpressionAttributeValues: { ':from': from, ':to': to },
      }),
    ),
  );
}

const keyOf = ({ cohort, form, at, id }: PageChange) => keys.pageChange(cohort, form.id, at, id);
