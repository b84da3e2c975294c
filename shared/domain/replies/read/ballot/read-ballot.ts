import type { Answers, FormDefinition } from '#domain/forms/form.ts';
import { outcomeOf } from './ballot-outcome.ts';
import type { BallotReading } from './ballot-reading.ts';
import { sentencesOf } from './ballot-sentences.ts';
import { likelyVotes } from './likely-votes.ts';
import { isTakenBack } from './not-yet.ts';
import { SaidSoFar } from './said-so-far.ts';
import { readSentence } from './sentences/sentence-reader.ts';
import { ballotTokensOf, type Token } from './tokens/ballot-tokens.ts';
import { Names } from './tokens/pair-names.ts';
import { Tally } from './vote-tally.ts';
import { withoutSignature } from './without-signature.ts';

/** Characters of prose that are read: a page and a half. Whoever writes more than that writes a letter. */
const longest = 4_000;

/**
 * What the prose of a member of the committee says of the pairs of a ballot, a form of yes-or-no questions: "yes to all
 * except the second one: same team". `known` are votes from before, and `proposed` those that they were asked to confirm. Nothing
 * when it says nothing of any. Linear in the length of what is said.
 */
export function readBallot(
  form: FormDefinition,
  said: string,
  known: Answers = {},
  proposed: Answers = {},
): BallotReading | undefined {
  if (said.length > longest || !isBallot(form)) return undefined;
  const names = new Names(form.questions.map(({ ask }) => ask));
  const tokens = ballotTokensOf(withoutSignature(said, names), names, form.questions.length);
  const tally = new Tally(said, form.questions.length);
  const soFar = new SaidSoFar(said, tally);
  const sentences = sentencesOf(tokens);
  for (const sentence of sentences) readSentence(soFar, sentence);
  const likely = () => likelyVotes(sentences, said, form.questions.length);
  return outcomeOf(tally, form, { known, proposed }, tokens, likely);
}

/** Whether `said`, which stands by the number of a pair, takes back or leaves open the vote that it begins with. */
export function isHedged(form: FormDefinition, pair: number, said: string): boolean {
  const line = `${pair + 1}: ${said}`;
  if (said.length > longest || !isBallot(form) || readBallot(form, line)?.votes.has(pair)) return false;
  const tokens = ballotTokensOf(said, new Names(form.questions.map(({ ask }) => ask)), form.questions.length);
  const has = (...kinds: Token['kind'][]) => tokens.some(({ kind }) => kinds.includes(kind));
  const isNoOfNothing = /^\s*(?:no|não|nao)(?!\p{L})/iu.test(said) && !has('approve', 'praise', 'reject');
  // "Not really" alone takes nothing back: it is a no.
  const isBack = isTakenBack(said) && !/^\s*not really[\s.!]*$/iu.test(said);
  return has('doubt', 'if', 'part') || (has('approve') && has('reject')) || isNoOfNothing || isBack;
}

/** Whether a form puts several pairs to the vote: yes-or-no questions only. */
export function isBallot({ questions }: FormDefinition): boolean {
  return questions.length > 1 && questions.every(({ type }) => type === 'yesno');
}
