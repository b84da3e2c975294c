import type { Vote } from './ballot-reading.ts';
import type { Token } from './tokens/ballot-tokens.ts';
import { type Group, type Span, type Tally, voteOf } from './vote-tally.ts';

/** What is said of the pairs that are named, by index of the question. */
export interface OfNamed {
  votes: Map<number, Vote>;
  /** Pairs without a clear vote, and what is said of them. */
  unclear: Map<number, string>;
  /** Pairs whose vote goes before what was said of them earlier. */
  corrected: ReadonlySet<number>;
  mentioned: ReadonlySet<number>;
}

/** The votes of all groups together; where they contradict each other, the pair is asked about. */
export function votesOnNamed(tally: Tally, tokens: readonly Token[]): OfNamed {
  const votes = new Map<number, Vote>();
  const unclear = new Map<number, string>();
  const corrected = new Set<number>();
  for (const group of tally.groups) {
    addVotes(tally, group, votes);
    if (!group.corrects) continue;
    for (const pair of group.pairs) {
      corrected.add(pair);
      const asked = tally.asked.get(pair);
      if (asked && asked[0] < group.said[0]) tally.asked.delete(pair);
    }
  }
  const counted = tokens.filter((token) => !tally.passedOver.has(token) && token.start >= tally.begins);
  const mentioned = new Set(counted.flatMap(({ pairs = [] }) => pairs));
  // Whatever rule has failed: a pair that is mentioned has a vote of its own, or is asked.
  for (const pair of mentioned)
    if (!votes.has(pair) && !tally.withdrawn.has(pair))
      tally.ask(pair, tally.mentions.get(pair) ?? firstNaming(tally, tokens, pair));
  for (const [pair, span] of tally.asked) {
    votes.delete(pair);
    unclear.set(pair, tally.wordsOf(span));
  }
  return { votes, unclear, corrected, mentioned };
}

function addVotes(tally: Tally, group: Group, votes: Map<number, Vote>): void {
  const value = voteOf(group);
  const by = certaintyOf(tally, group);
  for (const pair of group.pairs) {
    const own = votes.get(pair);
    const before = group.corrects && own?.value !== value ? undefined : own;
    if (before && before.value !== value) {
      tally.ask(pair, [...group.said]);
      continue;
    }
    const reasons = reasonsOf(tally, group, pair, before !== undefined);
    const comment = [before?.comment, ...reasons.map((span) => tally.wordsOf(span))].filter(Boolean).join('\n');
    votes.set(pair, { value, said: tally.wordsOf(group.said), ...(by && { by }), ...(comment !== '' && { comment }) });
  }
}

function certaintyOf(tally: Tally, group: Group): Vote['by'] {
  const isTurnedYes = group.value && [...group.pairs].some((pair) => tally.mentions.has(pair));
  if (group.guessed || group.corrects || tally.begins > 0 || isTurnedYes) return 'guessed';
  return group.named ? 'words' : undefined;
}

/** The reasons of a vote: what was said of the pair before a no to it is one, too. */
function reasonsOf({ mentions, reasons }: Tally, group: Group, pair: number, isAgain: boolean): Span[] {
  const mentioned = mentions.get(pair);
  const isBefore = mentioned !== undefined && mentioned[0] < group.said[0];
  const isReason = isBefore && !group.value && !group.reasons.some(([at]) => at <= mentioned[0]);
  return [...(isReason ? [mentioned] : []), ...group.reasons, ...(isAgain ? [] : (reasons.get(pair) ?? []))];
}

function firstNaming({ said }: Tally, tokens: readonly Token[], pair: number): Span {
  const token = tokens.find(({ pairs = [] }) => pairs.includes(pair));
  return token ? [token.start, token.end] : [0, said.length];
}
