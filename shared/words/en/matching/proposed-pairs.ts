/** Pairs as lists name them. */
export const proposedPairs = {
  pair: '{$mentor} and {$mentee}',
  asMentor: '{$mentor} as mentor of {$mentee}',
  /** With what was said about it. */
  because: '{$mentor} and {$mentee}: {$reasons}',
  /** Of several reasons, the ones before and the next. */
  furtherReason: '{$reasons}; {$reason}',
  /** Of several names or pairs, the ones before and the next. */
  score: 'Score {$score :integer} of 100.',
} as const;
