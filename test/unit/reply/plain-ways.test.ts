import { describe, expect, test } from 'vitest';
import type { Question } from '#domain/form.ts';
import { understand } from '#domain/reply/values/understand.ts';
import { essentials } from '#shared/programs/essentials.ts';

const questions = Object.values(essentials.forms).flatMap((form) => form.questions as Question[]);

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
    ['not evenings, not early. Otherwise whenever', [noon, afternoon]],
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
    ['les deux derniers', at(3, 4)],
    ['as duas primeiras', at(0, 1)],
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
    ['At my first lab I had a mentor, but a mentor I never was', 'had a mentor'],
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
