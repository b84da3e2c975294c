/** The answer to a reply that we have read: what we understood, what is still open, and what happens next. */
export const understood = {
  subject: {
    proposal: `.input {$n :integer}
.match $n
1 {{Did we read your answer rightly?}}
* {{Did we read your answers rightly?}}`,
    confirm: 'Was that reply from you, yes or no?',
    passedOn: `.input {$isAsking :string}
.match $isAsking
yes {{We have passed on your question}}
* {{We have passed on what you wrote}}`,
    confided: 'Thank you for what you wrote',
    nothing: 'We could not find your answers',
    open: `.input {$n :count case=sentence}
.input {$how :string}
.match $n $how
1 unclear {{{$n} answer is not clear to us yet}}
1 open {{{$n} answer is still open}}
1 * {{{$n} answer is still missing}}
* unclear {{{$n} answers are not clear to us yet}}
* open {{{$n} answers are still open}}
* * {{{$n} answers are still missing}}`,
    complete: `.input {$what :string}
.match $what
decision {{Thank you, we have your decision}}
votes {{Thank you, we have your votes}}
* {{Thank you, we have all your answers}}`,
    /** Whom a subject is about, for somebody with two partners. */
    ofPartner: '{$subject}: you and {$partner}',
  },
  late: `.input {$reader :string}
.match $reader
coordinator {{ Your reply came late, and you have said that it counts.}}
* {{ Your reply came late, and {$coordinator} has said that it counts.}}`,
  onPage: ' You answered on the page.',
  ofPartner: ' This is about you and {$partner}.',
  noAnswer: ' Your reply has arrived, but we could not find an answer in it.',
  answers: ' This is what we understood:',
  answersOfPage: ' This is what we have:',
  fromWords: `.input {$n :integer}
.match $n
1 {{ We read this answer from your own words.}}
* {{ We read these answers from your own words.}}`,
  /** The quotation brings the full stop. */
  fromSaying: ' We read these answers from your own words, {$quote}',
  correct: {
    yesOrNo: `.input {$answer :string}
.match $answer
yes {{ If it is wrong, reply "no".}}
* {{ If it is wrong, reply "yes".}}`,
    byNumber: `.input {$n :integer}
.match $n
1 {{ If it is wrong, reply with its number and the right answer.}}
* {{ If one is wrong, reply with its number and the right answer.}}`,
    any: 'Something wrong? Reply with its number and the right answer.',
  },
  youWrote: '{$answer} (you wrote {$quote})',
  others: 'The others:',
  rest: 'The rest, as we understood it:',
  tooLong:
    'Your message was longer than we can read, so we read its beginning. If something is missing above, please send it again in a shorter reply.',
  whyPage: 'You get this because you answered our questions about {$cohort} on a page.',
  open: {
    publish:
      'Nothing is published yet. Reply "yes" to publish all of the pairs as they are, or "no" to keep them waiting. To leave some of them out and publish the others, reply with "all but", their names and why, or strike those on the page. {#page}Open the page{/page}',
    onPage: `.input {$n :integer}
.match $n
1 {{We don't want to keep asking by email. Please answer question {$questions} on a page instead{$by}. {#page}Open the page{/page}}}
* {{We don't want to keep asking by email. Please answer questions {$questions} on a page instead{$by}. {#page}Open the page{/page}}}`,
    isKnown: `.input {$n :integer}
.match $n
1 {{{$coordinator} knows that it is open and can help. }}
* {{{$coordinator} knows that they are open and can help. }}`,
    kept: `.input {$isConfidential :string}
.match $isConfidential
yes {{What you wrote is kept, and stays between us.}}
* {{What you wrote is kept.}}`,
    byNumber: `.input {$n :integer}
.match $n
1 {{Still open: question {$questions}. Reply with the answers{$by}, each after its number. }}
* {{Still open: questions {$questions}. Reply with the answers{$by}, each after its number. }}`,
    unclear: `.input {$n :count case=sentence}
.match $n
1 {{{$n} answer was not clear to us. We have all that we need; if you would like it to count, reply and type below{$by}. }}
* {{{$n} answers were not clear to us. We have all that we need; if you would like them to count, reply and type below{$by}. }}`,
    /** Below "seven things are still open" stand perhaps 16 questions, most of which are for others: `more` depend on an answer. */
    owed: `.input {$n :count case=sentence}
.input {$more :count}
.match $n $more
1 0 {{{$n} thing is still open. Reply with the answer to it{$by} and you're done. }}
1 1 {{{$n} thing is still open, and {$more} question below depends on your other answers. Reply and type under them{$by}. }}
1 * {{{$n} thing is still open, and {$more} questions below depend on your other answers. Reply and type under them{$by}. }}
* 0 {{{$n} things are still open. Reply and type under them{$by}. }}
* 1 {{{$n} things are still open, and {$more} question below depends on your other answers. Reply and type under them{$by}. }}
* * {{{$n} things are still open, and {$more} questions below depend on your other answers. Reply and type under them{$by}. }}`,
  },
  proposal: {
    isThisMeant: `.input {$n :integer}
.match $n
1 {{We are not sure of one answer. Is this what you meant?}}
* {{We are not sure of these answers. Is this what you meant?}}`,
    answer: '{#strong}{$question}:{/strong} {$answer}',
    takenFor: '{#strong}{$question}:{/strong} You wrote {$quote} We take that for: {$answer}',
    confirm: `.input {$n :integer}
.match $n
1 {{If so, reply "yes". Until then it does not count. If it is different, reply with its number and the right answer.}}
* {{If so, reply "yes". Until then they do not count. If one of them is different, reply with its number and the right answer, for example "yes, but {$first}: {$example}".}}`,
    youWrote: 'You wrote {$quotes}, and we would like to be sure that we read it rightly:',
    confirmVotes: `.input {$n :integer}
.match $n
1 {{Is that right? Please reply "yes"; until then it does not count. If not, reply with what is different, for example "{$first} no, the others right".}}
* {{Is that right? Please reply "yes"; until then these do not count. If not, reply with what is different, for example "{$first} no, the others right".}}`,
    votesOpen: `.input {$n :integer}
.match $n
1 {{ Your vote on {$questions} is open besides: add it, for example "yes, and {$first} no".}}
* {{ Your votes on {$questions} are open besides: add them, for example "yes, and {$first} no".}}`,
    answersOpen: `.input {$n :integer}
.match $n
1 {{ Your answer on {$questions} is open besides: add it, for example "yes, and {$first} no".}}
* {{ Your answers on {$questions} are open besides: add them, for example "yes, and {$first} no".}}`,
    confirmOne: 'Is that right? Please reply "yes" or "no". Until then it does not count.',
    orByNumber: ' You can also reply with its number and your answer, for example "{$question} yes".',
  },
} as const;
