import { describe, expect, it } from 'vitest';
import { concernsOf, type NewCohort } from '#domain/program/new-cohort.ts';
import type { ProgramDefinition } from '#domain/program/program-definition.ts';
import * as rehearsal from '#domain/program/rehearsal.ts';
import { plan } from '#domain/program/schedule.ts';
import { defaultProgram } from '#shared/programs/default-program.ts';
import { concernWords } from '#shared/words/concern-words.ts';
import { wordsOf } from '#shared/words/index.ts';
import { scheduleWarningWords } from '#shared/words/schedule-warning-words.ts';
import { retimed } from '#test/harness/cohorts/retimed.ts';
import { milestonesOf, newCohort, programWith, smallCohort } from '../samples.ts';

const inWords = (warning: rehearsal.ScheduleWarning) => scheduleWarningWords(warning, wordsOf());
const restDays = (...given: Parameters<typeof rehearsal.restDays>) => rehearsal.restDays(...given).map(inWords);

/** What is sent, and all that a coordinator is warned of, in words. */
function rehearse(request: NewCohort, program: ProgramDefinition, stages: Parameters<typeof rehearsal.rehearse>[1]) {
  const { sendings, warnings } = rehearsal.rehearse(request, stages);
  return {
    sendings,
    warnings: [...concernsOf(request, program).map((one) => concernWords(one, wordsOf())), ...warnings.map(inWords)],
  };
}

/** A program that starts on a Monday and has no milestone, and no last day, on a weekend. */
const weekdays = {
  apply: { lasts: 'P12D', remind: ['P7D'] },
  match: { pause: 'P2D', lasts: 'P12D', remind: ['P3D'], decide: 'P5D', publish: 'P7D' },
  kickoff: { pause: 'P2D', lasts: 'P12D', remind: [] },
  midpoint: { pause: 'P2D', lasts: 'P12D', remind: [] },
  closeout: { pause: 'P2D', lasts: 'P12D', remind: ['P7D'] },
};
const rehearsed = (
  changes: Parameters<typeof newCohort>[0] = {},
  timings: Parameters<typeof retimed>[0] = weekdays,
) => {
  const program = programWith(retimed(timings));
  const request = newCohort(changes);
  return rehearse(request, program, plan(program, request.start ?? '2027-01-11', request.timeZone));
};

describe('a rehearsal', () => {
  it('lists what each milestone sends, in order, with the most that there can be', () => {
    const { sendings } = rehearsed();

    expect(sendings.map(({ at, milestone, kind, atMost }) => [at.slice(0, 10), milestone, kind, atMost])).toEqual([
      ['2027-01-11', 'apply.open', 'invitation', 2],
      ['2027-01-18', 'apply.remind-1', 'application-reminder', 2],
      ['2027-01-23', 'apply.close', 'readiness', 1],
      ['2027-01-25', 'match.open', 'ballot', 3],
      ['2027-01-28', 'match.remind-1', 'ballot-reminder', 3],
      ['2027-01-30', 'match.decide', 'publish-decision', 1],
      ['2027-02-01', 'match.publish', 'partner-proposed', 2],
      ['2027-02-06', 'match.close', 'matches-published', 1],
      ['2027-02-08', 'kickoff.open', 'introduction', 2],
      ['2027-02-08', 'kickoff.open', 'not-matched', 2],
      ['2027-02-22', 'midpoint.open', 'survey', 2],
      ['2027-03-08', 'closeout.open', 'survey', 2],
      ['2027-03-15', 'closeout.remind-1', 'survey-reminder', 2],
      ['2027-03-20', 'closeout.close', 'thanks', 2],
      ['2027-03-20', 'closeout.close', 'report', 1],
      ['2027-03-20', 'closeout.close', 'cohort-over', 1],
    ]);
  });

  it('sends at the moments of the schedule and at no other', () => {
    const stages = plan(defaultProgram, '2027-01-11', 'America/New_York');
    const moments = new Map(milestonesOf(stages).map(({ id, at }) => [id, at]));

    for (const { milestone, at } of rehearse(newCohort(), defaultProgram, stages).sendings) {
      expect(at).toBe(moments.get(milestone));
    }
  });

  it('has no warnings about a cohort that is well prepared', () => {
    expect(rehearsed().warnings).toEqual([]);
  });

  it.each([
    [1, 'The committee has only one member. Three to five see more, and can outvote a single view.'],
    [2, 'The committee has only two members. Three to five see more, and can outvote a single view.'],
  ])('warns of a committee of %i', (members, warning) => {
    expect(rehearsed({ committee: smallCohort.committee.slice(0, members) }).warnings).toContain(warning);
  });

  it('warns when the committee can never have the votes that the program wants', () => {
    expect(rehearsed({ committee: smallCohort.committee.slice(0, 1) }).warnings).toContain(
      'The program wants 2 votes, more than the committee has members: all of them have to vote.',
    );
  });

  it('warns of a reviewer who is invited as well, however their address is written', () => {
    const committee = [...smallCohort.committee.slice(0, 2), { name: 'Ada Park', email: 'ADA@harbour.example.org' }];

    expect(rehearsed({ committee }).warnings).toEqual([
      'Ada Park is on the committee and invited too. They are not asked about a pair of their own.',
    ]);
  });

  it('warns of weekends, and of the last day rather than the morning after it', () => {
    const { warnings } = rehearsed(
      {},
      { ...weekdays, apply: { lasts: 'P14D', remind: ['P5D'] }, match: { ...weekdays.match, pause: 'P0D' } },
    );

    expect(warnings).toEqual(['On a Saturday or Sunday: apply.remind-1 (2027-01-16), last day of apply (2027-01-24).']);
  });

  it.each([
    ['match.open', '2027-01-30', 'On a Saturday or Sunday: match.open, when the committee is asked (2027-01-30).'],
    ['kickoff.open', '2027-02-20', 'On a Saturday or Sunday: kickoff.open, the introductions (2027-02-20).'],
    ['kickoff.open', '2028-12-26', 'When many are away: kickoff.open, the introductions (2028-12-26, Boxing Day).'],
    ['closeout.open', '2029-01-01', "When many are away: closeout.open (2029-01-01, New Year's Day)."],
    ['midpoint.close', '2028-12-26', 'When many are away: last day of midpoint (2028-12-26, Boxing Day).'],
  ])('warns of %s on %s', (milestone, date, warning) => {
    const stages = plan(defaultProgram, '2027-01-11', 'Europe/Lisbon', { [milestone]: date });

    expect(restDays(stages, 'Europe/Lisbon', new Set([milestone]))).toEqual([warning]);
    expect(rehearse(newCohort(), defaultProgram, stages).warnings.join(' ')).toContain(
      warning.split(': ')[1]?.slice(0, -1),
    );
  });

  it('takes a weekend for what it is in the zone of the cohort', () => {
    // 9 on Monday morning in Auckland is Sunday in UTC.
    expect(rehearsed({ timeZone: 'Pacific/Auckland' }).warnings).toEqual([]);
  });

  it('warns of a stage that people on leave would miss', () => {
    const { warnings } = rehearsed(
      {},
      {
        ...weekdays,
        kickoff: { pause: 'P2D', lasts: 'P4D', remind: [] },
        midpoint: { ...weekdays.midpoint, pause: 'P10D' },
      },
    );

    expect(warnings).toEqual(['kickoff lasts 4 days; people on leave would miss all of it.']);
  });
});
