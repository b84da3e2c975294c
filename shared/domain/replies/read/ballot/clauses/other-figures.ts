import type { Clause } from '../ballot-sentences.ts';
import { type Content, holds } from '../clause-content.ts';
import type { SaidSoFar } from '../said-so-far.ts';
import { isReason } from './reasons.ts';

/** A number that no pair has, outside of a reason; of "all 12" and "the other 11" it keeps the count and leaves the rest. */
export function readFigures(soFar: SaidSoFar, clause: Clause, content: Content): boolean {
  if (holds(clause.tokens, 'beyond') && !isReason(soFar, clause, content)) {
    soFar.leaveUnexplained();
    soFar.ask(content.pairs);
    return true;
  }
  for (const { kind, count } of clause.tokens) {
    if (count !== undefined && (kind === 'all' || kind === 'rest')) soFar.tally.counts[kind] = count;
  }
  return false;
}
