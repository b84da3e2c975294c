import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { closesAt, isOpen, lateCounts, opensAt, takesAnswers } from '#domain/forms/answer-period.ts';
import { Purpose } from '#domain/forms/purposes.ts';
import type { Cohort } from '#domain/program/cohort.ts';
import { move } from '#domain/program/move-milestones.ts';
import { plan } from '#domain/program/schedule.ts';
import { defaultProgram } from '#shared/programs/default-program.ts';
import { askedFor } from '#test/harness/cohorts/asked-for.ts';
import { stageNames } from '../samples.ts';

const schedule = plan(defaultProgram, '2027-01-11', 'UTC');
type Standing = Pick<Cohort, 'schedule' | 'stage' | 'status' | 'done'>;
const at = (stage: string, changes: Partial<Standing> = {}): Standing => ({
  schedule,
  stage,
  status: 'running',
  done: {},
  ...changes,
});

/** Every purpose; surveys by their stages. */
const names = [...Purpose.options.filter((purpose) => purpose !== 'survey'), 'midpoint', 'closeout'];

describe('opensAt', () => {
  it.each([
    ['application', '2027-01-11T09:00:00.000Z'],
    ['decision', '2027-02-09T09:00:00.000Z'],
    ['consent', '2027-02-11T09:00:00.000Z'],
  ] as const)('says when a form (%s) is first asked', (purpose, moment) => {
    expect(opensAt({ schedule }, { purpose })).toBe(moment);
  });
});

describe('closesAt', () => {
  it.each([
    ['application', '2027-02-01T09:00:00.000Z'],
    ['ballot', '2027-02-09T09:00:00.000Z'],
    ['decision', '2027-02-11T09:00:00.000Z'],
    ['consent', '2027-02-15T09:00:00.000Z'],
    ['agreement', '2027-03-01T09:00:00.000Z'],
    ['midpoint', '2027-05-24T09:00:00.000Z'],
    ['closeout', '2027-08-23T09:00:00.000Z'],
    ['confirm', '2027-08-23T09:00:00.000Z'],
  ] as const)('says until when an answer to a form (%s) is taken', (purpose, moment) => {
    expect(closesAt({ schedule }, askedFor(purpose))).toBe(moment);
  });

  it('follows a close that was moved, without anything being changed in the form', () => {
    const moved = move(
      { schedule, done: {}, timeZone: 'UTC' },
      { 'apply.close': '2027-02-10' },
      '2027-01-01T00:00:00.000Z',
    );

    expect(closesAt(moved as { schedule: typeof schedule }, askedFor('application'))).toBe('2027-02-11T09:00:00.000Z');
  });
});

describe('takesAnswers', () => {
  it('takes them until the moment of the close, and not at it', () => {
    expect(takesAnswers(at('apply'), askedFor('application'), '2027-02-01T08:59:59.999Z')).toBe(true);
    expect(takesAnswers(at('apply'), askedFor('application'), '2027-02-01T09:00:00.000Z')).toBe(false);
  });

  it('takes none once the close was carried out, even where the clock has not come to it', () => {
    const early = at('apply', { done: { 'apply.close': '2027-01-20T09:00:00.000Z' } });

    expect(takesAnswers(early, askedFor('application'), '2027-01-20T09:00:01.000Z')).toBe(false);
  });

  it('takes none once the cohort has moved on, even where the clock has not come to the close', () => {
    expect(takesAnswers(at('match'), askedFor('application'), '2027-01-20T09:00:00.000Z')).toBe(false);
  });

  it.each(['cancelled', 'finished'] as const)('takes none of any kind from a cohort that is %s', (status) => {
    for (const purpose of names) {
      expect(takesAnswers(at('apply', { status }), askedFor(purpose), '2027-01-12T09:00:00.000Z'), purpose).toBe(false);
    }
  });

  it('goes on taking them while a cohort is stuck, for people need not know', () => {
    expect(takesAnswers(at('apply', { status: 'stuck' }), askedFor('application'), '2027-01-12T09:00:00.000Z')).toBe(
      true,
    );
  });

  it('takes a decision after the deadline, which is what it is asked about, for as long as the stage lasts', () => {
    expect(takesAnswers(at('match'), askedFor('decision'), '2027-06-01T09:00:00.000Z')).toBe(true);
    expect(takesAnswers(at('kickoff'), askedFor('decision'), '2027-02-16T09:00:00.000Z')).toBe(false);
  });

  it('takes a confirmation at every stage', () => {
    for (const stage of stageNames)
      expect(takesAnswers(at(stage), askedFor('confirm'), '2027-12-31T09:00:00.000Z')).toBe(true);
  });

  it('once it takes none, never takes any again, however late it gets', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...stageNames),
        fc.constantFrom(...names),
        fc.integer({ min: 0, max: 400 }),
        fc.nat({ max: 400 }),
        (stage, purpose, day, more) => {
          const on = (days: number) => new Date(Date.UTC(2027, 0, 1 + days)).toISOString();
          fc.pre(!takesAnswers(at(stage), askedFor(purpose), on(day)));

          expect(takesAnswers(at(stage), askedFor(purpose), on(day + more))).toBe(false);
        },
      ),
    );
  });
});

describe('lateCounts', () => {
  const june = '2027-06-01T09:00:00.000Z';

  it.each([
    ['application', 'match', true],
    ['application', 'midpoint', true],
    ['application', 'closeout', false],
    ['agreement', 'midpoint', true],
    ['agreement', 'closeout', false],
    ['midpoint', 'closeout', true],
    ['closeout', 'closeout', false],
    ['ballot', 'kickoff', false],
    ['decision', 'kickoff', false],
  ] as const)('asks of a late %s while the cohort is at %s: %s', (purpose, stage, counts) => {
    expect(lateCounts(at(stage), askedFor(purpose), june)).toBe(counts);
  });

  it('ends for a survey with the report that it would have counted in', () => {
    expect(lateCounts(at('closeout'), askedFor('midpoint'), '2027-08-23T09:00:00.000Z')).toBe(false);
    expect(lateCounts(at('closeout', { done: { 'closeout.close': june } }), askedFor('midpoint'), june)).toBe(false);
  });

  it.each(['cancelled', 'finished'] as const)('is never true of a cohort that is %s', (status) => {
    for (const purpose of names) expect(lateCounts(at('match', { status }), askedFor(purpose), june)).toBe(false);
  });

  it('is how long the question about a late reply can be answered', () => {
    const about = { reply: 'rpl_1', mail: 'inbound/1', form: 'frm_1', purpose: 'application' as const };

    expect(isOpen(at('midpoint'), { purpose: 'late', about }, june)).toBe(true);
    expect(isOpen(at('closeout'), { purpose: 'late', about }, june)).toBe(false);
  });
});
