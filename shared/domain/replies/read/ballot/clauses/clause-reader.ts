import type { Clause } from '../ballot-sentences.ts';
import { type Content, contentOf } from '../clause-content.ts';
import type { SaidSoFar } from '../said-so-far.ts';
import { abstainFromAll, readAbstention } from './abstentions.ts';
import { readAll, readRest, settleAll } from './all-and-rest.ts';
import { readCourtesy } from './courtesies.ts';
import { doubtContrast, readDoubt } from './doubts.ts';
import { readException } from './exceptions.ts';
import { readFigures } from './other-figures.ts';
import { readOtherWords } from './other-words.ts';
import { readPairs } from './pair-clauses.ts';
import { settlePairs } from './pairs-alone.ts';
import { readReason } from './reasons.ts';
import { readVerdict, settleVerdict } from './verdicts.ts';

/** Reads a clause of its kind; false for a clause that is left to the readers behind it. */
type Reader = (soFar: SaidSoFar, clause: Clause, content: Content) => boolean;

/** The first that knows a clause reads it: what takes a clause out of the vote stands before the votes. */
const readers: readonly Reader[] = [
  readFigures,
  readCourtesy,
  doubtContrast,
  readReason,
  readAbstention,
  readDoubt,
  readException,
  readPairs,
  readRest,
  readAll,
  readVerdict,
  readOtherWords,
];

/** What still waits at the end of a sentence. */
const settlers: readonly ((soFar: SaidSoFar) => void)[] = [settlePairs, settleAll, abstainFromAll, settleVerdict];

/** Reads `clauses` of a sentence, one after the other: votes, with the pairs that they are for and their reasons. */
export function readClauses(soFar: SaidSoFar, clauses: readonly Clause[]): void {
  for (const clause of clauses) {
    const content = contentOf(clause.tokens);
    readers.find((read) => read(soFar, clause, content));
  }
  for (const settle of settlers) settle(soFar);
}
