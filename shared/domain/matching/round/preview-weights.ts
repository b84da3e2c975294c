import { weightsOf, withWeights } from '../scoring/factor-weights.ts';
import { type Pool, type Proposal, type ProposedPair, proposePairs } from './propose-pairs.ts';

/** How good a set of pairs is, by the weights that it is looked at with. */
export interface Figures {
  pairs: number;
  /** Weighted means of the pairs, 0..1; undefined where there is no pair. */
  worst: number | undefined;
  mean: number | undefined;
}

export interface Preview {
  /** The weights that were used, by factor. */
  weights: Record<string, number>;
  before: Figures;
  after: Figures;
  pairs: (ProposedPair & { isNew: boolean })[];
  /** Pairs of before that would not be. */
  gone: { mentor: string; mentee: string }[];
  unmatched: Proposal['unmatched'];
}

/**
 * What other weights would change. `standing` are the pairs as they are proposed now; where nothing is proposed yet, what
 * the program's own weights would propose. Each set of pairs is measured by the weights that made it. Throws
 * `MatchingProblem` as `proposePairs` does.
 */
export function preview(
  pool: Pool,
  weights: Readonly<Record<string, number>>,
  standing?: readonly Pick<ProposedPair, 'mentor' | 'mentee' | 'score'>[],
): Preview {
  const program = withWeights(pool.program, weights);
  const before = standing ?? proposePairs(pool).pairs;
  const { pairs, unmatched } = proposePairs({ ...pool, program });
  const key = ({ mentor, mentee }: { mentor: string; mentee: string }) => JSON.stringify([mentor, mentee]);
  const had = new Set(before.map(key));
  const has = new Set(pairs.map(key));
  return {
    weights: weightsOf(program),
    before: figuresOf(before),
    after: figuresOf(pairs),
    pairs: pairs.map((pair) => ({ ...pair, isNew: !had.has(key(pair)) })),
    gone: before.filter((pair) => !has.has(key(pair))).map(({ mentor, mentee }) => ({ mentor, mentee })),
    unmatched,
  };
}

function figuresOf(pairs: readonly { score: number }[]): Figures {
  if (pairs.length === 0) return { pairs: 0, worst: undefined, mean: undefined };
  const scores = pairs.map(({ score }) => score);
  const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
  return { pairs: pairs.length, worst: Math.min(...scores), mean: Math.round(mean * 10_000) / 10_000 };
}
