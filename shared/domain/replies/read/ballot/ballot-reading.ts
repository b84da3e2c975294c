import type { abstained } from '#domain/forms/abstained.ts';

/** A vote on one pair. */
export interface Vote {
  value: boolean | typeof abstained;
  /** The reason, as they wrote it. */
  comment?: string;
  /** What it was read from, in their words. */
  said: string;
  /** `words`: from a word for all, or from names; `guessed`: by a rule of least certainty. Absent for a number with its vote. */
  by?: 'words' | 'guessed';
}

/** What is said of the pairs of a ballot. */
export interface BallotReading {
  /** By index of the question. */
  votes: Map<number, Vote>;
  /** Pairs that are mentioned in another way than with a clear vote: what is said of them. */
  unclear: Map<number, string>;
  /** What may touch a word for all pairs and was not understood. The pairs that would have been approved are open. */
  doubt: string;
  /** Votes that are likely, of pairs that are open: their writer can confirm all of them with one word. */
  likely: ReadonlyMap<number, boolean>;
  /** Remarks and what is in doubt, as they wrote them; all of it, where no vote is likely. */
  note: string;
  /** Whether pairs are named, and whether it is said that it is for all or for the rest of them. */
  names: { pairs: boolean; many: boolean };
}
