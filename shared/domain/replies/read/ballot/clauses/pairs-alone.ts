import type { Clause } from '../ballot-sentences.ts';
import { type Content, holds, isUnknown, namedBy, spanOf } from '../clause-content.ts';
import type { SaidSoFar } from '../said-so-far.ts';
import type { Token } from '../tokens/ballot-tokens.ts';
import { isOnePerson } from './one-person.ts';
import { beginningOf } from './reasons.ts';

/** Pairs without a vote of their own: those of the vote before them, taken out of all, or waiting for a vote. */
export function readPairsAlone(soFar: SaidSoFar, clause: Clause, content: Content): void {
  const { pairs, unknown } = content;
  if (readLikewise(soFar, clause, content)) return;
  if (unknown.length > 0) {
    awaitWithWords(soFar, clause, content);
    return;
  }
  // "approve all to 6": a bound, perhaps.
  const isBound = clause.lead === 'bare' && soFar.approvesAll();
  if (isBound) soFar.leaveUnexplained();
  if (isBound || isLikened(soFar, clause)) {
    soFar.ask(pairs);
    return;
  }
  if (readFurther(soFar, clause, pairs)) return;
  // "Not 5 but 4"
  if (clause.lead === 'but' && soFar.hasVote && soFar.last?.value === false) soFar.takeBack();
  if (takeOutOfAll(soFar, clause, pairs) || readBehindVerdict(soFar, clause, pairs)) return;
  soFar.waiting.push(...pairs);
}

/** "5 too": the same vote as the last, where it is clear what is the same. */
function readLikewise(soFar: SaidSoFar, clause: Clause, { pairs, unknown }: Content): boolean {
  if (!holds(clause.tokens, 'too')) return false;
  if (soFar.isDoubted || isOfOther(soFar, clause)) {
    soFar.ask(pairs);
    return true;
  }
  const isLike = unknown.length === 0 && (soFar.hasVote || clause.lead === 'start');
  if (!isLike || !soFar.last) return false;
  soFar.voteLikeLast(soFar.last, pairs, clause, false);
  return true;
}

/** "5 is in her team, so is 6", "so is Ada": perhaps the same of what was said of somebody, and not the same vote. */
function isOfOther({ said, last, waiting, tally, sentence }: SaidSoFar, { tokens }: Clause): boolean {
  const isSo = tokens.some(({ kind, start, end }) => kind === 'too' && /^so\s/iu.test(said.slice(start, end)));
  const isNamed = tokens.some(({ named }) => named);
  const isOpen = waiting.length > 0 || tally.openBefore(sentence.end).length > 0;
  return isSo && (isNamed || isOpen || ((last?.reasons.length ?? 0) > 0 && last?.value === true));
}

/** "7 is my own report's brother, so no" */
function awaitWithWords(soFar: SaidSoFar, { tokens }: Clause, { pairs, unknown: [first] }: Content): void {
  const isFirst = tokens.findIndex(({ kind }) => kind === 'pair') < tokens.findIndex(({ kind }) => isUnknown(kind));
  if (isFirst && first && soFar.waiting.length === 0) {
    soFar.waiting.push(...pairs);
    soFar.waitingWords.push([beginningOf(tokens, first), spanOf(tokens)[1]]);
  } else soFar.mention(namedBy(pairs));
}

/** "All except 4 (same boss, as 5)" */
function isLikened(soFar: SaidSoFar, { tokens }: Clause): boolean {
  return soFar.last !== undefined && soFar.hasVote && likening.test(soFar.wordsOf(tokens));
}

/** Pairs behind a vote that further ones may follow: "no to 4 and 9". */
function readFurther(soFar: SaidSoFar, clause: Clause, pairs: readonly Token[]): boolean {
  const { last } = soFar;
  const { lead, tokens } = clause;
  if (!last?.isOpen) return false;
  // "I agree with Juliana on 4."
  const isOfSpeaker = last.named && lead === 'bare' && pairs.some(({ named }) => !named);
  if (isOfSpeaker) soFar.takeBack();
  // "No to 4, Maria on 5"
  const isOfPerson = soFar.hasVote && pairs.length > 1 && pairs.some((pair) => isOnePerson(soFar, pair));
  if (isOfSpeaker || isOfPerson) {
    soFar.ask(pairs);
    return true;
  }
  const isList = lead === 'list' || lead === 'comma' || lead === 'bare';
  if (!soFar.hasVote || !isList) return false;
  if (last.reasons.length > 0) {
    // Those before have their reason: these join a group of their own.
    for (const pair of namedBy(pairs)) last.pairs.delete(pair);
    soFar.voteLikeLast(last, pairs, clause, true);
    return true;
  }
  for (const pair of namedBy(pairs)) last.pairs.add(pair);
  last.follows = true;
  last.guessed ||= pairs.some(({ guessed }) => guessed === true);
  last.named ||= pairs.some(({ named }) => named === true);
  last.said[1] = spanOf(tokens)[1];
  soFar.askSeveral(pairs);
  return true;
}

/** "all fine but 4" */
function takeOutOfAll(soFar: SaidSoFar, clause: Clause, pairs: readonly Token[]): boolean {
  const { value } = (soFar.approvesAll() ? soFar.tally.bulk : soFar.verdict) ?? {};
  if (clause.lead !== 'but' || value !== true || holds(clause.tokens, 'only')) return false;
  soFar.giveVerdictToAll(true);
  soFar.vote(pairs, false, clause, true);
  return true;
}

/** "Reject: 4 and 9" */
function readBehindVerdict(soFar: SaidSoFar, clause: Clause, pairs: readonly Token[]): boolean {
  const { verdict } = soFar;
  if (!verdict || clause.lead !== 'colon' || soFar.waiting.length > 0 || soFar.hasVote) return false;
  soFar.verdict = undefined;
  soFar.vote(pairs, verdict.value, clause, true);
  return true;
}

/** At the end of a sentence: pairs that still wait have no vote, unless what is said of them is the reason of one before. */
export function settlePairs(soFar: SaidSoFar): void {
  const pairs = namedBy(soFar.takeWaiting());
  const words = soFar.takeWaitingWords();
  // "3 they work on the same corridor" behind "all but 3".
  const [first, last] = [words[0], words.at(-1)];
  const isReason = first !== undefined && last !== undefined && soFar.tally.addReasonTo(pairs, [first[0], last[1]]);
  if (!isReason) soFar.mention(pairs);
}

const likening = /^(?:as|like|wie|comme|como)(?!\p{L})(?! well)/iu;
