import type { Answers, FormDefinition } from '#domain/forms/form.ts';
import { isOpeningCourtesy } from '../courtesy/opening-courtesy.ts';
import { ofTheSame, withoutOpening } from './change-words.ts';
import type { Correction } from './correction.ts';
import { clausesOf, partsOf } from './correction-clauses.ts';
import { type Basis, change } from './make-correction.ts';
import { readMention, readNamed, readTopic, readValueTo } from './named-corrections.ts';
import { References } from './question-references.ts';
import { readRequest } from './requested-corrections.ts';
import { readByWords, readReplacement, readWish } from './unnamed-corrections.ts';

export interface Corrections {
  found: Correction[];
  /** What names no question. */
  rest: string;
}

/** Prose of more characters or clauses is a letter, which somebody has to read, and no list of corrections. */
const most = { characters: 4_000, clauses: 60 };

/**
 * Reads corrections in words: "Sorry, 11 should be 1", "please change 16 to b and c", "add French to my languages". A value is
 * taken only when the question is named, the words between are words of changing, and what is left is an answer to it.
 * `answers`: what we have, from earlier replies and from this one.
 */
export function readCorrections(form: FormDefinition, prose: string, answers: Answers): Corrections {
  if (prose.length > most.characters) return { found: [], rest: prose };
  const clauses = clausesOf(prose);
  if (clauses.length > most.clauses) return { found: [], rest: prose };
  const reader = new CorrectionReader(form, answers);
  const rest: string[] = [];
  const found: Correction[] = [];
  for (const clause of clauses) {
    const own = reader.read(clause.words);
    if (own.length > 0) found.push(...own);
    else if (!isNothing(clause.words)) rest.push(clause.before, clause.words);
  }
  // What holds no correction is left as it was written.
  if (found.length === 0) return { found, rest: prose };
  return { found, rest: rest.join('').trim() };
}

/** Whether prose is corrections and nothing else, each of a question that is called by its number or name. */
export function isCorrectionsOnly({ found, rest }: Corrections): boolean {
  return found.length > 0 && rest === '' && found.every(({ corrects, why }) => corrects && why === undefined);
}

function isNothing(words: string): boolean {
  return isOpeningCourtesy(words) || withoutOpening(words).clause.replace(/[\s.,:;!?–-]+/gu, '') === '';
}

/** Reads clause after clause; what one leaves open, the next may say. */
class CorrectionReader {
  readonly #basis: Basis;
  /** The question of the last clause, when that did not say what the answer should be. */
  #pending: Correction | undefined;

  constructor(form: FormDefinition, answers: Answers) {
    this.#basis = { form, answers, references: new References(form), corrects: false };
  }

  read(words: string): Correction[] {
    const { clause, corrects } = withoutOpening(words);
    if (corrects) this.#basis.corrects = true;
    if (clause === '') return [];
    const pending = this.#pending;
    this.#pending = undefined;
    const continued = pending && this.#continued(pending, clause, words);
    if (continued) return [];
    const parts = partsOf(clause);
    if (parts.length > 1) {
      const all = parts.map((part) => readClause(this.#basis, part, words));
      if (all.every((one) => one.length > 0 && one.every(({ why }) => why === undefined))) return all.flat();
    }
    const whole = readClause(this.#basis, clause, words);
    const [only, ...more] = whole;
    if (only?.why !== undefined && more.length === 0) this.#pending = only;
    return whole;
  }

  /** "Question 11 is wrong. It should be 2." The correction that waits is completed in its place. */
  #continued(pending: Correction, clause: string, words: string): boolean {
    const value = ofTheSame(clause) ?? undefined;
    if (value === undefined) return false;
    const made = change(this.#basis, pending.question, value, `${pending.said} ${words}`, true);
    if (made.why !== undefined) return false;
    delete pending.why;
    delete pending.isMistake;
    Object.assign(pending, made);
    return true;
  }
}

function readClause(basis: Basis, clause: string, said: string): Correction[] {
  return (
    readRequest(basis, clause, said) ??
    readNamed(basis, clause, said) ??
    readTopic(basis, clause, said) ??
    readValueTo(basis, clause, said) ??
    readReplacement(basis, clause, said) ??
    readByWords(basis, clause, said) ??
    readWish(basis, clause, said) ??
    readMention(basis, clause, said) ??
    []
  );
}
