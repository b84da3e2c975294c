import type { AnswerCollector } from '../answer-collector.ts';
import { clipped } from '../text/words.ts';
import type { BallotReading } from './ballot-reading.ts';

/** Takes over what was said of the pairs of a ballot in words. */
export function collectVotes({ votes, unclear, doubt, likely, note }: BallotReading, collector: AnswerCollector): void {
  for (const [pair, vote] of votes) collector.vote(pair, vote);
  for (const [pair, said] of unclear) collector.vote(pair, { said, why: { kind: 'vote' } });
  const quote = likely.size > manyPairs ? clipped(doubt, shortQuote) : doubt;
  for (const [pair, vote] of likely) collector.propose(pair, vote, unclear.get(pair) ?? quote);
  collector.keep(note);
}

/** The same words are kept with each pair, and a record holds 400 KB: of a thousand pairs a few words each have to do. */
const manyPairs = 100;

const shortQuote = 60;
