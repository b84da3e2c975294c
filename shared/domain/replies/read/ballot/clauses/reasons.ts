import { isOfOneself, isReasonOfAbstention } from '../abstention.ts';
import type { Clause } from '../ballot-sentences.ts';
import { type Content, holds, isLeadingDoubt, spanOf } from '../clause-content.ts';
import { isAbstaining, isOfOthers, isPassing } from '../not-yet.ts';
import type { SaidSoFar } from '../said-so-far.ts';
import type { Token } from '../tokens/ballot-tokens.ts';

/** "They share a manager", behind the no that it explains. */
export function readReason(soFar: SaidSoFar, clause: Clause, content: Content): boolean {
  const isOne = isReason(soFar, clause, content);
  if (isOne) addReason(soFar, clause);
  return isOne;
}

/** Whether a clause casts no vote of its own but is the reason of the no before it. */
export function isReason(soFar: SaidSoFar, clause: Clause, content: Content): boolean {
  const { last, isReasonBegun } = soFar;
  const { lead, tokens } = clause;
  if (!last || last.value || !soFar.hasVote || soFar.waiting.length > 0) return false;
  if (lead === 'but' || lead === 'start' || (lead === 'list' && !isReasonBegun)) return false;
  if (!soFar.isOfLast(content.pairs)) return false;
  if (last.abstains) return isReasonOfAbstention(tokens, soFar.said);
  if (content.rest || content.except >= 0 || holds(tokens, 'approve', 'if', 'too')) return false;
  if (holds(tokens, 'doubt') && !isReasonBegun && isLeadingDoubt(tokens)) return false;
  const words = soFar.wordsOf(tokens);
  if (isJoined(soFar, clause) && isOfOthers(words)) return false;
  if (last.isLeftOut && isAbstaining(words)) return false;
  if (content.all && content.polarity !== 'unsaid') return false;
  if (content.unknown.length === 0 && content.polarity !== 'not')
    return content.pairs.length > 0 && content.polarity === 'unsaid';
  return lead === 'because' || lead === 'colon' || lead === 'open' || !isNameAlone(content);
}

/** "except 4, Kristina": a name that we don't know, or a reason? */
function isNameAlone({ unknown }: Content): boolean {
  const words = unknown.filter(({ kind }) => kind === 'word');
  return words.length > 0 && words.every(({ proper }) => proper);
}

/** Whether an "and" stands before a clause. */
export function isJoined({ said }: SaidSoFar, { lead, tokens }: Clause): boolean {
  const before = said.slice(0, spanOf(tokens)[0]).slice(-mostJoining);
  return lead === 'list' || (lead === 'comma' && /(?<!\p{L})(?:and|plus|und|et|y|e)\s+$/iu.test(before));
}

/** Takes a clause for the reason of the vote before it. */
export function addReason(soFar: SaidSoFar, { lead, tokens }: Clause): void {
  const words = soFar.wordsOf(tokens);
  const isOfPair = soFar.last?.abstains === 'perhaps' && !isOfOneself(words);
  if (isPassing(words) || isOfPair) soFar.takeBack();
  const before = soFar.last?.reasons.at(-1);
  // A reason goes on behind a comma.
  if (before && soFar.isReasonBegun && lead !== 'open') before[1] = spanOf(tokens)[1];
  else soFar.last?.reasons.push(spanOf(tokens));
  soFar.isReasonBegun = true;
}

/** Takes what stands from `first` on in `tokens`, to the end of the clause, for the reason of the vote before it. */
export function addReasonFrom(soFar: SaidSoFar, tokens: readonly Token[], first: Token): void {
  soFar.last?.reasons.push([beginningOf(tokens, first), spanOf(tokens)[1]]);
  soFar.isReasonBegun = true;
}

/** Where a reason begins: "same team" with its "same". */
export function beginningOf(tokens: readonly Token[], first: Token): number {
  let at = tokens.indexOf(first);
  while (tokens[at - 1]?.kind === 'again') at -= 1;
  return (tokens[at] ?? first).start;
}

/** Characters of an "and" with the space around it. */
const mostJoining = 8;
