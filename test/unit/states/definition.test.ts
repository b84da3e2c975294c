import { describe, expect, test } from 'vitest';
import { cohortDefinition } from '#infra/cohort-state-machine.ts';
import type { UnsupportedDefinition } from '#infra/local/states/errors.ts';
import { readDefinition } from '#infra/local/states/read-definition.ts';

const problemsOf = (definition: unknown): readonly string[] => {
  try {
    readDefinition('Test', definition);
    return [];
  } catch (error) {
    return (error as UnsupportedDefinition).problems;
  }
};

const lambda = 'arn:aws:states:::lambda:invoke';
const machine = (states: object, more: object = {}) => ({
  QueryLanguage: 'JSONata',
  StartAt: Object.keys(states)[0],
  States: states,
  ...more,
});

test('a definition in JSONata with every supported state and field is read', () => {
  const caught = { Next: 'Stuck', Output: '{% $states.errorOutput %}', Assign: { why: '{% $states.errorOutput %}' } };
  const definition = machine(
    {
      Apply: {
        Type: 'Task',
        QueryLanguage: 'JSONata',
        Comment: 'Reconciles',
        Resource: lambda,
        Arguments: { FunctionName: 'f', Payload: { now: '{% $now() %}' } },
        TimeoutSeconds: '{% 60 %}',
        Retry: [
          {
            ErrorEquals: ['States.ALL'],
            IntervalSeconds: 1,
            MaxAttempts: 0,
            BackoffRate: 1.5,
            MaxDelaySeconds: 10,
            JitterStrategy: 'FULL',
          },
        ],
        Catch: [{ ErrorEquals: ['States.Timeout'], ...caught }],
        Assign: { outcome: '{% $states.result.Payload %}' },
        Output: null,
        Next: 'Over?',
      },
      'Over?': { Type: 'Choice', Choices: [{ Condition: '{% $outcome.over %}', Next: 'Note' }], Default: 'Pause' },
      Pause: { Type: 'Wait', Seconds: 1, Next: 'Apply' },
      Note: { Type: 'Pass', Output: 'done', Next: 'Done' },
      Done: { Type: 'Succeed', Output: '{% $parse("1") %}' },
      Stuck: { Type: 'Fail', Error: 'Stuck', Cause: '{% $string($why) %}' },
    },
    { Comment: 'A cohort', TimeoutSeconds: 3600 },
  );

  expect(problemsOf(definition)).toEqual([]);
});

test('the cohort machine is read', () => {
  const parts = { stagesFunction: 'f', stagesTimeoutSeconds: 60, table: 't', outboundQueueUrl: 'q', partition: 'aws' };

  expect(problemsOf(cohortDefinition(parts))).toEqual([]);
});

test('everything that is not supported is listed at once, and where', () => {
  const definition = {
    Version: '1.0',
    QueryLanguage: 'JSONata',
    StartAt: 'Nowhere',
    States: {
      Old: { Type: 'Pass', QueryLanguage: 'JSONPath', Result: 1, ResultPath: '$.a', End: true },
      All: { Type: 'Map', End: true },
      Sync: {
        Type: 'Task',
        Resource: 'arn:aws:states:::states:startExecution.sync:2',
        HeartbeatSeconds: 5,
        Next: 'Gone',
      },
      Call: { Type: 'Task', Resource: lambda, Arguments: { FunctionName: 'f', InvocationType: 'Event' }, End: true },
      Pick: { Type: 'Choice', Choices: [{ Variable: '$.a', NumericEquals: 1, Next: 'Old' }] },
      Rest: { Type: 'Wait', Timestamp: '2026-01-01T00:00:00Z', Next: 'Old', End: true },
    },
  };

  expect(problemsOf(definition)).toEqual([
    'Version: this field is not supported',
    'StartAt: there is no state "Nowhere"',
    'States/Old/Result: this field is not supported',
    'States/Old/ResultPath: this field is not supported',
    'States/Old/QueryLanguage: the query language is "JSONPath", not JSONata',
    'States/All/Type: "Map" is not supported, only Task, Choice, Pass, Wait, Succeed or Fail',
    'States/Sync/HeartbeatSeconds: this field is not supported',
    'States/Sync/Next: there is no state "Gone"',
    'States/Sync/Resource: "arn:aws:states:::states:startExecution.sync:2" is not supported',
    'States/Call/Arguments/InvocationType: lambda:invoke does not take this here',
    'States/Pick/Choices/0/Variable: this field is not supported',
    'States/Pick/Choices/0/NumericEquals: this field is not supported',
    'States/Pick/Choices/0/Condition: this field is missing',
    'States/Rest/Timestamp: this field is not supported',
    'States/Rest/Seconds: this field is missing',
    'States/Rest: has to have either Next or End',
  ]);
});

test('a definition whose states say nothing of their language is in JSONPath, and refused', () => {
  const { QueryLanguage: _, ...definition } = machine({ A: { Type: 'Succeed' } });

  expect(problemsOf(definition)).toEqual(['States/A: the query language is "JSONPath", not JSONata']);
});

describe('Retry and Catch', () => {
  const withErrors = (field: 'Retry' | 'Catch', ...lists: string[][]) =>
    problemsOf(
      machine({
        A: {
          Type: 'Task',
          Resource: lambda,
          [field]: lists.map((ErrorEquals) => ({ ErrorEquals, ...(field === 'Catch' && { Next: 'A' }) })),
          End: true,
        },
      }),
    );

  test.each(['Retry', 'Catch'] as const)('may name States.ALL in %s only alone, and only last', (field) => {
    expect(withErrors(field, ['States.ALL', 'TypeError'])).toEqual([
      `States/A/${field}/0/ErrorEquals: States.ALL has to stand alone`,
    ]);
    expect(withErrors(field, ['States.ALL'], ['TypeError'])).toEqual([
      `States/A/${field}/0: States.ALL is only allowed in the last one`,
    ]);
    expect(withErrors(field, ['TypeError'], ['States.ALL'])).toEqual([]);
  });
});

describe('an expression is refused', () => {
  test.each([
    ['that does not parse', '{% $a + %}', /not a JSONata expression: S0207/],
    ['that calls $eval', "{% $eval('1') %}", /\$eval\(\) is not supported/],
    ['that calls $partition, at any depth', '{% { "a": [$partition([1], 1)] } %}', /\$partition\(\) is not supported/],
    ['that calls $range', '{% $map([1], function($x) { $range(1, 2, 1) }) %}', /\$range\(\) is not supported/],
    ['that seeds $random', '{% $random(1) %}', /\$random\(\) is not supported with a seed/],
  ])('%s', (_, Output, problem) => {
    expect(problemsOf(machine({ A: { Type: 'Pass', Output: { b: [Output] }, End: true } }))).toEqual([
      expect.stringMatching(problem),
    ]);
  });
});

test.each([
  ['a condition that is no expression', { Type: 'Choice', Choices: [{ Condition: true, Next: 'A' }] }],
  ['a time limit that is a fraction', { Type: 'Task', Resource: lambda, TimeoutSeconds: 0.5, End: true }],
  ['a variable called $states', { Type: 'Pass', Assign: { states: 1 }, End: true }],
  ['a fail that goes on', { Type: 'Fail', Next: 'A' }],
  ['a state that is a list', []],
])('%s is refused', (_, state) => {
  expect(problemsOf(machine({ A: state }))).toHaveLength(1);
});

test.each([[null], ['{}'], [[]], [{}]])('%j is no definition', (definition) => {
  expect(problemsOf(definition).length).toBeGreaterThan(0);
});
