import type { Token } from './ballot-tokens.ts';

/**
 * Numbers that say how many pairs there are and not which: "Reject 2: 4 and 9" leaves 4 and 9, and in "10 yes, 2 no" of twelve
 * nobody can tell. "The first" and "the second one" behind pairs that were named are of those.
 */
export function withoutCounts(tokens: readonly Token[], total: number): Token[] {
  return relative(announced(shares(tokens, total)), total);
}

const verdicts = new Set<Token['kind']>(['approve', 'praise', 'reject']);
const ends = new Set<Token['kind']>(['stop', 'ask', 'close']);

function isFigure({ kind, pairs = [], named, ordinal }: Token): boolean {
  return kind === 'pair' && pairs.length === 1 && !named && !ordinal;
}

/** The number that a token of one pair stands for. */
function numberOf({ pairs = [] }: Token): number {
  return (pairs[0] ?? -1) + 1;
}

/** "10 yes, 2 no": the only two votes, and their numbers come to all pairs. */
function shares(tokens: readonly Token[], total: number): readonly Token[] {
  const end = tokens.findIndex(({ kind }) => kind === 'stop' || kind === 'open' || kind === 'colon');
  const before = end < 0 ? tokens : tokens.slice(0, end);
  const tail = end < 0 ? [] : tokens.slice(end);
  // "My count: 10 yes, 2 no (4 and 9)"
  if (before.every(({ kind }) => kind !== 'pair') && tail.length > 0)
    return [...before, ...tail.slice(0, 1), ...shares(tail.slice(1), total)];
  const figures = before.filter(({ kind }) => kind === 'pair');
  const [one, other] = figures;
  const votes = before.filter(({ kind }) => verdicts.has(kind));
  const isOpposite = votes.length === 2 && (votes[0]?.kind === 'reject') !== (votes[1]?.kind === 'reject');
  if (!one || !other || figures.length > 2 || !isOpposite) return tokens;
  if (![one, other].every(isFigure) || numberOf(one) + numberOf(other) !== total) return tokens;
  return tokens.map((token) => (token === one || token === other ? { ...token, kind: 'part', pairs: [] } : token));
}

/** "except 2: 4 and 9" names as many pairs behind the number as it says. Of one, either can be meant. */
function announced(tokens: readonly Token[]): readonly Token[] {
  const result: Token[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const own = tokens[at] as Token;
    const list = isFigure(own) ? listBehind(tokens, at) : undefined;
    if (!list || list.pairs !== numberOf(own)) {
      result.push(own);
      continue;
    }
    if (list.pairs === 1) {
      result.push({ ...own, kind: 'part', pairs: [] });
      continue;
    }
    for (const token of tokens.slice(list.from, list.to))
      result.push(token.kind === 'pair' ? { ...token, guessed: true } : token);
    at = list.to - 1;
  }
  return result;
}

/** Nothing but pairs between a sign and the end of what it opens. */
function listBehind(tokens: readonly Token[], at: number): { from: number; to: number; pairs: number } | undefined {
  const sign = tokens[at + 1]?.kind;
  if (sign !== 'colon' && sign !== 'open' && sign !== 'dash' && sign !== 'comma') return undefined;
  // "2, 4 and 9" is a list; "2, numbers 4 and 9" is none.
  if (sign === 'comma' && tokens[at + 2]?.kind !== 'fill') return undefined;
  let to = at + 2;
  let pairs = 0;
  for (; to < tokens.length; to += 1) {
    const { kind, pairs: own = [] } = tokens[to] as Token;
    if (ends.has(kind)) break;
    if (kind === 'pair') pairs += own.length;
    else if (kind === 'comma' && pairs > 0 && tokens[to + 1]?.kind !== 'pair') break;
    else if (!['fill', 'and', 'comma', 'slash', 'number', 'the'].includes(kind)) return undefined;
  }
  return { from: at + 2, to: tokens[to]?.kind === 'close' ? to + 1 : to, pairs };
}

/** "As for 7 and 8: the first is fine, the second is not": of those two, and either is asked about. */
function relative(tokens: readonly Token[], total: number): Token[] {
  let context: readonly number[] = [];
  let named: number[] = [];
  let [isOver, isList] = [false, false];
  return tokens.map((token, index) => {
    if (token.kind === 'pair' && token.ordinal) {
      const isOf = token.pairs?.every((pair) => pair < mostListed || pair === total - 1) === true;
      const isHere = isOver || isBefore(tokens, index);
      return isHere && isOf
        ? { ...token, pairs: isOver ? context : (isBefore(tokens, index)?.pairs ?? context), several: true }
        : token;
    }
    if (token.kind === 'pair') {
      if (!isList) named = [];
      named = [...new Set([...named, ...(token.pairs ?? [])])];
      const isFew = named.length > 1 && named.length <= mostListed;
      // "Rui has two: the first is fine"
      context = isFew ? named : [];
      isOver = isFew && token.several === true;
      isList = true;
    } else if (isList && !['and', 'comma', 'slash', 'fill', 'number', 'the'].includes(token.kind)) {
      isList = false;
      isOver ||= context.length > 1 && !verdicts.has(token.kind);
    }
    return token;
  });
}

/** "the second one of Rui" */
function isBefore(tokens: readonly Token[], at: number): Token | undefined {
  const next = tokens.slice(at + 1).find(({ kind }) => kind !== 'fill' && kind !== 'the' && kind !== 'number');
  return next?.kind === 'pair' && next.several ? next : undefined;
}

/** Pairs of which somebody says "the first", "the second", "the third". */
const mostListed = 3;
