import type { AskedForm } from '#domain/forms/form-record.ts';
import type { Pair } from '#domain/pair.ts';
import { objectedTo, tally } from '#domain/votes.ts';

/** The pairs that those who publish leave out, each with who has said so. They count with a yes to the others alone. */
export function struckBy(
  decisions: readonly Pick<AskedForm, 'person' | 'answers' | 'struck'>[],
): ReadonlyMap<string, string> {
  return new Map(
    decisions
      .filter(({ answers }) => answers.publish === true)
      .flatMap(({ person, struck = {} }) => Object.keys(struck).map((pair): [string, string] => [pair, person])),
  );
}

interface Voted {
  pairs: readonly Pair[];
  ballots: readonly AskedForm[];
  struck: ReadonlyMap<string, string>;
  /** The share of the votes on a pair, 0..1, that it takes to stand. */
  majority: number;
}

/** Pairs that the votes reject or that whoever publishes leaves out. Nobody has voted on those of a later round. */
export function rejectedPairs({ pairs, ballots, struck, majority }: Voted): Pair[] {
  const votes = tally(ballots);
  return pairs.filter((pair) => struck.has(pair.id) || (pair.round === 1 && objectedTo(votes, pair.id, majority)));
}

/** What becomes of the pairs that are not rejected: they stand as they are, or are completed by matching anew. */
export type AfterVotes = { is: 'settled' } | { is: 'matched anew'; keep: Pair[]; left: Pair[] };

interface AfterVoting {
  pairs: readonly Pair[];
  rejected: readonly Pair[];
  struck: ReadonlyMap<string, string>;
  /** Whoever publishes has been shown the pairs. */
  isShown: boolean;
  /** Nobody has come, left or changed an answer since the pairs were made. */
  isPoolSame: boolean;
  /** Whether both of a pair are still there. */
  isWhole: (pair: Pair) => boolean;
}

/**
 * What an interrupted run paired is paired anew; what the chair has been shown stays, but for pairs that they leave out and
 * pairs of which one can no longer be matched.
 */
export function afterVotes({ pairs, rejected, struck, isShown, isPoolSame, isWhole }: AfterVoting): AfterVotes {
  const isAsShown = isShown && !rejected.some(({ id }) => struck.has(id));
  if (isPoolSame && (isAsShown || rejected.length === 0)) return { is: 'settled' };
  const standing = pairs.filter((pair) => pair.status === 'proposed' && !rejected.includes(pair));
  const left = isShown ? standing.filter((pair) => !isWhole(pair)) : [];
  const keep = standing.filter((pair) => (isShown || pair.round === 1) && !left.includes(pair));
  return { is: 'matched anew', keep, left };
}
