import type { Gathered } from '../answer-collector.ts';
import { clipped } from '../text/words.ts';
import type { BallotReading } from './ballot-reading.ts';

/** Takes over what was said of the pairs of a ballot in words. */
export function gatherVotes({ votes, unclear, doubt, likely, note }: BallotReading, gathered: Gathered): void {
  for (const [pair, vote] of votes) gathered.vote(pair, vote);
  for (const [pair, said] of unclear) gathered.vote(pair, { said, why: whichVote });
  const quote = likely.size > manyPairs ? clipped(doubt, shortQuote) : doubt;
  for (const [pair, vote] of likely) gathered.propose(pair, vote, unclear.get(pair) ?? quote);
  gathered.keep(note);
}

/** The same words are kept with each pair, and a record holds 400 KB: of a thousand pairs a few words each have to do. */
const manyPairs = 100;

const shortQuote = 60;

const whichVote =
  'We could not tell whether you are for or against this pair. Please reply with its number and yes or no, or "abstain" if you would rather not say.';
