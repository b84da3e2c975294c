/**
 * Why we could not take what somebody wrote as an answer: one sentence or two, behind the words that it is about. `$ask`: the
 * message of that name, where the type of the question has one.
 */
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
  text: {
    later: 'This seems to be for later, or to point to something else. A few words are enough.',
  },
  choice: {
    ask: `.input {$isMany :string}
.match $isMany
yes {{Please reply with one letter, a to {$last}.}}
* {{Please reply with one letter, {$letters}.}}`,
    doubtful: 'We could not tell whether that is your answer. {$ask}',
    'fits-several': 'It could be more than one of the options. {$ask}',
    'several-options': 'We found more than one of the options. {$ask}',
    'which-option': 'We could not tell which of the options you mean. {$ask}',
  },
  choices: {
    ask: `.input {$isMany :string}
.match $isMany
yes {{Please reply with letters, such as "a, b" (a to {$last}).}}
* {{Please reply with letters, such as "a, b" ({$letters}).}}`,
    'all-of-it': 'We could not tell whether all of it holds. {$ask}',
    'letter-or-and': 'We could not tell whether a letter is an option or the word "and". {$ask}',
    'none-of-them': 'You wrote that it is none of them. If one of them is near enough, please say which. {$ask}',
    'not-among-options': `.input {$words :string}
.match $words
|| {{We could not find a part of it among the options. {$ask}}}
* {{We could not find "{$words}" among the options. {$ask}}}`,
    'which-by-piece': `.input {$words :string}
.match $words
|| {{We could not tell which of the options you mean by a part of it. {$ask}}}
* {{We could not tell which of the options you mean by "{$words}". {$ask}}}`,
    'which-left-out': 'We could not tell which of the options you leave out. {$ask}',
    'which-option': 'We could not tell which of the options you mean. {$ask}',
  },
  scale: {
    ask: 'Please reply with one whole number from {$min :number useGrouping=never} to {$max :number useGrouping=never}.',
    'between-steps': '{$value :number useGrouping=never} lies between two steps. {$ask}',
    inexact: 'We were not sure of the exact number. {$ask}',
    'off-scale': '{$value :number useGrouping=never} is not on the scale. {$ask}',
    'which-end': 'We were not sure which end of the scale you mean. {$ask}',
    'which-number': 'We could not tell which number you mean. {$ask}',
  },
  number: {
    ask: 'Please reply with one number.',
    inexact: 'We were not sure of the exact number. {$ask} A good guess is fine.',
    'no-number': 'We could not find a number in it. {$ask}',
    'other-unit': 'We asked for {$asked}, and this seems to be in {$said}. {$ask}',
    rate: 'We were not sure what the number counts. {$ask}',
    'several-numbers': 'We found more than one number. {$ask}',
    'too-large': 'The number should be {$max :number useGrouping=never} or less.',
    'too-small': 'The number should be {$min :number useGrouping=never} or more.',
    'which-number': 'We could not tell which number you mean. {$ask}',
  },
  yesno: {
    ask: 'Please reply with yes or no.',
    both: 'We found both a yes and a no. {$ask}',
    neither: 'We could not tell whether this is a yes or a no. {$ask}',
  },
  date: {
    ask: 'Please write it with the month as a word and the year, such as 3 April 2026.',
    'day-or-month': '"{$words}" can be read with the day first or the month first. {$ask}',
    'no-date': 'We could not find a full date in it. {$ask}',
    'no-day-of-month': 'We could not find the day of the month. {$ask}',
    'no-full-year': 'We could not find a year of four figures. {$ask}',
    'no-such-day': 'That day is not in the calendar. {$ask}',
    'no-year': 'We could not find the year. {$ask}',
    'other-weekday': 'The day of the week and the date do not go together. {$ask}',
    'several-dates': 'We found more than one date. {$ask}',
    'several-days': 'We found more than one day. {$ask}',
    'unsure-day': 'We were not sure that this is the day. {$ask}',
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
