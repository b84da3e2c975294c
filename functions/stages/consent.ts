import type { Cohort, Instant } from '#domain/cohort.ts';
import type { AskedForm } from '#domain/forms/form-record.ts';
import { findingsFor } from '#domain/matching/scoring/reason.ts';
import { shownName } from '#domain/names/called.ts';
import type { Pair } from '#domain/relationship.ts';
import { post } from '#shared/mail/post.ts';
import * as cohorts from '#shared/store/cohorts.ts';
import * as events from '#shared/store/events.ts';
import * as forms from '#shared/store/forms.ts';
import * as pairs from '#shared/store/pairs.ts';
import * as people from '#shared/store/people.ts';
import { type CurrentPool, isWhole, pool } from '#shared/store/pool.ts';
import { ask } from './ask.ts';
import { forEach } from './each.ts';
import { pairAnew } from './pairing.ts';
import { knownOf, withdraw } from './settled.ts';
import { bothSides } from './sides.ts';
import type { Meanwhile } from './work.ts';

export function consentsOf(cohort: Cohort): Promise<AskedForm[]> {
  return forms.forms(cohort.id, 'consent');
}

/**
 * Shows both sides of each pair who they would be with, and why. Each may say no, once in a cohort and without a reason;
 * whoever has done so before is only told. `lost` are pairs that their people had been told of, never those that the
 * committee alone has seen.
 */
export async function askBothSides(cohort: Cohort, of: readonly Pair[], now: Instant, lost: readonly Pair[] = []) {
  const names = new Map((await people.people(cohort.id)).map(({ id, name }) => [id, shownName(name)]));
  const nameOf = (id: string) => names.get(id) ?? id;
  const haveRefused = new Set((await consentsOf(cohort)).filter(isRefused).map(({ person }) => person));
  await forEach(
    of.flatMap((pair) => bothSides(pair).map((side) => ({ pair, ...side }))),
    async (one) => {
      const { pair, person, side } = one;
      const partner = nameOf(side === 'mentor' ? pair.mentee : pair.mentor);
      const formerOnes = lost.flatMap((former) =>
        former[side] === person ? [nameOf(side === 'mentor' ? former.mentee : former.mentor)] : [],
      );
      const facts = { partner, role: side, reasons: findingsFor(pair), instead: formerOnes };
      const draft = { person, kind: 'partner-proposed', occasion: pair.id, facts };
      if (haveRefused.has(person)) return post(cohort, draft, now);
      const questions = [
        {
          key: 'with',
          ask: `Would you like to work with ${partner}?`,
          label: `With ${partner}`.slice(0, 40),
          type: 'yesno' as const,
        },
      ];
      const form = await ask(
        cohort,
        { person, purpose: 'consent', occasion: pair.id, pair: pair.id, side, questions },
        now,
      );
      return post(cohort, { ...draft, form }, now);
    },
  );
}

const isRefused = ({ answers }: AskedForm) => answers.with === false;

/**
 * Matches those anew whose pair one of the two has refused or has left, and those who have come since, with all other pairs
 * kept. The pairs that fall leave last, so that a run that was cut off is done again from the start.
 */
export async function rematch({ cohort, program, now }: Meanwhile): Promise<void> {
  const all = await pairs.pairs(cohort.id);
  const published = all.filter(({ status }) => status === 'proposed');
  const consents = await consentsOf(cohort);
  const refusedIds = new Set(consents.filter(isRefused).map(({ pair }) => pair));
  const refused = published.filter(({ id }) => refusedIds.has(id));
  const current = await pool(cohort, program);
  if (refused.length === 0 && current.fingerprint === cohort.proposedFrom) return;
  const left = published.filter((pair) => !refused.includes(pair) && !isWhole(pair, current));
  const falling = [...refused, ...left];
  // Of a pair that was taken back after the two had heard of it they were told that it is off, and so it stays.
  const told = new Set(consents.map(({ pair }) => pair));
  const rejected = all.filter(
    ({ id, status }) => status === 'vetoed' || status === 'declined' || (status === 'withdrawn' && told.has(id)),
  );
  const keep = published.filter((pair) => !falling.includes(pair));
  const round = Math.max(2, ...all.map((pair) => pair.round)) + 1;
  const { added } = await pairAnew({ cohort, now }, current, { keep, forbidden: [...rejected, ...falling], round });
  // Those that an earlier run added before it was cut off are among the kept, and have perhaps not been asked.
  const fresh = [...added, ...keep.filter((pair) => pair.round > 2)];
  await askBothSides(cohort, fresh, now, falling);
  await tellOfChange(cohort, current, { falling, fresh }, now);
  const fallen = new Set(falling.map(({ id }) => id));
  for (const form of consents)
    if (fallen.has(form.pair ?? '') && form.status !== 'complete') await forms.awaitNoLonger(form);
  for (const pair of refused) {
    await pairs.turn(pair, 'proposed', 'declined');
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
  { falling, fresh }: { falling: readonly Pair[]; fresh: readonly Pair[] },
  now: Instant,
): Promise<void> {
  const refusals = (await consentsOf(cohort)).filter(isRefused);
  const names = new Map(everyone.map(({ id, name }) => [id, name]));
  for (const pair of falling) {
    for (const { person, side } of bothSides(pair)) {
      const hasSaidNo = refusals.some((refusal) => refusal.person === person && refusal.pair === pair.id);
      const isThere = applicants.some(({ id }) => id === person) && !held.has(person);
      if (hasSaidNo || !isThere || fresh.some((other) => other[side] === person)) continue;
      const partner = names.get(side === 'mentor' ? pair.mentee : pair.mentor) ?? '';
      await post(cohort, { person, kind: 'partner-change', occasion: pair.id, facts: { partner } }, now);
    }
  }
}
