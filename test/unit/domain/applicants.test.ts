import { describe, expect, it } from 'vitest';
import { applicantsOf, rolesIn } from '#domain/applicants.ts';
import { defaultProgram } from '#shared/programs/default-program.ts';
import { asked, person } from './samples.ts';

const application = (who: string, role: string, changes = {}) =>
  asked({ id: `form-${who}`, person: who, answers: { role }, status: 'complete', ...changes });

describe('rolesIn', () => {
  it.each([
    ['mentor', ['mentor']],
    ['mentee', ['mentee']],
    ['both', ['mentor', 'mentee']],
  ])('is what somebody wrote that they would like to be: %s', (role, roles) => {
    expect(rolesIn({ role }, defaultProgram)).toEqual(roles);
  });

  it('is nothing when they have not said, or said something else', () => {
    expect(rolesIn({}, defaultProgram)).toEqual([]);
    expect(rolesIn({ role: 'neither' }, defaultProgram)).toEqual([]);
    expect(rolesIn({ role: ['mentor'] }, defaultProgram)).toEqual([]);
  });
});

describe('applicantsOf', () => {
  it('is those whose application is complete, with what they answered', () => {
    const [one] = applicantsOf([person('ada')], [application('ada', 'both')], defaultProgram);

    expect(one).toEqual({
      id: 'ada',
      name: 'ada',
      email: 'ada@harbour.example.org',
      answers: { role: 'both' },
      roles: ['mentor', 'mentee'],
    });
  });

  it.each(['open', 'partial', 'declined'] as const)('leaves out those whose application is %s', (status) => {
    expect(applicantsOf([person('ada')], [application('ada', 'both', { status })], defaultProgram)).toEqual([]);
  });

  it.each(['stopped', 'bounced', 'complained'] as const)(
    'leaves out those who can not be written to: %s',
    (unreachable) => {
      expect(applicantsOf([person('ada', { unreachable })], [application('ada', 'both')], defaultProgram)).toEqual([]);
    },
  );

  it('leaves out those who were never asked, and those who have another part only', () => {
    const people = [person('silent'), person('reviewer', { parts: ['committee', 'coordinator'] })];

    expect(applicantsOf(people, [application('reviewer', 'mentor')], defaultProgram)).toEqual([]);
  });

  it('keeps somebody who takes part and is on the committee as well', () => {
    const people = [person('ada', { parts: ['committee', 'participant'] })];

    expect(applicantsOf(people, [application('ada', 'mentor')], defaultProgram)).toHaveLength(1);
  });

  it('is in the same order whatever the order of people and applications', () => {
    const people = ['c', 'a', 'b'].map((id) => person(id));
    const applications = ['b', 'c', 'a'].map((id) => application(id, 'mentee'));

    expect(applicantsOf(people, applications, defaultProgram).map(({ id }) => id)).toEqual(['a', 'b', 'c']);
    expect(applicantsOf(people.toReversed(), applications.toReversed(), defaultProgram).map(({ id }) => id)).toEqual([
      'a',
      'b',
      'c',
    ]);
  });
});
