/** The emails about a reply, or about other mail that came in. */
export const replies = {
  noStopLink: 'The link that stops all email is in our other emails: in this one it would go along with your reply.',
  wroteToYou: '{$from} wrote to you about {$cohort}',
  answerAlone: 'Please reply to this email: your words go to {$name} alone, at {#address}{$email}{/address}',
  answerAloneHidden: 'Please reply to this email: your words go to {$name} alone, at {$email}.',
  newMail: {
    subjectOfStranger: 'Somebody wrote to the address of {$cohort}',
    known:
      '{$from} has written to the address that our emails come from. It is no reply to our questions, so it is for you. Nobody has answered it yet.',
    stranger:
      "Somebody at {$email} has written to the address that our emails come from. We don't know who that is; you get it because {$cohort} is the newest round that runs here. Nobody has answered it yet.",
    subjectLabel: 'Subject',
    noText: 'There is no text in it that we could read.',
    answerStranger:
      'If it is not for you, there is nothing to do. To answer, reply to this email: your words go to the writer alone, at {#address}{$email}{/address}',
    answerStrangerHidden:
      'If it is not for you, there is nothing to do. To answer, reply to this email: your words go to the writer alone, at {$email}.',
    files: `.input {$files :count}
.match $files
one {{A file came with it, which we do not pass on. Ask for it if you need it.}}
* {{{$files :count case=sentence} files came with it, which we do not pass on. Ask for it if you need it.}}`,
    unsure: 'We could not make sure that it really comes from this address.',
    last: 'There were many such emails today. We pass on no more of them until tomorrow.',
  },
  wroteMore: {
    subject: '{$who} may welcome a word from you',
    inReply: `.input {$about :string}
.match $about
agreement {{In reply to the questions about working together of {$cohort}, {$who} wrote something that answers none of our questions.}}
closing {{In reply to the closing questions of {$cohort}, {$who} wrote something that answers none of our questions.}}
stage {{In reply to the {$time} questions of {$cohort}, {$who} wrote something that answers none of our questions.}}
* {{In reply to the survey of {$cohort}, {$who} wrote something that answers none of our questions.}}`,
    confidential:
      'It may be a remark, or it may be a wish for help: we do not judge, and what is written there is confidential. We have told {$name} that you know this much; if {$name} says so, we pass the words on to you.',
    ask: 'Please write to {$name}, or call, and ask how things are going: {#address}{$email}{/address}',
  },
  questionFrom: {
    passed: `.input {$isAsking :string}
.match $isAsking
yes {{In a reply to us {$from} wrote something that is for you rather than for a program. We have not answered it, but told {$name} that you will.}}
* {{In a reply to us {$from} wrote something that is for you rather than for a program. We have not answered it, but told {$name} that you have it.}}`,
    agreed: '{$name} has asked us to pass this on to you. The answers themselves stay confidential.',
    part: 'This is the part that is meant for you. The rest of what they wrote is confidential.',
    writeYourself: 'Please write to {$from} yourself; a reply to this email does not reach them.',
  },
  passedOn: {
    subject: '{$name} has what you wrote',
    has: '{$thanks} As you asked, {$name} now has these words of yours: {$quote}',
    confidential:
      'Your answers to our questions stay confidential. There is nothing more to do; {$name} will write to you.',
    urgent: ' If it is urgent,',
  },
  confirmSender: {
    subject: 'Was this reply from you?',
    answered: `.input {$from :string}
.match $from
own {{Somebody answered the email about {$cohort} that we sent you. The reply has your address on it, but we could not make sure that it is yours.}}
address {{Somebody answered the email about {$cohort} that we sent you, from another address: {$other}.}}
* {{Somebody answered the email about {$cohort} that we sent you, from {$other}.}}`,
    asks: `.input {$others :string}
.match $others
yes {{If that was you, we would like to use it, and what else comes from there in reply to that email. Please reply yes or no from this mailbox.}}
* {{If that was you, we would like to use it. Please reply yes or no from this mailbox.}}`,
    silence: "If it was not you, or you don't answer, we leave that reply aside and nothing changes.",
    somebodyElse:
      'If you passed our email on to somebody who would like to take part as well, answer no: with a yes, their answers would become yours.',
    youInvite: ' You can invite them.',
    invites: ' {$name} can invite them: {#address}{$email}{/address}',
    why: 'You get this because your address is the one we have for {$cohort}.',
    wish: `.input {$wish :string}
.match $wish
stop {{It asks us to stop all emails to you.}}
* {{It says "no thanks" for you.}}`,
    alsoSays: 'It also says:',
    noAnswer: 'We found no answer to our questions in it.',
    wouldBe: 'With a yes, these would be your answers:',
  },
  lateReply: {
    subject: '{$who} answered after the deadline: take it?',
    subjectOfOwn: 'You answered after the deadline: does it count?',
    asks: `.input {$about :string}
.match $about
application {{{$who} has answered the invitation to {$cohort} after the deadline. We have kept the reply; nobody has read it, and {$name} knows that you decide. Please reply yes or no. }}
agreement {{{$who} has answered the questions about working together after the deadline. We have kept the reply; nobody has read it, and {$name} knows that you decide. Please reply yes or no. }}
stage {{{$who} has answered the questions at the {$time} after the deadline. We have kept the reply; nobody has read it, and {$name} knows that you decide. Please reply yes or no. }}
* {{{$who} has answered the survey after the deadline. We have kept the reply; nobody has read it, and {$name} knows that you decide. Please reply yes or no. }}`,
    asksOfOwn: `.input {$about :string}
.match $about
application {{You have answered the invitation to {$cohort} after the deadline. As you coordinate {$cohort}, it is for you to say whether that counts. Please reply yes or no. }}
agreement {{You have answered the questions about working together after the deadline. As you coordinate {$cohort}, it is for you to say whether that counts. Please reply yes or no. }}
stage {{You have answered the questions at the {$time} after the deadline. As you coordinate {$cohort}, it is for you to say whether that counts. Please reply yes or no. }}
* {{You have answered the survey after the deadline. As you coordinate {$cohort}, it is for you to say whether that counts. Please reply yes or no. }}`,
    yes: {
      list: 'If yes, the application counts. The pairs of this round are made, so {$name} is on the list in case a place becomes free.',
      pool: 'If yes, the application counts, and we look for a partner among those who are still free when the pairs are decided. Pairs that the committee has seen stay as they are.',
      agreement: 'If yes, we record the agreement. What it says stays with the two.',
      survey: 'If yes, the answers count in the report, with those of the others. You do not see them.',
    },
    no: "If no, {$name} is told so, kindly. If you don't answer, the reply does not count, and nobody is written to.",
    silenceOfOwn: "If you don't answer, the reply does not count.",
  },
  tooLate: {
    subject: `.input {$purpose :string}
.match $purpose
application {{Your reply came after applications had closed}}
agreement {{Your reply came after we had moved on}}
survey {{Your answers came after the questions had closed}}
ballot {{Your reply came after the decision}}
decision {{Your reply came after the decision}}
consent {{Your reply came after we had moved on}}
* {{Your reply came after we had closed the question}}`,
    subjectOfRefused: 'About your late reply',
    closed: `.input {$purpose :string}
.match $purpose
application {{Thank you for your reply. Applications for {$cohort} had closed when it came.}}
agreement {{Thank you for your reply. The start of {$cohort} is over.}}
survey {{Thank you for taking the time. The questions had closed when your reply came.}}
ballot {{Thank you for your reply. The matches of {$cohort} had been decided when it came.}}
decision {{Thank you for your reply. The matches of {$cohort} had been decided when it came.}}
consent {{Thank you for your reply. The plan had changed when it came.}}
* {{Thank you for your reply. The question that it answers had been closed.}}`,
    notTaken: `.input {$purpose :string}
.match $purpose
application {{Thank you for your reply. Applications for {$cohort} had closed when it came, so we could not include it this time. We are sorry. You are welcome in the next round.}}
agreement {{Thank you for your reply. The start of {$cohort} is over, so we have not recorded it. You can work together all the same: what the two of you agree with each other is what counts.}}
survey {{Thank you for taking the time. The questions had closed when your reply came, so we could not count your answers this time. Nothing else changes for you.}}
ballot {{Thank you for your reply. The matches of {$cohort} had been decided when it came, so we could not count it.}}
decision {{Thank you for your reply. The matches of {$cohort} had been decided when it came, so we could not count it.}}
consent {{Thank you for your reply. The plan had changed when it came, so we have not recorded it. You hear from us when there is news of your partner in {$cohort}.}}
* {{Thank you for your reply. The question that it answers had been closed, so nothing has changed.}}`,
    /** The reader is the coordinator, or somebody to whom the coordinator is named. */
    waits: `.input {$reader :string}
.match $reader
coordinator {{We have kept it and asked you whether it can still count.}}
* {{We have kept it and asked {$name} whether it can still count.}}`,
    refused: `.input {$purpose :string}
.input {$reader :string}
.match $purpose $reader
application coordinator {{Thank you for your reply. You said that it can't count any more. You are welcome in the next round.}}
application * {{Thank you for your reply. We asked {$name} whether it could still count, and it can't. We are sorry. You are welcome in the next round.}}
* coordinator {{Thank you for your reply. You said that it can't count any more. Nothing else changes for you.}}
* * {{Thank you for your reply. We asked {$name} whether it could still count, and it can't. We are sorry. Nothing else changes for you.}}`,
    passedOn: `.input {$reader :string}
.match $reader
coordinator {{You have what you wrote.}}
* {{{$name} has what you wrote and will write to you.}}`,
    noAnswer: 'We found no answer in it.',
    ifYes: `.input {$purpose :string}
.input {$reader :string}
.match $purpose $reader
application coordinator {{If you say yes, you hear from us what we understood; if you hear nothing, it was too late for this round, and you are welcome in the next.}}
application * {{If {$name} says yes, you hear from us what we understood; if you hear nothing, it was too late for this round, and you are welcome in the next.}}
* coordinator {{If you say yes, you hear from us what we understood; if you hear nothing, it could not be counted.}}
* * {{If {$name} says yes, you hear from us what we understood; if you hear nothing, it could not be counted.}}`,
    earlier: `.input {$reader :string}
.match $reader
coordinator {{Your earlier reply still waits: you decide whether it can count.}}
* {{Your earlier reply still waits: {$name} decides whether it can count.}}`,
    mayStill: `.input {$purpose :string}
.input {$reader :string}
.match $purpose $reader
application coordinator {{If you would still like to take part, reply to our email with your answers, and decide whether they can count.}}
application * {{If you would still like to take part, reply to our email with your answers, and {$name} decides whether they can count.}}
* coordinator {{If you would still like to answer, reply to our email with your answers, and decide whether they can count.}}
* * {{If you would still like to answer, reply to our email with your answers, and {$name} decides whether they can count.}}`,
    ifDifficult: ' If this causes a difficulty, or you have a question,',
  },
  couldNotRead: {
    subject: 'We could not read your reply',
    arrived: `.input {$why :string}
.match $why
empty {{Your reply has arrived, thank you, but there were no words of yours in it. Sometimes a mail program drops what was typed between the lines. Nothing that you told us before is lost.}}
too-large {{Your reply has arrived, thank you, but it is larger than we can open, perhaps because of a picture or a file. Nothing that you told us before is lost.}}
no-text {{Your reply has arrived, thank you, but the answers were not in the message itself, perhaps in a file or a picture, which we do not open. Nothing that you told us before is lost.}}
outlook {{Your reply has arrived, thank you, but the words in it are in a format that only Outlook can open (a file called winmail.dat). Nothing that you told us before is lost.}}
encrypted {{Your reply has arrived, thank you, but it is encrypted, and we have no key to open it. Nothing that you told us before is lost.}}
reaction {{Your reply has arrived, thank you, but it is a reaction, and we could not tell what it answers. Nothing that you told us before is lost.}}
* {{Your reply has arrived, thank you, but it arrived damaged, and we could not open it. Nothing that you told us before is lost.}}`,
    arrivedAbout: `.input {$why :string}
.match $why
empty {{Your reply about you and {$partner} has arrived, thank you, but there were no words of yours in it. Sometimes a mail program drops what was typed between the lines. Nothing that you told us before is lost.}}
too-large {{Your reply about you and {$partner} has arrived, thank you, but it is larger than we can open, perhaps because of a picture or a file. Nothing that you told us before is lost.}}
no-text {{Your reply about you and {$partner} has arrived, thank you, but the answers were not in the message itself, perhaps in a file or a picture, which we do not open. Nothing that you told us before is lost.}}
outlook {{Your reply about you and {$partner} has arrived, thank you, but the words in it are in a format that only Outlook can open (a file called winmail.dat). Nothing that you told us before is lost.}}
encrypted {{Your reply about you and {$partner} has arrived, thank you, but it is encrypted, and we have no key to open it. Nothing that you told us before is lost.}}
reaction {{Your reply about you and {$partner} has arrived, thank you, but it is a reaction, and we could not tell what it answers. Nothing that you told us before is lost.}}
* {{Your reply about you and {$partner} has arrived, thank you, but it arrived damaged, and we could not open it. Nothing that you told us before is lost.}}`,
    again: `.input {$why :string}
.match $why
encrypted {{Please reply once more, without encryption,{$by}, with the number of each question and your answer as ordinary text. }}
* {{Please reply once more{$by}, with the number of each question and your answer as ordinary text. }}`,
    inOutlook:
      'In Outlook, choose "Plain Text" under "Format Text" before you send it: then your words arrive as you typed them.',
  },
} as const;
