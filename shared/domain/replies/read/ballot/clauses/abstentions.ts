import { isAbstention, isConflict, isUnsure } from '../abstention.ts';
import type { Clause } from '../ballot-sentences.ts';
import { type Content, contentOf, isGlue, isUnknown, namedBy, spanOf } from '../clause-content.ts';
import type { SaidSoFar } from '../said-so-far.ts';
import type { Token } from '../tokens/ballot-tokens.ts';
import { doubt } from './doubts.ts';
import { isOnePerson } from './one-person.ts';
import { addReason, addReasonFrom } from './reasons.ts';

/** "I abstain on 3", "4: can't judge, she is my sister". False where it is not clear that it is one, or of which pairs. */
export function readAbstention(soFar: SaidSoFar, clause: Clause, content: Content): boolean {
  const { abstaining } = soFar;
  soFar.abstaining = undefined;
  if (abstaining) return readListOfAbstentions(soFar, abstaining, clause, content);
  const { tokens } = clause;
  const others = tokens.filter(({ kind }) => kind !== 'pair' && kind !== 'rest' && kind !== 'all');
  if (!isAbstention(others, soFar.said)) return false;
  if (isReasonOfNo(soFar, clause, content)) {
    addReason(soFar, clause);
    return true;
  }
  const at = tokens.findIndex(({ abstains }) => abstains);
  const reason = tokens.find(({ kind }, index) => index > at && isUnknown(kind));
  if (content.rest || content.all || soFar.isRestWaiting) return abstainFromMany(soFar, clause, content, reason);
  if (content.pairs.length === 0 && soFar.waiting.length === 0 && !isOfLeftOut(soFar, clause)) {
    const isOpen = !soFar.verdict && !soFar.hasVote && !reason && !soFar.approvesAll();
    if (isOpen) soFar.abstaining = clause;
    return isOpen;
  }
  const isRead =
    content.pairs.length > 0
      ? abstainFromPairs(soFar, clause, content, reason)
      : soFar.waiting.length > 0
        ? abstainFromWaiting(soFar, clause)
        : abstainFromLeftOut(soFar, clause, reason);
  if (isRead && reason) addReasonFrom(soFar, tokens, reason);
  return isRead;
}

/** "Abstain: 3, 5." */
function readListOfAbstentions(soFar: SaidSoFar, abstaining: Clause, clause: Clause, { pairs }: Content): boolean {
  const isPlain = clause.tokens.every(({ kind }) => kind === 'pair' || isGlue(kind));
  const isList = clause.lead === 'colon' && pairs.length > 0 && isPlain;
  if (isList) abstain(soFar, pairs, clause, true);
  else doubt(soFar, abstaining, contentOf(abstaining.tokens));
  return isList;
}

/** "No to 4, conflict of interest" */
function isReasonOfNo({ last, hasVote, said }: SaidSoFar, { lead, tokens }: Clause, { pairs }: Content): boolean {
  const isOfNo = last?.value === false && !last.abstains && !last.isLeftOut && hasVote;
  return isOfNo && pairs.length === 0 && lead !== 'list' && isConflict(tokens, said);
}

function abstainFromMany(
  soFar: SaidSoFar,
  { tokens }: Clause,
  { all, pairs }: Content,
  reason: Token | undefined,
): boolean {
  const isPlain = pairs.length === 0 && soFar.waiting.length === 0 && !soFar.verdict && !soFar.takenOut && !reason;
  if (isPlain && all) soFar.tally.setBulk(false, spanOf(tokens), soFar.span(), { abstains: true });
  else if (isPlain) soFar.voteOnRest(false, spanOf(tokens), true);
  return isPlain;
}

function abstainFromPairs(soFar: SaidSoFar, clause: Clause, { pairs }: Content, reason: Token | undefined): boolean {
  const { tokens } = clause;
  const at = tokens.findIndex(({ abstains }) => abstains);
  const last = tokens.findLastIndex(({ kind }) => kind === 'pair');
  const isOpen = at < tokens.findIndex(({ kind }) => kind === 'pair');
  const isOneSided = isOpen || last < at;
  const isReasonLast = reason === undefined || (tokens[last]?.start ?? -1) < reason.start;
  // "Ada can't judge 4", "I can't judge this well, 4"
  const isOfAnother = pairs.some((pair) => isOnePerson(soFar, pair)) && (!isOpen || pairs.length > 1);
  if (!isOneSided || !isReasonLast || isOfAnother) return false;
  abstain(soFar, isOpen ? pairs : [...soFar.takeWaiting(), ...pairs], clause, isOpen);
  return true;
}

function abstainFromWaiting(soFar: SaidSoFar, clause: Clause): boolean {
  if (soFar.verdict || soFar.waitingWords.length > 0) return false;
  abstain(soFar, soFar.takeWaiting(), clause, false);
  return true;
}

function isOfLeftOut({ last, hasVote }: SaidSoFar, { lead }: Clause): boolean {
  return last?.isLeftOut === true && hasVote && lead !== 'list';
}

function abstainFromLeftOut(soFar: SaidSoFar, { tokens }: Clause, reason: Token | undefined): boolean {
  const { last } = soFar;
  if (last?.pairs.size !== 1 || reason) return false;
  // "All but 4 (conflict of interest)" may be the pair's.
  if (isUnsure(tokens, soFar.said)) soFar.takeBack();
  last.abstains = 'clearly';
  last.isLeftOut = false;
  return true;
}

function abstain(soFar: SaidSoFar, pairs: readonly Token[], clause: Clause, isOpen: boolean): void {
  for (const pair of namedBy(pairs)) soFar.tally.putBack(pair);
  soFar.vote(pairs, false, clause, isOpen).abstains = isUnsure(clause.tokens, soFar.said) ? 'perhaps' : 'clearly';
}

/** At the end of a sentence: "I abstain." and no more than that is from all of them. */
export function abstainFromAll(soFar: SaidSoFar): void {
  const { abstaining } = soFar;
  soFar.abstaining = undefined;
  if (!abstaining) return;
  const isAlone = soFar.sentence.clauses.every((one) => one === abstaining || contentOf(one.tokens).isEmpty);
  if (isAlone && soFar.tally.isEmpty && !isUnsure(abstaining.tokens, soFar.said))
    soFar.tally.setBulk(false, spanOf(abstaining.tokens), soFar.span(), { isBare: true, abstains: true });
  else doubt(soFar, abstaining, contentOf(abstaining.tokens));
}
