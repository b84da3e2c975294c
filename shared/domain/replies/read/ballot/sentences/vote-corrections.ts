import { isCorrection, isMeantInstead } from '../besides-votes.ts';
import { holds, namedBy } from '../clause-content.ts';
import type { SaidSoFar } from '../said-so-far.ts';
import type { Token } from '../tokens/ballot-tokens.ts';
import type { Group } from '../vote-tally.ts';

/** "Sorry, I was wrong": what follows goes before what was said. The sentence itself is left to the other readers. */
export function noteCorrection(soFar: SaidSoFar): boolean {
  if (isCorrection(soFar.words())) {
    soFar.tally.corrects = true;
    soFar.tally.aboutPairs.set(soFar.sentence.start, []);
  }
  return false;
}

/** "Sorry, 11 I mean." behind "All good except 10.": another pair than the one that was named last. */
export function readSlip(soFar: SaidSoFar, tokens: readonly Token[]): boolean {
  const { last } = soFar;
  if (!last) return false;
  if (readSwap(soFar, last, tokens)) return true;
  const words = soFar.words();
  const pairs = [...new Set(namedBy(tokens))];
  const corrects = isCorrection(words) || (soFar.tally.corrects && isMeantInstead(words));
  const votes = holds(tokens, 'approve', 'praise', 'reject', 'not', 'except', 'rest', 'all');
  if (!corrects || pairs.length === 0 || votes) return false;
  const isClear = isMeantInstead(words) && last.pairs.size === pairs.length && !tokens.some(({ several }) => several);
  if (isClear) {
    replacePairs(soFar, last, pairs);
    last.reasons = [soFar.span()];
  } else soFar.askPairs([...last.pairs, ...pairs]);
  return true;
}

/** "Sorry, 3 not 4." */
function readSwap(soFar: SaidSoFar, last: Group, tokens: readonly Token[]): boolean {
  const [meant, mistaken, ...others] = tokens.filter(({ kind }) => kind === 'pair');
  const words = soFar.words();
  if (!meant || !mistaken || others.length > 0 || !swap.test(words) || !isCorrection(words)) return false;
  if (last.pairs.size !== 1 || !last.pairs.has(mistaken.pairs?.[0] ?? -1)) return false;
  replacePairs(soFar, last, meant.pairs ?? []);
  return true;
}

function replacePairs({ tally }: SaidSoFar, last: Group, pairs: readonly number[]): void {
  for (const pair of last.pairs) tally.withdrawn.add(pair);
  last.pairs.clear();
  for (const pair of pairs) last.pairs.add(pair);
  last.guessed = true;
}

/** "3 not 4", "I meant 3, not 4" */
const swap = /\d{1,3},?\s+not\s+(?:number\s+)?\d{1,3}[.!]?$/iu;
