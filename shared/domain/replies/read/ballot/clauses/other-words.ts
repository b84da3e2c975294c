import type { Clause } from '../ballot-sentences.ts';
import { goesOnDoubting } from '../besides-votes.ts';
import { type Content, holds, spanOf } from '../clause-content.ts';
import type { SaidSoFar } from '../said-so-far.ts';
import { isJoined } from './reasons.ts';

/** Words that name no pair and cast no vote. */
export function readOtherWords(soFar: SaidSoFar, clause: Clause, content: Content): boolean {
  const { tokens } = clause;
  // "but", "only", "too" with nothing.
  if (content.unknown.length === 0) {
    if (!holds(tokens, 'kind', 'again')) soFar.leaveUnexplained();
  } else if (soFar.waiting.length > 0) soFar.waitingWords.push(spanOf(tokens));
  else if (isFriendly(clause, content)) soFar.tally.notes.push(spanOf(tokens));
  else if (!isTailOfDoubt(soFar, clause)) readUnknown(soFar, clause);
  return true;
}

function isFriendly({ tokens, lead }: Clause, { unknown }: Content): boolean {
  const isKind = holds(tokens, 'kind', 'praise') && !holds(tokens, 'alarm', 'not', 'doubt', 'only');
  return isKind && lead !== 'but' && !unknown.some(({ proper }) => proper);
}

function isTailOfDoubt(soFar: SaidSoFar, { tokens, lead }: Clause): boolean {
  const isTail = soFar.doubtful().length > 0 && !soFar.hasVote && !soFar.verdict && lead !== 'start';
  const own = tokens.map((token) => ({ ...token, proper: false }));
  return isTail && goesOnDoubting(own, soFar.wordsOf(tokens));
}

function readUnknown(soFar: SaidSoFar, clause: Clause): void {
  const { last, hasVote } = soFar;
  const isContrast = clause.lead === 'but';
  if (last && hasVote && clause.lead !== 'list' && (last.value || isContrast)) {
    soFar.takeBack();
    if (isContrast) soFar.leaveUnexplained();
    return;
  }
  const isFirst = clause === soFar.sentence.clauses[0];
  if (isContrast && isFirst && last?.value === false) soFar.takeBack();
  const span = soFar.leaveUnexplained();
  // "No to 4 and the one in Lisbon": another pair, whatever is said of the rest.
  if (isJoined(soFar, clause) && hasVote) soFar.tally.firm.add(span);
}
