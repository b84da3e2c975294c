/**
 * What we say of every question: the program's own, and ours. Below the name of a type: `hint`, the line under a question of
 * that type, and what a page says where an answer is missing or is no answer.
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
  },
  choice: {
    missing: 'Please choose one.',
    unfit: 'Please choose one of the options.',
  },
  choices: {
    hint: 'Choose one or more.',
    missing: 'Please choose one or more.',
    unfit: 'Please choose from the options.',
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
  },
  yesno: {
    hint: 'yes or no',
    missing: 'Please choose yes or no.',
  },
  date: {
    hint: 'A date, with the year.',
    missing: 'Please give a date.',
    unfit: 'Please give a date as year-month-day, such as 2027-03-12.',
  },
} as const;
