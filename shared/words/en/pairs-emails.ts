/** The emails about a pair: its introduction, its surveys, its end. */
export const pairsEmails = {
  introduction: {
    subject: 'You and {$partner}: meeting for the first time',
    partner: `.input {$role :string}
.match $role
mentor {{{$partner} is your mentee in {$cohort}, and is hearing about you today too. Before you meet, please tell us how you would like to work together.}}
* {{{$partner} is your mentor in {$cohort}, and is hearing about you today too. Before you meet, please tell us how you would like to work together.}}`,
    reasons: 'Why we thought of you two:',
    toMeet: `.input {$role :string}
.match $role
mentor {{To meet, wait for {$first}, who is asked to write to you first. If a week passes without a word, write yourself, to {#mail}{$email}{/mail}}}
* {{To meet, the first word is yours: write to {#mail}{$email}{/mail} in the next few days and suggest two or three times. Half an hour is enough.}}`,
    confidential: `.input {$reader :string}
.match $reader
coordinator {{What you say to each other stays between you. As coordinator you see who has agreed, not what they wrote.}}
* {{What you say to each other stays between you. {$coordinator} sees whether you have agreed, not what you wrote.}}`,
    silence: "If we don't hear from you, we ask once more; you can meet before that.",
  },
  stepBack:
    'If you would rather not work together, answer no to question {$question :integer useGrouping=never}; you need not say why.',
  agreementReminder: {
    subject: 'How would you and {$partner} like to work together?',
    asked: `.input {$hasBegun :string}
.match $hasBegun
yes {{You and {$partner} are a pair in {$cohort}. Thank you for your answers so far; this is what is missing.}}
* {{You and {$partner} are a pair in {$cohort}. We asked how you would like to work together and have not heard from you; perhaps our email got lost.}}`,
    silence: `.input {$reader :string}
.match $reader
coordinator {{If you don't answer, you can still meet.}}
* {{If you don't answer, you can still meet; {$coordinator} may ask you both how it is going.}}`,
  },
  /**
   * What is usually said, under the names that a program has for words of its own. Those `About` are for people with several
   * partners.
   */
  usualSurvey: {
    subject: `.input {$when :string}
.match $when
underWay {{How is your mentoring going?}}
* {{Looking back on your mentoring}}`,
    subjectAbout: `.input {$when :string}
.match $when
underWay {{How is it going with {$partner}?}}
* {{Looking back on your mentoring with {$partner}}}`,
    reminder: `.input {$when :string}
.match $when
underWay {{Have you a few minutes for your mentoring?}}
* {{A few minutes to look back?}}`,
    reminderAbout: `.input {$when :string}
.match $when
underWay {{Have you a few minutes for your mentoring with {$partner}?}}
* {{A few minutes to look back on your time with {$partner}?}}`,
    opening: `.input {$when :string}
.match $when
underWay {{How is it going for you and {$partner} in {$cohort}? A plain answer helps most, also if little has happened yet.}}
atTheEnd {{{$cohort} is coming to its end for you and {$partner}. What was it worth, and what should be different next time?}}
* {{{$cohort} ended some time ago for you and {$partner}. What has come of it since?}}`,
  },
  survey: {
    eachApart: 'You have more than one partner: we ask about each of them in an email of its own.',
    confidential: `.input {$reader :string}
.match $reader
coordinator {{{$partner} does not see your answers. As coordinator you see who has answered, not what. The report counts answers together and shows no group of fewer than {$smallestGroup :integer} people.}}
* {{{$partner} does not see your answers. {$coordinator} sees that you answered, not what. The report counts answers together and shows no group of fewer than {$smallestGroup :integer} people.}}`,
    silence: "If you don't answer, we remind you once. After that we leave it, and nothing changes for the two of you.",
  },
  surveyReminder: {
    begun: 'Thank you for your answers about your mentoring with {$partner}. This is what is missing.',
    asked: `.input {$question :string}
.match $question
went {{We asked you how your mentoring with {$partner} went. In case it got lost, here are the questions again.}}
* {{We asked you how your mentoring with {$partner} is going. In case it got lost, here are the questions again.}}`,
    silence: "This is the only reminder. If you don't answer, nothing changes for the two of you.",
  },
  thanks: {
    subject: 'Thank you for your part in {$cohort}',
    over: `.input {$role :string}
.match $role
mentor {{{$cohort} is over for you and {$partners}. Thank you. You gave your time and your experience to somebody else, and that stays with them.}}
mentee {{{$cohort} is over for you and {$partners}. Thank you. You asked, listened and tried things out, and that is work.}}
* {{{$cohort} is over for you and {$partners}. Thank you. You gave your time and your experience, and you asked and listened yourself.}}`,
    goOn: 'You can go on as you like. Some people meet a few times a year, some write when there is news, and some stop here. All of these are good endings. If you go on, agree on when you next talk; if you stop, tell each other what it was worth.',
  },
  /** `refused`: the one of the two because of whom it is. `other`: the other one; `first` is that one's first name. */
  pairNotAgreed: {
    subject: 'A pair in {$cohort} needs a word from you',
    saidNo:
      '{$mentor} and {$mentee} are a pair in {$cohort}, and {$refused} has said no to working together. Please talk to {$refusedFirst} first, and then to {$first}.',
    noReason:
      'No reason has to be given, and none is asked for; stepping back is allowed. We have told nobody else, and we send the pair no questions at {$surveys}.',
    ofOwn:
      'You have said no to working with {$other} in {$cohort}. Please talk to {$first} yourself: we have told nobody, and we send the two of you no questions at {$surveys}.',
    notIntroduced: `.input {$why :string}
.match $why
declined {{{$mentor} and {$mentee} were to be a pair in {$cohort}, but {$refused} has said "no thanks" since the pairs were decided.}}
held {{{$mentor} and {$mentee} were to be a pair in {$cohort}, but {$refused} is held back from this round.}}
bounced {{{$mentor} and {$mentee} were to be a pair in {$cohort}, but {$refused} can no longer be reached: our mail comes back.}}
* {{{$mentor} and {$mentee} were to be a pair in {$cohort}, but {$refused} has asked us since then to stop writing.}}`,
    untold: 'So the two are not introduced. {$first} does not hear why.',
    somebodyElse:
      'If we find somebody else for {$first} before the kickoff, {$first} is asked; if not, {$first} hears at the kickoff that there is no partner. Please write to {$first} if you can think of someone.',
  },
} as const;
