import { abstained } from '#domain/forms/abstained.ts';
import type { Answer, Answers, FormDefinition } from '#domain/forms/form.ts';
import type { BallotReading, Vote } from './ballot-reading.ts';
import { holds } from './clause-content.ts';
import type { Token } from './tokens/ballot-tokens.ts';
import type { Span, Tally } from './vote-tally.ts';
import { voteOnLeft } from './votes-on-left.ts';
import { type OfNamed, votesOnNamed } from './votes-on-named.ts';

/**
 * What a ballot says, all of it together. `known` are votes from before, `proposed` those that we have asked to confirm, and
 * `likely` finds what a reader in a hurry would take from it. Nothing where it says nothing of any pair.
 */
export function outcomeOf(
  tally: Tally,
  form: FormDefinition,
  { known, proposed }: { known: Answers; proposed: Answers },
  tokens: readonly Token[],
  likely: () => ReadonlyMap<number, boolean>,
): BallotReading | undefined {
  const ofNamed = votesOnNamed(tally, tokens);
  const { votes, unclear, mentioned } = ofNamed;
  const answerIn = (answers: Answers, pair: number): Answer | undefined => answers[form.questions[pair]?.key ?? ''];
  const all = [...form.questions.keys()];
  const open = all.filter((pair) => answerIn(known, pair) === undefined);
  const left = (open.length > 0 ? open : all).filter((pair) => !votes.has(pair) && !unclear.has(pair));
  const doubts = doubtsOf(tally, ofNamed, left.length);
  const isTorn = tally.isTorn();
  if (tally.isRestAsked) for (const pair of left) unclear.set(pair, tally.wordsOf(tally.isRestAsked));
  else if (!isTorn)
    for (const pair of left) {
      const read = voteOnLeft(tally, pair, answerIn(proposed, pair));
      if (read && 'vote' in read) votes.set(pair, read.vote);
      else if (read) unclear.set(pair, read.unclear);
    }
  leaveForbiddenAbstentions(form, votes, unclear);
  const doubt = isTorn ? tally.said.trim() : [...new Set(doubts.map((span) => tally.wordsOf(span)))].join('\n');
  const dropped = doubt === '' ? [] : [...votes].filter((vote) => isUncertain(tally, vote));
  for (const [pair] of dropped) votes.delete(pair);
  const isDoubtful = doubt !== '' || tally.isRestAsked !== undefined || votes.size === 0;
  const found = isTorn || !isDoubtful ? [] : [...dropped.flatMap(asLikely), ...likely()];
  const proposals = new Map(
    found.filter(([pair, value]) => {
      // A vote that stands is not put in doubt by what may be a remark.
      if (!open.includes(pair) || votes.has(pair)) return false;
      // What was proposed before stands until somebody votes on that pair: a yes with a story is no yes to what we read a no to.
      const before = answerIn(proposed, pair);
      return before === undefined || before === value;
    }),
  );
  const many = holds(tokens, 'all', 'rest', 'none');
  const isAboutPairs = tally.hasVote || (many && proposals.size > 0);
  if (votes.size === 0 && unclear.size === 0 && (doubt === '' || !isAboutPairs)) return undefined;
  const remarks = tally.notes.map((span) => tally.wordsOf(span));
  const note = doubt === '' || proposals.size > 0 ? [...remarks, doubt].filter(Boolean).join('\n') : tally.said.trim();
  return { votes, unclear, doubt, likely: proposals, note, names: { pairs: mentioned.size > 0, many } };
}

/** What may touch a word for all and was not understood, or does not fit the rest of what is said. */
function doubtsOf(tally: Tally, { votes, unclear, corrected, mentioned }: OfNamed, left: number): Span[] {
  const { bulk, rest, said } = tally;
  const doubts = [...tally.doubts];
  if (!tally.hasRightCounts(left)) doubts.push([0, said.length]);
  // "Approve the others", of none that were named.
  const isOfNone = !bulk && votes.size + unclear.size === 0 && mentioned.size === 0 && left === tally.total;
  if (rest && isOfNone && !leftBlank.test(said)) doubts.push(rest.said);
  // "I can't judge. 4 no."
  if (bulk?.isBare && bulk.abstains && tally.groups.length > 0) doubts.push(bulk.said);
  // "Sorry, it was 11 that I was thinking of. 6 is fine, take 11 as the no."
  const isCorrected = corrected.size > 0 || tally.withdrawn.size > 0;
  if (!isCorrected) return doubts;
  return doubts.filter(([start]) => !tally.aboutPairs.get(start)?.every((pair) => corrected.has(pair)));
}

function leaveForbiddenAbstentions(form: FormDefinition, votes: Map<number, Vote>, unclear: Map<number, string>): void {
  for (const [pair, { value, said }] of votes) {
    if (value !== abstained || form.questions[pair]?.mayAbstain) continue;
    votes.delete(pair);
    unclear.set(pair, said);
  }
}

/** Whether a vote falls with a doubt: any yes, and a no from a word for all that was not said, or an abstention from them. */
function isUncertain(tally: Tally, [pair, { value }]: readonly [number, Vote]): boolean {
  return value === true || ((tally.bulk?.isBare === true || value === abstained) && !tally.isVotedOn(pair));
}

function asLikely([pair, { value }]: readonly [number, Vote]): [number, boolean][] {
  return value === abstained ? [] : [[pair, value]];
}

/** The others are those that they wrote nothing of. */
const leftBlank =
  /nothing|blank|empty|comment|remark|n['’]t|not|nichts|rien|nada|otherwise|else|sonst|sinon|elsewise|everyone|everything/iu;
