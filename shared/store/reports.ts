import * as z from 'zod';
import { Outcomes } from '#domain/outcomes/outcome-report.ts';
import { Instant } from '#domain/program/cohort.ts';
import { keys } from './keys.ts';
import { getItem, putIf } from './table.ts';

/** The outcome report that was sent: figures with small groups withheld, of which its sentences and tables are made. */
export const ReportRecord = z.object({ at: Instant, outcomes: Outcomes });
export type ReportRecord = z.infer<typeof ReportRecord>;

export function get(cohort: string): Promise<ReportRecord | undefined> {
  return getItem(ReportRecord, keys.report(cohort));
}

/** Keeps the report of a stage; one of that stage stays, so that what was sent last is what is shown. */
export function keep(
  { id, stage, expiresAt }: { id: string; stage: string; expiresAt: number },
  record: ReportRecord,
): Promise<boolean> {
  return putIf(
    { ...keys.report(id), entity: 'REPORT', ...record, stage, expiresAt },
    {
      ConditionExpression: 'attribute_not_exists(pk) OR #stage <> :stage',
      ExpressionAttributeNames: { '#stage': 'stage' },
      ExpressionAttributeValues: { ':stage': stage },
    },
  );
}
