import type { Sentence } from '../ballot-sentences.ts';
import { holds, namedBy } from '../clause-content.ts';
import { readClauses } from '../clauses/clause-reader.ts';
import type { SaidSoFar } from '../said-so-far.ts';
import type { Token } from '../tokens/ballot-tokens.ts';
import { readCondition } from './conditions.ts';
import { readNoVote } from './no-votes.ts';
import { readReference } from './references-back.ts';
import { readAddress, readRemark } from './remarks.ts';
import { startAfreshAtSummary } from './summaries.ts';
import { noteCorrection, readSlip } from './vote-corrections.ts';

/** Reads a sentence of its kind; false for one that is left to the readers behind it. */
type Reader = (soFar: SaidSoFar, tokens: readonly Token[]) => boolean;

/** The first that knows a sentence as a whole reads it; the votes of any other stand in its clauses. */
const readers: readonly Reader[] = [
  noteCorrection,
  readNoVote,
  readReference,
  readRemark,
  readAddress,
  readCondition,
  readSlip,
  startAfreshAtSummary,
  readVotes,
];

/** Reads a sentence as what it is: a remark, a question, a summary, or votes. */
export function readSentence(soFar: SaidSoFar, sentence: Sentence): void {
  soFar.begin(sentence);
  const tokens = sentence.clauses.flatMap(({ tokens: own }) => own);
  readers.find((read) => read(soFar, tokens));
}

function readVotes(soFar: SaidSoFar, tokens: readonly Token[]): boolean {
  const { start, clauses } = soFar.sentence;
  const isAboutPairs = holds(tokens, 'pair') && !holds(tokens, 'all', 'rest', 'none');
  if (isAboutPairs) soFar.tally.aboutPairs.set(start, [...new Set(namedBy(tokens))]);
  readClauses(soFar, clauses);
  return true;
}
