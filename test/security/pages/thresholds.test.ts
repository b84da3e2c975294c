import { expect, test } from 'vitest';
import { outcomesOf } from '#domain/outcomes/outcomes.ts';
import { ProgramDefinition } from '#domain/program/program-definition.ts';
import { surveysIn } from '#domain/program/stage-definition.ts';
import { adviceIn } from '#functions/stages/closeout/send-report.ts';
import { defaultProgram } from '#shared/programs/default-program.ts';
import { allWell, form, pair, surveys } from '#test/unit/outcomes/cohorts.ts';

/** Whatever is withheld about few is withheld about few people, however many forms, answers or pairs they have. */

const program = ProgramDefinition.parse(defaultProgram);

/** Five mentees and two mentors, who have them between them. */
const mentees = [0, 1, 2, 3, 4].map((n) => `mentee${n}`);
const pairs = mentees.map((mentee, n) => pair(n < 3 ? 'mentor0' : 'mentor1', mentee));
const applications = [
  ...['mentor0', 'mentor1'].map((id) => form('application', id, { answers: { role: 'mentor' } })),
  ...mentees.map((id) => form('application', id, { answers: { role: 'mentee' } })),
];

test('five texts of two mentors are no advice of five people, and a survey that was declined gives none', () => {
  const written = pairs.map((one, n) =>
    form('closeout', one.mentor, {
      occasion: one.id,
      pair: one.id,
      side: 'mentor',
      answers: { advice: `Advice ${n}` },
    }),
  );
  const declined = mentees.map((id) => form('closeout', id, { status: 'declined', answers: { advice: `Of ${id}` } }));
  const enough = mentees.map((id) => form('closeout', id, { answers: { advice: `Of ${id}` } }));

  expect(adviceIn(written, program)).toEqual([]);
  expect(adviceIn([...written, ...declined], program)).toEqual([]);
  expect(adviceIn(enough, program)).toHaveLength(5);
});

test('the figures of five pairs of two mentors say nothing of the two', () => {
  const forms = [...applications, ...pairs.flatMap((one) => surveys('closeout', one, allWell, allWell))];

  const { trust, matches, informal } = outcomesOf({
    program,
    surveys: surveysIn(program),
    people: applications.map(({ person }) => ({ id: person })),
    forms,
    pairs,
    smallestGroup: 5,
  });

  expect(trust.closeout.mentors).toEqual({ withheld: true });
  expect(trust.closeout.mentees).toEqual({ withheld: true });
  expect(matches.meanScore).toEqual({ withheld: true });
  expect(matches.worstScore).toEqual({ withheld: true });
  expect(informal).toBeDefined();
});

test('surveys that were not asked count as the people whom they would have asked', () => {
  const all = Array.from({ length: 12 }, (_, n) => pair(n < 3 ? 'mentor' : `mentor${n}`, `mentee${n}`));
  // The first mentor's three pairs ended: six surveys, four people.
  const ended = all.slice(0, 3);
  const forms = [
    ...all.flatMap(({ mentor, mentee }) => [
      form('application', mentor, { answers: { role: 'mentor' } }),
      form('application', mentee, { answers: { role: 'mentee' } }),
    ]),
    ...all.filter((one) => !ended.includes(one)).flatMap((one) => surveys('closeout', one, allWell, allWell)),
  ];
  const people = [...new Set(forms.map(({ person }) => person))].map((id) => ({ id }));

  const { participation, responses } = outcomesOf({
    program,
    surveys: surveysIn(program),
    people,
    forms,
    pairs: all,
    smallestGroup: 5,
  });

  expect(participation.pairs).toBe(12);
  expect(responses.closeout.asked).toEqual({ withheld: true });
});
