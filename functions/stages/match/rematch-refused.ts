import { afterRefusals, withoutPartner } from '#domain/matching/round/after-refusals.ts';
import type { Pair } from '#domain/pair.ts';
import type { Cohort, Instant } from '#domain/program/cohort.ts';
import { queueEmail } from '#shared/mail/queue-email.ts';
import * as cohorts from '#shared/store/cohorts.ts';
import * as events from '#shared/store/events.ts';
import * as forms from '#shared/store/forms.ts';
import * as pairs from '#shared/store/pairs.ts';
import { type CurrentPool, isWhole, pool } from '#shared/store/pool.ts';
import { resolvePairs } from '../pairs/resolve-pairs.ts';
import { knownOf, withdraw } from '../pairs/withdraw-unavailable.ts';
import type { StageContext } from '../stage-contract.ts';
import { askBothSides, consentsOf } from './ask-both-sides.ts';

/**
 * Matches those anew whose pair one of the two has refused or has left, and those who have come since, with all other pairs
 * kept. The pairs that fall leave last, so that a run that was cut off is done again from the start.
 */
export async function rematchRefused({ cohort, program, now }: StageContext): Promise<void> {
  const all = await pairs.list(cohort.id);
  const consents = await consentsOf(cohort);
  const current = await pool(cohort, program);
  const outcome = afterRefusals({
    pairs: all,
    consents,
    isPoolSame: current.fingerprint === cohort.proposedFrom,
    isWhole: (pair) => isWhole(pair, current),
  });
  if (outcome.is === 'settled') return;
  const { keep, refused, left, forbidden, round } = outcome;
  const falling = [...refused, ...left];
  const { added } = await resolvePairs({ cohort, now }, current, { keep, forbidden, round });
  // Those that an earlier run added before it was cut off are among the kept, and have perhaps not been asked.
  const fresh = [...added, ...keep.filter((pair) => pair.round > 2)];
  await askBothSides(cohort, fresh, now, falling);
  await tellOfChange(cohort, current, { falling, fresh }, now);
  const fallen = new Set(falling.map(({ id }) => id));
  for (const form of consents)
    if (fallen.has(form.pair ?? '') && form.status !== 'complete') await forms.awaitNoLonger(form);
  for (const pair of refused) {
    await pairs.setStatus(pair, 'proposed', 'declined');
    await events.note(cohort, { at: now, what: 'pair.declined', who: 'telemachy', of: pair.id });
  }
  const known = left.length > 0 ? await knownOf(cohort) : undefined;
  for (const pair of left) if (known) await withdraw(cohort, pair, known, now);
  await cohorts.change(cohort, { proposedFrom: current.fingerprint });
}

/** Tells those whose partner-to-be has said no or left, and for whom there is nobody else yet: they were told not to do anything. */
async function tellOfChange(
  cohort: Cohort,
  { everyone, applicants, held }: CurrentPool,
  changes: { falling: readonly Pair[]; fresh: readonly Pair[] },
  now: Instant,
): Promise<void> {
  const names = new Map(everyone.map(({ id, name }) => [id, name]));
  const isThere = (person: string) => applicants.some(({ id }) => id === person) && !held.has(person);
  for (const { person, partner, pair } of withoutPartner({ ...changes, consents: await consentsOf(cohort), isThere })) {
    const facts = { partner: names.get(partner) ?? '' };
    await queueEmail(cohort, { person, kind: 'partner-change', occasion: pair, facts }, now);
  }
}
