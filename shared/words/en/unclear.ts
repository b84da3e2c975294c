/** Why we could not take what somebody wrote as an answer, of any type of question: one sentence or two. */
export const unclear = {
  youWrote: `.input {$to :string}
.match $to
all {{You wrote {$said} {$why}}}
named {{To question {$numbers} ({$label}) you wrote {$said} {$why}}}
one {{To question {$numbers} you wrote {$said} {$why}}}
* {{To questions {$numbers} you wrote {$said} {$why}}}`,
  any: {
    'above-or-below':
      'We could not tell whether your answers stand above or below their questions. Please reply with the number before each answer.',
    'asked-for-reason': 'We had asked for a reason.',
    'new-answer':
      'We could not tell what your answer should be now. Please reply with the number and the right answer.',
    'other-before':
      'The answer that you want to change is not the one we have. Please reply with the number and the right answer.',
    proposed: `.input {$vote :string}
.match $vote
abstained {{We read that as an abstention and would like to be sure, because it counts at once.}}
yes {{We read that as a yes and would like to be sure, because it counts at once.}}
* {{We read that as a no and would like to be sure, because it counts at once.}}`,
    'read-wrongly': `.input {$questions :integer}
.match $questions
1 {{Then we read you wrongly. Please answer the question itself, yes or no.}}
* {{Then we read you wrongly. Please answer the questions themselves.}}`,
    'reason-wanted': 'A vote against a pair needs a reason. Please give it in a few words.',
    reservations: 'We are not sure that this is a yes to all of them.',
    'several-answers': 'We found more than one answer to this question. Please give the one you mean.',
    'several-marks': 'We found more than one marked option. Please reply with one letter.',
    'too-long': 'This is longer than we can keep. Please say it in {$value :number} characters or fewer.',
    'too-much': 'There was more than we could read as one answer. A word or two is enough.',
    undecided: 'We could not tell what you have decided. Please say your answer alone.',
    'unsure-of-word': `.input {$questions :integer}
.match $questions
1 {{We could not tell whether we read you rightly. Please answer the question itself, yes or no.}}
* {{We could not tell whether we read you rightly. Please answer the questions themselves.}}`,
    vote: 'We could not tell whether you are for or against this pair. Please reply with its number and yes or no, or "abstain" if you would rather not say.',
    'what-changes': 'We are not sure what that changes.',
    'what-instead': 'What should it be?',
    'which-question':
      'We could not tell which of your answers this changes. Please reply with its number and the right answer.',
    'why-left-out': 'Why?',
  },
  /** Units as they stand in 'other-unit', by what they are called there. */
  units: {
    years: 'years',
    months: 'months',
    weeks: 'weeks',
    days: 'days',
    hours: 'hours',
    minutes: 'minutes',
    other: 'something else',
  },
} as const;
