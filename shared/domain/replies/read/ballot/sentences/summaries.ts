import { holds } from '../clause-content.ts';
import type { SaidSoFar } from '../said-so-far.ts';
import type { Token } from '../tokens/ballot-tokens.ts';

/** "So: all of them, minus ten." at the end of a message is what it comes to. Its votes are left to their readers. */
export function startAfreshAtSummary(soFar: SaidSoFar, tokens: readonly Token[]): boolean {
  const { clauses, start } = soFar.sentence;
  const isWhole = holds(tokens, 'except', 'approve');
  const isPlain = !holds(tokens, 'doubt', 'part', 'beyond', 'word', 'reject', 'not');
  // "No to 4. So the rest is approved." goes on with what was said.
  const isOfAll = holds(tokens, 'all') && !holds(tokens, 'rest');
  const isAfresh = isOfAll && (holds(tokens, 'except') || soFar.tally.groups.length === 0);
  if (clauses[0]?.lead === 'so' && isWhole && isPlain && isAfresh) soFar.tally.startAfresh(start);
  return false;
}
