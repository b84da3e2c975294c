import type { AskedForm } from '#domain/forms/form-record.ts';
import type { Cohort } from '#domain/program/cohort.ts';
import { doneAt } from '#domain/program/milestones.ts';
import type { Pair } from '#domain/relationship.ts';
import { objectedTo, tally } from '#domain/votes.ts';
import { decisionsOn } from '#shared/intake/decision.ts';
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
  const votes = tally(ballots);
  const before = await pairs.pairs(cohort.id);
  const { majority } = program.matching.committee;
  const struck = await struckBy(cohort);
  const isStruck = ({ id }: Pair) => struck.has(id);
  const rejected = before.filter(
    (pair) => isStruck(pair) || (pair.round === 1 && objectedTo(votes, pair.id, majority)),
  );
  for (const pair of rejected) {
    if (!(await pairs.turn(pair, 'proposed', 'vetoed'))) continue;
    await events.note(cohort, { at: now, what: 'pair.vetoed', who: struck.get(pair.id) ?? 'committee', of: pair.id });
  }
  const current = await pool(cohort, program);
  const isShown = doneAt(cohort, 'match', 'decide') !== undefined;
  const isAsShown = isShown && !rejected.some(isStruck);
  if (current.fingerprint === cohort.proposedFrom && (isAsShown || rejected.length === 0)) return;
  // What an interrupted run paired is paired anew; what the chair has been shown stays.
  const standing = before.filter((pair) => pair.status === 'proposed' && !rejected.includes(pair));
  const left = isShown ? standing.filter((pair) => !isWhole(pair, current)) : [];
  const keep = standing.filter((pair) => (isShown || pair.round === 1) && !left.includes(pair));
  const { added } = await resolvePairs({ cohort, now }, current, { keep, forbidden: [...rejected, ...left], round: 2 });
  const known = left.length > 0 ? await knownOf(cohort) : undefined;
  for (const pair of left) if (known) await withdraw(cohort, pair, known, now);
  if (added.length > 0) {
    await events.note(cohort, { at: now, what: 'match.resolved', who: 'telemachy', details: { new: added.length } });
  }
  await cohorts.change(cohort, { proposedFrom: current.fingerprint });
}

/** The pairs that those who publish leave out, each with who has said so. They count with a yes to the others alone. */
async function struckBy(cohort: Cohort): Promise<Map<string, string>> {
  const said = await decisionsOn(cohort);
  return new Map(
    said
      .filter(({ answers }) => answers.publish === true)
      .flatMap(({ person, struck = {} }) => Object.keys(struck).map((pair): [string, string] => [pair, person])),
  );
}
