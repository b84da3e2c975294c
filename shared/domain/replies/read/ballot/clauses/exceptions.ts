import type { Clause } from '../ballot-sentences.ts';
import { type Content, contentOf, isUnknown, spanOf } from '../clause-content.ts';
import type { SaidSoFar } from '../said-so-far.ts';
import type { Token } from '../tokens/ballot-tokens.ts';
import type { Group } from '../vote-tally.ts';
import { voteOnAllIn } from './all-and-rest.ts';
import { addReasonFrom } from './reasons.ts';

/** "all except 4" */
export function readException(soFar: SaidSoFar, clause: Clause, content: Content): boolean {
  if (content.except < 0) return false;
  const left = contentOf(clause.tokens.slice(0, content.except));
  const behind = clause.tokens.slice(content.except + 1);
  const right = contentOf(behind);
  const between = contentOf(behind.slice(0, Math.max(0, firstPairIn(behind))));
  if (!isPlain(left, between, right)) {
    soFar.leaveUnexplained();
    soFar.ask([...left.pairs, ...right.pairs]);
    return true;
  }
  const verdict = right.polarity === 'not' && between.polarity === 'not' ? 'unsaid' : right.polarity;
  if (left.all && !left.none && left.polarity === 'unsaid' && verdict === true) {
    // "all except 4 are fine"
    soFar.voteOnAll(true, spanOf(clause.tokens));
    soFar.vote(right.pairs, false, clause, true);
    return true;
  }
  const ofAll = voteBefore(soFar, left, clause);
  const isAgainst = typeof verdict !== 'boolean' || ofAll !== !verdict;
  if (verdict !== 'unsaid' && isAgainst) {
    if (ofAll === undefined || verdict === false) soFar.leaveUnexplained();
    soFar.ask(right.pairs);
    return true;
  }
  const group = soFar.vote(right.pairs, ofAll === undefined ? false : !ofAll, clause, true);
  group.isLeftOut = true;
  if (ofAll === undefined) {
    soFar.takenOut = group;
    soFar.isAllWaiting ||= left.all;
  }
  const isBut = clause.tokens[content.except]?.isBut === true;
  readBehind(soFar, { group, behind, pairs: right.pairs, isBut, hasVoteOnAll: ofAll !== undefined });
  return true;
}

function isPlain(left: Content, between: Content, right: Content): boolean {
  const isLeftPlain = left.unknown.length === 0 && left.pairs.length === 0 && left.polarity !== 'mixed' && !left.rest;
  const isRightPlain = right.pairs.length > 0 && !right.none && !right.all && !right.rest;
  return isLeftPlain && isRightPlain && between.unknown.length === 0;
}

/** The vote on all that pairs are taken out of: in the clause itself, or before it. */
function voteBefore(soFar: SaidSoFar, left: Content, clause: Clause): boolean | undefined {
  if (left.polarity !== 'unsaid' || left.none) return voteOnAllIn(soFar, left, clause);
  if (left.all) return undefined;
  const value = soFar.verdict?.value ?? soFar.tally.bulk?.value;
  soFar.giveVerdictToAll();
  return value;
}

/** What stands behind pairs that were taken out: "except 4 same team". */
function readBehind(
  soFar: SaidSoFar,
  of: { group: Group; behind: readonly Token[]; pairs: readonly Token[]; isBut: boolean; hasVoteOnAll: boolean },
): void {
  const words = of.behind.slice(firstPairIn(of.behind) + 1).filter(({ kind }) => isUnknown(kind));
  const [first] = words;
  if (!first) return;
  // "All but 4 keeps me awake": the "but" may have begun another sentence.
  const isOther = of.isBut && of.hasVoteOnAll;
  const isReason = !of.isBut && of.hasVoteOnAll && !of.group.value && !words.some(({ proper }) => proper);
  if (isReason) {
    addReasonFrom(soFar, of.behind, first);
    return;
  }
  // "all except 4 should be looked at again"
  if (!isOther) soFar.leaveUnexplained();
  soFar.ask(of.pairs);
}

function firstPairIn(tokens: readonly Token[]): number {
  return tokens.findIndex(({ kind }) => kind === 'pair');
}
