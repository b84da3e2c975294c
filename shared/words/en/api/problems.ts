/** Problems that the API answers with (RFC 9457): a title, and what there is to know or to do. */
export const problems = {
  broken: {
    title: 'Something broke on our side',
    detail: 'Nothing is lost. If it stays, report it with the id {$id}.',
  },
  // Requests.
  badId: { title: 'Not found', detail: 'The path holds an id that is none of ours.' },
  nothingThere: { title: 'Not found', detail: 'There is nothing at {$route}.' },
  noBody: { title: 'No body', detail: 'The request needs a JSON body, with Content-Type: application/json.' },
  notJson: { title: 'Not JSON', detail: "The body can't be read as JSON: {$error}" },
  notValid: {
    title: 'The request is not valid',
    faults: `.input {$n :integer useGrouping=never}
.match $n
1 {{One thing is wrong with it; see errors. Nothing was changed.}}
* {{{$n} things are wrong with it; see errors. Nothing was changed.}}`,
    limit: 'limit is a whole number from 1 to 200.',
  },
  badKey: { title: 'Idempotency-Key', detail: 'An Idempotency-Key has 1 to 200 characters.' },
  keyUsed: {
    title: 'Idempotency-Key used before',
    detail: 'This Idempotency-Key was used for another request. Use a new key for a new one.',
  },
  noOrganisation: {
    title: 'The token names no organisation',
    detail: 'The token has to name one organisation, in its claim {$claim}: up to 100 characters without spaces.',
  },
  changedMeanwhile: {
    title: 'Changed meanwhile',
    detail: 'The cohort was changed by somebody else just now. Look at it and try again.',
  },
  // Cohorts.
  noSuchCohort: { title: 'No such cohort', detail: 'There is no cohort {$id}.' },
  finished: { title: 'Finished', detail: 'The cohort has finished; there is nothing to cancel.' },
  /** `status`: cancelled or finished, as the API calls it. */
  over: {
    title: 'The cohort is {$status}',
    nothingToResume: 'There is nothing to resume.',
    milestonesFixed: 'Its milestones can no longer be moved.',
    nobodyMatched: 'Nobody is matched any more.',
    writesNoMore: 'It writes to nobody any more.',
  },
  datesDoNotFit: { title: 'The dates do not fit', detail: 'See errors. Nothing was changed.' },
  noReport: {
    title: 'No report yet',
    detail: 'The report is made when the close-out ends; the cohort is at {$stage}.',
  },
  noDecision: {
    title: 'There is no open decision',
    over: 'The cohort is {$status}.',
    published: 'The pairs were published at {$at}.',
    voting: 'The committee has not finished voting. Whoever publishes is asked when it has, or when its time is over.',
  },
  // People and their mail.
  noSuchPerson: {
    title: 'No such person',
    detail: 'There is no person {$person}. GET /v1/cohorts/{$cohort}/people lists everyone with their ids.',
    notInvited: '{$person} is nobody who was invited. GET /v1/cohorts/{$cohort}/people lists everyone with their ids.',
  },
  inPair: {
    title: 'In a pair already',
    detail: '{$name} has been introduced to a partner. A hold is for before that; please talk to the two.',
  },
  noSuchForm: { title: 'No such form', detail: '{$form} is no form that {$person} was asked.' },
  noSuchEmail: {
    title: 'No such email',
    detail: 'There is no email {$email}. GET /v1/cohorts/{$cohort}/emails lists them with their ids.',
  },
  sentAlready: { title: 'Sent already', detail: 'It went out at {$at}, so it is not sent again.' },
  /** `why`: stopped, bounced or complained, as the API calls it. */
  nobodyToWriteTo: {
    title: 'Nobody to write to',
    detail: 'Mail to {$name} would not be sent: {$why}.',
    gone: 'Mail to somebody who is gone would not be sent: gone.',
  },
  beingSent: {
    title: 'It is being sent',
    detail: 'Look at its status in a minute, and ask again if it was not sent.',
  },
  notStoppedByThem: {
    title: 'Not stopped by them',
    bounced: 'Mail to {$name} ended because it comes back, which is not for us to undo.',
    complained: 'Mail to {$name} ended because it was reported as spam, which is not for us to undo.',
  },
  /** What is wrong at one place of a request, beside what `faults` has. */
  at: {
    either: '{$all} or {$one}',
    /** A fault with an example from the built-in program; `ends`: whether the fault is a whole sentence. */
    withExample: `.input {$ends :string}
.match $ends
yes {{{$fault} In the built-in program it is {$example}.}}
* {{{$fault}. In the built-in program it is {$example}.}}`,
    programTooLarge: 'The definition is too large: 300 KB at most.',
    noSuchProgram: 'No built-in program has this name. There are: {$names}. Or give a definition of your own.',
    noSuchLanguage: 'We write nothing in this language. There are: {$tags}.',
    noSuchFactor: 'There is no such factor. There are: {$factors}.',
    everyWeightZero: 'With these, every weight is 0.',
    leftOutOfNothing: 'Pairs are left out of a yes. With "publish": false, all of them wait.',
    notWaiting: '{$pair} is no pair that waits to be published.',
    pairTwice: 'This pair is named twice.',
  },
} as const;
