/** The emails about applying, and about an application without a pair. */
export const applyingEmails = {
  invitation: {
    subject: 'Would you like a mentor, or to be one?',
    asked:
      '{$organisation} is starting a round of mentoring, {$cohort}. Would you like to take part, as a mentor, a mentee or both?',
    objectives: 'What the program is for:',
  },
  reminder: {
    subject: 'Mentoring: is it for you this time?',
    subjectBegun: `.input {$n :count case=sentence}
.match $n
1 {{{$n} answer is still missing}}
* {{{$n} answers are still missing}}`,
    begun: `.input {$n :count case=sentence}
.match $n
1 {{Thank you for your application to {$cohort}. {$n} answer is still missing; then it is complete.}}
* {{Thank you for your application to {$cohort}. {$n} answers are still missing; then it is complete.}}`,
    asked: `.input {$isLast :string}
.match $isLast
yes {{On {$day} we asked whether you would like to take part in {$cohort}, {$organisation}'s mentoring. We ask this last time, in case it got lost.}}
* {{On {$day} we asked whether you would like to take part in {$cohort}, {$organisation}'s mentoring. In case it got lost, here it is again.}}`,
  },
  notForYou:
    "If it's not for you, reply \"no thanks\" and we won't ask again this year. If we don't hear from you by {$day}, we'll leave you out this time.",
  whoSeesIt: `.input {$reader :string}
.input {$hasCommittee :string}
.match $reader $hasCommittee
coordinator yes {{What you write is read by a program first and seen by the matching committee ({$committee}) and you, who coordinate it, unless a question says otherwise. If you are matched, your partner is told why we thought of you two. That may name what you chose, a number that you gave, and words that both of you used.}}
coordinator * {{What you write is read by a program first and seen by you, who coordinate it, unless a question says otherwise. If you are matched, your partner is told why we thought of you two. That may name what you chose, a number that you gave, and words that both of you used.}}
* yes {{What you write is read by a program first and seen by the matching committee ({$committee}) and {$coordinator}, unless a question says otherwise. If you are matched, your partner is told why we thought of you two. That may name what you chose, a number that you gave, and words that both of you used.}}
* * {{What you write is read by a program first and seen by {$coordinator}, unless a question says otherwise. If you are matched, your partner is told why we thought of you two. That may name what you chose, a number that you gave, and words that both of you used.}}`,
  you: 'you',
  declined: {
    subject: "That's fine, and thank you for telling us",
    agreement: `.input {$reader :string}
.match $reader
coordinator {{{$thanks} You need not say why.}}
* {{{$thanks} You need not say why. {$coordinator} hears that you would rather not work together, and nothing else of what you wrote.}}`,
    survey: "{$thanks} We won't ask you these questions again, and nothing changes for you and {$partner}.",
    surveyUnnamed: "{$thanks} We won't ask you these questions again, and nothing changes for you and your partner.",
    applicationUntil: "{$thanks} We won't ask you about mentoring again before {$day}.",
    application: "{$thanks} We won't ask you about mentoring again this year.",
    passedOn: {
      words: '{$coordinator} has what you wrote besides.',
      question: '{$coordinator} has your question and will answer it.',
    },
    changeOfMind: 'There is nothing to do. If you change your mind by {$day}, reply to the invitation.',
    why: {
      page: 'You get this because you said "no thanks" on the page of our invitation.',
      invitation: 'You get this because you replied "no thanks" to our invitation.',
      email: 'You get this because you replied "no thanks" to our email.',
    },
  },
  aboutYourPlace: 'About your place in {$cohort}',
  notMatched: {
    sorry:
      'We have no partner for you in {$cohort}, and we are sorry. You took the time to tell us what you hoped for, and we looked for someone it would suit.',
    next: 'There is nothing to do. If a place opens by {$day}, we think of you and write again, and you are welcome in the next round.',
    talk: ' If you would like to talk about other ways to find a mentor, or to be one,',
  },
  notThisTime: {
    thanks:
      "Thank you for applying to {$cohort}. We can't offer you a place in this round. You took the time to tell us what you hoped for, and we would be glad to hear from you again.",
    next: 'There is nothing to do. You are welcome to apply to the next round.',
    talk: ' If you would like to talk about it, or about other ways to find a mentor or to be one,',
  },
  applied: 'You get this because you applied to {$cohort}.',
} as const;
