/** About what came along with the answers of a reply: files, and words that answer nothing. */
export const besideAnswers = {
  kept: `.input {$n :integer}
.input {$isComplete :string}
.match $n $isComplete
1 yes {{We kept {$files} with your reply but take no answers from it.}}
1 * {{We kept {$files} with your reply but take no answers from it; please type the answers.}}
* yes {{We kept {$files} with your reply but take no answers from them.}}
* * {{We kept {$files} with your reply but take no answers from them; please type the answers.}}`,
  refused: `.input {$n :integer}
.match $n
1 {{We could not take {$files}: only text and PDF files can be kept, five at most. If there is an answer in it, please type it.}}
* {{We could not take {$files}: only text and PDF files can be kept, five at most. If there is an answer in them, please type it.}}`,
  /** The whole of a question, and what a longer one begins with. */
  question: '{$coordinator} has your question, "{$words}", and will answer it.',
  longQuestion:
    'Your question, from "{$words}" on, is with {$coordinator}, who will answer it. If there is an answer among them, please send it with the number of its question.',
  passedOn:
    'We took no answer from these words and passed them on to {$coordinator}: {$quote} If there is an answer among them, please send it with the number of its question.',
  unheard: 'You also wrote {$quote} We could not act on that, and nobody else has it.',
  confided:
    'You also wrote {$quote} We have not passed that on. {$coordinator} knows only that you wrote more than answers, and may offer you a call. If {$first} should read it, reply "pass it on". Or write to {$first} yourself: {#mail}{$email}{/mail}',
} as const;
