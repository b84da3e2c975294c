import { findingsFor } from '#domain/matching/scoring/reason.ts';
import type { Pair } from '#domain/pair.ts';
import type { Person } from '#domain/person.ts';
import type { Cohort, Instant } from '#domain/program/cohort.ts';
import { queueEmail } from '#shared/mail/queue-email.ts';
import * as people from '#shared/store/people.ts';
import { openForm } from '../open-form.ts';
import { bothSides, partnerOn, type Side } from '../pairs/pair-members.ts';

/**
 * Introduces one of a pair to the other, and asks how they want to work together. `among` are the pairs that stand: whoever
 * is in two is asked about each by name. Doing it again changes nothing.
 */
export async function introduce(
  cohort: Cohort,
  pair: Pair,
  { person, side, among }: Side & { among: readonly Pair[] },
  partner: Person,
  now: Instant,
) {
  const of = { pair: pair.id, side, partner: partnerOn(person, partner.name, among) };
  const asking = { person, purpose: 'agreement', occasion: pair.id, ...of } as const;
  const form = await openForm(cohort, asking, now);
  const facts = { partner: { name: partner.name, email: partner.email }, role: side, reasons: findingsFor(pair) };
  await queueEmail(cohort, { person, kind: 'introduction', occasion: pair.id, form, facts }, now);
}

/** Introduces both of a pair to each other. */
export async function introduceBoth(cohort: Cohort, pair: Pair, among: readonly Pair[], now: Instant): Promise<void> {
  for (const side of bothSides(pair)) {
    const other = side.side === 'mentor' ? pair.mentee : pair.mentor;
    const partner = await people.get(cohort.id, other);
    if (!partner) throw new Error(`The pair ${pair.id} names somebody who is not in the cohort.`);
    await introduce(cohort, pair, { ...side, among }, partner, now);
  }
}
