import type { FormDefinition } from './forms/form.ts';
import type { AskedForm, Strike } from './forms/form-record.ts';
import { isAsking } from './forms/participant-questions.ts';
import type { BallotReading, Vote } from './replies/read/ballot/ballot-reading.ts';
import { readBallot } from './replies/read/ballot/read-ballot.ts';
import { Names } from './replies/read/ballot/tokens/pair-names.ts';
import { readReply } from './replies/read/read-reply.ts';
import type { ReplyMail, Sent } from './replies/read/reply-reading.ts';

/** A pair that may be left out of what is published. */
export type PairNames = Omit<Strike, 'reason'>;

/** All that somebody wrote in a reply about publishing, in one piece; of a pair copied from our list without its votes. */
export function wordsOf(
  { questions = [] }: Pick<AskedForm, 'questions'>,
  sent: readonly Sent[],
  mail: ReplyMail,
): string {
  // Read as a yes or no, words before it and behind it are set apart.
  const asked = questions.map((question) => ({ ...question, key: 'words', type: 'text' as const }));
  const { answers, note } = readReply({ form: { id: 'words', title: 'Words', questions: asked }, sent, mail });
  const words = [answers.words, note].filter((part) => typeof part === 'string' && part !== '').join('\n');
  return words.replace(/\s\(\S+\sfor,\s\S+\sagainst\)/g, '');
}

/** Longer reasons are cut, as on the page. */
const longestReason = 500;

/**
 * The pairs that a reply to "Shall we publish these pairs?" leaves out, when it is a clear yes to all others: "all but Ada
 * Park and Paul Neri, they share a desk". Nothing where any pair or word is in doubt. The pairs have no numbers here, so
 * that one which is told by a number or a place in the list is not understood. A reason that was not given is empty. `note`:
 * remarks beside that.
 */
export function strikesIn(words: string, pairs: readonly PairNames[]): { strikes: Strike[]; note: string } | undefined {
  const said = inWordsOfBallots(words);
  const read = readBallot(ballotOf(pairs), said);
  if (read?.doubt !== '' || read.unclear.size > 0 || read.votes.size < pairs.length) return undefined;
  const struck = [...read.votes].filter(([, { value }]) => !value);
  const isForOthers = [...read.votes.values()].every(({ value, by }) => !value || by !== undefined);
  if (struck.length === 0 || struck.length === pairs.length || !isForOthers) return undefined;
  const strikes = struck.flatMap(([index, vote]) => {
    const pair = pairs[index];
    return pair && isNamed(pair, words) ? [{ ...pair, reason: reasonOf(vote, words, struck.length) }] : [];
  });
  return strikes.length === struck.length ? { strikes, note: read.note } : undefined;
}

/**
 * The strikes with `words` as the reason of those that wait for theirs. Nothing when the words are no reason: a
 * plain yes or no, a question, or something about pairs.
 */
export function reasonFor(
  strikes: readonly Strike[],
  words: string,
  pairs: readonly PairNames[],
): Strike[] | undefined {
  const reason = words.trim();
  const read = readBallot(ballotOf(pairs), reason);
  if (isAsking(reason) || ofOthers.test(reason) || (read && isAboutPairs(read))) return undefined;
  return strikes.map((one) => (one.reason === '' ? { ...one, reason: cut(reason) } : one));
}

/** Says what is to be published, and so more than why something is not. */
const ofOthers = /(?<!\p{L})(?:publi|veröffentlich)/iu;

function isAboutPairs({ votes, unclear, names }: BallotReading): boolean {
  return votes.size > 0 || unclear.size > 0 || names.pairs || names.many;
}

function ballotOf(pairs: readonly PairNames[]): FormDefinition {
  const questions = pairs.map(({ pair, mentor, mentee }) => ({
    key: pair,
    ask: `${mentor} as mentor of ${mentee}`,
    type: 'yesno' as const,
  }));
  return { id: 'pairs', title: 'Pairs', questions };
}

/** What is said of publishing and hardly of a vote, in words of a vote: at the beginning of a clause, where no reason is; and lists. */
const ofPublishing: [RegExp, string][] = [
  [/\b(except|but)\s*:?\s*\n\s*(?:[-•*]\s)?/giu, '$1 '],
  [/\n\s*[-•*]\s+/g, ', '],
  [/\bleave\s+([^.;:!?\n]{3,90}?)\s+out\b/giu, 'leave out $1'],
  [/((?:^|[.;:!\n]|\band|,)\s*(?:please\s+)?)publish without\b/giu, '$1all except'],
  [/((?:^|[.,;:!\n]|\b(?:but|and))\s*(?:please\s+)?)(?:skip|hold back|omit|exclude|wait with)\b/giu, '$1leave out'],
];

function inWordsOfBallots(words: string): string {
  return ofPublishing.reduce((said, [pattern, instead]) => said.replace(pattern, instead), words);
}

/** Whether a word of the name of one of the two stands in `words`, perhaps with a slip of the finger. */
function isNamed({ mentor, mentee }: PairNames, words: string): boolean {
  const names = new Names([mentor, mentee]);
  return (words.match(/[\p{L}\p{M}'’]+/gu) ?? []).some((word) => names.of(word) ?? names.near(word));
}

/** As they wrote it. "because he is ill" at the end is one although nothing in it is unknown. */
function reasonOf({ comment = '' }: Vote, words: string, struck: number): string {
  const atEnd = struck === 1 ? /\bbecause\s+([^.!?\n]+)[.!\s]*$/iu.exec(words)?.[1] : undefined;
  const reason = words.replace(/\s*\n\s*/g, ' ').includes(comment) ? comment : '';
  return cut(reason || (atEnd ?? ''));
}

function cut(reason: string): string {
  return reason.trim().slice(0, longestReason).toWellFormed();
}
