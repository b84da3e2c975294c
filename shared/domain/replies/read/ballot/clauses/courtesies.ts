import type { Clause } from '../ballot-sentences.ts';
import { isLooking, isSorry } from '../besides-votes.ts';
import { type Content, spanOf } from '../clause-content.ts';
import type { SaidSoFar } from '../said-so-far.ts';

/** Words without weight, an apology, or that somebody has looked at the list. */
export function readCourtesy(soFar: SaidSoFar, { tokens }: Clause, content: Content): boolean {
  const words = soFar.wordsOf(tokens);
  if (content.isEmpty || isSorry(words)) return true;
  const isTale = isLooking(tokens, words);
  if (isTale) soFar.tally.notes.push(spanOf(tokens));
  return isTale;
}
