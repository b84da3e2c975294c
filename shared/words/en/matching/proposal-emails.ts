/** The emails about pairs that are proposed, struck, decided or opened. */
export const proposalEmails = {
  leavingOut: {
    wrote: ' You wrote {$said}',
    read: `.input {$pairs :count}
.match $pairs
one {{ We read that as a yes to all pairs but this one:}}
* {{ We read that as a yes to all pairs but these {$pairs}:}}`,
    orPage: 'Or strike pairs on the page. {#page}Open the page{/page}',
    why: {
      subject: `.input {$pairs :integer}
.match $pairs
one {{Why should this pair be left out?}}
* {{Why should these pairs be left out?}}`,
      all: 'A pair is left out with a reason. Please reply with the reason in a few words. We then ask once more, and publish the others when you say yes. Nothing is published before that.',
      one: 'A pair is left out with a reason. Please reply with the reason for {$pair} in a few words. We then ask once more, and publish the others when you say yes. Nothing is published before that.',
      some: 'A pair is left out with a reason. Please reply with the reason for {$pairs} and for {$pair} in a few words. We then ask once more, and publish the others when you say yes. Nothing is published before that.',
    },
    isRight: {
      subject: `.input {$pairs :count}
.match $pairs
one {{Shall we leave out {$pairs} pair and publish the others?}}
* {{Shall we leave out {$pairs} pairs and publish the others?}}`,
      ask: `.input {$pairs :integer}
.match $pairs
one {{Is that right? Please reply "yes" and we publish the others; this pair is left out, and we look for other partners for the two. Please reply "no" if it is wrong. Nothing is published before you answer.}}
* {{Is that right? Please reply "yes" and we publish the others; these pairs are left out, and we look for other partners for the people in them. Please reply "no" if it is wrong. Nothing is published before you answer.}}`,
    },
    leftOut: 'Left out of what is published:',
  },
  partnerProposed: {
    subject: `.input {$role :string}
.match $role
mentor {{Would you like to be the mentor of {$partner}?}}
* {{Would you like {$partner} as your mentor?}}`,
    change: 'There is a change: you will not be with {$instead}. ',
    thought: `.input {$role :string}
.match $role
mentor {{For {$cohort} we thought of you as the mentor of {$partner}. If that suits you, there is nothing to do: we introduce you to each other {$when}.}}
* {{For {$cohort} we thought of {$partner} as your mentor. If that suits you, there is nothing to do: we introduce you to each other {$when}.}}`,
    why: 'Why we thought of you two:',
    mayRefuse:
      'If you would rather not, reply "no" by {$day}. You need not say why; {$name} hears only that there is a change, and we look for someone else for you both. This can be done once. {#page}Or answer on a page{/page}',
    ifNot: 'If this would not do,',
    confidential: '{$name} is being asked the same. Please keep this to yourself until then.',
  },
  partnerChange: {
    subject: 'A change in {$cohort}',
    change:
      "There is a change: you and {$partner} will not be a pair in {$cohort}. This happens, and it says nothing about you. Please don't ask {$name} about it.",
    next: 'We are looking for someone else for you, and you hear from us by {$day} either way. There is nothing to do.',
  },
  matchesPublished: {
    subject: `.input {$pairs :integer}
.match $pairs
0 {{{$cohort}: there are no pairs}}
* {{{$cohort}: the pairs are decided}}`,
    decided: `.input {$pairs :count}
.input {$unmatched :count}
.match $pairs $unmatched
0 0 {{There was nobody to match in {$cohort}, so there are no pairs. There is nothing to do.}}
0 one {{No pair could be made in {$cohort}. The one person without a partner hears that from us {$when}. There is nothing to do, but a word from you may help.}}
0 * {{No pair could be made in {$cohort}. The {$unmatched} people without a partner hear that from us {$when}. There is nothing to do, but a word from you may help.}}
one 0 {{{$pairs :count case=sentence} pair is decided for {$cohort}. They all hear from us {$when}. There is nothing to do.}}
one one {{{$pairs :count case=sentence} pair is decided for {$cohort}, and {$unmatched} person has no partner. They all hear from us {$when}. There is nothing to do.}}
one * {{{$pairs :count case=sentence} pair is decided for {$cohort}, and {$unmatched} people have no partner. They all hear from us {$when}. There is nothing to do.}}
* 0 {{{$pairs :count case=sentence} pairs are decided for {$cohort}. They all hear from us {$when}. There is nothing to do.}}
* one {{{$pairs :count case=sentence} pairs are decided for {$cohort}, and {$unmatched} person has no partner. They all hear from us {$when}. There is nothing to do.}}
* * {{{$pairs :count case=sentence} pairs are decided for {$cohort}, and {$unmatched} people have no partner. They all hear from us {$when}. There is nothing to do.}}`,
    pairs: 'Mentor and mentee',
    pair: `.input {$against :count}
.match $against
0 {{{$mentor} and {$mentee}}}
one {{{$mentor} and {$mentee} ({$against} vote against)}}
* {{{$mentor} and {$mentee} ({$against} votes against)}}`,
    unmatched: 'Without a partner',
    confidential: 'Until they have heard, please keep the list to yourself.',
  },
  opening: {
    subject: '{$cohort}: shall we introduce {$mentorName} and {$menteeName}?',
    asks: 'A place has opened in {$cohort}. {$mentor} could be the mentor of {$mentee}; neither has been told. They score {$score :integer} of 100. If you reply "yes", we introduce them today. {#page}Or answer on a page{/page}',
    why: 'What speaks for the two:',
    silence: "If we don't hear from you by {$day}, nobody is introduced and nobody hears of it.",
  },
} as const;
