/** What all pages share, and the pages that say one thing. */
export const pages = {
  questions: 'Questions? Write to {#mail}{$coordinator}{/mail} ({$address}).',
  closed: {
    title: 'No longer open',
    heading: 'These questions are no longer open',
    kept: '"{$title}" takes no more answers. What you had answered before is kept. There is nothing to do.',
    mayReply:
      'If you would still like to answer, reply to the email that brought you here. {$coordinator} decides whether it can count.',
    mayWrite: 'If this causes a difficulty, write to {$coordinator}.',
    votes: 'How the others have voted',
  },
  unknownLink: {
    title: 'This link does not work',
    why: 'It may have been cut when it was copied, or it is too old.',
    instead:
      'Please open it once more from the email, or reply to the email instead: that works just as well. Nothing that you answered before is lost.',
  },
  endedLink: {
    title: 'This link was ended',
    effect: 'It no longer opens anything. What was answered before is kept.',
    instead: 'Please use the link in our newest email, or reply to an email: that works just as well.',
  },
  linksEnded: {
    title: 'Links ended',
    heading: 'Your links no longer open anything',
    effect:
      'That goes for all pages in the emails that we have sent you until now, this one included. What you answered is kept. You can answer by reply as before, and our next email brings new links.',
  },
  problem: {
    title: 'Something went wrong on our side',
    detail:
      'Nothing that you answered before is lost. Please try again in a few minutes, or reply to the email instead.',
    mention: 'If you ask us about it, please mention {$id}.',
  },
  tooMuch: {
    title: 'That is too much',
    detail: 'What was sent is larger than any of our forms. Please go back and try again.',
  },
  tooOften: {
    title: 'This page has been changed very often today',
    detail:
      'Nothing was changed just now, and nothing is lost. Please reply to the email instead, or write to {$coordinator}.',
  },
  thankYou: {
    title: 'Thank you',
    heading: 'Thank you, {$name}',
    nothingChanged: 'Nothing was changed: we have your answers as they were. There is nothing more to do.',
    waits:
      'We have what you sent. It counts as soon as our email to {$name} that says so is on its way. There is nothing more to do.',
    confirmed: 'We have what you sent, and confirm it to {$name} by email. There is nothing more to do.',
    understood: 'This is what we understood',
    change: 'Something wrong? {#form}Change your answers{/form}.',
  },
  declined: {
    effect: "We won't ask you about mentoring again before {$until}. There is nothing more to do.",
    back: 'If you change your mind while applications are open, {#form}go back to the questions{/form}.',
  },
  home: {
    what: 'This is Telemachy. It runs mentoring programs by email.',
    invited:
      'Did you get an email from a mentoring program? Open the whole link in it, or just reply to the email. There is nothing to sign in to.',
    coordinator:
      'Do you coordinate a program? The API is at /v1/cohorts and takes a token. The README lists its calls.',
    text: `This is Telemachy. It runs mentoring programs by email.

API     /v1/cohorts, with "Authorization: Bearer TOKEN"; the README lists its calls
Pages   behind the links in emails; there is nothing to sign in to
`,
  },
} as const;
