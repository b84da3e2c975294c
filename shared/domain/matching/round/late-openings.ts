import type { AskedForm } from '#domain/forms/form-record.ts';
import type { Pair } from '#domain/pair.ts';
import { nextRound } from './after-refusals.ts';

/** What the coordinator's word on a place that opened comes to. Doing it again changes nothing. */
export interface DecidedOpening {
  pair: Pair;
  does: 'introduce' | 'forget';
}

/** A pair of which somebody has left since is taken back with what else the pool has lost, whatever was said. */
export function decidedOpenings(
  pairs: readonly Pair[],
  openings: readonly Pick<AskedForm, 'pair' | 'answers'>[],
  isWhole: (pair: Pair) => boolean,
): DecidedOpening[] {
  const byId = new Map(pairs.map((pair) => [pair.id, pair]));
  return openings.flatMap(({ pair: id = '', answers }): DecidedOpening[] => {
    const pair = byId.get(id);
    if (!pair || answers.introduce === undefined) return [];
    if (pair.status !== 'active' && !(pair.status === 'proposed' && isWhole(pair))) return [];
    return [{ pair, does: answers.introduce === true ? 'introduce' : 'forget' }];
  });
}

/** After the introductions: the pairs that work together, and what a pair that is still to be found has to leave alone. */
export interface AfterIntroductions {
  /** Introduced, and refused by neither of the two. */
  working: Pair[];
  keep: Pair[];
  forbidden: Pair[];
  round: number;
}

export function afterIntroductions(pairs: readonly Pair[], apart: ReadonlySet<string | undefined>): AfterIntroductions {
  const working = pairs.filter(({ id, status }) => status === 'active' && !apart.has(id));
  const keep = [...working, ...pairs.filter(({ status }) => status === 'proposed')];
  return {
    working,
    keep,
    forbidden: pairs.filter((pair) => !keep.includes(pair) && pair.status !== 'superseded'),
    round: nextRound(pairs),
  };
}
