import * as cohorts from '#shared/store/cohorts.ts';
import * as events from '#shared/store/events.ts';
import * as pairs from '#shared/store/pairs.ts';
import { isWeighedAsIn, pool } from '#shared/store/pool.ts';
import { resolvePairs } from '../pairs/resolve-pairs.ts';
import { done, type MilestoneContext, type Progress, type StageContext } from '../stage-contract.ts';
import { askCommittee } from './ask-committee.ts';

/** Proposes pairs, and asks the committee about them. */
export async function proposeAndAsk(context: MilestoneContext): Promise<Progress> {
  await proposeAnew(context);
  return done;
}

/**
 * Proposes anew when the pool has changed since: pairs whose two are still there stay, with the votes on them, and the
 * committee is asked about the new ones alone. With other weights all pairs are looked at again; those that come out the
 * same keep their votes. The fingerprint is stored last, so that a run that was cut off is done again.
 */
export async function proposeAnew({ cohort, program, now }: StageContext): Promise<void> {
  const current = await pool(cohort, program);
  if (current.fingerprint === cohort.proposedFrom) return;
  const stored = await pairs.list(cohort.id);
  const isReweighed = cohort.proposedFrom !== undefined && !isWeighedAsIn(cohort.proposedFrom, current);
  const keep = isReweighed ? [] : stored.filter(({ status }) => status === 'proposed');
  const { standing, added } = await resolvePairs({ cohort, now }, current, { keep, forbidden: [], round: 1 });
  await askCommittee({ cohort, now }, current, standing, isReweighed);
  const details = { pairs: standing.length, new: added.length };
  await events.note(cohort, { at: now, what: 'match.proposed', who: 'telemachy', details });
  await cohorts.change(cohort, { proposedFrom: current.fingerprint });
}
