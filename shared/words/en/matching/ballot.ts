/** The emails to the committee: the pairs to vote on, and what is still open. */
export const ballot = {
  subject: `.input {$pairs :count}
.match $pairs
one {{{$cohort}: your view of {$pairs} pair}}
* {{{$cohort}: your view of {$pairs} pairs}}`,
  subjectOfChange: `.input {$pairs :count}
.match $pairs
one {{{$cohort}: {$pairs} pair has changed}}
* {{{$cohort}: {$pairs} pairs have changed}}`,
  subjectOfGone: `.input {$pairs :count}
.match $pairs
one {{{$cohort}: {$pairs} pair is no longer proposed}}
* {{{$cohort}: {$pairs} pairs are no longer proposed}}`,
  none: 'No pair needs your vote.',
  proposed: `.input {$pairs :count}
.match $pairs
one {{We propose {$pairs} pair for {$cohort} and need your vote on each by {$day}. Please vote on your own: the page shows the others' votes once the committee has decided.}}
* {{We propose {$pairs} pairs for {$cohort} and need your vote on each by {$day}. Please vote on your own: the page shows the others' votes once the committee has decided.}}`,
  changed: `.input {$reweighedBy :string}
.input {$pairs :count}
.match $reweighedBy $pairs
nobody one {{{$pairs :count case=sentence} pair has changed since you were asked about {$cohort}.}}
nobody * {{{$pairs :count case=sentence} pairs have changed since you were asked about {$cohort}.}}
reader one {{{$pairs :count case=sentence} pair has changed since you were asked about {$cohort}, because you have changed what counts.}}
reader * {{{$pairs :count case=sentence} pairs have changed since you were asked about {$cohort}, because you have changed what counts.}}
* one {{{$pairs :count case=sentence} pair has changed since you were asked about {$cohort}, because {$coordinator} has changed what counts.}}
* * {{{$pairs :count case=sentence} pairs have changed since you were asked about {$cohort}, because {$coordinator} has changed what counts.}}`,
  asked: `.input {$pairs :count}
.input {$open :count}
.match $open $pairs
0 one {{ Only this one needs your vote, by {$day}; your other votes stand.}}
0 * {{ Only these need your vote, by {$day}; your other votes stand.}}
one one {{ Please vote on this one by {$day}, and on the {$open} pair of our earlier email that you have not voted on yet.}}
one * {{ Please vote on these by {$day}, and on the {$open} pair of our earlier email that you have not voted on yet.}}
* one {{ Please vote on this one by {$day}, and on the {$open} pairs of our earlier email that you have not voted on yet.}}
* * {{ Please vote on these by {$day}, and on the {$open} pairs of our earlier email that you have not voted on yet.}}`,
  weakest: `.input {$shown :count}
.input {$others :integer useGrouping=never}
.match $shown
one {{Below is the weakest of them. The other {$others} are on the page alone, and "approve" counts for them too.}}
* {{Below are the {$shown} weakest of them. The other {$others} are on the page alone, and "approve" counts for them too.}}`,
  howTo: `.input {$pairs :integer}
.match $pairs
1 {{If all is well, reply "approve". If not, say "no" and why. You can also type under each pair. A no needs a reason, which helps to find a better partner. If a pair is not for you to judge, say "I abstain": that counts for neither side. {#page}Or vote on a page, which has every factor and the audit{/page}}}
2 {{If all is well, reply "approve". If not, say "no" and why. You can also type under each pair. A no needs a reason, which helps to find a better partner. If a pair is not for you to judge, say "I abstain on {$second}": that counts for neither side. {#page}Or vote on a page, which has every factor and the audit{/page}}}
* {{If all is well, reply "approve". If not, name the pairs: "approve all except {$second} and {$last}", or "{$second}: no, same team". You can also type under each pair. A no needs a reason, which helps to find a better partner. If a pair is not for you to judge, say "I abstain on {$second}": that counts for neither side. {#page}Or vote on a page, which has every factor and the audit{/page}}}`,
  gone: `.input {$pairs :count}
.match $pairs
one {{{$pairs :count case=sentence} pair is no longer proposed and needs no vote:}}
* {{{$pairs :count case=sentence} pairs are no longer proposed and need no vote:}}`,
  even: "We compared how groups fared: no rate is clearly under four fifths of another's. The whole audit is on the page.",
  uneven: `.input {$rates :count}
.match $rates
one {{Please look at how groups fared: {$rates} rate is under four fifths of another's.}}
* {{Please look at how groups fared: {$rates} rates are under four fifths of another's.}}`,
  unevenShown: `.input {$shown :count}
.match $shown
0 {{ The whole audit is on the page.}}
* {{ Here are {$shown} of them; the whole audit is on the page.}}`,
  unmatched: `.input {$people :count}
.match $people
one {{{$people :count case=sentence} applicant has no partner in this proposal; the page says why, and what would change it.}}
* {{{$people :count case=sentence} applicants have no partner in this proposal; the page says why, and what would change it.}}`,
  held: `.input {$people :count}
.match $people
one {{{$people :count case=sentence} applicant is held back this time.}}
* {{{$people :count case=sentence} applicants are held back this time.}}`,
  silence: "If you don't vote, the others' votes decide.",
  questions: 'Questions go to {$coordinator}.',
  confidential:
    "Please keep this to yourself. Nobody outside the committee sees a pair before the pairs of {$cohort} are published; names and reasons are from people's applications.",
  /** What slips into a choice of people unnoticed: habit, likeness, familiarity, and whoever is not on the list. */
  prompts: {
    intro: 'Before you vote, four questions to yourself:',
    habit: 'Whom would you have paired by habit, and why not these two?',
    likeness: "Would I judge this pair the same if the two had each other's names?",
    familiarity: 'Do I favour people whom I know, or who are like me?',
    others: 'Who gets the partners that many would like, and who is left out?',
  },
  reminder: {
    subject: '{$cohort}: your votes by {$day}',
    open: `.input {$votes :count}
.match $votes
one {{{$votes :count case=sentence} vote of yours is still open for the pairs of {$cohort}. We need them by {$day}; scores and reasons are in our first email and on the page.}}
* {{{$votes :count case=sentence} votes of yours are still open for the pairs of {$cohort}. We need them by {$day}; scores and reasons are in our first email and on the page.}}`,
    others:
      ' The first {$shown :integer} are below; the other {$others :integer useGrouping=never} are on the page alone, and "approve" counts for them too.',
  },
} as const;
