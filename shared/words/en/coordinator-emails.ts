/** The emails that tell the coordinator how a cohort stands. */
export const coordinatorEmails = {
  stuck: {
    subject: '{$cohort} has stopped and needs a hand',
    stopped: {
      apply: '{$cohort} stopped while asking for applications, because of a fault on our side.',
      match: '{$cohort} stopped while finding pairs, because of a fault on our side.',
      kickoff: '{$cohort} stopped while introducing the pairs, because of a fault on our side.',
      survey: '{$cohort} stopped while asking how it is going, because of a fault on our side.',
      closeout: '{$cohort} stopped while closing the round, because of a fault on our side.',
    },
    forward:
      'Nothing is lost, and nobody will get an email twice. Please forward this to whoever runs Telemachy for you.',
    forThem:
      'For them: GET /v1/cohorts/{$id} says in stuck.cause what failed; the log has the details, where one is kept. When it is mended, POST /v1/cohorts/{$id}/resume goes on from where it stopped. Until then replies are still read, but no reminders are sent and deadlines pass unnoticed.',
  },
  cohortOver: {
    subject: '{$cohort} is over',
    over: `.input {$hadPairs :string}
.match $hadPairs
yes {{{$cohort} is over: everyone who had a partner has been thanked.}}
* {{{$cohort} is over. There were no pairs, so nobody else gets a closing email.}}`,
    report: 'The report has gone to {$readers}.',
    reportToNobody: 'The report has gone to nobody, as nobody was named to read it; you find it in the API.',
    kept: 'The records are kept until {$day} and then deleted. Thank you for running it.',
    wishes: 'What people would do differently',
    wishesHow: 'In their own words, in alphabetical order; we leave out the names.',
  },
  /** `first` is the first name of `who`. */
  unfinished: {
    subject: '{$who} could use a hand with our questions',
    replied: {
      answer: '{$who} has replied to us more than once, and we could not read an answer in it.',
      application: '{$who} has replied to us more than once, and the application is still incomplete.',
      ballot: '{$who} has replied to us more than once, and the vote on the pairs is still incomplete.',
      agreement: '{$who} has replied to us more than once, and the agreement with their partner is still incomplete.',
      survey: '{$who} has replied to us more than once, and the survey is still incomplete.',
    },
    onPage: 'We have stopped asking by email and offered {$first} the page instead.',
    open: `.input {$questions :count case=sentence}
.match $questions
one {{{$questions} question is open:}}
* {{{$questions} questions are open:}}`,
    wrote: '{$question} {$first} wrote {$said}',
    help: 'Please write to {$first}, if you can, and ask what would help: {#mail}{$email}{/mail}',
    later:
      'What {$first} answers later still counts, by reply or on the page, as long as {$cohort} takes answers. We write this once.',
  },
  unusedReplies: {
    subject: `.input {$replies :count}
.match $replies
one {{We did not answer {$replies} reply}}
* {{We did not answer {$replies} replies}}`,
    unheard: `.input {$replies :count case=sentence}
.match $replies
one {{{$replies} reply to {$cohort} got no answer from us, and nobody but you hears of it. Below is whose form it came for, and why we did not answer; somebody else may have written it. We do not show what it says.}}
* {{{$replies} replies to {$cohort} got no answer from us, and nobody but you hears of them. Below is whose form each came for, and why we did not answer; somebody else may have written it. We do not show what it says.}}`,
    why: {
      virus: 'There is a virus in it, so we have not opened it:',
      unreadable: 'We could not read it, and had told the person so that day already. A word from you may help:',
      'confirmed-elsewhere':
        'A yes or no to our question "Was this reply from you?", or a reply to the receipt for a page, which may not be from the person we asked:',
      'not-asked':
        'Perhaps from somebody else. We had asked the person about three others that day, and did not ask again:',
      'too-many':
        'More than a person writes in a day. We kept what came, but wrote nothing back and passed nothing on:',
      automatic: 'Automatic by its looks, like a note that somebody is away, without a day of return:',
    },
    /** `who` has an address where we know one: "Ada Lovelace (ada@harbour.example)". */
    reply: `.input {$purpose :string}
.input {$replies :count}
.match $purpose $replies
application one {{{$who}, application: {$day}, {$time}}}
application * {{{$who}, application: {$replies} replies, the last on {$day}, {$time}}}
agreement one {{{$who}, agreement with their partner: {$day}, {$time}}}
agreement * {{{$who}, agreement with their partner: {$replies} replies, the last on {$day}, {$time}}}
survey one {{{$who}, survey: {$day}, {$time}}}
survey * {{{$who}, survey: {$replies} replies, the last on {$day}, {$time}}}
ballot one {{{$who}, votes on the pairs: {$day}, {$time}}}
ballot * {{{$who}, votes on the pairs: {$replies} replies, the last on {$day}, {$time}}}
decision one {{{$who}, publishing the pairs: {$day}, {$time}}}
decision * {{{$who}, publishing the pairs: {$replies} replies, the last on {$day}, {$time}}}
consent one {{{$who}, the partner we thought of: {$day}, {$time}}}
consent * {{{$who}, the partner we thought of: {$replies} replies, the last on {$day}, {$time}}}
* one {{{$who}: {$day}, {$time}}}
* * {{{$who}: {$replies} replies, the last on {$day}, {$time}}}`,
    others: `.input {$people :count}
.match $people
one {{and {$people} other person}}
* {{and {$people} other people}}`,
    ifReal:
      'There is nothing to do if none of this surprises you. If one may be a real answer, ask the person to send it again, from the address that we write to.',
    ifAutomatic: `.input {$replies :integer}
.match $replies
one {{There is nothing to do. If it may be a real answer, ask the person to send it again.}}
* {{There is nothing to do. If one of these may be a real answer, ask the person to send it again.}}`,
  },
  notSent: {
    subject: `.input {$emails :count case=sentence}
.match $emails
one {{{$emails} email from {$cohort} did not go out}}
* {{{$emails} emails from {$cohort} did not go out}}`,
    stopped: `.input {$emails :count}
.match $emails
one {{We could not send {$emails} email of {$cohort}, and we have stopped trying. Below is whom it was for, and why.}}
* {{We could not send {$emails} emails of {$cohort}, and we have stopped trying. Below is whom each was for, and why.}}`,
    surelyNot: `.input {$emails :integer}
.match $emails
one {{This has surely not arrived:}}
* {{These have surely not arrived:}}`,
    perhaps: `.input {$emails :integer}
.match $emails
one {{This may have arrived all the same:}}
* {{These may have arrived all the same:}}`,
    /** `who` has an address where we know one: "Ada Lovelace (ada@harbour.example)". */
    email: `.input {$isGone :string}
.match $isGone
yes {{somebody who is gone: {$what}. {$why}.}}
* {{{$who}: {$what}. {$why}.}}`,
    /** Also what the email log says. `code` and `words` are of SES. */
    why: `.input {$is :string}
.match $is
refused {{SES refused it ({$code}): {$words}}}
blocked {{SES does not let us send ({$code}): {$words}}}
died {{claimed twice, and twice the sender died}}
unanswered {{SES did not say whether it took it, six times}}
day {{it was tried for a day and could not be sent}}
stopped {{stopped}}
bounced {{bounced}}
complained {{complained}}
* {{unknown}}`,
    /** What people call an email, by its kind. */
    what: `.input {$kind :string}
.match $kind
invitation {{the invitation}}
application-reminder {{the reminder to apply}}
understood {{what we understood of a reply}}
declined {{the answer to "no thanks"}}
too-late {{the answer to a reply that came late}}
could-not-read {{the answer to a reply that we could not read}}
confirm-sender {{the question whether a reply was theirs}}
not-matched {{the news that there is no partner}}
not-this-time {{the news that there is no partner}}
introduction {{the introduction to their partner}}
agreement-reminder {{the reminder about the agreement}}
survey {{the survey}}
survey-reminder {{the reminder about the survey}}
thanks {{the thanks at the end}}
cancelled {{the news that the round is cancelled}}
stopped {{the word that we write no more}}
stop-or-not {{the question whether to stop all mail}}
ballot {{the question about the pairs}}
ballot-reminder {{the reminder about the votes}}
readiness {{the figures before the matching}}
publish-decision {{the question whether to publish the pairs}}
partner-proposed {{the partner that we thought of}}
partner-change {{the change of their partner}}
matches-published {{the news that the pairs are published}}
opening {{the question of another partner}}
stuck {{the news that the round has stopped}}
pair-not-agreed {{the news about a pair}}
question-from {{a question from somebody}}
passed-on {{words that somebody wrote}}
wrote-more {{the question about more words}}
late-reply {{the question about a late reply}}
unfinished {{the news that somebody could use a hand}}
unused-replies {{the list of replies without an answer}}
cohort-over {{the end of the round}}
report {{the report}}
* {{a message}}`,
    writeYourself: `.input {$emails :integer}
.match $emails
one {{Please write to the person yourself if it is urgent, and forward this to whoever runs Telemachy for you.}}
* {{Please write to these people yourself if it is urgent, and forward this to whoever runs Telemachy for you.}}`,
    forThem: `.input {$emails :integer}
.match $emails
one {{For them: when the cause is mended, POST /v1/cohorts/{$id}/emails/EMAIL/resend sends one again. GET /v1/cohorts/{$id}/emails has its id. We write this once.}}
* {{For them: when the cause is mended, POST /v1/cohorts/{$id}/emails/EMAIL/resend sends one again. GET /v1/cohorts/{$id}/emails has their ids. We write this once.}}`,
  },
  withAddress: '{$name} ({$email})',
} as const;
