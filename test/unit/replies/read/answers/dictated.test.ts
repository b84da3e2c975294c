import { describe, expect, test } from 'vitest';
import { readReply } from '#domain/replies/read/read-reply.ts';
import { defaultProgram } from '#shared/programs/default-program.ts';

const form = defaultProgram.forms.application;
const known = { experience: 23 };
const read = (text: string) => readReply({ form, sent: [], mail: { subject: 'Re:', text }, known });

describe('answers that are dictated with "question seven is ..."', () => {
  test('are read in any order, also of a form that is half answered', () => {
    const reading = read(
      'Maria I am getting a bit tired of this so question one is a and question two is somebody gave me an hour a month and question seven is c and d and g and question sixteen is a and b oh and question fifteen is English and French',
    );

    expect(reading.answers).toEqual({
      role: 'mentor',
      why: 'somebody gave me an hour a month',
      helps: ['leading people', 'handling difficult situations', 'making myself heard'],
      times: ['early', 'around noon'],
      languages: ['English', 'French'],
    });
    expect(Object.keys(reading.worded ?? {})).toHaveLength(5);
    expect(reading.unclear).toEqual([]);
  });

  test('a question that is only mentioned does not cut the answer to it', () => {
    const reading = read(
      'for question one it is mentor and I thought I said question two but anyway question two is to pass it on\nquestion twelve is encouragement and question sixteen is early oh and question fifteen you only have German there it is English please',
    );

    expect(reading.answers).toMatchObject({ why: 'to pass it on', beyond: ['encouragement'], times: ['early'] });
    expect(reading.answers).not.toHaveProperty('languages');
    expect(reading.unclear.map(({ key }) => key)).toContain('languages');
  });

  test.each([
    'question seven is strange and question two is too long',
    'question fifteen is missing a language and question four is unclear to me',
    'question sixteen is about my day and question twelve is about my hopes and question one is obvious',
    'my question is whether number two is needed and number one is not',
    'question twelve is hard and question seven is harder and question four is hardest',
    'Is question fifteen required? Question seven is easy.',
    'question nineteen is private and question eighteen is too',
    'number fourteen is my house and number nine is next door',
    'question sixteen is the one I skipped and question one is the one I liked',
    'the answer to question fifteen is no business of yours and question two is silly',
  ])('"%s" is about questions and answers none', (text) => {
    expect(read(text).answers).toEqual({});
  });
});
