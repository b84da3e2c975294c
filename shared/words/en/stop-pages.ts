/** The pages on which somebody stops all email, or undoes that. */
export const stopPages = {
  nothingChanges: 'If you leave this page, nothing changes.',
  stop: {
    title: 'Stop all email',
    heading: 'Stop all email from this program?',
    effect: `.input {$needed :string}
.match $needed
no {{{$name} ({$email}) would get no more email about {$cohort}: no questions, no reminders and no news of a match. Nor would we invite you to later rounds. Nobody is told why.}}
* {{{$name} ({$email}) would get no more email about {$cohort}: no questions, no reminders and no news of a match. Nor would we invite you to later rounds.}}`,
    coordinatorIsLost:
      'You coordinate {$cohort}. We ask you when something has to be decided and tell you when something is stuck; without email from us, nobody hears of it. You can ask for somebody to take over, and go on until then.',
    reviewerIsLost:
      'You are on the matching committee of {$cohort}. Without your votes the others decide alone, or are too few to decide. You can ask {$coordinator} to find somebody else, and go on until then.',
    button: 'Stop all email',
    buttonNevertheless: 'Stop all email nevertheless',
    handOver: 'Ask {$whom} to find somebody else',
  },
  leadership: 'leadership and the committee',
  handOver: {
    title: 'We have asked',
    heading: 'We have asked for somebody else',
    effect:
      'We have written to {$whom} that you would like to hand over. Until somebody does it, we go on writing to you as before. There is nothing more to do.',
  },
  stopped: {
    title: 'No more email',
    heading: 'You will get no more email from us',
    effect:
      'We have stopped all email to {$email} about {$cohort}, and leave you out of later rounds. There is nothing more to do. Our last email has a link that undoes it for 30 days; later than that, write to {$coordinator}.',
  },
  start: {
    title: 'Write to me again',
    heading: 'Shall we write to you again?',
    effect: 'All email to {$name} ({$email}) about {$cohort} was stopped. This undoes it.',
    button: 'Write to me again',
  },
  back: {
    title: 'We write to you again',
    effect: 'Email to {$email} about {$cohort} is not stopped any more. There is nothing more to do.',
  },
  tooOld: {
    title: 'This link is too old',
    effect: 'Please write to {$coordinator} if you want email about {$cohort} again.',
  },
} as const;
