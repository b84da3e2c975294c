import type { Cohort, Instant } from '#domain/cohort.ts';
import type { Person } from '#domain/person.ts';
import { type Pair, speaksFor } from '#domain/relationship.ts';
import { post } from '#shared/mail/post.ts';
import * as people from '#shared/store/people.ts';
import { ask } from './ask.ts';
import { bothSides, type Side } from './sides.ts';

/** Introduces one of a pair to the other, and asks how they want to work together. Doing it again changes nothing. */
export async function introduce(cohort: Cohort, pair: Pair, { person, side }: Side, partner: Person, now: Instant) {
  const asking = { person, purpose: 'agreement', occasion: pair.id, pair: pair.id, side } as const;
  const form = await ask(cohort, asking, now);
  const facts = { partner: { name: partner.name, email: partner.email }, role: side, reasons: speaksFor(pair) };
  await post(cohort, { person, kind: 'introduction', occasion: pair.id, form, facts }, now);
}

/** Introduces both of a pair to each other. */
export async function introduceBoth(cohort: Cohort, pair: Pair, now: Instant): Promise<void> {
  for (const side of bothSides(pair)) {
    const other = side.side === 'mentor' ? pair.mentee : pair.mentor;
    const partner = await people.person(cohort.id, other);
    if (!partner) throw new Error(`The pair ${pair.id} names somebody who is not in the cohort.`);
    await introduce(cohort, pair, side, partner, now);
  }
}
