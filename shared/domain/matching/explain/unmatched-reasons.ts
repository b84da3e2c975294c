import * as z from 'zod';
import type { Exclusion } from '../scoring/exclusions.ts';

/** Why somebody has nobody in a role. */
export const UnmatchedReason = z.discriminatedUnion('kind', [
  /** Nobody else takes the other role; `hasBothRoles`: the person takes it, too. */
  z.object({ kind: z.literal('nobody-there'), hasBothRoles: z.boolean() }),
  /** The rules leave nobody. Which of them is not told: some answers are confidential. */
  z.object({ kind: z.literal('rules') }),
  /** The mentor has no place for a mentee. */
  z.object({ kind: z.literal('offers-no-place') }),
  /** No mentor has a place. */
  z.object({ kind: z.literal('no-places') }),
  z.object({ kind: z.literal('too-few-places'), mentees: z.number().int(), places: z.number().int() }),
  /** Everybody whom they could have had is paired with somebody else. */
  z.object({ kind: z.literal('others-taken') }),
  /** The application does not say in which role. */
  z.object({ kind: z.literal('no-role') }),
]);
export type UnmatchedReason = z.infer<typeof UnmatchedReason>;

/** Why a mentee has nobody; `excluded` says of each mentor what keeps the two apart, if anything. */
export function reasonForMentee(
  excluded: readonly (Exclusion | undefined)[],
  supply: { mentees: number; places: number },
): UnmatchedReason {
  const others = excluded.filter((exclusion) => exclusion !== 'self');
  if (others.length === 0) return { kind: 'nobody-there', hasBothRoles: excluded.length > 0 };
  if (!others.includes(undefined)) return { kind: 'rules' };
  if (supply.places === 0) return { kind: 'no-places' };
  if (supply.mentees > supply.places) {
    return { kind: 'too-few-places', mentees: supply.mentees, places: supply.places };
  }
  return { kind: 'others-taken' };
}

/** Why a mentor has nobody; `excluded` says of each mentee what keeps the two apart, if anything. */
export function reasonForMentor(excluded: readonly (Exclusion | undefined)[], places: number): UnmatchedReason {
  const others = excluded.filter((exclusion) => exclusion !== 'self');
  if (places === 0) return { kind: 'offers-no-place' };
  if (others.length === 0) return { kind: 'nobody-there', hasBothRoles: excluded.length > 0 };
  return { kind: others.includes(undefined) ? 'others-taken' : 'rules' };
}
