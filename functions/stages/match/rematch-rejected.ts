import type { AskedForm } from '#domain/forms/form-record.ts';
import { afterVotes, rejectedPairs, struckBy } from '#domain/matching/round/after-votes.ts';
import { doneAt } from '#domain/program/milestones.ts';
import { decisionsOn } from '#shared/intake/decision-forms.ts';
import * as cohorts from '#shared/store/cohorts.ts';
import * as events from '#shared/store/events.ts';
import * as pairs from '#shared/store/pairs.ts';
import { isWhole, pool } from '#shared/store/pool.ts';
import { resolvePairs } from '../pairs/resolve-pairs.ts';
import { knownOf, withdraw } from '../pairs/withdraw-unavailable.ts';
import type { StageContext } from '../stage-contract.ts';

/**
 * Drops the pairs that the votes reject and matches their people anew, and with them those who have come since, or whose
 * partner has gone. The others are kept as they are. Pairs that come to be are of round 2: nobody votes on them.
 */
export async function rematchRejected(
  { cohort, program, now }: StageContext,
  ballots: readonly AskedForm[],
): Promise<void> {
  const before = await pairs.list(cohort.id);
  const struck = struckBy(await decisionsOn(cohort));
  const { majority } = program.matching.committee;
  const rejected = rejectedPairs({ pairs: before, ballots, struck, majority });
  for (const pair of rejected) {
    if (!(await pairs.setStatus(pair, 'proposed', 'vetoed'))) continue;
    await events.note(cohort, { at: now, what: 'pair.vetoed', who: struck.get(pair.id) ?? 'committee', of: pair.id });
  }
  const current = await pool(cohort, program);
  const outcome = afterVotes({
    pairs: before,
    rejected,
    struck,
    isShown: doneAt(cohort, 'match', 'decide') !== undefined,
    isPoolSame: current.fingerprint === cohort.proposedFrom,
    isWhole: (pair) => isWhole(pair, current),
  });
  if (outcome.is === 'settled') return;
  const { keep, left } = outcome;
  const { added } = await resolvePairs({ cohort, now }, current, { keep, forbidden: [...rejected, ...left], round: 2 });
  const known = left.length > 0 ? await knownOf(cohort) : undefined;
  for (const pair of left) if (known) await withdraw(cohort, pair, known, now);
  if (added.length > 0) {
    await events.note(cohort, { at: now, what: 'match.resolved', who: 'telemachy', details: { new: added.length } });
  }
  await cohorts.change(cohort, { proposedFrom: current.fingerprint });
}
