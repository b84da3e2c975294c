import type { FormDefinition } from '#domain/forms/form.ts';

/** A form with every type of question, as the tests ask it. */
export const application: FormDefinition = {
  id: 'application',
  title: 'Would you like a mentor this spring?',
  questions: [
    { key: 'role', ask: 'What would you like to be?', type: 'choice', options: ['mentor', 'mentee', 'both'] },
    {
      key: 'year',
      label: 'A year on',
      ask: 'What would you like to be different a year from now?',
      hint: 'In your own words, two or three sentences.',
      type: 'text',
    },
    {
      key: 'help',
      ask: 'Which of these could you help someone with?',
      type: 'choices',
      options: ['writing papers', 'leading a team', 'changing careers', 'giving talks', 'funding'],
    },
    { key: 'years', ask: 'How many years have you worked in your field?', type: 'number', min: 0, max: 60 },
    {
      key: 'room',
      ask: 'How much room do you have for this?',
      type: 'scale',
      min: 1,
      max: 5,
      ends: ['not at all', 'plenty'],
    },
    { key: 'share', ask: 'May we show your answers to your partner?', type: 'yesno' },
    { key: 'start', ask: 'From which day could you start?', type: 'date', required: false },
  ],
};

/** The message that asked `application`, as it was sent. */
export const invitation = `Hello Ada,

Harbour Institute starts a new round of mentoring on 1 March, and
Grace Lee thought you might like to join, as a mentor, a mentee or
both.

Just reply and type under the questions. Five minutes is enough, and
we need it by Friday 12 February. As a page: https://mentoring.example.org/f/3k9x

1. What would you like to be?
   a) mentor
   b) mentee
   c) both

2. What would you like to be different a year from now?
   In your own words, two or three sentences.

3. Which of these could you help someone with?
   Choose one or more.
   a) writing papers
   b) leading a team
   c) changing careers
   d) giving talks
   e) funding

4. How many years have you worked in your field?
   A number from 0 to 60.

5. How much room do you have for this?
   1 (not at all) to 5 (plenty)

6. May we show your answers to your partner?
   yes or no

7. From which day could you start? (optional)
   A date, with the year.

If it's not for you, reply "no thanks" and we won't ask again this
year. What you write is seen by the matching committee (five names)
and, once you agree to a match, the parts you choose by your partner.

Maria Ortiz, for the Harbour mentoring program
`;

/** A ballot: every question is a yes or a no. */
export const ballot: FormDefinition = {
  id: 'ballot',
  title: 'Ten pairs to look at',
  questions: Array.from({ length: 10 }, (_, index) => ({
    key: `pair${index + 1}`,
    ask: `Ada ${index + 1} with Grace ${index + 1}?`,
    type: 'yesno' as const,
  })),
};

/** A committee's ballot on these pairs. */
export function ballotOn(
  title: string,
  people: readonly (readonly [mentor: string, mentee: string])[],
): FormDefinition {
  const questions = people.map(([mentor, mentee], index) => ({
    key: `pair${index + 1}`,
    ask: `${mentor} as mentor of ${mentee}`,
    type: 'yesno' as const,
    mayAbstain: true as const,
  }));
  return { id: 'ballot', title, questions };
}
