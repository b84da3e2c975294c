/** To the coordinator when applications close: who is there, and whether there is room for everyone. */
export const readiness = {
  subject: `.input {$applied :integer useGrouping=never}
.input {$invited :integer useGrouping=never}
.match $applied
0 {{{$cohort}: applications are closed, nobody applied}}
* {{{$cohort}: applications are closed, {$applied} of {$invited} applied}}`,
  closed: `.input {$areAll :string}
.input {$applied :count}
.input {$invited :count}
.match $areAll $applied
yes * {{Applications for {$cohort} are closed. All {$invited} people we invited applied.}}
* 0 {{Applications for {$cohort} are closed. None of the {$invited} people we invited applied.}}
* * {{Applications for {$cohort} are closed. {$applied :count case=sentence} of the {$invited} people we invited applied.}}`,
  /** Whether there are two sides to make pairs of, and whether they are even. */
  room: {
    nobody: ' So there is nobody to match.',
    noMentor: `.input {$learners :count}
.match $learners
one {{ {$learners :count case=sentence} person would like a mentor, and nobody offered to be one.}}
* {{ {$learners :count case=sentence} people would like a mentor, and nobody offered to be one.}}`,
    noMentee: `.input {$mentors :count}
.match $mentors
one {{ {$mentors :count case=sentence} person would like to be a mentor, and nobody asked for one.}}
* {{ {$mentors :count case=sentence} people would like to be a mentor, and nobody asked for one.}}`,
    forAll: `.input {$learners :count}
.match $learners
1 {{ There is room for the one who would like a mentor.}}
2 {{ There is room for both who would like a mentor.}}
* {{ There is room for all {$learners} who would like a mentor.}}`,
    forSome: `.input {$places :count}
.input {$learners :count}
.input {$without :count}
.match $places
0 {{ Mentors have room for none of the {$learners} who would like a mentor.}}
* {{ Mentors have room for {$places} of the {$learners} who would like a mentor, so {$without} would have none.}}`,
  },
  noPairs:
    ' As it stands there are no pairs to propose, and those who applied hear at the kickoff that we have no partner for them.',
  proposed: `.input {$hasCommittee :string}
.input {$isOpen :string}
.match $hasCommittee $isOpen
yes yes {{ The committee gets the proposed pairs now and votes until {$until}.}}
yes * {{ The committee gets the proposed pairs on {$day} and votes until {$until}.}}
* yes {{ We propose pairs now.}}
* * {{ We propose pairs on {$day}.}}`,
  nothingToDo: ' There is nothing to do.',
  notTooLate: `.input {$whom :string}
.match $whom
invited {{ It is not too late to change that: if you can think of somebody among those we invited, ask them to reply to the invitation. We put late replies to you, and until the pairs are decided on {$day} we make use of those that you say yes to. Otherwise there is nothing to do.}}
mentor {{ It is not too late to change that: if you can think of a mentor who could take one more, ask them to reply to the invitation. We put late replies to you, and until the pairs are decided on {$day} we make use of those that you say yes to. Otherwise there is nothing to do.}}
* {{ It is not too late to change that: if you can think of somebody among those we invited or of a mentor who could take one more, ask them to reply to the invitation. We put late replies to you, and until the pairs are decided on {$day} we make use of those that you say yes to. Otherwise there is nothing to do.}}`,
  weights:
    'If something should count more or less in the matching, you can see on a page what other weights would change. Whoever has the link can set them, so please keep it to yourself. {#page}Try other weights{/page}',
  figure: `.input {$people :integer useGrouping=never}
.match $people
0 {{none}}
* {{{$people}}}`,
  answered: {
    heading: 'Who answered',
    invited: 'Invited',
    applied: 'Applied',
    partial: 'Left it unfinished',
    unread: 'Could not be read',
    declined: 'Declined',
    silent: 'Did not answer',
    bounced: 'Address does not work',
  },
  wishes: {
    heading: 'What they would like to be',
    mentors: 'Mentor',
    mentees: 'Mentee',
    both: 'Both',
    places: 'Places with mentors',
  },
  coverage: {
    heading: '{$title}, and who offers it',
    topic: `.input {$wanted :integer useGrouping=never}
.input {$offered :integer useGrouping=never}
.input {$places :integer useGrouping=never}
.input {$isEnough :string}
.match $offered $places $isEnough
0 * * {{wanted by {$wanted}; no mentor offers it}}
one one yes {{wanted by {$wanted}; {$offered} mentor, {$places} place}}
one one * {{wanted by {$wanted}; {$offered} mentor, {$places} place, too few}}
one * yes {{wanted by {$wanted}; {$offered} mentor, {$places} places}}
one * * {{wanted by {$wanted}; {$offered} mentor, {$places} places, too few}}
* one yes {{wanted by {$wanted}; {$offered} mentors, {$places} place}}
* one * {{wanted by {$wanted}; {$offered} mentors, {$places} place, too few}}
* * yes {{wanted by {$wanted}; {$offered} mentors, {$places} places}}
* * * {{wanted by {$wanted}; {$offered} mentors, {$places} places, too few}}`,
  },
  unmatchable: 'Who cannot be matched as it stands',
  unfinished: 'Left it unfinished',
  held: 'Held back, as you asked',
  more: 'and {$more :integer useGrouping=never} more',
  unread: {
    heading: 'Wrote, but we could not read it',
    wrote: '{$name}: {$words}',
    came: `.input {$what :string}
.match $what
encrypted {{{$name}: an encrypted message}}
outlook {{{$name}: a message that only Outlook can open (winmail.dat)}}
no-text {{{$name}: files without words}}
too-large {{{$name}: a message too large to read}}
reaction {{{$name}: a reaction, such as a thumbs-up}}
unconfirmed {{{$name}: a reply from another address, which nobody has said is theirs}}
* {{{$name}: a reply without words of their own}}`,
    mayHelp: `.input {$people :integer}
.match $people
one {{This person has answered us, with nothing that we could take for an answer to a question. A word from you may help.}}
* {{They have answered us, with nothing that we could take for an answer to a question. A word from you may help.}}`,
  },
  leftOut: {
    heading: 'Not asked, as we had promised',
    why: `.input {$why :string}
.match $why
declined {{{$name}: said "no thanks" to an earlier round}}
* {{{$name}: wants no more email}}`,
    again: `.input {$people :integer}
.match $people
one {{This person was on your list. We promised not to ask. Whoever tells you that they would like to be asked again can be on your next list with "again": true.}}
* {{They were on your list. We promised them not to ask. Whoever tells you that they would like to be asked again can be on your next list with "again": true.}}`,
  },
  committee: 'About the committee',
} as const;
