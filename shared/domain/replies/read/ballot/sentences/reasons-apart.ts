import { isOfOneself, isReasonOfAbstention } from '../abstention.ts';
import { isAside, isFirmDoubt } from '../besides-votes.ts';
import { holds, isUnknown } from '../clause-content.ts';
import { isDemand } from '../not-yet.ts';
import type { SaidSoFar } from '../said-so-far.ts';
import type { Token } from '../tokens/ballot-tokens.ts';

/** "They are on the same team." behind "No to 4." */
export function readReasonOfLast(soFar: SaidSoFar, tokens: readonly Token[]): boolean {
  const isReason = !soFar.inDoubt && isReasonOfLast(soFar, tokens);
  if (isReason) soFar.last?.reasons.push(soFar.span());
  return isReason;
}

function isReasonOfLast(soFar: SaidSoFar, tokens: readonly Token[]): boolean {
  const { last, said } = soFar;
  const lead = soFar.sentence.clauses[0]?.lead;
  if (!last || last.value || lead === 'but') return false;
  const words = soFar.words();
  if (last.abstains) {
    if (!isReasonOfAbstention(tokens, said)) return false;
    if (isOfOneself(words)) return true;
    if (last.abstains === 'perhaps') return false;
  }
  if (tokens[0]?.kind !== 'again' && lead !== 'because') return isAside(tokens, words) && !isDemand(words);
  return !holds(tokens, 'if', 'but', 'praise', 'all', 'ask') && !tokens.some((token) => isFirmDoubt(token, said));
}

/** "Juliana is her manager." behind "No to 4.": the people of the pair that was just refused. */
export function readReasonOfNamed(soFar: SaidSoFar, tokens: readonly Token[]): boolean {
  const { start, end } = soFar.sentence;
  const pairs = pairsOfReason(soFar, tokens);
  if (pairs.length > 0 && pairs.every((pair) => soFar.tally.isAbstained(pair)))
    return isReasonOfAbstention(tokens, soFar.said) && soFar.tally.addReasonTo(pairs, [start, end]);
  // "4: no, same team" says again what "all but 4" has said.
  const isNumbered = tokens[0]?.kind === 'pair' && !tokens[0].named;
  if (!isPlain(soFar, tokens, isNumbered) || pairs.length === 0 || !tokens.some(({ kind }) => isUnknown(kind)))
    return false;
  const first = isNumbered ? tokens.find(({ kind }) => kind !== 'pair' && kind !== 'fill') : undefined;
  return soFar.tally.addReasonTo(pairs, [first?.start ?? start, end]);
}

function isPlain({ said }: SaidSoFar, tokens: readonly Token[], isNumbered: boolean): boolean {
  const isTurned = holds(tokens, 'not');
  return tokens.every((token) => {
    const saysNoAgain = (isNumbered && token.kind === 'reject') || (isTurned && token.kind === 'praise');
    return (!beyondReasons.has(token.kind) || saysNoAgain) && !isFirmDoubt(token, said);
  });
}

/** "Ada wants somebody else, so Ren is not it": beside Ada, who is in one pair, Ren is spoken of as her mentor alone. */
function pairsOfReason({ tally }: SaidSoFar, tokens: readonly Token[]): number[] {
  const named = tokens.filter(({ kind }) => kind === 'pair');
  const isSure = named.some(({ pairs = [] }) => pairs.every((pair) => tally.isRefused(pair)));
  const meant = named.flatMap((token) => {
    const refused = (token.pairs ?? []).filter((pair) => tally.isRefused(pair));
    if (!isSure || !token.several || refused.length === 0) return token.pairs ?? [];
    tally.passedOver.add(token);
    return refused;
  });
  return [...new Set(meant)];
}

/** What a sentence that names refused pairs may not hold, in order to be their reason. */
const beyondReasons = new Set<Token['kind']>([
  'approve',
  'reject',
  'except',
  'rest',
  'none',
  'beyond',
  'if',
  'but',
  'all',
  'praise',
  'part',
  'ask',
]);
