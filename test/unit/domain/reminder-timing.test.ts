import { describe, expect, test } from 'vitest';
import type { Stage } from '#domain/program/cohort.ts';
import { backAt, postponed, reminderAt } from '#domain/reminder-timing.ts';

const at = (day: string) => `2027-03-${day}T09:00:00.000Z`;
const stage: Stage = {
  ...{ name: 'apply', kind: 'apply', title: 'Apply' },
  milestones: [
    { id: 'apply.open', kind: 'open', at: at('01') },
    { id: 'apply.remind-1', kind: 'remind', at: at('08') },
    { id: 'apply.remind-2', kind: 'remind', at: at('15') },
    { id: 'apply.close', kind: 'close', at: at('22') },
  ],
};

test('somebody is back on the morning after the last day, in the zone of the cohort, over a change of the clocks', () => {
  expect(backAt('2027-03-14', 'Europe/Lisbon')).toBe('2027-03-15T09:00:00.000Z');
  expect(backAt('2027-03-27', 'Europe/Lisbon')).toBe('2027-03-28T08:00:00.000Z');
});

describe('a reminder', () => {
  test('is in time for somebody who is here, or back before it', () => {
    expect(reminderAt(at('08'), at('22'), undefined)).toBe(at('08'));
    expect(reminderAt(at('08'), at('22'), at('08'))).toBe(at('08'));
  });

  test('waits for the return', () => {
    expect(reminderAt(at('08'), at('22'), at('12'))).toBe(at('12'));
  });

  test('goes out a day before the close to somebody who returns after it', () => {
    expect(reminderAt(at('08'), at('22'), at('25'))).toBe(at('21'));
  });

  test('never goes out before its own time', () => {
    expect(reminderAt(at('21'), '2027-03-22T08:00:00.000Z', at('25'))).toBe(at('21'));
  });
});

describe('reminders that wait for people who are away', () => {
  const done = { 'apply.open': at('01'), 'apply.remind-1': at('08') };
  const people = [{ id: 'ada', awayUntil: at('11') }, { id: 'ben', awayUntil: at('13') }, { id: 'cleo' }];

  test('are nobody`s before the reminder has been carried out', () => {
    expect(postponed(stage, { 'apply.open': at('01') }, people, at('05'))).toBeUndefined();
    expect(postponed(stage, { 'apply.open': at('01') }, people, at('08'))).toBeUndefined();
  });

  test('are due to each when they are back, and the next one says when to wake', () => {
    expect(postponed(stage, done, people, at('08'))).toMatchObject({ due: new Set(), next: at('11') });
    expect(postponed(stage, done, people, at('11'))).toMatchObject({ due: new Set(['ada']), next: at('13') });
    expect(postponed(stage, done, people, at('14'))).toMatchObject({ due: new Set(['ada', 'ben']), next: undefined });
  });

  test('are overtaken by a later reminder', () => {
    const away = [{ id: 'ada', awayUntil: at('18') }];

    expect(postponed(stage, done, away, at('10'))?.next).toBe(at('18'));
    expect(postponed(stage, done, away, at('15'))).toBeUndefined();
    expect(postponed(stage, { ...done, 'apply.remind-2': at('15') }, away, at('18'))).toMatchObject({
      milestone: { id: 'apply.remind-2' },
      due: new Set(['ada']),
    });
  });

  test('end with the close', () => {
    expect(postponed(stage, done, people, at('22'))).toBeUndefined();
  });
});
