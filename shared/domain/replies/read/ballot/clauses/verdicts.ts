import type { Clause } from '../ballot-sentences.ts';
import { type Content, holds, spanOf } from '../clause-content.ts';
import { isSpeech } from '../not-yet.ts';
import type { SaidSoFar } from '../said-so-far.ts';

/** "fine", "no": a vote on what waits for one, or one without what it is for. */
export function readVerdict(soFar: SaidSoFar, clause: Clause, content: Content): boolean {
  const { polarity } = content;
  if (polarity === 'unsaid') return false;
  const isTurnedPraise = content.isTurned && !content.strong && soFar.waiting.length === 0;
  if (typeof polarity !== 'boolean' || isTurnedPraise) readUndecided(soFar, content);
  else if (content.unknown.length > 0) readWithWords(soFar, polarity);
  else if (!contradictsRest(soFar, polarity) && !voteOnWaiting(soFar, clause, polarity))
    readAlone(soFar, clause, polarity);
  return true;
}

/** "yes and no", "not great" */
function readUndecided(soFar: SaidSoFar, { polarity }: Content): void {
  soFar.ask(soFar.takeWaiting());
  if (soFar.hasVote || (polarity === 'mixed' && soFar.last?.value === false)) soFar.takeBack();
  soFar.leaveUnexplained();
}

/** "all except 4, which I approve", "I abstain on 4. Actually no." */
function readWithWords(soFar: SaidSoFar, value: boolean): void {
  if (soFar.hasVote || (soFar.last?.value === false && (value || soFar.last.abstains))) soFar.takeBack();
  if (soFar.waiting.length > 0) soFar.ask(soFar.takeWaiting());
  else soFar.leaveUnexplained();
}

/** "The rest yes and no" */
function contradictsRest(soFar: SaidSoFar, value: boolean): boolean {
  const { rest } = soFar.tally;
  const isAgainst = rest !== undefined && rest.said[0] >= soFar.sentence.start && rest.value !== value;
  if (isAgainst) soFar.tally.isRestAsked = soFar.span();
  return isAgainst;
}

/** Votes on the rest, on all, or on the pairs that wait for it; false where nothing waits. */
function voteOnWaiting(soFar: SaidSoFar, clause: Clause, value: boolean): boolean {
  const said = spanOf(clause.tokens);
  if (soFar.isRestWaiting) soFar.voteOnRest(value, said);
  else if (soFar.takenOut) {
    // "everything except 4: yes", "apart from 4, fine"
    if (value) soFar.voteOnAll(true, said);
    else soFar.leaveUnexplained();
    soFar.takenOut = undefined;
    soFar.isAllWaiting = false;
  } else if (soFar.isAllWaiting) {
    soFar.isAllWaiting = false;
    soFar.voteOnAll(value, said);
  } else if (soFar.waiting.length > 0) voteOnWaitingPairs(soFar, clause, value);
  else return false;
  return true;
}

function voteOnWaitingPairs(soFar: SaidSoFar, clause: Clause, value: boolean): void {
  const pairs = soFar.takeWaiting();
  const words = soFar.takeWaitingWords();
  const isOfAnother = words.some((span) => isSpeech(soFar.said.slice(...span)));
  if ((value && words.length > 0) || isOfAnother) soFar.ask(pairs);
  else soFar.vote(pairs, value, clause, false).reasons.push(...words);
}

function readAlone(soFar: SaidSoFar, { tokens }: Clause, value: boolean): void {
  if (soFar.hasVote) {
    // "no to 4, yes": again the same, or against it.
    if (soFar.isAgainstLast(value)) soFar.takeBack();
    return;
  }
  // "Yes to that."
  if (soFar.last && holds(tokens, 'again')) {
    if (!soFar.isAgainstLast(value)) return;
    soFar.takeBack();
    soFar.leaveUnexplained();
    return;
  }
  if (soFar.verdict && soFar.verdict.value !== value) {
    soFar.leaveUnexplained();
    soFar.isTorn = true;
  }
  soFar.verdict ??= { value, said: spanOf(tokens) };
}

/** At the end of a sentence: a yes or no that is for nothing else is for all pairs. */
export function settleVerdict(soFar: SaidSoFar): void {
  const { verdict } = soFar;
  if (!verdict || soFar.hasVote) return;
  // "No, 4 is in her team" says nothing of the others; "fine, although 4 is in her team" does.
  const { clauses } = soFar.sentence;
  const isAboutPairs = clauses.some(({ tokens }) => holds(tokens, 'pair'));
  const isContrast = verdict.value && clauses.some(({ lead }) => lead === 'but');
  if (isAboutPairs && !isContrast) return;
  if (isOfOthers(soFar, verdict.value, soFar.said.slice(...verdict.said))) {
    soFar.leaveUnexplained();
    return;
  }
  soFar.tally.setBulk(verdict.value, verdict.said, soFar.span(), { isBare: true });
  if (!verdict.value) soFar.refuseAll();
}

/** A yes or no that may be to what was said or asked before it, rather than to all: "Claire manages Yusuf. No." */
function isOfOthers(soFar: SaidSoFar, value: boolean, words: string): boolean {
  const { tally, last, sentence } = soFar;
  if (soFar.isTorn || tally.openBefore(sentence.start).length > 0) return true;
  if (last && (tally.corrects || last.abstains)) {
    soFar.takeBack();
    return true;
  }
  const isBesideRiddle = tally.doubts.some(([at]) => at === sentence.start);
  if (!value) {
    // "I'm against it."
    const refers = sentence.clauses.some(({ tokens }) => holds(tokens, 'again'));
    return refers || soFar.isAnswer || isBesideRiddle;
  }
  // "No to 4. Actually, yes."
  if (isBesideRiddle && last?.value === false) soFar.takeBack();
  // "1-6 yes, 7 no. Perfect."
  const isSettled = tally.rest?.value ?? tally.bulk?.value;
  return tally.groups.length > 0 && !isSettled && !decided.test(words);
}

/** Words that decide, where others may only be said of what went before. */
const decided = /approv|publish|proceed|carry on|go ahead|einverstanden|genehmig|aprob|aprov|approuv/iu;
