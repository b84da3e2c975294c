/** The emails about stopping all email, and beginning again. */
export const stoppingEmails = {
  stopOrHandOver: {
    subject: 'Should we stop all email, or will you hand over?',
    asked: `.input {$part :string}
.match $part
coordinator {{You asked us to stop all email to you. We have not done so yet, because you coordinate {$cohort}: we ask you when something has to be decided, and tell you when something is stuck. Nobody else gets these emails.}}
* {{You asked us to stop all email to you. We have not done so yet, because you are on the matching committee of {$cohort}: without your votes the others decide alone, or have too few to decide.}}`,
    page: 'This page lets you hand over, and it can stop all email nevertheless: {#page}Hand over, or stop{/page}',
    otherwise: 'If you would rather go on, there is nothing to do: we write to you as before.',
    why: 'You get this because you asked us to stop writing to you about {$cohort}.',
  },
  handOver: {
    subject: `.input {$hasLeft :string}
.match $hasLeft
yes {{{$who} gets no more email from us}}
* {{{$who} would like to hand over}}`,
    now: `.input {$hasLeft :string}
.input {$part :string}
.match $hasLeft $part
yes coordinator {{{$who} ({$email}), who is the coordinator of {$cohort}, has stopped all email from us.}}
yes * {{{$who} ({$email}), who is on the matching committee of {$cohort}, has stopped all email from us.}}
* coordinator {{{$who} ({$email}), who is the coordinator of {$cohort}, would like to hand that over, and goes on until somebody else does it.}}
* * {{{$who} ({$email}), who is on the matching committee of {$cohort}, would like to hand that over, and goes on until somebody else does it.}}`,
    wanted: `.input {$hasLeft :string}
.input {$part :string}
.match $hasLeft $part
yes coordinator {{What needs a decision in {$cohort}, and the word that something is stuck, goes to the coordinator alone, and so to nobody now. Please talk to {$first} about who takes it over, and tell whoever runs Telemachy for you.}}
yes * {{{$first} votes no more. Please talk to {$first} about whether somebody else looks at the pairs, or the committee decides without.}}
* coordinator {{What needs a decision in {$cohort}, and the word that something is stuck, goes to the coordinator alone. Please talk to {$first} about who takes it over, and tell whoever runs Telemachy for you.}}
* * {{Please talk to {$first} about whether somebody else looks at the pairs, or the committee decides without.}}`,
  },
  stopOrNot: {
    subject: 'Should we stop all email to you?',
    asked: `.input {$hasAnswers :string}
.match $hasAnswers
yes {{You wrote {$said} Did you want us to stop all email from this program, about {$cohort} and later rounds? Please reply "stop", and we do. If you meant something else, there is nothing to do; we have your answers.}}
* {{You wrote {$said} Did you want us to stop all email from this program, about {$cohort} and later rounds? Please reply "stop", and we do. If you meant something else, there is nothing to do; nothing has changed.}}`,
  },
  stopped: {
    subject: 'We will not write to you again',
    last: 'As you asked, this is the last email to you from this program. You hear no more about {$cohort}, and we leave you out of later rounds. There is nothing to do.',
    undo: 'If it was a mistake, or was not you, this page undoes it for 30 days: {#page}Write to me again{/page}',
    later: 'If you want to come back later than that,',
    mistake: 'If that was a mistake, or you want to come back later,',
  },
  writeAgain: {
    subject: 'We write to you again',
    effect: `.input {$by :string}
.match $by
reader {{As you asked, you get email about {$cohort} again, and may be invited to later rounds.}}
* {{{$coordinator} says that you would like it: you get email about {$cohort} again, and may be invited to later rounds.}}`,
    missed: 'What we did not send you in the meantime we do not send now. There is nothing to do.',
    ifPartner: ' If you were to have a partner, or want to know what you have missed,',
    why: 'You get this because all email to you had been stopped, and is no longer.',
  },
} as const;
