import * as z from 'zod';
import { Instant } from '#domain/program/cohort.ts';
import { derivedId } from '#shared/ids.ts';
import { cohortPartition, keys } from './keys.ts';
import { type Page, pageOf, putNew } from './table.ts';

/** A line of the audit trail: who did what to which record. Never what somebody wrote. */
export const AuditEvent = z.object({
  at: Instant,
  what: z.string(),
  who: z.string(),
  of: z.string().optional(),
  details: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).optional(),
});
export type AuditEvent = z.infer<typeof AuditEvent>;

/** Adds a line. Idempotent: the same line of the same moment is stored once. */
export function note(cohort: { id: string; expiresAt: number }, event: AuditEvent): Promise<boolean> {
  const id = derivedId('evt', event.at, event.what, event.who, event.of ?? '', JSON.stringify(event.details ?? {}));
  return putNew({ ...keys.event(cohort.id, event.at, id), entity: 'EVENT', ...event, expiresAt: cohort.expiresAt });
}

export function events(cohort: string, limit: number, after?: string): Promise<Page<AuditEvent>> {
  return pageOf(AuditEvent, cohortPartition(cohort), 'EVENT#', { limit, after });
}
