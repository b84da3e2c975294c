import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Instant, Stage } from '#domain/program/cohort.ts';
import { due, nextAfter, stageOf } from '#domain/program/milestones.ts';
import { plan } from '#domain/program/schedule.ts';
import { defaultProgram } from '#shared/programs/default-program.ts';
import { days, programWith, schedules, zones } from '../samples.ts';

const apply = stageOf({ schedule: plan(defaultProgram, '2027-01-11', 'UTC') }, 'apply');
const ids = (milestones: readonly { id: string }[]) => milestones.map(({ id }) => id);

describe('due', () => {
  it('is nothing before the stage opens', () => {
    expect(due(apply, {}, '2027-01-11T08:59:59.999Z')).toEqual([]);
  });

  it('is a milestone from its very moment on', () => {
    expect(ids(due(apply, {}, '2027-01-11T09:00:00.000Z'))).toEqual(['apply.open']);
  });

  it('is a reminder once, until it is done', () => {
    const done = { 'apply.open': true };

    expect(ids(due(apply, done, '2027-01-20T12:00:00.000Z'))).toEqual(['apply.remind-1']);
    expect(due(apply, { ...done, 'apply.remind-1': true }, '2027-01-20T12:00:00.000Z')).toEqual([]);
  });

  it('is the last of several missed reminders alone, so that nobody gets two at once', () => {
    expect(ids(due(apply, { 'apply.open': true }, '2027-01-26T09:00:00.000Z'))).toEqual(['apply.remind-2']);
  });

  it('is no reminder at all once the close has come', () => {
    expect(ids(due(apply, { 'apply.open': true }, '2027-02-01T09:00:00.000Z'))).toEqual(['apply.close']);
  });

  it('is the opening and the last reminder, oldest first, after an interruption', () => {
    expect(ids(due(apply, {}, '2027-01-26T09:00:00.000Z'))).toEqual(['apply.open', 'apply.remind-2']);
  });

  it('is the opening and the close after an interruption that lasted longer than the stage', () => {
    expect(ids(due(apply, {}, '2027-06-01T09:00:00.000Z'))).toEqual(['apply.open', 'apply.close']);
  });
});

describe('nextAfter', () => {
  it('is the next milestone, not the one of this very moment', () => {
    expect(nextAfter(apply, '2027-01-11T09:00:00.000Z')).toBe('2027-01-18T09:00:00.000Z');
    expect(nextAfter(apply, '2027-01-10T09:00:00.000Z')).toBe('2027-01-11T09:00:00.000Z');
  });

  it('is nothing from the close on', () => {
    expect(nextAfter(apply, '2027-02-01T09:00:00.000Z')).toBeUndefined();
  });
});

describe('what is due, whatever the schedule and the moment', () => {
  /** A stage, some of its milestones done, and a moment somewhere around it. */
  const moments = fc
    .record({ schedule: schedules, start: days, zone: zones })
    .map(({ schedule, start, zone }) => plan(programWith(schedule), start, zone)[0] as Stage)
    .chain((stage) =>
      fc.record({
        stage: fc.constant(stage),
        done: fc
          .subarray(ids(stage.milestones))
          .map((list) => Object.fromEntries(list.map((id) => [id, true as const]))),
        now: fc
          .oneof(
            fc.constantFrom(...stage.milestones.map(({ at }) => Date.parse(at))),
            fc.integer({
              min: Date.parse(stage.milestones.at(0)?.at ?? '') - 86_400_000,
              max: Date.parse(stage.milestones.at(-1)?.at ?? '') + 86_400_000,
            }),
          )
          .map((millis): Instant => new Date(millis).toISOString()),
      }),
    );

  it('was never done before, has come, and is in order', () => {
    fc.assert(
      fc.property(moments, ({ stage, done, now }) => {
        const list = due(stage, done, now);

        expect(list.filter(({ id }) => id in done)).toEqual([]);
        expect(list.filter(({ at }) => at > now)).toEqual([]);
        expect(list.map(({ at }) => at)).toEqual(list.map(({ at }) => at).sort());
      }),
    );
  });

  it('has at most one reminder, and never beside the close', () => {
    fc.assert(
      fc.property(moments, ({ stage, done, now }) => {
        const kinds = due(stage, done, now).map(({ kind }) => kind);

        expect(kinds.filter((kind) => kind === 'remind').length).toBeLessThanOrEqual(kinds.includes('close') ? 0 : 1);
      }),
    );
  });

  it('has every opening and close that has come and is not done', () => {
    fc.assert(
      fc.property(moments, ({ stage, done, now }) => {
        const owed = stage.milestones.filter(({ id, kind, at }) => kind !== 'remind' && at <= now && !(id in done));

        expect(ids(due(stage, done, now).filter(({ kind }) => kind !== 'remind'))).toEqual(ids(owed));
      }),
    );
  });

  it('is nothing more once it has been done', () => {
    fc.assert(
      fc.property(moments, ({ stage, done, now }) => {
        const after = { ...done, ...Object.fromEntries(due(stage, done, now).map(({ id }) => [id, true])) };

        expect(due(stage, after, now)).toEqual([]);
      }),
    );
  });

  it('acted on whenever something is next, is every milestone once and in order', () => {
    fc.assert(
      fc.property(moments, ({ stage }) => {
        const done: Record<string, true> = {};
        const acted: string[] = [];
        for (let now = nextAfter(stage, '2000-01-01T00:00:00.000Z'); now !== undefined; now = nextAfter(stage, now)) {
          for (const { id } of due(stage, done, now)) {
            acted.push(id);
            done[id] = true;
          }
        }

        expect(acted).toEqual(ids(stage.milestones));
      }),
    );
  });
});
