import * as fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { Instant } from '#domain/program/cohort.ts';
import { milestoneOf, stageAfter, stageOf } from '#domain/program/milestones.ts';
import { lastDay, momentOf, morningAfter } from '#domain/program/moments.ts';
import { expiryOf, faultsOf, plan } from '#domain/program/schedule.ts';
import { defaultProgram } from '#shared/programs/default-program.ts';
import { retimed } from '#test/harness/cohorts/retimed.ts';
import { days, local, milestonesOf, programWith, schedules, stageNames, withDetails, zones } from '../samples.ts';

const at = (schedule: ReturnType<typeof plan>) =>
  Object.fromEntries(milestonesOf(schedule).map((milestone) => [milestone.id, milestone.at]));

describe('morningAfter', () => {
  it.each([
    ['2027-01-11T08:59:59.999Z', '2027-01-11T09:00:00.000Z'],
    ['2027-01-11T09:00:00.000Z', '2027-01-12T09:00:00.000Z'],
    ['2027-03-27T10:00:00.000Z', '2027-03-28T08:00:00.000Z'],
  ])('of %s in Lisbon is %s', (moment, next) => {
    expect(morningAfter(moment, 'Europe/Lisbon')).toBe(next);
  });

  it('is later, and at most 25 hours later, in every zone', () => {
    const moments = fc.date({ min: new Date('2026-01-01'), max: new Date('2029-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(moments, zones, (date, zone) => {
        const wait = Date.parse(morningAfter(date.toISOString(), zone)) - date.getTime();
        expect(wait).toBeGreaterThan(0);
        expect(wait).toBeLessThanOrEqual(25 * 3600 * 1000);
      }),
    );
  });
});

describe('plan', () => {
  it('puts the stages one after the other, in the morning of the zone', () => {
    const schedule = plan(defaultProgram, '2027-01-11', 'Europe/Lisbon');

    expect(at(schedule)).toEqual({
      'apply.open': '2027-01-11T09:00:00.000Z',
      'apply.remind-1': '2027-01-18T09:00:00.000Z',
      'apply.remind-2': '2027-01-25T09:00:00.000Z',
      'apply.close': '2027-02-01T09:00:00.000Z',
      'match.open': '2027-02-01T09:00:00.000Z',
      'match.remind-1': '2027-02-05T09:00:00.000Z',
      'match.decide': '2027-02-09T09:00:00.000Z',
      'match.publish': '2027-02-11T09:00:00.000Z',
      'match.close': '2027-02-15T09:00:00.000Z',
      'kickoff.open': '2027-02-15T09:00:00.000Z',
      'kickoff.remind-1': '2027-02-22T09:00:00.000Z',
      'kickoff.close': '2027-03-01T09:00:00.000Z',
      // Ten weeks later it is summer in Lisbon: the same nine o'clock is an hour earlier in UTC.
      'midpoint.open': '2027-05-10T08:00:00.000Z',
      'midpoint.remind-1': '2027-05-17T08:00:00.000Z',
      'midpoint.close': '2027-05-24T08:00:00.000Z',
      'closeout.open': '2027-08-02T08:00:00.000Z',
      'closeout.remind-1': '2027-08-12T08:00:00.000Z',
      'closeout.close': '2027-08-23T08:00:00.000Z',
    });
  });

  it.each([
    [
      'New York, where the clocks go forward on 14 March',
      'America/New_York',
      '2027-03-08T14:00:00.000Z',
      '2027-03-15T13:00:00.000Z',
    ],
    [
      'Lord Howe, where they go back by half an hour on 4 April',
      'Australia/Lord_Howe',
      '2027-03-07T22:00:00.000Z',
      '2027-03-14T22:00:00.000Z',
    ],
    ['Kathmandu, which has no summer time', 'Asia/Kathmandu', '2027-03-08T03:15:00.000Z', '2027-03-15T03:15:00.000Z'],
  ])("keeps nine o'clock in %s", (_, zone, opens, reminds) => {
    const schedule = plan(defaultProgram, '2027-03-08', zone);

    expect(at(schedule)).toMatchObject({ 'apply.open': opens, 'apply.remind-1': reminds });
  });

  it('counts months as people do: from 31 January, a month lasts to the end of February', () => {
    const program = programWith(retimed({ apply: { lasts: 'P1M', remind: [] } }));

    expect(at(plan(program, '2027-01-31', 'UTC'))['apply.close']).toBe('2027-02-28T09:00:00.000Z');
  });

  it('waits for the pause between two stages, and for none where there is none', () => {
    const schedule = plan(defaultProgram, '2027-01-11', 'UTC');
    const day = (id: string) =>
      Temporal.Instant.from(at(schedule)[id] ?? '')
        .toZonedDateTimeISO('UTC')
        .toPlainDate();

    expect(day('match.open')).toEqual(day('apply.close'));
    expect(day('kickoff.close').until(day('midpoint.open')).days).toBe(70);
  });

  it('leaves out reminders that would come with the close or after it', () => {
    const program = programWith(retimed({ apply: { lasts: 'P1W', remind: ['P3D', 'P1W', 'P2W'] } }));

    const [apply] = plan(program, '2027-01-11', 'UTC');

    expect(apply?.milestones.map(({ id }) => id)).toEqual(['apply.open', 'apply.remind-1', 'apply.close']);
  });

  it('takes a fixed milestone as it is, and lets what comes after follow from it', () => {
    const schedule = plan(defaultProgram, '2027-01-11', 'Europe/Lisbon', { 'apply.close': '2027-02-07' });

    expect(at(schedule)).toMatchObject({
      'apply.open': '2027-01-11T09:00:00.000Z',
      'apply.remind-2': '2027-01-25T09:00:00.000Z',
      'apply.close': '2027-02-08T09:00:00.000Z',
      'match.open': '2027-02-08T09:00:00.000Z',
      'match.close': '2027-02-22T09:00:00.000Z',
    });
  });

  it('starts at the moment that the opening is fixed to, and returns to the mornings from then on', () => {
    const schedule = plan(defaultProgram, '2027-01-11', 'Europe/Lisbon', { 'apply.open': '2027-01-11T15:23:45.678Z' });

    expect(at(schedule)).toMatchObject({
      'apply.open': '2027-01-11T15:23:45.678Z',
      'apply.remind-1': '2027-01-18T09:00:00.000Z',
      'apply.close': '2027-02-01T09:00:00.000Z',
    });
  });

  it('refuses an override that is no date', () => {
    expect(() => plan(defaultProgram, '2027-01-11', 'UTC', { 'apply.close': 'soon' })).toThrow(RangeError);
  });

  it('makes a schedule without faults, whatever the program, the day and the zone', () => {
    fc.assert(
      fc.property(schedules, days, zones, (schedule, start, zone) => {
        expect(faultsOf(plan(programWith(schedule), start, zone))).toEqual([]);
      }),
    );
  });

  it("puts every milestone at nine o'clock in the cohort's zone, also across the days on which clocks change", () => {
    fc.assert(
      fc.property(schedules, days, zones, (schedule, start, zone) => {
        for (const milestone of milestonesOf(plan(programWith(schedule), start, zone))) {
          expect(local(milestone.at, zone).toPlainTime().toString(), `${milestone.id} in ${zone}`).toBe('09:00:00');
        }
      }),
    );
  });

  it('has the five stages in their order, each with one opening first and one close last', () => {
    fc.assert(
      fc.property(schedules, days, zones, (schedule, start, zone) => {
        const stages = plan(programWith(schedule), start, zone);

        expect(stages.map(({ name }) => name)).toEqual(stageNames);
        for (const { name, milestones } of stages) {
          expect(milestones.map(({ kind }) => kind).filter((kind) => kind !== 'remind')).toEqual(
            name === 'match' ? ['open', 'decide', 'publish', 'close'] : ['open', 'close'],
          );
          expect(milestones.at(0)?.kind).toBe('open');
          expect(milestones.at(-1)?.kind).toBe('close');
        }
      }),
    );
  });

  it('writes moments that sort as text in the order of time', () => {
    fc.assert(
      fc.property(schedules, days, zones, (schedule, start, zone) => {
        const moments = milestonesOf(plan(programWith(schedule), start, zone)).map((milestone) => milestone.at);

        for (const moment of moments) expect(Instant.safeParse(moment).success, moment).toBe(true);
        expect([...moments].sort()).toEqual(moments);
        expect([...moments].sort((a, b) => Date.parse(a) - Date.parse(b))).toEqual(moments);
      }),
    );
  });

  it('plans again to the same schedule when every milestone is fixed to where it is', () => {
    fc.assert(
      fc.property(schedules, days, zones, (schedule, start, zone) => {
        const once = plan(programWith(schedule), start, zone);

        expect(at(plan(programWith(schedule), start, zone, at(once)))).toEqual(at(once));
      }),
    );
  });
});

describe('momentOf', () => {
  it('takes a date as that morning', () => {
    expect(momentOf('2027-07-12', 'Europe/Lisbon', 'open')).toBe('2027-07-12T08:00:00.000Z');
    expect(momentOf('2027-07-12', 'Europe/Lisbon', 'remind')).toBe('2027-07-12T08:00:00.000Z');
  });

  it('takes the date of a close as the last day: it closes on the morning after', () => {
    expect(momentOf('2027-02-28', 'Europe/Lisbon', 'close')).toBe('2027-03-01T09:00:00.000Z');
  });

  it('takes a local time as one in the zone, for a close as well', () => {
    expect(momentOf('2027-07-12T18:00', 'Europe/Lisbon', 'close')).toBe('2027-07-12T17:00:00.000Z');
  });

  it.each(['2027-07-12T18:00Z', '2027-07-12T20:00+02:00', '2027-07-12T20:00+0200', '2027-07-12T13:30:00.000-04:30'])(
    'takes %s as itself, whatever the zone',
    (text) => {
      expect(momentOf(text, 'Asia/Tokyo', 'close')).toBe('2027-07-12T18:00:00.000Z');
    },
  );

  it('takes a local time that the clocks jump over as the time that they jump to', () => {
    expect(momentOf('2027-03-28T01:30', 'Europe/Lisbon', 'open')).toBe('2027-03-28T01:30:00.000Z');
  });

  it('takes a local time that comes twice as the first of the two', () => {
    expect(momentOf('2027-10-31T01:30', 'Europe/Lisbon', 'open')).toBe('2027-10-31T00:30:00.000Z');
  });

  it.each(['', 'soon', 'friday', '12/03/2027', '2027-02-29', '2027-13-01', '2027-03', '18:00', '2027-03-12T25:00'])(
    'refuses "%s"',
    (text) => {
      expect(() => momentOf(text, 'Europe/Lisbon', 'open')).toThrow(RangeError);
    },
  );
});

describe('lastDay', () => {
  it('is the date that the coordinator gave for the close', () => {
    fc.assert(
      fc.property(days, zones, (day, zone) => {
        expect(lastDay(momentOf(day, zone, 'close'), zone).toString()).toBe(day);
      }),
    );
  });

  it.each(['13:00', '18:00', '23:59'])('is the day itself for a close at %s', (time) => {
    expect(lastDay(momentOf(`2027-03-12T${time}`, 'Europe/Lisbon', 'close'), 'Europe/Lisbon').toString()).toBe(
      '2027-03-12',
    );
  });
});

describe('faultsOf', () => {
  const stages = plan(defaultProgram, '2027-01-11', 'UTC');
  const changed = (id: string, moment: string) =>
    stages.map((stage) => ({
      ...stage,
      milestones: stage.milestones.map((one) => (one.id === id ? { ...one, at: moment } : one)),
    }));

  it('names a milestone that is not after the one before it', () => {
    expect(withDetails(faultsOf(changed('apply.remind-1', '2027-01-11T09:00:00.000Z')))).toEqual([
      {
        milestone: 'apply.remind-1',
        detail: '2027-01-11T09:00:00.000Z is not after apply.open (2027-01-11T09:00:00.000Z).',
      },
    ]);
  });

  it('lets a stage open at the moment at which the one before it closes, and not earlier', () => {
    expect(faultsOf(changed('match.open', '2027-02-01T09:00:00.000Z'))).toEqual([]);
    expect(faultsOf(changed('match.open', '2027-02-01T08:59:59.999Z')).map(({ milestone }) => milestone)).toEqual([
      'match.open',
    ]);
  });

  it('names every fault, not the first alone', () => {
    const schedule = changed('apply.close', '2026-01-01T09:00:00.000Z').map((stage) => ({
      ...stage,
      milestones: stage.milestones.map((one) =>
        one.id === 'closeout.close' ? { ...one, at: '2026-01-01T09:00:00.000Z' } : one,
      ),
    }));

    expect(faultsOf(schedule).map(({ milestone }) => milestone)).toEqual(['apply.close', 'closeout.close']);
  });
});

describe('expiryOf', () => {
  const stages = plan(defaultProgram, '2027-01-11', 'Europe/Lisbon');

  it('is as long after the last close as records are kept, by the calendar', () => {
    expect(expiryOf(stages, 'P2Y', 'Europe/Lisbon')).toBe(Date.parse('2029-08-23T08:00:00Z') / 1000);
    expect(expiryOf(stages, 'P6M', 'Europe/Lisbon')).toBe(Date.parse('2028-02-23T09:00:00Z') / 1000);
  });

  it('can not be had of an empty schedule', () => {
    expect(() => expiryOf([], 'P2Y', 'UTC')).toThrow('The schedule is empty.');
  });
});

describe('looking up', () => {
  const schedule = plan(defaultProgram, '2027-01-11', 'UTC');

  it('finds the stage after each, and none after the last', () => {
    expect(stageNames.map((name) => stageAfter({ schedule }, name)?.name)).toEqual([
      'match',
      'kickoff',
      'midpoint',
      'closeout',
      undefined,
    ]);
  });

  it('finds a stage and its opening and close', () => {
    expect(milestoneOf(stageOf({ schedule }, 'match'), 'close').id).toBe('match.close');
    expect(milestoneOf(stageOf({ schedule }, 'match'), 'open').id).toBe('match.open');
  });

  it('says what is missing', () => {
    expect(() => stageOf({ schedule: [] }, 'match')).toThrow('The schedule has no stage match.');
    expect(() => milestoneOf({ name: 'match', milestones: [] }, 'close')).toThrow(
      'The stage match has no milestone close.',
    );
  });
});
