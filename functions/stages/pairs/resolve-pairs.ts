import type { Audit } from '#domain/matching/audit/audit-tables.ts';
import { type AuditInput, auditsOf, voluntaryIn } from '#domain/matching/audit/group-audit.ts';
import { alternativesAndChanges, type Explanation } from '#domain/matching/explain/alternatives-and-changes.ts';
import type { Alternative } from '#domain/matching/explain/what-if.ts';
import { type Proposal, type ProposedPair, proposePairs } from '#domain/matching/round/propose-pairs.ts';
import type { Pool } from '#domain/matching/scoring/scored-pool.ts';
import type { Pair } from '#domain/pair.ts';
import { isInvited } from '#domain/person.ts';
import type { Cohort } from '#domain/program/cohort.ts';
import * as pairs from '#shared/store/pairs.ts';
import { type CurrentPool, earlierPartners } from '#shared/store/pool.ts';
import { keepProposal, proposal as storedProposal } from '#shared/store/proposals.ts';
import { forEach } from '../for-each-page.ts';
import type { StageContext } from '../stage-contract.ts';

interface Wanted {
  /** Pairs that stay as they are, if both are still there. */
  keep: readonly Pair[];
  /** Pairs that may not come back. */
  forbidden: readonly Pair[];
  /** Of the pairs that come to be; those of round 1 are put to the committee. */
  round: number;
}

/**
 * Solves for the people of `now` and makes the stored proposal be the result: pairs that are missing are added, and those
 * that are not part of it any more, or that an interrupted run left behind, are superseded. Returns all that stand, and
 * which of them are not among those to keep.
 */
export async function resolvePairs(
  { cohort, now: at }: Pick<StageContext, 'cohort' | 'now'>,
  now: CurrentPool,
  { keep, forbidden, round }: Wanted,
): Promise<{ standing: Pair[]; added: Pair[] }> {
  const whole: Pool = {
    ...now,
    earlier: await earlierPartners(cohort, now),
    pinned: keep.map(both),
    forbidden: forbidden.map(both),
  };
  const proposal = proposePairs(whole);
  const kept = new Map(keep.map((pair) => [pair.id, pair]));
  const isNew = ({ mentor, mentee }: ProposedPair) => !kept.has(pairs.pairId(cohort.id, mentor, mentee));
  // Once the pairs are published there is nobody left to explain them to.
  const explanation = round <= 2 ? alternativesAndChanges(whole) : undefined;
  const found = explanation && alternatives(explanation, whole, proposal.pairs.filter(isNew));
  const standing = proposal.pairs.map((proposed): Pair => {
    const id = pairs.pairId(cohort.id, proposed.mentor, proposed.mentee);
    const alternative = found?.get(proposed);
    return (
      kept.get(id) ?? {
        id,
        cohort: cohort.id,
        ...proposed,
        ...(alternative && { alternative }),
        round,
        status: 'proposed',
        expiresAt: cohort.expiresAt,
      }
    );
  });
  const added = standing.filter(({ id }) => !kept.has(id));
  await forEach(added, async (pair) => {
    await pairs.propose(pair);
  });
  const ids = new Set(standing.map(({ id }) => id));
  // The forbidden ones leave with a status of their own.
  for (const { id } of forbidden) ids.add(id);
  const fallen = (await pairs.list(cohort.id)).filter(({ id, status }) => status === 'proposed' && !ids.has(id));
  await forEach(fallen, async (pair) => {
    await pairs.setStatus(pair, 'proposed', 'superseded');
  });
  if (explanation) {
    const unmatched = withChanges(explanation, whole, proposal);
    const audits =
      (await storedProposal(cohort.id))?.audits ?? voluntaryIn(auditOf(cohort, now, standing), now.program);
    await keepProposal({ cohort: cohort.id, at, unmatched, audits, expiresAt: cohort.expiresAt });
  }
  return { standing, added };
}

/** How groups fare with these pairs; for `without`, and `kept`, see `AuditInput`. */
export function auditOf(
  cohort: Cohort,
  { everyone, applicants, held, program }: CurrentPool,
  standing: readonly Pair[],
  more: Pick<AuditInput, 'without' | 'kept'> = {},
): Audit[] {
  const participants = everyone.filter(isInvited);
  return auditsOf({ program, cohort, participants, applicants, held, pairs: standing, ...more });
}

export const both = ({ mentor, mentee }: Pair): [mentor: string, mentee: string] => [mentor, mentee];

/**
 * How many questions of "what if" a proposal of this size can be asked: each reads all scores a few times, and all of them
 * together are not to take longer than some twenty seconds. With up to a hundred thousand possible pairs: all of them.
 */
function affordable({ applicants }: Pool): number {
  const count = (role: 'mentor' | 'mentee') => applicants.filter(({ roles }) => roles.includes(role)).length;
  return Math.floor(2e8 / Math.max(1, count('mentor') * count('mentee')));
}

/** What would be without each pair; the weakest first, as far as it can be afforded. */
function alternatives(
  { alternative }: Explanation,
  pool: Pool,
  proposed: readonly ProposedPair[],
): Map<ProposedPair, Alternative> {
  const weakest = [...proposed].sort((a, b) => a.score - b.score).slice(0, affordable(pool));
  return new Map(
    weakest.flatMap((pair) => {
      const found = alternative(pair.mentor, pair.mentee);
      return found ? [[pair, found] as const] : [];
    }),
  );
}

/** Of how many people without a partner the committee is told: an item of the table holds some 400 KB. */
const mostUnmatched = 500;

/** Who is left over and why, with the smallest change that would match them as far as it can be afforded. */
function withChanges({ change }: Explanation, pool: Pool, { unmatched }: Proposal) {
  const tried = Math.floor(affordable(pool) / 5);
  return unmatched.slice(0, mostUnmatched).map((one, index) => ({
    ...one,
    ...(index < tried && { change: change(one.person, one.role) }),
  }));
}
