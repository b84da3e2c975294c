import { expect, test } from 'vitest';
import type { Applicant } from '#domain/applicants.ts';
import { proposePairs } from '#domain/matching/round/propose-pairs.ts';
import { remainingCapacity } from '#domain/matching/round/remaining-capacity.ts';
import { defaultProgram } from '#shared/programs/default-program.ts';

const person = (id: string, roles: Applicant['roles'], capacity = 1): Applicant => ({
  id,
  name: id,
  email: `${id}@example.org`,
  roles,
  answers: { capacity, languages: ['English'] },
});

const grace = person('grace', ['mentor'], 2);
const hugo = person('hugo', ['mentor', 'mentee']);
const ada = person('ada', ['mentee']);
const emil = person('emil', ['mentee']);

test('a mentee of a pair that goes on is given no other mentor, and its mentor has a place less', () => {
  const left = remainingCapacity([['grace', 'ada']], [grace, ada, emil], defaultProgram);

  const { pairs } = proposePairs({ applicants: [...left, person('ines', ['mentee'])], program: defaultProgram });

  expect(pairs.map(({ mentor }) => mentor)).toEqual(['grace']);
  expect(pairs[0]?.mentee).not.toBe('ada');
});

test('a mentor without a place left is given nobody, and may still be given a mentor', () => {
  const left = remainingCapacity([['hugo', 'ada']], [hugo, grace, emil], defaultProgram);

  const { pairs } = proposePairs({ applicants: left, program: defaultProgram });

  expect(pairs.map(({ mentor, mentee }) => [mentor, mentee])).toEqual([
    ['grace', 'emil'],
    ['grace', 'hugo'],
  ]);
});

test('without such pairs everybody is as they were', () => {
  expect(remainingCapacity([], [grace, hugo, ada], defaultProgram)).toEqual([grace, hugo, ada]);
});
