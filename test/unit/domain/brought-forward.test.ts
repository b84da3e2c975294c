import { describe, expect, it } from 'vitest';
import { broughtForward } from '#domain/program/brought-forward.ts';
import type { Cohort, Stage } from '#domain/program/cohort.ts';
import { move } from '#domain/program/move-milestones.ts';
import { plan } from '#domain/program/schedule.ts';
import { defaultProgram } from '#shared/programs/default-program.ts';

const now = '2027-01-20T12:00:00.000Z';
const schedule = plan(defaultProgram, '2027-01-11', 'Europe/Lisbon');
const close = '2027-02-01T09:00:00.000Z';
const cohort = {
  schedule,
  stage: 'apply',
  status: 'running',
  done: { 'apply.open': '2027-01-11T09:00:01.000Z' },
  timeZone: 'Europe/Lisbon',
} satisfies Partial<Cohort>;

const scheduleAfter = (changes: Record<string, string>, of: Parameters<typeof move>[0] = cohort): Stage[] => {
  const result = move(of, changes, now);
  if ('faults' in result) throw new Error(JSON.stringify(result.faults));
  return result.schedule;
};

describe('a deadline that comes sooner than was written', () => {
  it.each([
    ['an earlier day', '2027-01-25'],
    ['now', '2020-01-01'],
  ])('is to be told: %s', (_, date) => {
    expect(broughtForward(cohort, scheduleAfter({ 'apply.close': date }), now)).toEqual([
      { purpose: 'application', told: close, at: now },
    ]);
  });

  it.each([
    ['a later day', '2027-02-05'],
    ['another hour of the same day', '2027-01-31T18:00'],
  ])('is not: %s', (_, date) => {
    expect(broughtForward(cohort, scheduleAfter({ 'apply.close': date }), now)).toEqual([]);
  });

  it('is none of a stage of which nobody has been told', () => {
    expect(broughtForward(cohort, scheduleAfter({ 'kickoff.close': '2027-02-25' }), now)).toEqual([]);
  });

  it('of the votes is told to the committee, and not that the pairs go out sooner, which nobody has been told', () => {
    const voting = {
      ...cohort,
      stage: 'match',
      done: { ...cohort.done, 'apply.close': now, 'match.open': now },
    } as const;

    const waiting = broughtForward(voting, scheduleAfter({ 'match.decide': '2027-02-05' }, voting), now);

    expect(waiting.map(({ purpose }) => purpose)).toEqual(['ballot']);
  });

  it('that is moved again before it was told is measured by what was written', () => {
    const sooner = scheduleAfter({ 'apply.close': '2027-01-24' });
    const untold = {
      ...cohort,
      schedule: sooner,
      broughtForward: [{ purpose: 'application' as const, told: close, at: '2027-01-20T11:00:00.000Z', after: 'x' }],
    };

    const again = broughtForward(untold, scheduleAfter({ 'apply.close': '2027-01-28' }, untold), now);
    const back = broughtForward(untold, scheduleAfter({ 'apply.close': '2027-01-31' }, untold), now);
    const other = broughtForward(untold, scheduleAfter({ 'match.decide': '2027-02-02' }, untold), now);

    expect(again).toEqual([{ purpose: 'application', told: close, at: now }]);
    expect(back).toEqual([]);
    expect(other).toEqual(untold.broughtForward);
  });
});
