import { expect, test } from 'vitest';
import { concernsAbout } from '#domain/committee.ts';
import { concernWords } from '#shared/words/concern-words.ts';
import { wordsOf } from '#shared/words/index.ts';

const at = (name: string, department?: string, location?: string) => ({
  name,
  email: `${name.toLowerCase()}@example.org`,
  ...(department && { department }),
  ...(location && { location }),
});
const concerns = (committee: ReturnType<typeof at>[], quorum = 1, invited: string[] = []) =>
  concernsAbout(committee, quorum, new Set(invited)).map((concern) => concernWords(concern, wordsOf()));

test('a committee of three from different departments gives no cause for concern', () => {
  expect(concerns([at('Ines', 'finance'), at('Tom', 'library'), at('Noor', 'finance')], 2)).toEqual([]);
});

test('fewer than three, or fewer than have to vote, are pointed out', () => {
  expect(concerns([at('Ines')])).toEqual([expect.stringContaining('only one member')]);
  expect(concerns([at('Ines'), at('Tom')], 3)).toEqual([
    expect.stringContaining('only two members'),
    expect.stringContaining('wants 3 votes'),
  ]);
});

test('a member who may have a pair of their own is pointed out', () => {
  expect(concerns([at('Ines'), at('Tom'), at('Noor')], 2, ['tom@example.org'])).toEqual([
    'Tom is on the committee and invited too. They are not asked about a pair of their own.',
  ]);
});

test('people who all work in one department, or in one place, are pointed out, however it is written', () => {
  const three = [at('Ines', 'Finance', 'Lisbon'), at('Tom', 'finance ', 'Porto'), at('Noor', 'FINANCE', 'Lisbon')];

  expect(concerns(three)).toEqual([
    'All 3 members of the committee work in the same department (Finance). Somebody from elsewhere would notice other things.',
  ]);
  expect(concerns(three.map(({ name }) => at(name, undefined, 'Lisbon')))).toEqual([
    expect.stringContaining('in the same place (Lisbon)'),
  ]);
});

test('of people about whom nothing is known nothing is said', () => {
  expect(concerns([at('Ines', 'finance'), at('Tom'), at('Noor', 'finance')])).toEqual([]);
  expect(concerns([at('Ines'), at('Tom'), at('Noor')])).toEqual([]);
});
