import { describe, expect, it, test } from 'vitest';
import { ProgramDefinition } from '#domain/program/program-definition.ts';
import { rehearse } from '#domain/program/rehearsal.ts';
import { faultsOf, plan } from '#domain/program/schedule.ts';
import type { SurveyDefinition } from '#domain/program/stage-definition.ts';
import { defaultProgram } from '#shared/programs/default-program.ts';
import { pulse, surveyed, surveyPrograms } from '#test/harness/cohorts/surveyed.ts';
import { newCohort, problemsOf } from '../samples.ts';

const planned = (program: ProgramDefinition) => plan(program, '2027-01-11', 'Europe/Lisbon');
const surveysSent = (program: ProgramDefinition) =>
  rehearse(newCohort(), planned(program))
    .sendings.filter(({ kind }) => ['survey', 'survey-reminder', 'thanks', 'report'].includes(kind))
    .map(({ milestone, kind }) => `${milestone}: ${kind}`);

const atTheEnd = [
  'closeout.open: survey',
  'closeout.remind-1: survey-reminder',
  'closeout.close: thanks',
  'closeout.close: report',
];
const halfWay = ['midpoint.open: survey', 'midpoint.remind-1: survey-reminder'];

describe('a program with', () => {
  test.each<[keyof typeof surveyPrograms, string[]]>([
    [
      'a pulse before the mid-point',
      ['pulse.open: survey', 'pulse.remind-1: survey-reminder', ...halfWay, ...atTheEnd],
    ],
    [
      'two mid-points of one form',
      [...halfWay, 'second-midpoint.open: survey', 'second-midpoint.remind-1: survey-reminder', ...atTheEnd],
    ],
    [
      'a survey after the close-out',
      [
        ...halfWay,
        ...atTheEnd,
        'six-months-on.open: survey',
        'six-months-on.remind-1: survey-reminder',
        'six-months-on.close: report',
      ],
    ],
    ['no survey', atTheEnd],
  ])('%s is one, and its rehearsal has its surveys alone', (which, sent) => {
    const program = ProgramDefinition.parse(surveyPrograms[which]);

    expect(faultsOf(planned(program))).toEqual([]);
    expect(surveysSent(program)).toEqual(sent);
  });

  test('a pulse asks 30 days after the kickoff opens', () => {
    const at = new Map(
      planned(surveyPrograms['a pulse before the mid-point']).flatMap(({ milestones }) =>
        milestones.map((one) => [one.id, one.at]),
      ),
    );
    const days = (Date.parse(at.get('pulse.open') ?? '') - Date.parse(at.get('kickoff.open') ?? '')) / 86_400_000;

    expect(days).toBe(30);
  });
});

describe('a schedule is refused', () => {
  const faults = (schedule: unknown) => problemsOf(ProgramDefinition.safeParse({ ...defaultProgram, schedule }));
  const [apply, match, kickoff, midpoint, closeout] = defaultProgram.schedule as [
    ...typeof defaultProgram.schedule,
    SurveyDefinition,
  ];
  const order =
    'has to have one stage of each of the kinds apply, match, kickoff, closeout, in this order, and any surveys';

  it.each<[string, unknown[], Record<string, string>]>([
    [
      'with a name that is used twice',
      [apply, match, kickoff, midpoint, midpoint, closeout],
      {
        'schedule.4.name': 'the name midpoint is used twice',
      },
    ],
    ['that does not begin with applications', [match, apply, kickoff, midpoint, closeout], { schedule: order }],
    [
      'without a kickoff',
      [apply, match, midpoint, closeout],
      {
        'schedule.2.kind': 'a survey asks pairs, so it has to come after the kickoff',
        schedule: order,
      },
    ],
    [
      'with two matchings',
      [apply, match, { ...match, name: 'again' }, kickoff, midpoint, closeout],
      { schedule: order },
    ],
    ['that ends without a close-out', [apply, match, kickoff, midpoint], { schedule: order }],
  ])('%s', (_, schedule, said) => {
    expect(faults(schedule)).toMatchObject(said);
  });

  it('with a stage of a kind that there is not', () => {
    expect(faults([apply, match, kickoff, { ...midpoint, kind: 'pulse' }, closeout])).toMatchObject({
      'schedule.3.kind': 'has to be one of: apply, match, kickoff, survey, closeout',
    });
  });

  it('when a stage asks a form that is not there, or is for something else', () => {
    const asking = (form: string) => faults([apply, match, kickoff, { ...midpoint, form }, closeout]);

    expect(asking('puls')).toMatchObject({
      'schedule.3.form': 'names no form that a stage can ask: puls. There are: midpoint, closeout',
      'forms.midpoint': 'no stage asks this form',
    });
    expect(Object.keys(asking('application'))).toContain('schedule.3.form');
  });

  it('when the words of a survey name what is not there', () => {
    const words = { subject: 'How is it going, {$mentor}?' };

    expect(problemsOf(ProgramDefinition.safeParse(surveyed([{ ...pulse, words }])))).toEqual({
      'schedule.3.words.subject': 'may name {$partner} and {$cohort}, and nothing else in braces',
    });
  });
});
