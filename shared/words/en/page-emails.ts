/** The emails about what was sent from a page, and the links to pages. */
export const pageEmails = {
  linksEnded: {
    subject: 'The links in our earlier emails no longer work',
    effect: `.input {$by :string}
.match $by
page {{The links to pages in the emails about {$cohort} that we have sent you until now no longer open anything. This was asked for on one of the pages. Your answers are kept as they are.}}
reader {{The links to pages in the emails about {$cohort} that we have sent you until now no longer open anything. You have ended them. Your answers are kept as they are.}}
* {{The links to pages in the emails about {$cohort} that we have sent you until now no longer open anything. {$coordinator} has ended them. Your answers are kept as they are.}}`,
    instead: 'You can answer by reply as before, and our next email brings new links.',
    why: 'You get this because we have written to you about {$cohort}.',
  },
  notTheirs: {
    subject: '{$who} did not answer on the page',
    what: {
      application:
        '{$who} ({$email}) writes that it was somebody else who answered on the page of the application. The link to that page no longer works.',
      agreement:
        '{$who} ({$email}) writes that it was somebody else who answered on the page about working with a partner. The link to that page no longer works.',
      survey:
        '{$who} ({$email}) writes that it was somebody else who answered on the page of the survey. The link to that page no longer works.',
      ballot:
        '{$who} ({$email}) writes that it was somebody else who answered on the page of the votes on the pairs. The link to that page no longer works.',
      decision:
        '{$who} ({$email}) writes that it was somebody else who answered on the page about publishing the pairs. The link to that page no longer works.',
      consent:
        '{$who} ({$email}) writes that it was somebody else who answered on the page about the partner we thought of. The link to that page no longer works.',
      opening:
        '{$who} ({$email}) writes that it was somebody else who answered on the page about a place that has opened. The link to that page no longer works.',
      confirm:
        '{$who} ({$email}) writes that it was somebody else who answered on the page of a confirmation. The link to that page no longer works.',
      late: '{$who} ({$email}) writes that it was somebody else who answered on the page about a late reply. The link to that page no longer works.',
    },
    tooLate:
      'It had been acted on, so we could not undo it. Please talk to {$first} about what is to be done; GET /v1/cohorts/{$id}/events says what has followed from it.',
    putBack:
      'We have put back what was there before. If you heard from us about it, that no longer holds. There is nothing to do.',
  },
  notYou:
    'Was it not you? Reply "no" to this email: we put back what was there before, and the link that was used stops working.',
  takenBack: {
    subject: 'We have put your answers back',
    subjectTooLate: 'We could not put everything back',
    again: '{$thanks} We had put back already what somebody else sent from your page. There is nothing more to do.',
    putBack:
      '{$thanks} We have put back what was there before somebody else answered on your page. There is nothing more to do.',
    tooLate: `.input {$reader :string}
.match $reader
coordinator {{{$thanks} Some of what was sent from your page had been acted on by the time that you wrote, so we could not undo it ourselves. GET /v1/cohorts/{$id}/events says what has followed from it. There is nothing more to do here.}}
* {{{$thanks} Some of what was sent from your page had been acted on by the time that you wrote, so we could not undo it ourselves. {$coordinator} knows of it and will help, so there is nothing more to do now.}}`,
    links: `.input {$again :string}
.match $again
yes {{The page opens from our emails, so whoever has one of them can open it. The link in those that we sent you before no longer works. Please don't pass them on.}}
* {{The page opens from our emails, so whoever has one of them can open it. The link in those that we sent you before this one no longer works. Please don't pass them on.}}`,
    newLink:
      'If you want to change an answer yourself, reply to the email that asked for it, or use this new link: {#page}Open the page{/page}',
    why: 'You get this because you wrote that it was not you who answered on a page of {$cohort}.',
  },
  theirsOrNot: {
    subject: 'Was it you who answered on the page?',
    ifNot:
      'We could not tell from your reply whether it was you who answered on the page. If it was not, please reply "no" and nothing else: we put back what was there before.',
    ifSo: 'If it was you, there is nothing to do. To change an answer, reply to the email that asked for it, or use the page.',
  },
} as const;
