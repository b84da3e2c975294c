import * as z from 'zod';
import { Instant } from '#domain/program/cohort.ts';
import { keys } from './keys.ts';
import { get, putNew } from './table.ts';

/** The outcome report as it was sent: figures with small groups withheld, and the same as text for a spreadsheet. */
export const ReportRecord = z.object({
  at: Instant,
  headline: z.array(z.string()),
  outcomes: z.record(z.string(), z.unknown()),
  csv: z.string(),
});
export type ReportRecord = z.infer<typeof ReportRecord>;

export function report(cohort: string): Promise<ReportRecord | undefined> {
  return get(ReportRecord, keys.report(cohort));
}

/** Keeps the report; one that is there stays, so that what was sent is what is shown. */
export function keepReport(cohort: { id: string; expiresAt: number }, record: ReportRecord): Promise<boolean> {
  return putNew({ ...keys.report(cohort.id), entity: 'REPORT', ...record, expiresAt: cohort.expiresAt });
}
