import { describe, expect, test } from 'vitest';
import { readReply } from '#domain/replies/read/read-reply.ts';
import { defaultProgram } from '#shared/programs/default-program.ts';

const { application, midpoint } = defaultProgram.forms;

function read(form: typeof application | typeof midpoint, text: string) {
  return readReply({ form, sent: [], mail: { subject: 'Re:', text } });
}

describe('a form that is answered in running words, by the numbers of its questions', () => {
  test('as a telephone writes down what is dictated', () => {
    const reading = read(
      application,
      'hi maria question one mentee question two um i would like someone to talk to question four a and c question twelve encouragement mainly thirteen neither fourteen six years fifteen english and french thanks',
    );

    expect(reading.answers).toMatchObject({
      role: 'mentee',
      why: 'i would like someone to talk to',
      topics: ['finding my direction', 'leading people'],
      before: 'neither',
      experience: 6,
    });
    expect(reading.worded).toHaveProperty('role');
  });

  test('numbers that do not rise name no questions', () => {
    expect(read(application, 'question four a question two b question one mentor').answers).toEqual({});
  });

  test('a number of years is no name of a question', () => {
    const reading = read(midpoint, 'number one four times number two five number three four');

    expect(reading.answers).toEqual({ meetings: 4, trust: 5, understanding: 4 });
  });
});

describe('answers one below the other, without numbers', () => {
  test('are those of our questions in their order, when there are as many and each fits', () => {
    const reading = read(midpoint, '4 5 4 5 4 3\nreads charts upside down\n+1\n2');

    expect(reading.answers).toEqual({
      meetings: 4,
      trust: 5,
      understanding: 4,
      reliable: 5,
      useful: 4,
      learning: 3,
      learned: 'reads charts upside down',
      goal: 1,
      room: 2,
    });
    expect(Object.values(reading.worded ?? {}).every(({ sure }) => !sure)).toBe(true);
  });

  test("are nobody's when one is missing", () => {
    expect(read(midpoint, '4 5 4 5 4\nreads charts upside down\n+1\n2').answers).toEqual({});
  });
});

describe('a list on one line', () => {
  const { agreement } = defaultProgram.forms;

  test('goes on counting behind words of theirs, and what stands there is not lost in them', () => {
    const text = '1. yes 2. monthly 3. Learn to guide someone 4. 3/12/2026';

    const reading = readReply({ form: agreement, sent: [], mail: { subject: 'Re:', text } });

    expect(reading.answers).toEqual({ agree: true, rhythm: 'every month', hopes: 'Learn to guide someone' });
    expect(reading.unclear).toMatchObject([{ key: 'first', said: '3/12/2026' }]);
  });

  test('with colons, when it leaves no question out', () => {
    const reading = read(application, '1: mentee 2: to grow 3: lead a lab 4: a and c');

    expect(reading.answers).toEqual({
      role: 'mentee',
      why: 'to grow',
      change: 'lead a lab',
      topics: ['finding my direction', 'leading people'],
    });
  });

  test('a figure in a text is no label where the list has left one out', () => {
    expect(read(application, '1. mentee 2. The house at number 7. It is old').answers).toEqual({
      role: 'mentee',
      why: 'The house at number 7. It is old',
    });
  });
});

describe('lines that begin with a number and nothing to set it apart', () => {
  test('are a list also below lines without one, and "17-19 skip" leaves three out', () => {
    const reading = read(
      application,
      'mentor.\nwhy: bored of my own echo\nin 1y: out of here\n8 moved from law to tides\n9 e + f\n10 c\n11 2\n12 d, e\n13 b\n14 11\n15 a-c\n17-19 skip',
    );

    expect(reading.answers).toEqual({
      role: 'mentor',
      why: 'bored of my own echo\nin 1y: out of here',
      story: 'moved from law to tides',
      strengths: ['has made a big change', 'comes from a different background'],
      learns: [application.questions[9]?.options?.[2]],
      capacity: 2,
      beyond: application.questions[11]?.options?.slice(3, 5),
      before: application.questions[12]?.options?.[1],
      experience: 11,
      languages: application.questions[14]?.options?.slice(0, 3),
    });
  });

  test('are a text with a list in it when they are no answers to those questions', () => {
    const text = 'why: four things\n1 learn\n2 grow\n3 meet people\n4 leave early';

    expect(read(application, text).answers).toEqual({ why: text.slice(5) });
  });
});
