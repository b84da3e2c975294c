import { describe, expect, it } from 'vitest';
import { concernsOf as codesOf, groupFaults, NewCohort, PlannedBy, scheduleFor } from '#domain/program/new-cohort.ts';
import { faultsOf } from '#domain/program/schedule.ts';
import { defaultProgram } from '#shared/programs/default-program.ts';
import { concernWords } from '#shared/words/concern-words.ts';
import { wordsOf } from '#shared/words/index.ts';
import { milestonesOf, newCohort, problemsOf, smallCohort, withDetails } from '../samples.ts';

const now = '2027-01-05T10:30:15.250Z';
const contacts = (count: number) =>
  Array.from({ length: count }, (_, n) => ({ name: `Person ${n}`, email: `person${n}@harbour.example.org` }));
const concernsOf = (...of: Parameters<typeof codesOf>) => codesOf(...of).map((one) => concernWords(one, wordsOf()));

describe('a new cohort', () => {
  it('is read with its addresses in lower case and its program filled in', () => {
    const read = newCohort({ coordinator: { name: ' Maria Ortiz ', email: 'Maria@Harbour.Example.ORG' } });

    expect(read.coordinator).toEqual({ name: 'Maria Ortiz', email: 'maria@harbour.example.org' });
    expect(read.program).toBe('essentials');
  });

  it('may bring a program of its own', () => {
    expect(newCohort({ program: { ...defaultProgram, id: 'our-own' } }).program).toMatchObject({ id: 'our-own' });
  });

  it('is refused with every problem at once, each at its field', () => {
    const problems = problemsOf(
      NewCohort.safeParse({
        organisation: '',
        timeZone: 'Lisbon',
        start: '1 March',
        coordinator: { name: 'Maria', email: 'maria' },
        committee: [],
        leadership: [{ name: '', email: 'lena@harbour.example.org', phone: '1' }],
        invitees: [{ name: 'Grace Lee', email: 'grace@harbour.example.org' }],
        schedule: { 'apply.close': 20270320 },
      }),
    );

    expect(Object.keys(problems).sort()).toEqual([
      'committee',
      'coordinator.email',
      'invitees',
      'leadership.0',
      'leadership.0.name',
      'name',
      'organisation',
      'schedule.apply.close',
      'start',
      'timeZone',
    ]);
    expect(problems).toMatchObject({
      start: 'a date, such as 2027-03-01',
      timeZone: 'an IANA time zone, such as Europe/Lisbon',
      'coordinator.email': 'an email address',
    });
  });

  it('is refused when it has a field that there is not, rather than losing it', () => {
    expect(NewCohort.safeParse({ ...smallCohort, comittee: [] }).error?.issues[0]).toMatchObject({
      code: 'unrecognized_keys',
      keys: ['comittee'],
    });
  });

  it('names everyone who is in a list twice, however their address is written', () => {
    const [first, second] = contacts(2);
    const list = [first, second, { name: 'Again', email: 'PERSON0@harbour.example.org' }, second];

    expect(problemsOf(NewCohort.safeParse({ ...smallCohort, invitees: list }))).toEqual({
      'invitees.2.email': 'the same address as /invitees/0 (Person 0)',
      'invitees.3.email': 'the same address as /invitees/1 (Person 1)',
    });
  });

  it('may have nobody to read the report, and that is pointed out', () => {
    const quiet = newCohort({ leadership: [] });
    const { leadership: _, ...without } = smallCohort;

    expect(NewCohort.parse(without).leadership).toEqual([]);
    expect(concernsOf(quiet, defaultProgram)).toEqual([expect.stringContaining('Nobody is named in leadership')]);
    expect(concernsOf(newCohort(), defaultProgram)).toEqual([]);
  });

  it('lets one person have several parts', () => {
    const maria = smallCohort.coordinator;

    expect(NewCohort.safeParse({ ...smallCohort, committee: [maria], leadership: [maria] }).success).toBe(true);
  });

  it.each([
    ['committee', 5, 6],
    ['leadership', 10, 11],
    ['invitees', 2000, 2001],
  ] as const)('has at most so many people in its %s: %i', (list, most, tooMany) => {
    expect(problemsOf(NewCohort.safeParse({ ...smallCohort, [list]: contacts(most) }))).toEqual({});
    expect(problemsOf(NewCohort.safeParse({ ...smallCohort, [list]: contacts(tooMany) }))).toHaveProperty(list);
  });

  it.each(Intl.supportedValuesOf('timeZone').filter((_, n) => n % 20 === 0))('may live in the zone %s', (timeZone) => {
    expect(scheduleFor(newCohort({ timeZone }), defaultProgram, now)).toHaveProperty('stages');
  });
});

describe('the groups that were invited to a new cohort', () => {
  const faults = (invitedGroups: unknown, invitees: unknown = contacts(10)) =>
    Object.fromEntries(
      withDetails(groupFaults(PlannedBy.parse({ ...smallCohort, invitees, invitedGroups }), defaultProgram)).map(
        ({ field, detail }) => [field.join('.'), detail],
      ),
    );

  it('may be all of the invitees, or some', () => {
    expect(faults({ gender: { woman: 6, man: 4 } })).toEqual({});
    expect(faults({ gender: { woman: 6 } })).toEqual({});
  });

  it('are refused with every fault at once: what is no question, what is no answer, more people than are invited', () => {
    expect(faults({ shoes: { large: 3 }, gender: { woman: 6, men: 5 } })).toEqual({
      'invitedGroups.shoes': 'The program does not look at shoes. It looks at: gender.',
      'invitedGroups.gender.men': 'gender has no such answer. There are: woman, man, non-binary, another.',
      'invitedGroups.gender': 'These are 11 people, and only 10 are invited.',
    });
  });

  it('are counted against invitees of whom some are wrong, and against none where there is no list', () => {
    expect(Object.keys(faults({ gender: { woman: 3 } }, ['ada', {}]))).toEqual(['invitedGroups.gender']);
    expect(faults({ gender: { woman: 3 } }, 'everyone')).toEqual({});
  });
});

describe('the schedule of a new cohort', () => {
  const faults = (result: ReturnType<typeof scheduleFor>) =>
    'faults' in result
      ? Object.fromEntries(withDetails(result.faults).map(({ field, detail }) => [field.join('/'), detail]))
      : {};
  const at = (result: ReturnType<typeof scheduleFor>) =>
    'stages' in result ? Object.fromEntries(milestonesOf(result.stages).map((one) => [one.id, one.at])) : {};

  it('starts on the date that was asked for', () => {
    expect(at(scheduleFor(newCohort(), defaultProgram, now))['apply.open']).toBe('2027-01-11T09:00:00.000Z');
  });

  it('starts at once when no date was asked for', () => {
    const planned = at(scheduleFor(newCohort({ start: undefined }), defaultProgram, now));

    expect(planned['apply.open']).toBe(now);
    expect(planned['apply.close']).toBe('2027-01-26T09:00:00.000Z');
  });

  it('starts today when today was asked for, although the morning has passed', () => {
    const planned = scheduleFor(newCohort({ start: '2027-01-05' }), defaultProgram, now);

    expect(at(planned)['apply.open']).toBe('2027-01-05T09:00:00.000Z');
  });

  it.each([
    ['Pacific/Kiritimati', '2027-01-06', '2027-01-05'],
    ['Pacific/Pago_Pago', '2027-01-04', '2027-01-03'],
  ])('takes today for what it is in the zone: in %s it is %s', (timeZone, today, yesterday) => {
    const late = '2027-01-05T10:30:00.000Z';

    expect(scheduleFor(newCohort({ timeZone, start: today }), defaultProgram, late)).toHaveProperty('stages');
    expect(faults(scheduleFor(newCohort({ timeZone, start: yesterday }), defaultProgram, late))).toEqual({
      start: `${yesterday} has passed. Today is ${today} in ${timeZone}.`,
    });
  });

  it('has milestones on other days where the request says so', () => {
    const schedule = { 'apply.close': '2027-02-14', 'kickoff.open': '2027-03-10T18:00' };

    expect(at(scheduleFor(newCohort({ schedule }), defaultProgram, now))).toMatchObject({
      'apply.close': '2027-02-15T09:00:00.000Z',
      'match.open': '2027-02-15T09:00:00.000Z',
      'match.close': '2027-03-01T09:00:00.000Z',
      'kickoff.open': '2027-03-10T18:00:00.000Z',
    });
  });

  it('is refused with every fault at once, each at its field', () => {
    const planned = scheduleFor(
      newCohort({
        start: '2027-01-04',
        schedule: { 'apply.close': 'soon', 'aply.open': '2027-02-01', 'kickoff.close': '2027-01-01' },
      }),
      defaultProgram,
      now,
    );

    expect(Object.keys(faults(planned))).toEqual([
      'start',
      'schedule/apply.close',
      'schedule/aply.open',
      'schedule/kickoff.close',
    ]);
  });

  it('says which milestones there are to one who names another', () => {
    const { 'schedule/apply.end': detail } = faults(
      scheduleFor(newCohort({ schedule: { 'apply.end': '2027-02-01' } }), defaultProgram, now),
    );

    expect(detail).toContain('There is no milestone apply.end. There are: apply.open, apply.remind-1');
  });

  it('has no faults when it is given', () => {
    const planned = scheduleFor(newCohort({ schedule: { 'match.close': '2027-04-01' } }), defaultProgram, now);

    expect('stages' in planned && faultsOf(planned.stages)).toEqual([]);
  });
});
