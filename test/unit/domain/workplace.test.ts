import { expect, test } from 'vitest';
import { workplaceWords } from '#domain/workplace.ts';

const grace = { name: 'Grace Lee', department: 'finance', location: 'Lisbon' };
const ada = { name: 'Ada Park' };

test('says where both work', () => {
  expect(workplaceWords(grace, { ...ada, department: 'the library', location: 'Porto' })).toBe(
    'Grace works in finance (Lisbon), Ada in the library (Porto).',
  );
});

test('says that both work in the same place, however it is written', () => {
  expect(workplaceWords(grace, { ...ada, department: 'Finance', location: 'lisbon' })).toBe(
    'Both work in finance (Lisbon).',
  );
});

test('says what is known, and nothing where nothing is', () => {
  expect(workplaceWords(grace, ada)).toBe('Grace works in finance (Lisbon).');
  expect(workplaceWords({ name: 'Grace Lee' }, { ...ada, location: 'Porto' })).toBe('Ada works in Porto.');
  expect(workplaceWords({ name: 'Grace Lee' }, ada)).toBeUndefined();
});
