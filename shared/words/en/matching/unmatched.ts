/** Why somebody has nobody, and the smallest change that would match them. */
export const unmatched = {
  mentee: {
    nobodyThere: `.input {$hasBothRoles :string}
.match $hasBothRoles
yes {{There is no mentor in this round other than {$name}.}}
* {{There is no mentor in this round.}}`,
    rules: 'The rules leave no mentor for {$name}. Which of them is not said, as some answers are confidential.',
    noPlaces: 'No mentor has a place.',
    tooFewPlaces: `.input {$mentees :integer useGrouping=never}
.input {$places :integer useGrouping=never}
.match $places
1 {{There are {$mentees} mentees and only {$places} place with mentors; every mentor {$name} could have had is taken.}}
* {{There are {$mentees} mentees and only {$places} places with mentors; every mentor {$name} could have had is taken.}}`,
    othersTaken: 'Every mentor {$name} could have had was needed by someone else.',
  },
  mentor: {
    nobodyThere: `.input {$hasBothRoles :string}
.match $hasBothRoles
yes {{There is no mentee in this round other than {$name}.}}
* {{There is no mentee in this round.}}`,
    rules: 'The rules leave no mentee for {$name}. Which of them is not said, as some answers are confidential.',
    offersNoPlace: '{$name} has no place for a mentee this time.',
    othersTaken: 'Every mentee {$name} could have had has a mentor.',
  },
  noRole: 'The application does not say whether as a mentor or a mentee.',
  change: {
    place: 'If {$mentor} had one more place, {$name} could be matched.',
    anyPlace: 'One more place with any mentor would match one more mentee, though not {$name} first.',
    ownPlace: '{$name} would have to offer a place.',
    preference: '{$mentor} has a place: with one more answer in common (a language, say), {$name} could be matched.',
    mentor: 'It takes another mentor to match {$name}.',
    mentorOrAnswers: 'It takes another mentor to match {$name}, or other answers: one more language, say.',
    mentee: 'It takes another mentee to match {$name}.',
  },
} as const;
