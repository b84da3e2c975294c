import type { Clause } from '../ballot-sentences.ts';
import { contentOf, holds } from '../clause-content.ts';
import { readClauses } from '../clauses/clause-reader.ts';
import type { SaidSoFar } from '../said-so-far.ts';
import type { Token } from '../tokens/ballot-tokens.ts';

/** A condition, a question or a choice: what it names is asked about. */
export function readCondition(soFar: SaidSoFar, tokens: readonly Token[]): boolean {
  const { sentence } = soFar;
  if (!holds(tokens, 'if') && !sentence.isQuestion && !(sentence.isChoice && leavesOpen(tokens))) return false;
  const from = readVotesBefore(soFar);
  doubtSentence(
    soFar,
    sentence.clauses.slice(from).flatMap(({ tokens: own }) => own),
  );
  return true;
}

/** "approve 4 or 9" leaves both open; "all except 4 or 9" takes out both. */
function leavesOpen(tokens: readonly Token[]): boolean {
  const isOfPairs = holds(tokens, 'pair') && !holds(tokens, 'except', 'reject');
  return isOfPairs || (holds(tokens, 'approve', 'praise') && holds(tokens, 'reject'));
}

/** "All approved, but does Ada know?": reads the vote before the "but", and returns the clause that the rest begins with. */
function readVotesBefore(soFar: SaidSoFar): number {
  const { clauses } = soFar.sentence;
  const but = clauses.findIndex(({ lead }, index) => index > 0 && lead === 'but');
  const before = clauses.slice(0, Math.max(0, but));
  if (before.length === 0 || !before.every(isPlainVote)) return 0;
  readClauses(soFar, before);
  return but;
}

function isPlainVote({ tokens }: Clause): boolean {
  const { all, polarity, unknown, pairs, except } = contentOf(tokens);
  const isPlain = !holds(tokens, 'if', 'or', 'doubt', 'part', 'ask', 'beyond') && unknown.length === 0;
  return isPlain && pairs.length === 0 && except < 0 && (all || polarity === true);
}

/** Asks about whatever `tokens` of the sentence name. */
export function doubtSentence(soFar: SaidSoFar, tokens: readonly Token[]): void {
  const namesPairs = tokens.some(({ pairs = [] }) => pairs.length > 0);
  soFar.ask(tokens);
  if (holds(tokens, 'rest')) soFar.tally.isRestAsked = soFar.span();
  if (holds(tokens, 'all', 'none', 'beyond') || (!namesPairs && !holds(tokens, 'rest'))) soFar.leaveUnexplained();
  // "No to 4. Unless they have moved since."
  const turns = holds(tokens, 'if') || (soFar.sentence.isQuestion && holds(tokens, 'approve', 'or'));
  if (turns && !namesPairs && soFar.last?.value === false) soFar.takeBack();
  soFar.isDoubted = true;
}
