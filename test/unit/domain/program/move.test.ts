import * as fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import type { Instant, Stage } from '#domain/program/cohort.ts';
import { lastDay } from '#domain/program/moments.ts';
import { move } from '#domain/program/move-milestones.ts';
import { faultsOf, plan } from '#domain/program/schedule.ts';
import { defaultProgram } from '#shared/programs/default-program.ts';
import { anyMilestone, days, local, milestonesOf, programWith, schedules, withDetails, zones } from '../samples.ts';

const timeZone = 'Europe/Lisbon';
const schedule = plan(defaultProgram, '2027-01-11', timeZone);
const opened = { 'apply.open': '2027-01-11T09:00:02.000Z' };
const cohort = { schedule, done: opened, timeZone };
const now: Instant = '2027-01-20T12:00:00.000Z';

/** The moments of a schedule by milestone; fails the test when there are faults instead. */
function moved(result: ReturnType<typeof move>): Record<string, string> {
  if ('faults' in result) throw new Error(JSON.stringify(result.faults));
  return Object.fromEntries(milestonesOf(result.schedule).map(({ id, at }) => [id, at]));
}
const faults = (result: ReturnType<typeof move>) => ('faults' in result ? withDetails(result.faults) : []);

describe('move', () => {
  it('extends a stage, and all that comes after moves along by as many days', () => {
    const after = moved(move(cohort, { 'apply.close': '2027-02-07' }, now));

    expect(after).toMatchObject({
      'apply.open': '2027-01-11T09:00:00.000Z',
      'apply.remind-1': '2027-01-18T09:00:00.000Z',
      'apply.remind-2': '2027-01-25T09:00:00.000Z',
      'apply.close': '2027-02-08T09:00:00.000Z',
      'match.open': '2027-02-08T09:00:00.000Z',
      'match.close': '2027-02-22T09:00:00.000Z',
      'kickoff.close': '2027-03-08T09:00:00.000Z',
      // A week later, still at nine: the clocks have changed in between.
      'midpoint.open': '2027-05-17T08:00:00.000Z',
      'closeout.close': '2027-08-30T08:00:00.000Z',
    });
  });

  it("keeps nine o'clock for a stage that is moved across the day on which the clocks change", () => {
    const after = moved(move(cohort, { 'kickoff.close': '2027-04-30' }, now));

    expect(after).toMatchObject({
      'kickoff.remind-1': '2027-02-22T09:00:00.000Z',
      'kickoff.close': '2027-05-01T08:00:00.000Z',
      'midpoint.open': '2027-07-10T08:00:00.000Z',
    });
  });

  it('closes a stage early: a moment that has passed means now, and the rest is pulled forward', () => {
    const after = moved(move(cohort, { 'apply.close': '2027-01-12' }, now));

    expect(after['apply.close']).toBe(now);
    expect(after['match.open']).toBe('2027-01-21T09:00:00.000Z');
    expect(after['match.close']).toBe('2027-02-04T09:00:00.000Z');
  });

  it('keeps everything that comes later at its own time of day, also across a change of the clocks', () => {
    const after = moved(move({ ...cohort, done: {} }, { 'apply.open': '2027-04-11T17:30' }, now));

    expect(after['apply.open']).toBe('2027-04-11T16:30:00.000Z');
    expect(after['match.open']).toBe('2027-05-03T08:00:00.000Z');
  });

  it('refuses a day that is too far away, rather than closing at once', () => {
    expect(faults(move(cohort, { 'apply.close': '9999-12-31' }, now))).toHaveLength(1);
  });

  it('drops reminders that an early close overtakes, unless they were sent', () => {
    const sent = { ...opened, 'apply.remind-1': '2027-01-18T09:00:01.000Z' };

    const after = moved(move({ ...cohort, done: sent }, { 'apply.close': '2027-01-22' }, now));

    expect(after).toHaveProperty(['apply.remind-1'], '2027-01-18T09:00:00.000Z');
    expect(after).not.toHaveProperty(['apply.remind-2']);
  });

  it('moves several milestones, each counted from where it was', () => {
    const after = moved(move(cohort, { 'apply.close': '2027-02-07', 'kickoff.open': '2027-03-01' }, now));

    expect(after).toMatchObject({
      'match.close': '2027-02-22T09:00:00.000Z',
      'kickoff.open': '2027-03-01T09:00:00.000Z',
      'kickoff.close': '2027-03-15T09:00:00.000Z',
    });
  });

  it.each(['apply.remind-2', 'match.remind-1', 'match.decide', 'match.publish', 'kickoff.remind-1'])(
    'moves %s alone: nobody is told of another deadline because a reminder comes sooner',
    (id) => {
      const before = Object.fromEntries(milestonesOf(schedule).map(({ id: one, at }) => [one, at]));
      const to = Temporal.Instant.from(before[id] ?? '').subtract({ hours: 20 });

      const result = move(cohort, { [id]: to.toString() }, now);

      expect(moved(result)).toEqual({ ...before, [id]: to.toString({ fractionalSecondDigits: 3 }) });
      expect(result).toHaveProperty('moved', [
        { milestone: id, from: before[id], to: to.toString({ fractionalSecondDigits: 3 }) },
      ]);
    },
  );

  it('leaves what a person has fixed where it is, with all that follows it', () => {
    const pause = moved(move(cohort, { 'match.open': '2027-02-15' }, now));
    const paused = move(cohort, { 'match.open': '2027-02-15' }, now) as { schedule: Stage[] };

    const after = moved(move({ ...cohort, schedule: paused.schedule }, { 'apply.close': '2027-01-12' }, now));

    expect(after['apply.close']).toBe(now);
    const { 'apply.close': _close, 'apply.remind-2': _late, ...rest } = pause;
    expect(after).toMatchObject(rest);
  });

  it('leaves a step that was fixed when the cohort was created, while the rest of its stage moves', () => {
    const own = plan(defaultProgram, '2027-01-11', timeZone, { 'match.publish': '2027-02-15' });

    const after = moved(move({ ...cohort, schedule: own }, { 'apply.close': '2027-02-02' }, now));

    expect(after).toMatchObject({
      'match.decide': '2027-02-11T09:00:00.000Z',
      'match.publish': '2027-02-15T09:00:00.000Z',
      'match.close': '2027-02-17T09:00:00.000Z',
    });
  });

  it('refuses a change that something fixed stands in the way of, and says what to do', () => {
    const own = plan(defaultProgram, '2027-01-11', timeZone, { 'match.open': '2027-02-05' });

    expect(faults(move({ ...cohort, schedule: own }, { 'apply.close': '2027-02-10' }, now))).toEqual([
      {
        milestone: 'apply.close',
        detail:
          'match.open was fixed for 2027-02-05T09:00:00.000Z and has to come after apply.close (2027-02-11T09:00:00.000Z). Move both, or choose another day.',
      },
    ]);
  });

  it('refuses a reminder after its deadline, rather than dropping it', () => {
    expect(faults(move(cohort, { 'apply.remind-2': '2027-02-03' }, now)).map(({ milestone }) => milestone)).toEqual([
      'apply.remind-2',
    ]);
  });

  it('lists what moved from when to when, and what is left out', () => {
    const result = move(cohort, { 'apply.close': '2027-01-22' }, now);

    expect('moved' in result && result.moved.slice(0, 3)).toEqual([
      { milestone: 'apply.remind-2', from: '2027-01-25T09:00:00.000Z' },
      { milestone: 'apply.close', from: '2027-02-01T09:00:00.000Z', to: '2027-01-23T09:00:00.000Z' },
      { milestone: 'match.open', from: '2027-02-01T09:00:00.000Z', to: '2027-01-23T09:00:00.000Z' },
    ]);
  });

  it('leaves a reminder that was sent where it is, also when an earlier one, which it overtook, is moved', () => {
    const overtaken = { ...opened, 'apply.remind-2': '2027-01-25T09:00:03.000Z' };

    const after = moved(move({ ...cohort, done: overtaken }, { 'apply.remind-1': '2027-01-20' }, now));

    expect(after).toMatchObject({
      'apply.remind-1': '2027-01-20T12:00:00.000Z',
      'apply.remind-2': '2027-01-25T09:00:00.000Z',
    });
  });

  it('refuses milestones that there are not, and says which there are', () => {
    const list = faults(move(cohort, { 'aply.close': '2027-02-07', 'match.remind-9': '2027-02-07' }, now));

    expect(list.map(({ milestone }) => milestone)).toEqual(['aply.close', 'match.remind-9']);
    expect(list[0]?.detail).toContain('apply.open, apply.remind-1, apply.remind-2, apply.close, match.open');
  });

  it('refuses to move what has been carried out', () => {
    expect(faults(move(cohort, { 'apply.open': '2027-02-01' }, now))).toEqual([
      { milestone: 'apply.open', detail: "apply.open was carried out on 2027-01-11T09:00:02.000Z and can't be moved." },
    ]);
  });

  it('refuses what is no date, in its words', () => {
    expect(faults(move(cohort, { 'apply.close': 'next friday' }, now))).toEqual([
      {
        milestone: 'apply.close',
        detail: '"next friday" is no date or time, such as 2027-03-12 or 2027-03-12T18:00.',
      },
    ]);
  });

  it('refuses a close before its stage opens', () => {
    const list = faults(move(cohort, { 'match.close': '2027-01-25' }, now));

    expect(list).toEqual([
      {
        milestone: 'match.close',
        detail: '2027-01-26T09:00:00.000Z is not after match.open (2027-02-01T09:00:00.000Z).',
      },
    ]);
  });

  it('counts what was done before its day from when it was done, so that the rest may come sooner', () => {
    const early = {
      'match.open': '2027-02-01T09:00:00.000Z',
      'match.decide': '2027-02-03T10:00:00.000Z',
      'match.publish': '2027-02-04T11:00:00.000Z',
    };

    const after = moved(move({ ...cohort, done: { ...opened, ...early } }, { 'match.close': '2027-02-04' }, now));

    expect(after).toMatchObject({ ...early, 'match.close': '2027-02-05T09:00:00.000Z' });
  });

  it('leaves the schedule that it was given as it is', () => {
    const before = structuredClone(cohort);

    move(cohort, { 'apply.close': '2027-02-07' }, now);

    expect(cohort).toEqual(before);
  });
});

describe('moving, whatever the schedule and the zone', () => {
  /** A cohort before its start, and one of its milestones to put off by some days. */
  const moves = fc
    .record({ schedule: schedules, start: days, zone: zones, id: anyMilestone, by: fc.integer({ min: 0, max: 200 }) })
    .map(({ schedule: timing, start, zone, id, by }) => {
      const stages = plan(programWith(timing), start, zone);
      const list = milestonesOf(stages);
      const milestone = list.find((one) => one.id === id) ?? (list[0] as (typeof list)[number]);
      const on = (at: Instant) =>
        ['close', 'decide'].includes(milestone.kind) ? lastDay(at, zone) : local(at, zone).toPlainDate();
      return {
        cohort: { schedule: stages, done: {}, timeZone: zone },
        milestone,
        by,
        there: on(milestone.at).add({ days: by }).toString(),
        back: on(milestone.at).toString(),
        now: '2025-01-01T00:00:00.000Z',
      };
    });
  const scheduleOf = (result: ReturnType<typeof move>): Stage[] => {
    if ('faults' in result) throw new Error(JSON.stringify(result.faults));
    return result.schedule;
  };

  /** An opening or a close: it can be put off by any number of days, as all that follows goes along. */
  const followed = moves.filter(({ milestone }) => milestone.kind === 'open' || milestone.kind === 'close');
  const alone = moves.filter(({ milestone }) => milestone.kind !== 'open' && milestone.kind !== 'close');
  const moments = (stages: readonly Stage[]) => milestonesOf(stages).map(({ id, at }) => ({ id, at }));

  it('there and back restores the schedule', () => {
    fc.assert(
      fc.property(followed, ({ cohort: one, milestone, there, back, now: early }) => {
        const away = scheduleOf(move(one, { [milestone.id]: there }, early));

        const again = scheduleOf(move({ ...one, schedule: away }, { [milestone.id]: back }, early));
        expect(moments(again)).toEqual(moments(one.schedule));
      }),
    );
  });

  it('of a reminder or a step moves nothing else, or is refused', () => {
    fc.assert(
      fc.property(alone, ({ cohort: one, milestone, there, now: early }) => {
        const result = move(one, { [milestone.id]: there }, early);

        if ('faults' in result) expect(result.faults).not.toEqual([]);
        else expect(result.moved.map((other) => other.milestone).filter((id) => id !== milestone.id)).toEqual([]);
      }),
    );
  });

  it('never moves what was fixed before', () => {
    fc.assert(
      fc.property(moves, anyMilestone, fc.integer({ min: 0, max: 90 }), (one, other, by) => {
        const stages = one.cohort.schedule;
        const found = milestonesOf(stages).find(({ id }) => id === other) ?? one.milestone;
        const put = move(
          one.cohort,
          { [found.id]: local(found.at, one.cohort.timeZone).add({ days: by }).toInstant().toString() },
          one.now,
        );
        if ('faults' in put || found.id === one.milestone.id) return;

        const result = move({ ...one.cohort, schedule: put.schedule }, { [one.milestone.id]: one.there }, one.now);

        if ('faults' in result) return;
        const at = milestonesOf(result.schedule).find(({ id }) => id === found.id)?.at;
        // A reminder that comes too late is left out.
        if (at !== undefined || found.kind !== 'remind') {
          expect(at).toBe(milestonesOf(put.schedule).find(({ id }) => id === found.id)?.at);
        }
      }),
    );
  });

  it('to where it is already changes nothing', () => {
    fc.assert(
      fc.property(moves, ({ cohort: one, milestone, now: early }) => {
        const result = move(one, { [milestone.id]: milestone.at }, early);

        expect(moments(scheduleOf(result))).toEqual(moments(one.schedule));
        expect(result).toHaveProperty('moved', []);
      }),
    );
  });

  it('leaves what comes before, and puts off what comes after by the same number of days, in the morning', () => {
    fc.assert(
      fc.property(followed, ({ cohort: one, milestone, there, by, now: early }) => {
        const before = milestonesOf(one.schedule);
        const after = milestonesOf(scheduleOf(move(one, { [milestone.id]: there }, early)));
        const index = before.findIndex(({ id }) => id === milestone.id);

        expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id));
        expect(after.slice(0, index)).toEqual(before.slice(0, index));
        for (const [n, { at }] of before.slice(index).entries()) {
          const was = local(at, one.timeZone);
          const is = local(after[index + n]?.at ?? '', one.timeZone);

          expect(was.toPlainDate().until(is.toPlainDate(), { largestUnit: 'day' }).days).toBe(by);
          expect(is.toPlainTime()).toEqual(Temporal.PlainTime.from('09:00'));
        }
      }),
    );
  });

  it('never ends in a schedule with faults, and never moves what was carried out', () => {
    fc.assert(
      fc.property(
        moves,
        fc.integer({ min: -300, max: 300 }),
        fc.infiniteStream(fc.boolean()),
        fc.nat({ max: 400 }),
        ({ cohort: one, milestone, back }, by, chance, later) => {
          // Not always the first ones: a reminder that a later one overtook was never carried out.
          const carriedOut = milestonesOf(one.schedule).filter(({ id }) => id !== milestone.id && chance.next().value);
          const done = Object.fromEntries(carriedOut.map(({ id, at }) => [id, at]));
          const first = local(one.schedule[0]?.milestones[0]?.at ?? '', one.timeZone);
          const then = first.add({ days: later }).toInstant().toString({ fractionalSecondDigits: 3 });
          const to = Temporal.PlainDate.from(back).add({ days: by }).toString();

          const result = move({ ...one, done }, { [milestone.id]: to }, then);

          if ('faults' in result) {
            expect(result.faults).not.toEqual([]);
            return;
          }
          expect(faultsOf(result.schedule)).toEqual([]);
          for (const { id, at } of milestonesOf(result.schedule)) {
            if (id in done) expect(at).toBe(done[id]);
          }
        },
      ),
    );
  });
});
