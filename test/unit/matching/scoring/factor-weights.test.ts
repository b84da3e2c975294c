import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { weightsInUse, weightsToKeep, whyFixed } from '#domain/matching/scoring/factor-weights.ts';
import { plan } from '#domain/program/schedule.ts';
import { defaultProgram } from '#shared/programs/default-program.ts';
import { wordsOf } from '#shared/words/index.ts';

const own = Object.fromEntries(defaultProgram.matching.factors.map(({ id, weight }) => [id, weight]));

describe("a cohort's weights", () => {
  it('are those of its program where its coordinator has set none', () => {
    expect(weightsInUse({}, defaultProgram)).toEqual(own);
    expect(weightsInUse({ weights: { topics: 50 } }, defaultProgram)).toEqual({ ...own, topics: 50 });
  });

  it('keep what is not named', () => {
    expect(weightsToKeep({ weights: { topics: 50, times: 0 } }, defaultProgram, { times: 7 })).toEqual({
      topics: 50,
      times: 7,
    });
  });

  it('are as if never set, once all are back to those of the program', () => {
    const { topics = 0 } = own;

    expect(weightsToKeep({ weights: { topics: 50 } }, defaultProgram, { topics })).toBeUndefined();
    expect(weightsToKeep({}, defaultProgram, own)).toBeUndefined();
  });

  it('are in use as they were set, and set twice are as set once', () => {
    const some = fc.dictionary(fc.constantFrom(...Object.keys(own)), fc.integer({ min: 0, max: 100 }));

    fc.assert(
      fc.property(some, some, (first, then) => {
        const cohort = { weights: weightsToKeep({}, defaultProgram, first) };
        const changed = { weights: weightsToKeep(cohort, defaultProgram, then) };

        expect(weightsInUse(changed, defaultProgram)).toEqual({ ...own, ...first, ...then });
        expect(weightsToKeep(changed, defaultProgram, then)).toEqual(changed.weights);
      }),
    );
  });

  it('are fixed once the votes have ended or the cohort is cancelled, and not before', () => {
    const at = '2027-03-01T09:00:00.000Z';
    const schedule = plan(defaultProgram, '2027-02-01', 'UTC');

    const said = (cohort: Parameters<typeof whyFixed>[0]) => {
      const why = whyFixed(cohort);
      return why && wordsOf().weights.fixed[why];
    };

    expect(whyFixed({ schedule, status: 'running', done: { 'match.open': at } })).toBeUndefined();
    expect(whyFixed({ schedule, status: 'stuck', done: {} })).toBeUndefined();
    expect(said({ schedule, status: 'running', done: { 'match.decide': at } })).toMatch(/votes .* have ended/);
    expect(said({ schedule, status: 'cancelled', done: {} })).toMatch(/cancelled/);
  });
});
