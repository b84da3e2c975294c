import { expect, test } from 'vitest';
import { workplacesOf } from '#domain/workplace.ts';
import { wordsOf } from '#shared/words/index.ts';
import { coupleOf } from '#shared/words/reason-words.ts';
import { workplaceWords } from '#shared/words/workplace-words.ts';

const grace = { name: 'Grace Lee', department: 'finance', location: 'Lisbon' };
const ada = { name: 'Ada Park' };

type Worker = Parameters<typeof workplacesOf>[0]['mentor'];

function said(mentor: Worker, mentee: Worker): string | undefined {
  const places = workplacesOf({ mentor, mentee });
  return places && workplaceWords(places, coupleOf({ mentor: mentor.name, mentee: mentee.name }), wordsOf());
}

test('says where both work', () => {
  expect(said(grace, { ...ada, department: 'the library', location: 'Porto' })).toBe(
    'Grace works in finance (Lisbon), Ada in the library (Porto).',
  );
});

test('says that both work in the same place, however it is written', () => {
  expect(said(grace, { ...ada, department: 'Finance', location: 'lisbon' })).toBe('Both work in finance (Lisbon).');
});

test('says what is known, and nothing where nothing is', () => {
  expect(said(grace, ada)).toBe('Grace works in finance (Lisbon).');
  expect(said({ name: 'Grace Lee' }, { ...ada, location: 'Porto' })).toBe('Ada works in Porto.');
  expect(said({ name: 'Grace Lee' }, ada)).toBeUndefined();
});
