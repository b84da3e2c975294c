/** The emails about a schedule that has changed. */
export const scheduleEmails = {
  /** `day`: the last day now, or the day of publication. `was`: the one that we had written. `on`: the day of the close. */
  deadlineMoved: {
    /** Subjects name no partner: that somebody is in a pair is nothing to read over a shoulder. */
    subject: `.input {$purpose :string}
.match $purpose
ballot {{{$cohort}: your votes by {$day}, please}}
decision {{{$cohort}: the pairs go out on {$day}}}
* {{An earlier day for your answer: {$day}}}`,
    subjectOfClosed: `.input {$purpose :string}
.match $purpose
application {{Applications have closed earlier than we wrote}}
ballot {{{$cohort}: the votes have ended earlier}}
decision {{{$cohort}: the pairs are published today}}
* {{Our questions have closed earlier than we wrote}}`,
    moved: `.input {$purpose :string}
.input {$hasPartner :string}
.match $purpose $hasPartner
application * {{Applications for {$cohort}, {$organisation}'s mentoring, close sooner than we wrote: the last day is {$day}, not {$was}.}}
ballot * {{We need your votes on the pairs of {$cohort} sooner than we wrote: by {$day}, not {$was}.}}
decision * {{The pairs of {$cohort} can go out sooner than we wrote: on {$day}, not on {$was}. All else that we wrote stands.}}
consent * {{You can tell us that you would rather not work with the partner we thought of until {$day}, not {$was} as we wrote. If the partner suits you, there is nothing to do.}}
agreement yes {{We need to know how you and {$first} would like to work together sooner than we wrote: by {$day}, not {$was}.}}
agreement * {{We need to know how the two of you would like to work together sooner than we wrote: by {$day}, not {$was}.}}
* yes {{We need your answers about your mentoring with {$partner} sooner than we wrote: by {$day}, not {$was}.}}
* * {{We need your answers about your mentoring sooner than we wrote: by {$day}, not {$was}.}}`,
    sorry: ' We are sorry for the change.',
    missing: `.input {$answers :count case=sentence}
.match $answers
one {{ {$answers} answer of yours is still missing.}}
* {{ {$answers} answers of yours are still missing.}}`,
    otherPairs:
      'The other {$others :integer useGrouping=never} are on the page alone, and "approve" counts for them too.',
    howTo: `.input {$purpose :string}
.match $purpose
decision {{Just reply "yes" or "no". {#page}Or answer on a page{/page}}}
* {{If you would rather not, just reply "no". {#page}Or answer on a page{/page}}}`,
    confidential: 'Please keep this to yourself until you are introduced.',
    silence: {
      ballot: "If you don't vote, the others' votes decide.",
      application:
        "If it's not for you, reply \"no thanks\". If we don't hear from you by {$day}, we'll leave you out this time.",
      survey: `.input {$hasPartner :string}
.match $hasPartner
yes {{{$partner} does not see your answers. If you don't answer, nothing changes for the two of you.}}
* {{If you don't answer, nothing changes for the two of you.}}`,
    },
    closed: `.input {$purpose :string}
.input {$hasPartner :string}
.match $purpose $hasPartner
application * {{Applications for {$cohort}, {$organisation}'s mentoring, closed on {$on}.}}
ballot * {{The votes on the pairs of {$cohort} closed on {$on}.}}
decision * {{The pairs of {$cohort} are published on {$on}.}}
consent * {{The time in which you could say that you would rather not work with the partner we thought of closed on {$on}.}}
agreement yes {{Our questions about how you and {$first} would like to work together closed on {$on}.}}
agreement * {{Our questions about how you would like to work together closed on {$on}.}}
* yes {{Our questions about your mentoring with {$partner} closed on {$on}.}}
* * {{Our questions about your mentoring closed on {$on}.}}`,
    sooner: `.input {$purpose :string}
.match $purpose
application {{We had written that you have until {$was}, and we are sorry that it came sooner. We have no whole application from you, so you are not in this round.}}
ballot {{We had written that you have until {$was}, and we are sorry that it came sooner. The votes that are in decide.}}
decision {{We had written {$was}, and we are sorry that it comes sooner.}}
consent {{We had written that you have until {$was}, and we are sorry that it came sooner.}}
agreement {{We had written that you have until {$was}, and we are sorry that it came sooner. You can meet all the same.}}
* {{We had written that you have until {$was}, and we are sorry that it came sooner. Nothing changes for the two of you.}}`,
    orReply: `.input {$purpose :string}
.match $purpose
application {{ If you were about to answer and would still like to take part, reply to this email, or}}
* {{ If this causes a difficulty, reply to this email, or}}`,
  },
  cancelled: {
    subject: '{$cohort} ends early',
    ended: `.input {$reader :string}
.match $reader
coordinator {{You have ended {$cohort}, the mentoring at {$organisation}, before its time. Thank you for your part in it.}}
* {{{$coordinator} has ended {$cohort}, the mentoring at {$organisation}, before its time. Thank you for your part in it.}}`,
    effect:
      'There is nothing to do, and there will be no more email about this round. If you have a partner, nothing keeps you from going on together.',
    questions: ' For questions,',
    why: 'You get this because we wrote to you about {$cohort} before.',
  },
} as const;
