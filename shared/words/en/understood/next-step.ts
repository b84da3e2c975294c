/** What happens once all that we ask is answered. */
export const nextStep = {
  /** Words besides the answers, which somebody else reads, are not the end of the matter. */
  done: `.input {$hasWords :string}
.match $hasWords
yes {{We have all your answers; there is nothing more to do for them.}}
* {{That is everything, and there is nothing more to do.}}`,
  application: {
    namesOpen:
      'Apart from that we have everything. Applications are open until {$day}; you will hear from us about a match around {$kickoff}.',
    inTime: ' Applications are open until {$day}; you will hear from us about a match around {$kickoff}.',
    pool: ' We look for a partner among those who are still free; you will hear from us around {$kickoff}.',
    list: ' The pairs of this round are made already. You are on the list, and hear from us if a place becomes free.',
  },
  agreement: {
    done: `.input {$hasWords :string}
.match $hasWords
yes {{We have all your answers; there is nothing more to do for them.}}
* {{That is everything, and there is nothing more to do here.}}`,
    refused: `.input {$reader :string}
.match $reader
coordinator {{You said no, and that is all right; you need not explain. There is nothing more to do.}}
* {{You said no, and that is all right; you need not explain. {$coordinator} hears that you said no, and nothing else of what you wrote.}}`,
  },
  survey: ' {$partner} does not see your answers.',
  surveyUnnamed: ' Your partner does not see your answers.',
  ballot: ' You may change a vote until {$day}; the page shows how the others have voted when the committee is done.',
  late: `.input {$answer :string}
.match $answer
yes {{We read the reply now, and its writer hears what we understood. There is nothing more to do.}}
* {{We leave the reply aside, and its writer hears so, kindly. There is nothing more to do.}}`,
  published: ' Both sides of each pair hear today, and those that stand are announced on {$kickoff}.',
  notPublished: `.input {$reader :string}
.match $reader
coordinator {{Nothing is published, then. When you are ready, reply "yes" to this email.}}
* {{Nothing is published, then. When you are ready, reply "yes" to this email. {$coordinator} hears of it, and can publish too.}}`,
  opening: `.input {$answer :string}
.match $answer
yes {{ Both are introduced today, and asked how they want to work together.}}
* {{ Nobody is introduced, and neither of the two hears of it.}}`,
  consent: ' We introduce you to each other on {$kickoff}.',
  refusedPartner:
    'That is all right; you need not explain, and there is nothing more to do. We look for someone else; either way you hear from us by {$kickoff}.',
} as const;
