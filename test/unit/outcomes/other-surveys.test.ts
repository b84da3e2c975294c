import { describe, expect, test } from 'vitest';
import type { Answers } from '#domain/forms/form.ts';
import type { CohortRecord } from '#domain/outcomes/outcome-report.ts';
import { outcomesCsv } from '#domain/outcomes/outcome-table.ts';
import { outcomesOf } from '#domain/outcomes/outcomes.ts';
import { outcomesByStage } from '#domain/outcomes/outcomes-by-stage.ts';
import { surveysIn } from '#domain/program/stage-definition.ts';
import { surveyPrograms } from '#test/harness/cohorts/surveyed.ts';
import { allWell, cohortOf, surveys } from './cohorts.ts';
import { sectionsOf, weakPoints } from './said.ts';

/** A cohort of eight pairs of this program, which answered each survey as `answers` say. */
function recordOf(which: keyof typeof surveyPrograms, answers: Record<string, Answers | null>): CohortRecord {
  const program = surveyPrograms[which];
  const record = cohortOf({ mentors: 8, mentees: 8 });
  const applications = record.forms.filter(({ purpose }) => purpose === 'application');
  const asked = record.pairs.flatMap((pair) =>
    surveysIn(program).flatMap(({ name }) => surveys(name, pair, answers[name] ?? null, answers[name] ?? null)),
  );
  return { ...record, program, surveys: surveysIn(program), forms: [...applications, ...asked] };
}

const labels = (record: CohortRecord) =>
  sectionsOf(outcomesOf(record)).flatMap(({ bars = [] }) => bars.map(({ label, shown }) => `${label}: ${shown}`));

describe('a report on other surveys', () => {
  test('goes over them in their order, by their titles', () => {
    const all = { pulse: { trust: 3 }, midpoint: allWell, closeout: allWell };

    expect(labels(recordOf('a pulse before the mid-point', all))).toEqual(
      expect.arrayContaining([
        'Trust, pulse: 3 of 5 (16 answers)',
        'Trust, mid-point: 4 of 5 (16 answers)',
        'Trust, close: 4 of 5 (16 answers)',
      ]),
    );
  });

  test('has what was found after the close-out, and the close-out all the same', () => {
    const outcomes = outcomesOf(
      recordOf('a survey after the close-out', {
        midpoint: allWell,
        closeout: allWell,
        'six-months-on': { trust: 5, meetings: 14 },
      }),
    );

    expect(outcomes.trust.closeout.all).toEqual({ mean: 4, answers: 16 });
    expect(outcomesCsv(outcomes)).toContain('trust,Trust,six-months-on,all,5,16,');
    expect(outcomesByStage(outcomes).trust).toMatchObject({
      label: 'Trust',
      midpoint: { all: { mean: 4 } },
      closeout: { all: { mean: 4 } },
      'six-months-on': { all: { mean: 5 } },
    });
  });

  test('measures a fall of trust from the highest it stood before the end', () => {
    const outcomes = outcomesOf(
      recordOf('a pulse before the mid-point', {
        pulse: { trust: 5 },
        midpoint: { ...allWell, trust: 4 },
        closeout: { ...allWell, trust: 4 },
      }),
    );

    expect(weakPoints(outcomes)).toEqual(['Trust: it fell from 5 at the pulse to 4 at the end.']);
  });

  test('names the surveys that too few answered', () => {
    const said = (answers: Record<string, Answers | null>) =>
      weakPoints(outcomesOf(recordOf('a pulse before the mid-point', answers))).at(-1);

    expect(said({ closeout: allWell })).toContain('answered the pulse survey and the mid-point survey, so');
    expect(said({})).toContain('answered all surveys, so');
  });

  test('is made of the close-out alone where nothing else was asked', () => {
    const outcomes = outcomesOf(recordOf('no survey', { closeout: allWell }));

    expect(outcomes.responses.surveys.map(({ survey }) => survey.name)).toEqual(['closeout']);
    expect(outcomes.weakPoints).toEqual([]);
  });
});
