import * as z from 'zod';
import { applyingKinds } from './applying/index.ts';
import { coordinatorKinds } from './coordinator/index.ts';
import { matchingKinds } from './matching/index.ts';
import { pageKinds } from './page/index.ts';
import { pairsKinds } from './pairs/index.ts';
import { repliesKinds } from './replies/index.ts';
import { scheduleKinds } from './schedule/index.ts';
import { stoppingKinds } from './stopping/index.ts';

/**
 * Every kind of email that we write. What only posts emails reads this alone, and its bundle is without their words: modules that
 * have facts call nothing at their top but zod.
 */
export const emailKinds = {
  ...applyingKinds,
  ...scheduleKinds,
  ...matchingKinds,
  ...pairsKinds,
  ...repliesKinds,
  ...coordinatorKinds,
  ...stoppingKinds,
  ...pageKinds,
};

export type EmailKind = keyof typeof emailKinds;
export const EmailKind = z.custom<EmailKind>(isEmailKind, 'There is no email of this kind.');

/** The facts of an email of this kind, as whoever posts it gives them. */
export type GivenFacts<Kind extends EmailKind> = z.input<(typeof emailKinds)[Kind]['facts']>;

/** Facts that fit the kind of their email. Made by `checkFacts` alone. */
export const StoredFacts = z.record(z.string(), z.unknown()).brand<'facts'>();
export type StoredFacts = z.infer<typeof StoredFacts>;

/**
 * The facts of an email as they are stored: as they were given, names as the coordinator's list has them, and not as the schema
 * makes them, which would show a name twice over. What is checked is what will be read. Throws when the kind is unknown, and a
 * ZodError when the facts don't fit it.
 */
export function checkFacts(kind: EmailKind, facts: unknown): StoredFacts {
  const stored: unknown = JSON.parse(JSON.stringify(facts));
  factsSchema(kind).parse(stored);
  return StoredFacts.parse(stored);
}

/** The schema of an email's facts. Throws when there is no such email. */
export function factsSchema<Kind extends EmailKind>(kind: Kind): (typeof emailKinds)[Kind]['facts'] {
  if (!isEmailKind(kind)) throw new Error(`There is no email of the kind ${kind}.`);
  return emailKinds[kind].facts;
}

function isEmailKind(kind: unknown): kind is EmailKind {
  return typeof kind === 'string' && Object.hasOwn(emailKinds, kind);
}
