import { describe, expect, test } from 'vitest';
import type { Question } from '#domain/forms/form.ts';
import { understand } from '#domain/replies/read/values/understand-answer.ts';
import { defaultProgram } from '#shared/programs/default-program.ts';

const questions = Object.values(defaultProgram.forms).flatMap((form) => form.questions as Question[]);

/** What is understood of the question that has this key, as a value; "unclear" and "skipped" for what is not. */
function value(key: string, said: string): unknown {
  const question = questions.find((one) => one.key === key);
  if (!question) throw new Error(`There is no question ${key}.`);
  const understood = understand(question, said, '2027-04-06');
  return understood.kind === 'answer' ? understood.value : understood.kind;
}

describe('how often', () => {
  test.each([
    ['2x a month', 'every two weeks'],
    ['zweimal pro Monat', 'every two weeks'],
    ['deux fois par mois', 'every two weeks'],
    ['every second Thursday', 'every two weeks'],
    ['12 times a year', 'every month'],
    ['seis vezes por ano', 'every two months'],
    ['un mes sí y otro no', 'every two months'],
    ['every Monday', 'every week'],
    ['three times a month', 'unclear'],
    ['not twice a month', 'unclear'],
    ['twice a month, maybe', 'unclear'],
  ])('"%s" is %s', (said, expected) => {
    expect(value('rhythm', said)).toBe(expected);
  });
});

describe('all but some', () => {
  const [early, noon, afternoon, evening] = questions.find(({ key }) => key === 'times')?.options ?? [];
  test.each<[string, unknown]>([
    ['anytime except lunch', [early, afternoon, evening]],
    ['jederzeit außer mittags', 'unclear'],
    ['alles außer früh', [noon, afternoon, evening]],
    ['all day is fine apart from evenings, that is family time', [early, noon, afternoon]],
    ['every time works but noon, I run then', [early, afternoon, evening]],
    ['any time bar lunch, maybe', 'unclear'],
    ['any time bar lunch, if I can', 'unclear'],
    ['any time bar lunch or early, whichever', 'unclear'],
    ['early evening', [evening]],
    ['before work or lunch break', [early, noon]],
  ])('"%s"', (said, expected) => {
    expect(value('times', said)).toEqual(expected);
  });
});

describe('options by their letters or places', () => {
  const options = questions.find(({ key }) => key === 'beyond')?.options ?? [];
  const at = (...places: number[]) => places.map((place) => options[place]);
  test.each<[string, unknown]>([
    ['ade', at(0, 3, 4)],
    ['the first three', at(0, 1, 2)],
    ['die letzten beiden', at(3, 4)],
    ['a, c. Never b', at(0, 2)],
    ["b and d I'd say", at(1, 3)],
    ['de', 'unclear'],
    ['be', 'unclear'],
    ['cab', 'unclear'],
    ['not bc', 'unclear'],
    ['the last two or three', 'unclear'],
  ])('"%s"', (said, expected) => {
    expect(value('beyond', said)).toEqual(expected);
  });

  test('an option that is ruled out by the word behind it', () => {
    expect(value('languages', 'de, pt, fr no')).toEqual(['German', 'Portuguese']);
  });
});

describe('having had a mentor, and having been one', () => {
  test.each([
    ['had one as a student, never been one', 'had a mentor'],
    ['Been one for six years. Had none myself.', 'been a mentor'],
    ['I had a wonderful mentor in Lisbon and later I was one at my bank', 'had one and been one'],
    ['my boss was never one, she had one', 'unclear'],
    ['mentored three students, never had a mentor', 'been a mentor'],
    ['ich hatte nie einen und war auch keiner', 'neither'],
    ["j'ai eu un mentor à l'université", 'had a mentor'],
    ['nunca tive nem fui', 'neither'],
    ['both, at different companies', 'had one and been one'],
    ['I had one good year', 'unclear'],
    ['I had two meetings with one', 'unclear'],
    ['I was one of the mentees last year', 'unclear'],
    ['my sister had a mentor', 'unclear'],
    ['I would have had one', 'unclear'],
    ['had one, but not really', 'unclear'],
    ['had one, if an uncle counts', 'unclear'],
    ['not had one, been one', 'unclear'],
    ['never had one', 'unclear'],
  ])('"%s" is %s', (said, expected) => {
    expect(value('before', said)).toBe(expected);
  });

  test('what is told beside it is kept', () => {
    const question = questions.find(({ key }) => key === 'before') as Question;

    expect(understand(question, 'I had one, and she shouted at me every week')).toMatchObject({
      value: 'had a mentor',
      comment: 'I had one, and she shouted at me every week',
    });
  });
});

describe('a plain answer and a remark behind it', () => {
  test.each<[string, string, unknown]>([
    ['capacity', '2. Three would kill me', 2],
    ['recommend', '7, it would be 8 with fewer emails', 7],
    ['recommend', '9, and I am hard to please', 9],
    ['useful', '3. She has been ill for most of it', 3],
    ['useful', "5 - I couldn't have done it without her", 5],
    ['rhythm', 'c. Weekly is for people without children', 'every month'],
    ['prefers', 'b and c. There are few of those', ['says things plainly', 'asks good questions']],
    ['beyond', 'e, my desk faces a wall', ['a fresh look at my work']],
  ])('%s "%s"', (key, said, expected) => {
    expect(value(key, said)).toEqual(expected);
  });

  test.each<[string, string]>([
    ['capacity', '2. Three would be fine too'],
    ['recommend', '8, but it would be 9'],
    ['recommend', '8, it is not my number'],
    ['useful', '3, it would be nice if I could say more'],
    ['useful', '4. I doubt it'],
    ['useful', '4, she never was there, maybe'],
    ['rhythm', 'c. Weekly is also good'],
    ['prefers', 'b. Someone who knows the house as well'],
  ])('is asked where it may be more than a remark: %s "%s"', (key, said) => {
    expect(value(key, said)).toBe('unclear');
  });
});

describe('numbers with harmless words beside them', () => {
  test.each<[string, string, unknown]>([
    ['experience', 'three decades', 30],
    ['experience', 'zwei Jahrzehnte', 20],
    ['experience', 'more than two decades', 'unclear'],
    ['meetings', 'half a dozen', 6],
    ['meetings', 'meia dúzia', 6],
    ['meetings', 'six, if you count the one on the stairs', 6],
    ['capacity', 'eine, mehr geht nicht', 1],
    ['capacity', 'uma', 1],
    ['capacity', 'three - not more', 3],
    ['capacity', 'two, no more, maybe', 'unclear'],
    ['learns', 'c, sonst nichts', ['another field or country']],
    ['role', "both, if you'll have me", 'both'],
    ['role', 'both, if I can', 'unclear'],
  ])('%s "%s"', (key, said, expected) => {
    expect(value(key, said)).toEqual(expected);
  });
});

describe('a question that nobody has to answer', () => {
  const kind = (said: string) => understand(questions.find(({ key }) => key === 'gender') as Question, said).kind;

  test.each([
    'I prefer not to say; it should not matter.',
    'The question is marked optional. I prefer not to say.',
    'No answer. I have declined twice; please do not ask again.',
    'Keine Angabe',
  ])('is passed over with "%s"', (said) => {
    expect(kind(said)).toBe('skipped');
  });

  test.each(["Woman, but it doesn't matter", 'man, not that it is relevant', "I'd rather not say woman"])(
    'is not passed over with "%s", which names an answer',
    (said) => {
      expect(kind(said)).not.toBe('skipped');
    },
  );

  test('that has to be answered is asked', () => {
    expect(value('role', 'I prefer not to say')).toBe('unclear');
  });
});

describe('figures of speech for yes', () => {
  test.each(['Ehrenwort!', 'palavra de honra', 'Cross my heart.', 'Nothing would please me more'])('"%s"', (said) => {
    expect(value('agree', said)).toBe(true);
  });

  test.each(['Ehrenwort, aber nur bis Mai', 'cross my heart, maybe', 'not on my word of honour'])(
    'but not "%s"',
    (said) => {
      expect(value('agree', said)).not.toBe(true);
    },
  );
});
