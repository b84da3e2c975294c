import type { Clause } from '../ballot-sentences.ts';
import { bulkValue, type Content, holds, namedBy, spanOf } from '../clause-content.ts';
import type { SaidSoFar } from '../said-so-far.ts';

/** "the rest is fine" */
export function readRest(soFar: SaidSoFar, { tokens }: Clause, content: Content): boolean {
  if (!content.rest) return false;
  const { polarity } = content;
  soFar.ask(soFar.takeWaiting());
  const isPlain = content.unknown.length === 0 && !content.none;
  if (polarity === 'unsaid' && isPlain) {
    // "Approve: the rest", "The rest: yes"
    if (soFar.verdict && !soFar.hasVote) soFar.voteOnRest(soFar.verdict.value, spanOf(tokens));
    else soFar.isRestWaiting = true;
  } else if (typeof polarity === 'boolean' && isPlain) soFar.voteOnRest(polarity, spanOf(tokens));
  else soFar.tally.isRestAsked = soFar.span();
  return true;
}

/** "all fine" */
export function readAll(soFar: SaidSoFar, clause: Clause, content: Content): boolean {
  if (!content.all && !content.none) return false;
  const value = bulkValue(content);
  if (readAllOfThose(soFar, clause, content)) return true;
  if (content.unknown.length > 0) soFar.leaveUnexplained();
  else if (value === undefined) readAllWithoutVote(soFar, clause, content);
  else {
    soFar.ask(soFar.takeWaiting());
    if (soFar.verdict && soFar.verdict.value !== value) soFar.leaveUnexplained();
    soFar.verdict = undefined;
    soFar.isAllWaiting = false;
    // "apart from 4, all fine"
    soFar.settleTakenOut(value);
    soFar.voteOnAll(value, spanOf(clause.tokens));
    if (!value) soFar.refuseAll(clause);
  }
  return true;
}

/** "7 and 8: both fine", "1 to 6: all good": said of those alone. */
function readAllOfThose(soFar: SaidSoFar, clause: Clause, content: Content): boolean {
  const isOfTwo = holds(clause.tokens, 'both') && soFar.tally.total > 2;
  // "I looked at 1 to 6. All of them are fine."
  const before = soFar.tally.openBefore(soFar.sentence.start).length;
  const isOfNamed = content.all && (soFar.waiting.length > 0 || before > 1);
  const isSetAgainst = clause.lead === 'but' && soFar.doubtful().length > 0;
  if (!isOfTwo && !isSetAgainst && !isOfNamed) return false;
  const value = bulkValue(content);
  const waiting = soFar.takeWaiting();
  const isSure = soFar.takeWaitingWords().length === 0 && content.unknown.length === 0 && !soFar.verdict;
  const named = new Set(namedBy(waiting));
  const isAll = isOfTwo ? named.size === 2 : clause.lead === 'colon' && named.size > 1;
  if (value !== undefined && isSure && isAll) soFar.vote(waiting, value, clause, false).guessed = true;
  else {
    soFar.ask(waiting);
    soFar.leaveUnexplained();
  }
  return true;
}

/** "Approve: all", "all: yes" */
function readAllWithoutVote(soFar: SaidSoFar, { lead, tokens }: Clause, { all, polarity }: Content): void {
  const isPlain = all && polarity === 'unsaid';
  if (isPlain && (!soFar.verdict || lead === 'but')) {
    soFar.isAllWaiting = true;
    return;
  }
  if (isPlain && soFar.verdict) soFar.voteOnAll(soFar.verdict.value, spanOf(tokens));
  else soFar.leaveUnexplained();
  soFar.verdict = undefined;
}

/** A vote for all in a clause; `undefined` when it can't be told. */
export function voteOnAllIn(soFar: SaidSoFar, content: Content, { tokens }: Clause): boolean | undefined {
  const isAllAlone = content.all && content.polarity === 'unsaid';
  const value = bulkValue(content) ?? (isAllAlone ? true : undefined);
  if (value === undefined) soFar.leaveUnexplained();
  else soFar.voteOnAll(value, spanOf(tokens));
  return value;
}

/** At the end of a sentence: a word for all, or for the rest, that still waits for a vote. */
export function settleAll(soFar: SaidSoFar): void {
  const { takenOut, isAllWaiting } = soFar;
  if (soFar.isRestWaiting) soFar.tally.isRestAsked = soFar.span();
  const isAsked = soFar.doubtful().length > 0;
  // "Everything except 4"
  if (takenOut && isAllWaiting && !isAsked) {
    soFar.voteOnAll(true, soFar.span());
    return;
  }
  if (isAllWaiting) soFar.leaveUnexplained();
  // "Except 4" behind an approval in a sentence of its own is decided already.
  if (takenOut) soFar.askPairs(takenOut.pairs);
}
