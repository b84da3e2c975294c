import { describe, expect, test } from 'vitest';
import type { FormDefinition } from '#domain/forms/form.ts';
import { readReply } from '#domain/replies/read/read-reply.ts';
import { defaultProgram } from '#shared/programs/default-program.ts';

const form: FormDefinition = {
  id: 'shapes',
  title: 'Joining the program',
  questions: [
    {
      key: 'role',
      ask: 'Would you like to be a mentor, a mentee, or both?',
      type: 'choice',
      options: ['mentor', 'mentee', 'both'],
    },
    { key: 'why', ask: 'Why do you want to take part this year?', type: 'text' },
    {
      key: 'topics',
      ask: 'Which of these could you help with?',
      type: 'choices',
      options: ['leading a team', 'writing papers', 'funding'],
    },
    { key: 'years', ask: 'How many years have you worked in your field?', type: 'number', min: 0, max: 60 },
    { key: 'before', ask: 'Have you been a mentor before?', type: 'yesno' },
  ],
};
const said = ['mentee', 'To learn', 'b, c', '7', 'no'];
const answers = { role: 'mentee', why: 'To learn', topics: ['writing papers', 'funding'], years: 7, before: false };

const read = (text: string) => readReply({ form, sent: [], mail: { subject: 'Re:', text } });
const listed = (line: (number: number, answer: string) => string) =>
  said.map((answer, index) => line(index + 1, answer)).join('\n');

test('numbers of questions in one line without a sign are labels where they go through the questions', () => {
  const application = defaultProgram.forms.application;
  const said =
    'hey 1 mentee pls 2 new here and want to know people 3 to have a plan in a year 4 finding my direction 5 someone who listens 6 honest feedback 12 encouragement 13 no 14 about 2 yrs 15 french english 16 noon';
  const { answers } = readReply({ form: application, sent: [], mail: { subject: 'Re:', text: said } });

  expect(answers).toMatchObject({
    role: 'mentee',
    why: 'new here and want to know people',
    topics: ['finding my direction'],
    beyond: ['encouragement'],
    before: 'neither',
    languages: ['English', 'French'],
  });
});

test.each(['I have 2 sons and 3 dogs and 4 cats and 5 plants and 6 hats and 12 pens and 13 cups', '1 2 3 4 5 6 7 8 9'])(
  '"%s" is no list',
  (text) => {
    const form = defaultProgram.forms.application;

    expect(readReply({ form, sent: [], mail: { subject: 'Re:', text } }).answers).toEqual({});
  },
);

describe('a list of answers is read in the shapes that people give it', () => {
  test.each<[string, string]>([
    ['1. mentee', listed((number, answer) => `${number}. ${answer}`)],
    ['1) mentee', listed((number, answer) => `${number}) ${answer}`)],
    ['1 mentee', listed((number, answer) => `${number} ${answer}`)],
    ['1 - mentee', listed((number, answer) => `${number} - ${answer}`)],
    ['1-mentee', listed((number, answer) => `${number}-${answer}`)],
    ['1/ mentee', listed((number, answer) => `${number}/ ${answer}`)],
    ['1 = mentee', listed((number, answer) => `${number} = ${answer}`)],
    ['1.mentee', listed((number, answer) => `${number}.${answer}`)],
    ['1: mentee, after a dash', listed((number, answer) => `- ${number}: ${answer}`)],
    ['1. mentee, after a bullet', listed((number, answer) => `• ${number}. ${answer}`)],
    ['Q1: mentee', listed((number, answer) => `Q${number}: ${answer}`)],
    ['Answer 1: mentee', listed((number, answer) => `Answer ${number}: ${answer}`)],
    ['the number on a line of its own', listed((number, answer) => `${number}.\n${answer}`)],
    ['with a tab', listed((number, answer) => `${number}\t${answer}`)],
    ['as the rows of a table', listed((number, answer) => `| ${number} | ${answer} |`)],
    ['on one line', listed((number, answer) => `${number}: ${answer}`).replaceAll('\n', '; ')],
    ['with lines between', listed((number, answer) => `${number}. ${answer}`).replaceAll('\n', '\n--------\n')],
    [
      'with long lines between',
      listed((number, answer) => `${number}. ${answer}`).replaceAll('\n', `\n${'_'.repeat(32)}\n`),
    ],
    ['with stars between', listed((number, answer) => `${number}. ${answer}`).replaceAll('\n', '\n***\n')],
  ])('%s', (_, text) => {
    expect(read(text)).toMatchObject({ answers, unclear: [], note: '' });
  });

  test('letters right behind the number', () => {
    expect(read('1b\n3bc\n4 7\n5n')).toMatchObject({
      answers: { role: 'mentee', topics: ['writing papers', 'funding'], years: 7, before: false },
      unclear: [],
      worded: { topics: { said: 'bc' } },
    });
  });
});

describe('a sentence right above the list', () => {
  test.each([
    (number: number, answer: string) => `${number}. ${answer}`,
    (number: number, answer: string) => `${number} ${answer}`,
    (number: number, answer: string) => `${number} - ${answer}`,
  ])('does not hide it (%#)', (line) => {
    expect(read(`Hello, here are my answers:\n${listed(line)}`)).toMatchObject({ answers, unclear: [] });
    expect(read(`I would like to be a mentee. Here are my answers:\n${listed(line)}`)).toMatchObject({
      answers,
      unclear: [],
    });
  });

  test('that answers the first question otherwise makes it doubtful', () => {
    const { role: _, ...others } = answers;

    const reading = read(
      `I would like to be a mentor. Here are my answers:\n${listed((number, answer) => `${number}. ${answer}`)}`,
    );

    expect(reading).toMatchObject({ answers: others, unclear: [{ key: 'role' }], missing: ['role'] });
  });
});

test.each([
  '4 years ago I was a mentee.',
  'I have worked here for\n4 years and\n7 months.',
  'We are 4-5 people.\n3-4 of us could come.',
])('numbers in prose are no list: %s', (text) => {
  expect(read(text)).toMatchObject({ answers: {}, unclear: [], note: text });
});

test.each(['mentee\n(4)\n4\n3 out of 10\n2 of 5', '2/5\n4 / 5\n1 or 5\nno', '7\n4 years\n3 out of 5\nYes'])(
  'answers below each other without numbers are not taken for numbers of questions: %s',
  (text) => {
    expect(read(text)).toMatchObject({ answers: {}, note: text });
  },
);

describe('a list that is shortened', () => {
  const { midpoint, agreement, application } = defaultProgram.forms;
  const of = (form: FormDefinition, text: string) => readReply({ form, sent: [], mail: { subject: 'Re:', text } });

  test('on one line, with nothing but spaces', () => {
    expect(of(agreement, '1 yes 2 b 3 to find my feet here 4 not yet').answers).toEqual({
      agree: true,
      rhythm: 'every two weeks',
      hopes: 'to find my feet here',
    });
    expect(of(midpoint, '1 3 2 4 3 4 4 5\n5 5 6 4\n8 +1 9 2').answers).toEqual({
      meetings: 3,
      trust: 4,
      understanding: 4,
      reliable: 5,
      useful: 5,
      learning: 4,
      goal: 1,
      room: 2,
    });
  });

  test('with one that is unclear among them', () => {
    const reading = of(application, '1 b 2 to grow 4 a c 5 whatever you like 6 e 12 b 13 a 14 8');

    expect(reading.answers).toMatchObject({
      role: 'mentee',
      why: 'to grow',
      offers: ['honest feedback'],
      experience: 8,
    });
    expect(reading.unclear).toMatchObject([{ key: 'prefers', said: 'whatever you like' }]);
  });

  test('by a range, with an exception', () => {
    expect(of(midpoint, '1 4\n2-6 all 3 except 5 = 4\n8 0\n9 5').answers).toEqual({
      meetings: 4,
      trust: 3,
      understanding: 3,
      reliable: 3,
      useful: 4,
      learning: 3,
      goal: 0,
      room: 5,
    });
  });

  test('by one figure for all, beside those that are others', () => {
    expect(of(midpoint, 'All 5s. Met 6x. 8 = -1, 9 = 2').answers).toEqual({
      meetings: 6,
      trust: 5,
      understanding: 5,
      reliable: 5,
      useful: 5,
      learning: 5,
      goal: -1,
      room: 2,
    });
  });

  test.each([
    '2 to 3 people from our team could join us then',
    '1 mentor and 2 mentees met in room 3 last week',
    '3 of us met 4 times in 5 months',
  ])('is none where the figures belong to words: %s', (text) => {
    expect(of(application, text)).toMatchObject({ answers: {}, note: text });
  });
});
