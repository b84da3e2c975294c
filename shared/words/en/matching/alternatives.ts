/** What would be without a pair: whom the two would have, and what all pairs together would lose. */
export const alternatives = {
  bothHaveOthers:
    'Without this pair {$mentee} would have {$other} ({$otherScore} instead of {$score}), and {$mentor} would have {$newcomer} (a score of {$newcomerScore}).',
  menteeHasOther:
    'Without this pair {$mentee} would have {$other} ({$otherScore} instead of {$score}), and nobody would come to {$mentor} instead.',
  mentorHasOther:
    'Without this pair {$mentee} would have nobody, and {$mentor} would have {$newcomer} (a score of {$newcomerScore}).',
  neitherHasOther: 'Without this pair {$mentee} would have nobody, and nobody would come to {$mentor} instead.',
  fewerPairs: `.input {$pairs :integer useGrouping=never}
.match $pairs
1 {{There would be one pair fewer.}}
* {{There would be {$pairs} pairs fewer.}}`,
  asGood: 'All pairs together would be about as good.',
  lower: 'All scores together would be {$points :integer useGrouping=never} lower.',
  higherLessEven:
    'All scores together would be {$points :integer useGrouping=never} higher, but mentees would be shared less evenly.',
  higherWorstLower:
    'All scores together would be {$points :integer useGrouping=never} higher, but the lowest of them would be lower.',
} as const;
