import * as z from 'zod';
import type { AskedForm } from '#domain/forms/form-record.ts';
import type { Finding, Side } from '#domain/matching/scoring/reason.ts';
import { shownName } from '#domain/names/called.ts';
import { wordsOf } from '#shared/words/index.ts';
import { coupleOf, findingWords } from '#shared/words/reason-words.ts';
import type { EmailContext } from '../context.ts';

/** A name as the coordinator's list has it; a list in capitals is no reason to shout at people. */
export const Name = z.string().transform(shownName);

/**
 * Whom a form is about, where its person is asked about several partners: two emails that say the same look like one sent
 * twice. In full, because two partners may share a first name.
 */
export function oneOfSeveral({ asked }: { asked: Pick<AskedForm, 'partner'> }): string | undefined {
  return asked.partner?.isOneOfSeveral ? shownName(asked.partner.name) : undefined;
}

/** The reasons for a pair as one of the two reads them: "You offer newer methods, which Grace would like." */
export function reasonsForReader(
  reasons: readonly Finding[],
  { role, partner }: { role: Side; partner: string },
  { cohort, person }: EmailContext,
): string[] {
  const other = role === 'mentor' ? 'mentee' : 'mentor';
  const couple = coupleOf({ [role]: person.name, [other]: partner } as Record<Side, string>, role);
  return reasons.map((reason) => findingWords(reason, couple, wordsOf(cohort.language)));
}

/** The other one of a pair, in emails that name them. */
export const Partner = z.object({ name: Name, email: z.string().optional() });
export type Partner = z.infer<typeof Partner>;
