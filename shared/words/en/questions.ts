/**
 * What we say of every question: the program's own, and ours. Below the name of a type: `hint`, the line under a question of
 * that type; what a page says where an answer is missing or is no answer; and `unclear`, why words of a reply were none, in one
 * sentence or two, where `$ask` is the message of that name.
 */
export const questions = {
  ask: `.input {$isConditional :string}
.input {$isOptional :string}
.match $isConditional $isOptional
yes yes {{If you answered {$answers} to {$first :integer useGrouping=never}: {$ask} (optional)}}
yes * {{If you answered {$answers} to {$first :integer useGrouping=never}: {$ask}}}
* yes {{{$ask} (optional)}}
* * {{{$ask}}}`,
  /** Answers to a question of yes or no. */
  yes: 'yes',
  no: 'no',
  abstained: 'I would rather not say',
  text: {
    missing: 'Please write an answer.',
    'too-long':
      'This is {$length :integer useGrouping=never} characters long; please keep it to {$most :integer useGrouping=never}.',
    unclear: {
      later: 'This seems to be for later, or to point to something else. A few words are enough.',
    },
  },
  choice: {
    missing: 'Please choose one.',
    unfit: 'Please choose one of the options.',
    unclear: {
      ask: `.input {$isMany :string}
.match $isMany
yes {{Please reply with one letter, a to {$last}.}}
* {{Please reply with one letter, {$letters}.}}`,
      doubtful: 'We could not tell whether that is your answer. {$ask}',
      'fits-several': 'It could be more than one of the options. {$ask}',
      'several-options': 'We found more than one of the options. {$ask}',
      'which-option': 'We could not tell which of the options you mean. {$ask}',
    },
  },
  choices: {
    hint: 'Choose one or more.',
    missing: 'Please choose one or more.',
    unfit: 'Please choose from the options.',
    unclear: {
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
  },
  scale: {
    hint: `.input {$hasEnds :string}
.input {$min :number useGrouping=never}
.input {$max :number useGrouping=never}
.match $hasEnds
yes {{{$min} ({$low}) to {$max} ({$high})}}
* {{{$min} to {$max}}}`,
    missing: 'Please choose a number.',
    unfit: 'Please choose a number from {$min :number useGrouping=never} to {$max :number useGrouping=never}.',
    unclear: {
      ask: 'Please reply with one whole number from {$min :number useGrouping=never} to {$max :number useGrouping=never}.',
      'between-steps': '{$value :number useGrouping=never} lies between two steps. {$ask}',
      inexact: 'We were not sure of the exact number. {$ask}',
      'off-scale': '{$value :number useGrouping=never} is not on the scale. {$ask}',
      'which-end': 'We were not sure which end of the scale you mean. {$ask}',
      'which-number': 'We could not tell which number you mean. {$ask}',
    },
  },
  number: {
    hint: `.input {$bounds :string}
.input {$min :number useGrouping=never}
.input {$max :number useGrouping=never}
.match $bounds
both {{A number from {$min} to {$max}.}}
min {{A number, {$min} or more.}}
max {{A number, {$max} at most.}}
* {{A number.}}`,
    missing: 'Please give a number.',
    unfit: 'Please write a number in digits, such as {$example :number useGrouping=never}.',
    'too-small': 'Please write a number that is at least {$min :number useGrouping=never}.',
    'too-large': 'Please write a number that is at most {$max :number useGrouping=never}.',
    unclear: {
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
  },
  yesno: {
    hint: 'yes or no',
    missing: 'Please choose yes or no.',
    unclear: {
      ask: 'Please reply with yes or no.',
      both: 'We found both a yes and a no. {$ask}',
      neither: 'We could not tell whether this is a yes or a no. {$ask}',
    },
  },
  date: {
    hint: 'A date, with the year.',
    missing: 'Please give a date.',
    unfit: 'Please give a date as year-month-day, such as 2027-03-12.',
    unclear: {
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
  },
} as const;
