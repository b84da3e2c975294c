import type { Clause } from '../ballot-sentences.ts';
import { type Content, holds, isUnknown, lastIndexOfVerdict, namedBy, spanOf } from '../clause-content.ts';
import { isHypothetical } from '../not-yet.ts';
import type { SaidSoFar } from '../said-so-far.ts';
import { isDeedOf } from './one-person.ts';
import { readPairsAlone } from './pairs-alone.ts';
import { addReason, addReasonFrom } from './reasons.ts';

/** "4: no", "no to 4" */
export function readPairs(soFar: SaidSoFar, clause: Clause, content: Content): boolean {
  const { polarity, unknown, pairs } = content;
  if (pairs.length === 0) return false;
  const isTooMuch = content.all || content.rest || content.none;
  const isDeed = pairs.some((pair) => isDeedOf(soFar, pair));
  if (isDeed || isTooMuch || polarity === 'mixed') {
    if (isDeed) soFar.ask(soFar.takeWaiting());
    soFar.ask(pairs);
    if (isTooMuch) soFar.leaveUnexplained();
  } else if (polarity === 'unsaid') {
    if (clause.lead === 'open' && soFar.isOfLast(pairs)) addReason(soFar, clause);
    else readPairsAlone(soFar, clause, content);
  } else if (typeof polarity !== 'boolean') readNot(soFar, clause, content);
  else if (unknown.length > 0) readPairsWithWords(soFar, clause, content);
  else voteOnPairs(soFar, clause, content, polarity);
  return true;
}

/** A "not" that turns no other word: "4 nicht", "not 3", "everything ok but not 4". */
function readNot(soFar: SaidSoFar, clause: Clause, content: Content): void {
  const { tokens, lead } = clause;
  const { pairs, unknown, polarity } = content;
  const end = tokens.at(-1)?.kind;
  const isPlain = unknown.length === 0 && polarity === 'not';
  if (isPlain && end === 'not') {
    voteOnPairs(soFar, clause, content, false);
    return;
  }
  // "Not 3. Everything else can go ahead."
  const isAlone = tokens.every(
    ({ kind, start, end: behind }) =>
      kind === 'not' ||
      kind === 'pair' ||
      kind === 'too' ||
      (kind === 'fill' && beforeNumber.test(soFar.said.slice(start, behind))),
  );
  const opens = polarity === 'not' && isAlone && lead === 'start';
  const isContrast = soFar.tally.bulk?.value === true || soFar.verdict?.value === true;
  const takesOut = isPlain && isContrast && !holds(tokens, 'only') && end === 'pair';
  if (takesOut && !opens) soFar.giveVerdictToAll(true);
  if (opens || takesOut) soFar.vote(pairs, false, clause, true);
  else soFar.ask(pairs);
}

function voteOnPairs(soFar: SaidSoFar, clause: Clause, content: Content, value: boolean): void {
  const { tokens, lead } = clause;
  const verdictAt = tokens.findIndex(({ kind }) => ['approve', 'praise', 'reject', 'not'].includes(kind));
  const pairAt = tokens.findIndex(({ kind }) => kind === 'pair');
  const isOpen = verdictAt < pairAt;
  // "not see 4 go ahead" has its end behind the pair.
  const isClosed = lastIndexOfVerdict(tokens) > pairAt;
  const isInList = !isOpen && (lead === 'list' || lead === 'comma');
  if (soFar.takenOut && isInList) {
    takeOutToo(soFar, clause, content, value);
    return;
  }
  if (value && lead === 'but' && (soFar.tally.bulk?.value === true || soFar.verdict?.value === true)) {
    // A yes that is set against a yes.
    soFar.ask(content.pairs);
    return;
  }
  // "no to 4, 9 and 11 yes": nobody knows of 9.
  if (isInList && soFar.last?.follows && soFar.isAgainstLast(value)) soFar.takeBack();
  if (isOpen) soFar.ask(soFar.takeWaiting());
  const waiting = soFar.takeWaiting();
  const words = isOpen ? [] : soFar.takeWaitingWords();
  if (lead === 'but') soFar.giveVerdictToAll();
  soFar.verdict = undefined;
  const group = soFar.vote([...waiting, ...content.pairs], value, clause, isOpen && !isClosed);
  if (value && words.length > 0) soFar.ask(waiting);
  else group.reasons.push(...words);
}

/** "everything except 4 and 9 is fine" */
function takeOutToo(soFar: SaidSoFar, { tokens }: Clause, { pairs }: Content, value: boolean): void {
  if (value && soFar.isAllWaiting) {
    soFar.voteOnAll(true, spanOf(tokens));
    for (const pair of namedBy(pairs)) soFar.takenOut?.pairs.add(pair);
  } else {
    soFar.ask(pairs);
    soFar.leaveUnexplained();
  }
  soFar.takenOut = undefined;
}

/** "no to 4 same team": a no with its reason, or nothing that can be told. */
function readPairsWithWords(soFar: SaidSoFar, clause: Clause, content: Content): void {
  const { polarity, pairs, unknown, strong } = content;
  const anchor = Math.max(
    clause.tokens.findLastIndex(({ kind }) => kind === 'pair'),
    clause.tokens.findIndex(({ kind }) => kind === 'reject'),
  );
  const own = clause.tokens.slice(0, anchor + 1);
  const behind = clause.tokens.slice(anchor + 1);
  const first = behind.find(({ kind }) => isUnknown(kind));
  const refuses = polarity === false && strong && holds(own, 'reject') && !own.some(({ kind }) => isUnknown(kind));
  const isPlain = !holds(behind, 'approve') && !unknown.some(({ proper }) => proper);
  if (refuses && isPlain && first && !isHypothetical(soFar.said.slice(first.start))) {
    voteOnPairs(soFar, { ...clause, tokens: own }, content, false);
    addReasonFrom(soFar, behind, first);
    return;
  }
  soFar.ask(soFar.takeWaiting());
  soFar.ask(pairs);
}

/** What may stand before the number of a pair and says nothing. */
const beforeNumber = /^(?:number|no|nr|pair|the|with|please|der|die|das|den|dem|le|la|el|o|a)$/iu;
