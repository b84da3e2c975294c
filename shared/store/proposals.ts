import * as z from 'zod';
import { Audit } from '#domain/matching/audit/audit-tables.ts';
import { UnmatchedReason } from '#domain/matching/explain/unmatched-reasons.ts';
import { Change } from '#domain/matching/explain/what-if.ts';
import { Side } from '#domain/matching/scoring/reason.ts';
import { Instant } from '#domain/program/cohort.ts';
import { keys } from './keys.ts';
import { getItem, put } from './table.ts';

/** What the committee is shown beside the proposed pairs, as it was worked out when they were proposed. */
export const ProposalRecord = z.object({
  cohort: z.string(),
  at: Instant,
  /** Who has nobody in a role they offered to take, why, and the smallest change that would match them. */
  unmatched: z.array(
    z.object({
      person: z.string(),
      role: Side,
      why: UnmatchedReason,
      change: Change.optional(),
    }),
  ),
  /** How groups by voluntary questions fared with the first proposal: it stays, because a series of them would tell whose. */
  audits: z.array(Audit).optional(),
  expiresAt: z.number().int(),
});
export type ProposalRecord = z.infer<typeof ProposalRecord>;

export function keepProposal(record: ProposalRecord): Promise<void> {
  return put({ ...keys.proposal(record.cohort), entity: 'PROPOSAL', ...record });
}

export function proposal(cohort: string): Promise<ProposalRecord | undefined> {
  return getItem(ProposalRecord, keys.proposal(cohort));
}
