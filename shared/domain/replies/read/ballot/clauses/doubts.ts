import type { Clause } from '../ballot-sentences.ts';
import { type Content, contentOf, holds, namedBy } from '../clause-content.ts';
import type { SaidSoFar } from '../said-so-far.ts';
import { voteOnAllIn } from './all-and-rest.ts';

/** "But approve": set against something that is not there. What it says is left to the other readers. */
export function doubtContrast(soFar: SaidSoFar, clause: Clause, { pairs }: Content): boolean {
  const isSetAgainst = clause.lead === 'but' && clause === soFar.sentence.clauses[0];
  if (isSetAgainst && pairs.length === 0 && soFar.tally.groups.length === 0) soFar.leaveUnexplained();
  return false;
}

/** "Not sure about 9", "some of them" */
export function readDoubt(soFar: SaidSoFar, clause: Clause, content: Content): boolean {
  const isOne = holds(clause.tokens, 'doubt', 'part');
  if (isOne) doubt(soFar, clause, content);
  return isOne;
}

/** Asks about whatever a doubt may touch. */
export function doubt(soFar: SaidSoFar, clause: Clause, content: Content): void {
  soFar.isDoubted = true;
  if (readDoubtfulException(soFar, clause, content)) return;
  const isPart = holds(clause.tokens, 'part');
  soFar.ask(content.pairs);
  if (content.rest) soFar.tally.isRestAsked = soFar.span();
  if (isPart || content.all || content.none || content.except >= 0) {
    const span = soFar.leaveUnexplained();
    // "No to 4 and a couple of others"
    if (isPart && soFar.hasVote) soFar.tally.firm.add(span);
  } else if (content.pairs.length === 0 && !content.rest && soFar.doubtful().length === 0) {
    doubtWhatWasSaid(soFar, clause);
    if (soFar.approvesAll()) soFar.leaveUnexplained();
  }
  soFar.waiting = [];
}

/** "approve all except maybe 9" */
function readDoubtfulException(soFar: SaidSoFar, clause: Clause, { except, pairs }: Content): boolean {
  const before = clause.tokens.slice(0, Math.max(0, except));
  if (before.length === 0 || holds(clause.tokens, 'part') || holds(before, 'doubt')) return false;
  const left = contentOf(before);
  const isVote = left.unknown.length === 0 && (left.all || left.polarity !== 'unsaid');
  if (!isVote || namedBy(pairs).length === 0) return false;
  voteOnAllIn(soFar, left, clause);
  soFar.ask(pairs);
  return true;
}

/** A doubt that names nothing is about the pairs that wait for a vote, or about the last vote. */
function doubtWhatWasSaid(soFar: SaidSoFar, { lead }: Clause): void {
  const isOfWaiting = namedBy(soFar.waiting).length > 0 && !soFar.verdict && !soFar.approvesAll();
  if (isOfWaiting) soFar.ask(soFar.waiting);
  else if (soFar.last && soFar.hasVote && lead !== 'list') soFar.takeBack();
  else {
    // "Abstain: 9." is about 9, and not about what was said before.
    const names = soFar.sentence.clauses.some(({ tokens }) => holds(tokens, 'pair', 'rest', 'all'));
    if (soFar.last?.value === false && !soFar.hasVote && !names) soFar.takeBack();
    soFar.leaveUnexplained();
  }
}
