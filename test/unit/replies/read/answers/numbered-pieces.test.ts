import { describe, expect, test } from 'vitest';
import { readReply } from '#domain/replies/read/read-reply.ts';
import { defaultProgram } from '#shared/programs/default-program.ts';

const form = defaultProgram.forms.application;
const read = (text: string) => readReply({ form, sent: [], mail: { subject: 'Re:', text } });

describe('answers behind the numbers of their questions, between commas and full stops', () => {
  test('are taken in any order, and those that are likely are proposed', () => {
    const reading = read(
      'said all that already?? 1 mentor, 11 just one, 7 leading ppl + difficult situations, 8 took 3 teams thru the merger, 9 plain speaking\n13 had one & been one, 14 eighteen yrs, 15 eng, 16 early or evening. 2 + 12 give smth back. 10 honest feedback i guess',
    );

    expect(reading.answers).toEqual({
      role: 'mentor',
      capacity: 1,
      story: 'took 3 teams thru the merger',
      experience: 18,
      learns: ['honest feedback'],
      languages: ['English'],
      times: ['early', 'in the evening'],
      why: 'give smth back',
    });
    expect(reading.proposed).toMatchObject({
      helps: ['leading people', 'handling difficult situations'],
      strengths: ['says things plainly'],
    });
    expect(reading.note).toBe('said all that already??');
  });

  test('a text among them ends before the next number', () => {
    expect(read('1 a, 2 give smth back, 7 c+d, 9 b, 10 e').answers).toEqual({
      role: 'mentor',
      why: 'give smth back',
      helps: ['leading people', 'handling difficult situations'],
      strengths: ['says things plainly'],
      learns: ['honest feedback'],
    });
  });

  test('several on some of the lines', () => {
    const reading = read(
      '1 mentor\n7 leading people, difficult situations. 9 plain speaking. 10 honest feedback\n16 early, evening. 2 give smth back. 8 merger, 3 teams',
    );

    expect(reading.answers).toMatchObject({
      role: 'mentor',
      learns: ['honest feedback'],
      times: ['early', 'in the evening'],
      why: 'give smth back',
      story: 'merger, 3 teams',
    });
    expect(reading.proposed).toMatchObject({ strengths: ['says things plainly'] });
  });

  test('and where a sign is left out between two', () => {
    const reading = read(
      '16 early + evening. 1 mentor!! 2 want to give smth back\n8 ran 3 teams 9 plain speaking 10 e',
    );

    expect(reading.answers).toMatchObject({ story: 'ran 3 teams', learns: ['honest feedback'], role: 'mentor' });
    expect(reading.proposed).toMatchObject({ strengths: ['says things plainly'] });
  });

  test.each([
    'I have 2 sons, 3 dogs, 4 cats, 5 plants and 12 hats.',
    'We were 9 in the team, 7 of them engineers, 2 writers, 1 manager.',
    'Between 9 and 12 I teach, 14 students, 3 groups, 2 rooms.',
    'I moved house 3 times, 2 of them abroad, 1 to Lisbon, 16 years ago.',
    'On 3 March, 4 April, 5 May and 12 June I am away.',
    'My 2 kids in school, 3 cousins abroad, 5 aunts, 15 in all.',
    'I speak 3 languages, have 2 jobs, 1 mentor at home.',
    'My week: 9 am standup, 12 lunch, 14 review, 16 gym.',
    'Room 12, floor 3, building 7, ask for Ada.',
    'We grew from 1 lab to 3 labs, 10 people to 15 people, 2 countries to 4 countries.',
    'About 11 mentors, 12 mentees, 1 coordinator.',
    '1 mentor, 1 mentee, 1 coordinator.',
  ])('"%s" holds no answers', (text) => {
    expect(read(text)).toMatchObject({ answers: {}, unclear: [], note: text });
  });
});
