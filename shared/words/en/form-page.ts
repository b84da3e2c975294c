/** A form as a page. */
export const formPage = {
  notSent: 'Not sent yet: {$title}',
  whose: 'For {$name}.',
  about: 'About you and {$partner}.',
  below: 'The pairs, the votes and how groups fared are below.',
  anyTime: 'Take as long as you need.',
  openUntil: 'Open until {$day}.',
  lateCounts: '{$name} has said that late answers count.',
  required: 'Every question needs an answer, but for those marked optional.',
  kept: 'Answers that you gave before are kept. They are not shown here, because a link can be passed on; you have them in our emails. Leave a question as it is to keep its answer, or answer it anew.',
  send: 'Send my answers',
  sendChanges: 'Send the changes',
  decline: 'No thanks, not this time',
  answered: 'Answered.',
  takeBack: 'take my answer back',
  /** A choice: to leave a question open. */
  noAnswer: 'no answer',
  ifNoWhy: 'If no, why?',
  errors: `.input {$n :integer}
.match $n
1 {{Not sent yet: one answer needs a look}}
* {{Not sent yet: {$n} answers need a look}}`,
  error: 'Question {$number :integer}: {$message}',
  endLinks: {
    summary: 'Has somebody else got this link?',
    effect:
      'You can end the links to all pages in the emails that we have sent you. What you answered is kept, and our next email brings new links. We write to you that it was done.',
    button: 'End all my links',
  },
} as const;
