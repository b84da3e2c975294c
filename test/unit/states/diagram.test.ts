import { expect, test } from 'vitest';
import { mermaid } from '#infra/local/states/draw-states.ts';

const lambda = 'arn:aws:states:::lambda:invoke';
const hold = 'arn:aws:states:::aws-sdk:dynamodb:updateItem.waitForTaskToken';

/** A stage as the workflow has it: a task, a choice and a hold that go round. */
const stage = (name: string, next: string) => ({
  [name]: {
    Type: 'Task',
    Resource: lambda,
    Retry: [{ ErrorEquals: ['States.ALL'] }],
    Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Stuck' }],
    Next: `${name} over?`,
  },
  [`${name} over?`]: {
    Type: 'Choice',
    Choices: [
      { Condition: '{% $outcome.over %}', Comment: 'over', Next: next },
      { Condition: '{% $outcome.again = true %}', Next: name },
    ],
    Default: `Hold for ${name}`,
  },
  [`Hold for ${name}`]: {
    Type: 'Task',
    Resource: hold,
    Catch: [{ ErrorEquals: ['States.Timeout', 'DynamoDb.ConditionalCheckFailedException'], Next: name }],
    Next: name,
  },
});

const definition = {
  QueryLanguage: 'JSONata',
  StartAt: 'Apply',
  States: {
    ...stage('Apply', 'Match'),
    ...stage('Match', 'Closeout'),
    ...stage('Closeout', 'Done'),
    Done: { Type: 'Succeed' },
    Stuck: { Type: 'Fail' },
  },
};

test('a stage is a box with its task, its choice and its hold', () => {
  expect(mermaid(definition)).toContain(`
  subgraph s0stage ["Apply"]
    s0["Apply"]
    s1{"Apply over?"}
    s2(["Hold for Apply"]):::hold
  end
`);
});

test('choices are labelled by their comment, or else by their condition', () => {
  const lines = mermaid(definition).split('\n');

  expect(lines).toContain('  s1 --->|"over"| s3');
  expect(lines).toContain('  s1 -->|"again = true"| s0');
  expect(lines).toContain('  s1 -->|"otherwise"| s2');
});

test('what leads from a hold to its task is one arrow', () => {
  const fromHold = mermaid(definition)
    .split('\n')
    .filter((line) => line.startsWith('  s2 '));

  expect(fromHold).toEqual(['  s2 -->|"woken or time is up"| s0']);
});

test('the failure that every stage leads to is drawn once', () => {
  const toStuck = mermaid(definition)
    .split('\n')
    .filter((line) => line.endsWith(' s10'));

  expect(toStuck).toEqual(['  any0["a step that keeps failing"]:::quiet -.-> s10']);
});

test('a catch of one state alone is a dotted arrow', () => {
  const Catch = [{ ErrorEquals: ['Sfn.ExecutionAlreadyExistsException'], Next: 'Done' }];
  const one = {
    Go: { Type: 'Task', Resource: lambda, Catch, Next: 'Gone' },
    Gone: { Type: 'Fail' },
    Done: { Type: 'Succeed' },
  };

  expect(mermaid({ QueryLanguage: 'JSONata', StartAt: 'Go', States: one })).toContain(
    's0 -.->|"execution already exists"| s2',
  );
});
