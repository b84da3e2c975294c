import type { Clause } from '../ballot-sentences.ts';
import { isFirmDoubt, referredTo } from '../besides-votes.ts';
import { contentOf, holds, isGlue, namedBy } from '../clause-content.ts';
import type { SaidSoFar } from '../said-so-far.ts';
import type { Token } from '../tokens/ballot-tokens.ts';
import type { Span } from '../vote-tally.ts';

/**
 * "As Ada and Paul share a room, I would say no to that one": the last clause votes and refers back to the pairs that were
 * named, in this sentence or in the doubt before it.
 */
export function readReference(soFar: SaidSoFar, tokens: readonly Token[]): boolean {
  const { clauses, isQuestion, start, end } = soFar.sentence;
  const last = clauses.at(-1);
  if (!last || isQuestion || holds(tokens, 'if', 'or', 'part', 'beyond')) return false;
  const value = verdictOf(soFar, last);
  const refers = referredTo(soFar.wordsOf(last.tokens)) ?? (last.lead === 'so' ? 'any' : undefined);
  const before = clauses.slice(0, -1).flatMap((clause) => clause.tokens);
  if (value === undefined || !refers || holds(before, 'approve', 'reject', 'except', 'rest', 'all', 'none'))
    return false;
  const named = before.filter(({ kind }) => kind === 'pair');
  if (named.some(({ several }) => several)) return false;
  const own = [...new Set(namedBy(named))];
  const isOwn = own.length > 0;
  const inDoubt = before.every(({ kind }) => isGlue(kind)) ? (soFar.inDoubt ?? []) : [];
  const pairs = isOwn ? own : inDoubt;
  const [first] = pairs;
  if (first === undefined || !isCount(refers, pairs.length)) return false;
  const doubt = soFar.tally.asked.get(first) ?? soFar.tally.mentions.get(first);
  if (!isOwn) for (const pair of pairs) soFar.tally.asked.delete(pair);
  const group = soFar.vote([{ kind: 'pair', start, end, pairs, named: true }], value, last, false);
  group.guessed ||= value || !isOwn;
  const reason: Span | undefined = isOwn ? [start, clauses.at(-2)?.tokens.at(-1)?.end ?? start] : doubt;
  if (!value && reason) group.reasons.push(reason);
  return true;
}

/** The vote of a clause that says nothing else; undefined where there is none. */
function verdictOf({ said }: SaidSoFar, { tokens }: Clause): boolean | undefined {
  const { polarity, pairs, unknown, all, rest, none, except, strong } = contentOf(tokens);
  if (typeof polarity !== 'boolean' || !strong || all || rest || none || except >= 0) return undefined;
  const isAlone = pairs.length === 0 && unknown.length === 0 && !tokens.some((token) => isFirmDoubt(token, said));
  return isAlone ? polarity : undefined;
}

function isCount(refers: 'one' | 'two' | 'any', pairs: number): boolean {
  return refers === 'any' || (refers === 'one' ? pairs === 1 : pairs === 2);
}
