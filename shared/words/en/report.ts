/** The report on what came of a cohort. A number of people or pairs that is 0 in a sentence is one that is withheld. */
export const report = {
  subject: '{$cohort}: what came of the mentoring',
  attached: 'The figures are attached too, for a spreadsheet (outcomes.csv).',
  tooFewToSay: 'Too few people answered to say.',
  /** Three sentences that are read first: who took part, how it went, and the weak point (see `weakPoints`). */
  headline: {
    nobodyApplied: 'Nobody applied this time.',
    noPairs: `.input {$people :integer useGrouping=never}
.match $people
0 {{Some people applied, and no pairs were made.}}
* {{{$people} people applied, and no pairs were made.}}`,
    pairs: `.input {$people :integer useGrouping=never}
.input {$pairs :integer useGrouping=never}
.match $people $pairs
0 0 {{Some people applied, and a few pairs were made.}}
0 1 {{Some people applied, and one pair was made.}}
0 * {{Some people applied, and {$pairs} pairs were made.}}
* 0 {{{$people} people applied, and a few pairs were made.}}
* 1 {{{$people} people applied, and one pair was made.}}
* * {{{$people} people applied, and {$pairs} pairs were made.}}`,
    matched: `.input {$people :integer useGrouping=never}
.input {$pairs :integer useGrouping=never}
.match $people $pairs
0 0 {{Some people applied, and a few pairs were made: {$mentees} were matched.}}
0 1 {{Some people applied, and one pair was made: {$mentees} were matched.}}
0 * {{Some people applied, and {$pairs} pairs were made: {$mentees} were matched.}}
* 0 {{{$people} people applied, and a few pairs were made: {$mentees} were matched.}}
* 1 {{{$people} people applied, and one pair was made: {$mentees} were matched.}}
* * {{{$people} people applied, and {$pairs} pairs were made: {$mentees} were matched.}}`,
    /** Who was matched, in the sentence above. */
    mentees: `.input {$kind :string}
.match $kind
all {{all mentees}}
nearly-all {{nearly all mentees}}
* {{{$share} of the mentees}}`,
    nobodyAsked: 'So nobody was asked how it went.',
    tooFew:
      'Too few people answered the closing survey to say how they got on (we show nothing for fewer than {$smallest :integer}).',
    /** As much of it as there are figures for. `max`: trust was asked on a scale that ends there. */
    wentHow: `.input {$figures :string}
.match $figures
meetings {{Pairs met {$met :number useGrouping=never} times on average.}}
trust {{Trust stood at {$trust :number}.}}
trust-max {{Trust stood at {$trust :number} out of {$max :number}.}}
goal {{{$share :phrase case=sentence} of the mentees who answered reached or passed their goal.}}
meetings-trust {{Pairs met {$met :number useGrouping=never} times on average, and trust stood at {$trust :number}.}}
meetings-trust-max {{Pairs met {$met :number useGrouping=never} times on average, and trust stood at {$trust :number} out of {$max :number}.}}
meetings-goal {{Pairs met {$met :number useGrouping=never} times on average, and {$share} of the mentees who answered reached or passed their goal.}}
trust-goal {{Trust stood at {$trust :number}, and {$share} of the mentees who answered reached or passed their goal.}}
trust-max-goal {{Trust stood at {$trust :number} out of {$max :number}, and {$share} of the mentees who answered reached or passed their goal.}}
meetings-trust-goal {{Pairs met {$met :number useGrouping=never} times on average, trust stood at {$trust :number}, and {$share} of the mentees who answered reached or passed their goal.}}
* {{Pairs met {$met :number useGrouping=never} times on average, trust stood at {$trust :number} out of {$max :number}, and {$share} of the mentees who answered reached or passed their goal.}}`,
    tooFewForWeakPoint: 'Too few people answered to name a weak point.',
    noWeakPoint: 'No weak point stands out in what people answered.',
  },
  /** What to look at next time: by itself, or in the headline, as its third sentence. */
  weakPoints: {
    nobodyApplied: `.input {$in :string}
.input {$invited :integer useGrouping=never}
.match $in $invited
headline 0 {{The weak point is the invitation: nobody who got it applied.}}
headline * {{The weak point is the invitation: none of the {$invited} people who got it applied.}}
* 0 {{The invitation: nobody who got it applied.}}
* * {{The invitation: none of the {$invited} people who got it applied.}}`,
    noMentors: `.input {$in :string}
.match $in
headline {{The weak point is mentors: nobody offered to be one.}}
* {{Mentors: nobody offered to be one.}}`,
    noMentees: `.input {$in :string}
.match $in
headline {{The weak point is mentees: nobody asked for a mentor.}}
* {{Mentees: nobody asked for a mentor.}}`,
    noPairs: `.input {$in :string}
.match $in
headline {{The weak point is matching: no two of those who applied became a pair.}}
* {{Matching: no two of those who applied became a pair.}}`,
    fewMentors: `.input {$in :string}
.match $in
headline {{The weak point is mentors: there were too few for everyone; {$share} of the mentees found one.}}
* {{Mentors: there were too few for everyone; {$share} of the mentees found one.}}`,
    fewMeetings: `.input {$in :string}
.match $in
headline {{The weak point is meetings: pairs met {$met :number} times on average in the whole round.}}
* {{Meetings: pairs met {$met :number} times on average in the whole round.}}`,
    trustFell: `.input {$in :string}
.match $in
headline {{The weak point is trust: it fell from {$from :number} at the {$time} to {$to :number} at the end.}}
* {{Trust: it fell from {$from :number} at the {$time} to {$to :number} at the end.}}`,
    trustLow: `.input {$in :string}
.match $in
headline {{The weak point is trust: it reached only {$mean :number} out of {$max :number} at the end.}}
* {{Trust: it reached only {$mean :number} out of {$max :number} at the end.}}`,
    goalsMissed: `.input {$in :string}
.match $in
headline {{The weak point is goals: people came less far than they expected ({$attained :number}, where 50 is as expected).}}
* {{Goals: people came less far than they expected ({$attained :number}, where 50 is as expected).}}`,
    /** What was asked, as the program labels it. */
    lowItem: `.input {$in :string}
.match $in
headline {{The weak point is {$label :phrase case=inside}: {$mean :number} out of {$max :number} at the end.}}
* {{{$label}: {$mean :number} out of {$max :number} at the end.}}`,
    notRecommended: `.input {$in :string}
.match $in
headline {{The weak point is recommending it: asked how likely they are to, people said {$mean :number} out of {$max :number} on average.}}
* {{Recommending it: asked how likely they are to, people said {$mean :number} out of {$max :number} on average.}}`,
    fewAnswers: `.input {$in :string}
.input {$of :string}
.match $in $of
headline both {{The weak point is answers: fewer than half of the people who were asked answered both surveys, so the figures say little.}}
headline all {{The weak point is answers: fewer than half of the people who were asked answered all surveys, so the figures say little.}}
headline * {{The weak point is answers: fewer than half of the people who were asked answered {$surveys}, so the figures say little.}}
* both {{Answers: fewer than half of the people who were asked answered both surveys, so the figures say little.}}
* all {{Answers: fewer than half of the people who were asked answered all surveys, so the figures say little.}}
* * {{Answers: fewer than half of the people who were asked answered {$surveys}, so the figures say little.}}`,
    /** One of `surveys`. */
    theSurvey: 'the {$survey}',
  },
  /** A survey by its name, and by its time within a sentence ("at the mid-point"). `own`: its title says that it is one. */
  surveys: {
    name: `.input {$kind :string}
.match $kind
closeout {{closing survey}}
own {{{$title :phrase case=inside}}}
* {{{$title :phrase case=inside} survey}}`,
    time: `.input {$kind :string}
.match $kind
closeout {{close}}
* {{{$title :phrase case=inside}}}`,
  },
  /** Shares of people, as they stand before "of the mentees". */
  shares: {
    all: 'all',
    none: 'none',
    nearlyAll: 'nearly all',
    hardlyAny: 'hardly any',
    near: `.input {$kind :string}
.match $kind
about {{about {$share}}}
or-more {{{$share} or more}}
or-fewer {{{$share} or fewer}}
* {{{$share}}}`,
    range: '{$share} to {$upTo}',
    fraction: `.input {$share :string}
.match $share
one-in-ten {{one in ten}}
one-in-five {{one in five}}
one-in-four {{one in four}}
one-in-three {{one in three}}
two-in-five {{two in five}}
half {{half}}
three-in-five {{three in five}}
two-in-three {{two in three}}
three-in-four {{three in four}}
four-in-five {{four in five}}
* {{nine in ten}}`,
  },
  figures: {
    withheld: 'withheld',
    count: `.input {$n :integer useGrouping=never}
.match $n
0 {{none}}
* {{{$n}}}`,
    percent: '{$n :integer}%',
    onScale: '{$mean :number} of {$max :number} ({$answers :integer useGrouping=never} answers)',
    mean: '{$mean :number} ({$answers :integer useGrouping=never} answers)',
    average: '{$mean :number useGrouping=never} on average ({$answers :integer useGrouping=never} answers)',
    averageEach: '{$mean :number useGrouping=never} each on average ({$answers :integer useGrouping=never} answers)',
    recommended:
      '{$mean :number} ({$answers :integer useGrouping=never} answers); {$high} gave 9 or 10, {$middle} gave 7 or 8, and {$low} gave less',
  },
  sections: {
    participation: {
      title: 'How many took part',
      invited: 'Invited',
      applied: 'Applied',
      declined: 'Said no thanks',
      unanswered: 'Gave no full answer',
      mentors: 'Offered to be mentors',
      mentees: 'Asked for a mentor',
      both: 'Both at once',
    },
    matching: {
      title: 'How well they were matched',
      pairs: 'Pairs',
      matched: 'Mentees who found a mentor',
      unmatchedMentees: 'Mentees without one',
      unmatchedMentors: 'Mentors without a mentee',
      meanFit: 'Fit of the pairs, mean',
      worstFit: 'Fit of the weakest pair',
      note: 'Fit is how much of what the program compares (goals, strengths, languages and so on) speaks for a pair.',
    },
    relationships: {
      title: 'Did they meet, and trust each other?',
      meetings: 'Meetings up to the {$time}',
      measure: '{$label}, {$time}',
      /** How many of the people who were asked answered, and what share that is; 0 of 0: both numbers are withheld. */
      answered: `.input {$asked :integer useGrouping=never}
.input {$rate :string}
.match $asked $rate
0 withheld {{{$survey :phrase case=sentence}: withheld.}}
0 * {{{$survey :phrase case=sentence} ({$share}).}}
* withheld {{{$survey :phrase case=sentence}: {$answered :integer useGrouping=never} of {$asked} answered.}}
* * {{{$survey :phrase case=sentence}: {$answered :integer useGrouping=never} of {$asked} answered ({$share}).}}`,
      notSent: '{$survey :phrase case=sentence}: not sent.',
    },
    goals: {
      title: 'Did they reach what they came for?',
      reached: 'Mentees who reached or passed their goal',
      menteesSay: 'Goals at the {$time}, mentees say',
      mentorsSay: 'Goals at the {$time}, mentors say',
      recommend: 'Would recommend it, 0 to 10',
      informal: 'Mentors found outside the program',
      note: 'Goals: 50 is "as expected", more is further (Goal Attainment Scaling).',
    },
    next: { title: 'What should change next time', nothing: 'Nothing stands out in the figures.' },
    howToRead: {
      title: 'How to read this',
      intro:
        "Figures about fewer than {$smallest :integer} people are withheld, and so are those from which such a figure could be worked out. Opinions are from those who answered; the number of answers stands beside each mean. The questions are the program's own, not a validated scale, and nothing here shows what caused what.",
    },
  },
} as const;
