/** The page of the weights of the matching. */
export const weights = {
  title: 'What counts in the matching',
  titleOfFaults: 'Not done yet: What counts in the matching',
  intro:
    'For {$coordinator}. Each pair gets a score from 0 to 100. The weights say how much each of these counts for it. Only how they compare matters: twice the number counts twice as much, and 0 does not count at all.',
  show: 'Show what would change',
  use: 'Use these weights',
  beforehand: `.input {$matching :string}
.match $matching
later {{Showing what would change saves nothing, and nobody is told. If you use other weights, the pairs will be proposed with them when matching opens, on {$day}.}}
soon {{Showing what would change saves nothing, and nobody is told. If you use other weights, the pairs will be proposed with them when matching opens.}}
* {{Showing what would change saves nothing, and nobody is told. If you use other weights, the pairs are proposed anew with them: pairs that stay keep their votes, and the committee is asked about the new ones only. You can do so until the votes have ended, on {$votesEnd} at the latest.}}`,
  used: `.input {$matching :string}
.match $matching
later {{{#strong}These weights are in use now.{/strong} The pairs will be proposed with them when matching opens, on {$day}.}}
soon {{{#strong}These weights are in use now.{/strong} The pairs will be proposed with them when matching opens.}}
* {{{#strong}These weights are in use now.{/strong} The pairs are proposed anew with them. Pairs that stay keep their votes, and the committee is asked about the new ones only.}}`,
  share: `.input {$percent :integer}
.input {$isLittle :string}
.match $isLittle
yes {{less than 1% of the score.}}
* {{{$percent}% of the score.}}`,
  inUse: 'In use now: {$weight}.',
  own: "The program's own: {$weight}.",
  faults: {
    heading: `.input {$weights :integer useGrouping=never}
.match $weights
1 {{Nothing was changed yet: one weight needs a look}}
* {{Nothing was changed yet: {$weights} weights need a look}}`,
    fault: '{$title}: {$why}',
    noNumber: 'Please write a number in digits, such as 20.',
    outOfRange: 'Please write a number from 0 to 100.',
    allNought: 'Please give at least one a number above 0, or nothing is left to match by.',
  },
  decided: { title: 'The pairs are decided', detail: 'Weights can be tried until matching closes.' },
  fixed: {
    short: 'The weights are fixed',
    title: "The weights can't be changed any more",
    cancelled: "The cohort is cancelled, so its weights can't be changed any more.",
    votesEnded: "The votes on the pairs have ended, so the weights can't be changed any more.",
    heading: 'The weights of this cohort',
    weight: `.input {$percent :integer}
.input {$isLittle :string}
.match $isLittle
yes {{{$weight} (less than 1% of the score)}}
* {{{$weight} ({$percent}% of the score)}}`,
  },
  changes: {
    heading: 'What would change',
    nobodyApplied: 'Nobody has applied yet, so there are no pairs to compare.',
    nobodyPaired: 'Nobody who has applied can be paired, whatever the weights are. Below is why.',
    notProposed: `.input {$isClosed :string}
.input {$applied :integer useGrouping=never}
.match $isClosed
yes {{No pairs are proposed yet. This is what would be, with the weights in use and with these, for those who have applied ({$applied}).}}
* {{No pairs are proposed yet. This is what would be, with the weights in use and with these, for those who have applied so far ({$applied}).}}`,
    none: 'No pair would change.',
    some: `.input {$added :integer useGrouping=never}
.input {$gone :integer useGrouping=never}
.input {$kept :integer useGrouping=never}
.match $added $gone $kept
0 * 0 {{No pairs would be new, {$gone} would go, and none would stay.}}
0 * * {{No pairs would be new, {$gone} would go, and {$kept} would stay.}}
one 0 0 {{{$added} pair would be new, none would go, and none would stay.}}
one 0 * {{{$added} pair would be new, none would go, and {$kept} would stay.}}
one * 0 {{{$added} pair would be new, {$gone} would go, and none would stay.}}
one * * {{{$added} pair would be new, {$gone} would go, and {$kept} would stay.}}
* 0 0 {{{$added} pairs would be new, none would go, and none would stay.}}
* 0 * {{{$added} pairs would be new, none would go, and {$kept} would stay.}}
* * 0 {{{$added} pairs would be new, {$gone} would go, and none would stay.}}
* * * {{{$added} pairs would be new, {$gone} would go, and {$kept} would stay.}}`,
    pairs: 'Pairs',
    pairsMoved: `.input {$change :string}
.input {$before :integer useGrouping=never}
.input {$after :integer useGrouping=never}
.input {$by :integer useGrouping=never}
.match $change
up {{{$before} now, {$after} with these weights: {$by} more}}
down {{{$before} now, {$after} with these weights: {$by} fewer}}
* {{{$before} now, {$after} with these weights: no change}}`,
    average: 'Average score',
    lowest: 'Lowest score',
    scoreMoved: `.input {$change :string}
.input {$before :integer}
.input {$after :integer}
.input {$by :integer}
.match $change
never {{none now, none with these weights}}
begins {{none now, {$after} with these weights}}
ends {{{$before} now, none with these weights}}
up {{{$before} now, {$after} with these weights: {$by} higher}}
down {{{$before} now, {$after} with these weights: {$by} lower}}
* {{{$before} now, {$after} with these weights: no change}}`,
    aboutScores:
      'Scores go from 0 to 100, and each set of pairs is measured by its own weights. So a higher score does not by itself mean better pairs: look at who would meet whom.',
    added: 'Pairs that would be new ({$people :integer useGrouping=never})',
    gone: 'Pairs that would go ({$people :integer useGrouping=never})',
    unmatched: 'Who would have nobody ({$people :integer useGrouping=never})',
    more: 'And {$more :integer useGrouping=never} more, which are not shown here.',
    inRole: `.input {$role :string}
.match $role
mentee {{{$name}, as a mentee}}
* {{{$name}, as a mentor}}`,
    hasInUse: `.input {$role :string}
.match $role
mentee {{With the weights in use, {$name} has a mentor.}}
* {{With the weights in use, {$name} has a mentee.}}`,
  },
} as const;
