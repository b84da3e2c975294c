import type { Token } from './tokens/ballot-tokens.ts';

/** For, against, or what else is said: a word for none, a "not" that turns nothing, both, nothing. */
type Polarity = boolean | 'none' | 'not' | 'mixed' | 'unsaid';

/** What a clause holds. */
export interface Content {
  pairs: Token[];
  all: boolean;
  rest: boolean;
  none: boolean;
  polarity: Polarity;
  strong: boolean;
  /** A word for it or against it is turned by a "not". */
  isTurned: boolean;
  except: number;
  /** Tokens of which nothing is known. */
  unknown: Token[];
  /** Whether nothing in it has any weight. */
  isEmpty: boolean;
}

const unknownKinds = new Set<Token['kind']>(['word', 'alarm', 'when']);

export function isUnknown(kind: Token['kind']): boolean {
  return unknownKinds.has(kind);
}

export function isGlue(kind: Token['kind']): boolean {
  return ['fill', 'and', 'comma', 'dash', 'colon', 'slash', 'kind', 'open', 'close', 'again', 'so'].includes(kind);
}

/** Whether one of `tokens` is of one of `kinds`. */
export function holds(tokens: readonly Token[], ...kinds: Token['kind'][]): boolean {
  return tokens.some(({ kind }) => kinds.includes(kind));
}

/** The pairs that `tokens` name, by index of the question. */
export function namedBy(tokens: readonly Token[]): number[] {
  return tokens.flatMap(({ pairs = [] }) => pairs);
}

export function isLeadingDoubt(tokens: readonly Token[]): boolean {
  const first = tokens.findIndex(({ kind }) => isUnknown(kind));
  const doubt = tokens.findIndex(({ kind }) => kind === 'doubt');
  return first === -1 || doubt < first;
}

export function lastIndexOfVerdict(tokens: readonly Token[]): number {
  return tokens.findLastIndex(({ kind }) => kind === 'approve' || kind === 'praise' || kind === 'reject');
}

export function spanOf(tokens: readonly Token[]): [number, number] {
  return [tokens[0]?.start ?? 0, tokens.at(-1)?.end ?? 0];
}

export function contentOf(tokens: readonly Token[]): Content {
  const has = (kind: Token['kind']) => tokens.some((token) => token.kind === kind);
  const pairs = tokens.filter(({ kind }) => kind === 'pair');
  const unknown = tokens.filter(({ kind }) => isUnknown(kind));
  const all = has('all') || (has('both') && pairs.length === 0 && unknown.length === 0);
  return {
    pairs,
    all,
    rest: has('rest'),
    none: has('none'),
    polarity: polarityOf(tokens),
    strong: has('approve') || has('reject'),
    isTurned: has('not') || tokens.some(({ turned }) => turned === true),
    except: tokens.findIndex(({ kind }) => kind === 'except'),
    unknown,
    isEmpty: tokens.every(({ kind }) => isGlue(kind) || kind === 'ask' || (kind === 'both' && pairs.length > 0)),
  };
}

/** What is said for or against in some words. */
function polarityOf(tokens: readonly Token[]): Polarity {
  const first = (...kinds: Token['kind'][]) => tokens.findIndex(({ kind }) => kinds.includes(kind));
  const [yes, no, not] = [first('approve', 'praise'), first('reject'), first('not')];
  const nots = tokens.filter(({ kind }) => kind === 'not').length;
  // "no veto", "no rechazo": a no to a no.
  if (nots > 1 || tokens.filter(({ kind }) => kind === 'reject').length > 1) return 'mixed';
  if (not >= 0) {
    if (yes < 0 && no < 0) return 'not';
    return no < 0 && not < yes ? false : 'mixed';
  }
  if (yes >= 0 && no >= 0) return 'mixed';
  if (yes >= 0) return true;
  if (no >= 0) return false;
  return first('none') >= 0 ? 'none' : 'unsaid';
}

/** The vote that a clause about all pairs casts; `undefined` for none, and for what can be read in two ways. */
export function bulkValue({ none, all, polarity, isTurned }: Content): boolean | undefined {
  if (isTurned && all) return undefined;
  if (none) return !all && polarity === true && !isTurned ? false : undefined;
  return polarity === true || polarity === false ? polarity : undefined;
}
