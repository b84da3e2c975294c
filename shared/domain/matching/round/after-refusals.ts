import type { AskedForm } from '#domain/forms/form-record.ts';
import type { Pair } from '#domain/pair.ts';

type Consent = Pick<AskedForm, 'person' | 'pair' | 'answers'>;

/** Whether somebody would rather not work with the partner they were shown. */
export function isRefused({ answers }: Pick<Consent, 'answers'>): boolean {
  return answers.with === false;
}

/** What becomes of published pairs: they stand as they are, or some fall and their people are matched anew. */
export type AfterRefusals =
  | { is: 'settled' }
  | {
      is: 'matched anew';
      keep: Pair[];
      /** Refused by one of the two. */
      refused: Pair[];
      /** One of the two is not there any more. */
      left: Pair[];
      /** Pairs that may not come back. */
      forbidden: Pair[];
      /** Of the pairs that come to be. */
      round: number;
    };

interface Published {
  pairs: readonly Pair[];
  consents: readonly Consent[];
  /** Nobody has come, left or changed an answer since the pairs were made. */
  isPoolSame: boolean;
  /** Whether both of a pair are still there. */
  isWhole: (pair: Pair) => boolean;
}

export function afterRefusals({ pairs, consents, isPoolSame, isWhole }: Published): AfterRefusals {
  const published = pairs.filter(({ status }) => status === 'proposed');
  const refusedIds = new Set(consents.filter(isRefused).map(({ pair }) => pair));
  const refused = published.filter(({ id }) => refusedIds.has(id));
  if (refused.length === 0 && isPoolSame) return { is: 'settled' };
  const left = published.filter((pair) => !refused.includes(pair) && !isWhole(pair));
  // Of a pair that was taken back after the two had heard of it they were told that it is off, and so it stays.
  const told = new Set(consents.map(({ pair }) => pair));
  const rejected = pairs.filter(
    ({ id, status }) => status === 'vetoed' || status === 'declined' || (status === 'withdrawn' && told.has(id)),
  );
  return {
    is: 'matched anew',
    keep: published.filter((pair) => !refused.includes(pair) && !left.includes(pair)),
    refused,
    left,
    forbidden: [...rejected, ...refused, ...left],
    round: nextRound(pairs),
  };
}

/** The round of pairs that are made after the published ones: nobody votes on them. */
export function nextRound(pairs: readonly Pick<Pair, 'round'>[]): number {
  return Math.max(2, ...pairs.map(({ round }) => round)) + 1;
}

/** A pair that falls, for one of its two, of whom that is somebody to be told. */
export interface PartnerLost {
  person: string;
  partner: string;
  pair: string;
}

/**
 * Those whose partner-to-be has said no or left, and for whom there is nobody else yet: they were told not to do anything.
 * Who has said no, or can no longer be matched, is told nothing.
 */
export function withoutPartner({
  falling,
  fresh,
  consents,
  isThere,
}: {
  falling: readonly Pair[];
  fresh: readonly Pair[];
  consents: readonly Consent[];
  isThere: (person: string) => boolean;
}): PartnerLost[] {
  const refusals = consents.filter(isRefused);
  return falling.flatMap((pair) =>
    (['mentor', 'mentee'] as const).flatMap((side): PartnerLost[] => {
      const person = pair[side];
      const hasSaidNo = refusals.some((refusal) => refusal.person === person && refusal.pair === pair.id);
      if (hasSaidNo || !isThere(person) || fresh.some((other) => other[side] === person)) return [];
      return [{ person, partner: side === 'mentor' ? pair.mentee : pair.mentor, pair: pair.id }];
    }),
  );
}
