import type { StageKind } from '#domain/program/stage-definition.ts';
import { cohortPrefix, metaSort } from '#shared/store/keys.ts';

/**
 * The `Cohort` state machine as a document of the Amazon States Language, in JSONata. It is written out rather than put
 * together from CDK's state classes: it can be read beside the language's specification, and CDK 2.276 renders a
 * computed timeout as `TimeoutSecondsPath`, which Step Functions refuses in JSONata.
 *
 * An execution's state is ExecutionInput until the first task, and from then on `{ ...ExecutionInput, outcome }`.
 */
export function cohortDefinition(parts: Parts): Definition {
  return {
    Comment: 'A cohort of a mentoring program, from its applications to its report.',
    QueryLanguage: 'JSONata',
    StartAt: 'Which kind of stage?',
    States: {
      // No default: an execution that was started with an unknown kind fails, which sounds the alarm.
      'Which kind of stage?': {
        Type: 'Choice',
        Choices: Object.entries(kinds).map(([kind, { task }]) => ({
          Condition: jsonata(`$states.input.kind = '${kind}'`),
          Next: task,
        })),
      },
      ...Object.assign({}, ...Object.values(kinds).map((words) => stageStates(words, parts))),
      ...endings(parts),
    },
  };
}

export interface Parts {
  /** ARN of the function behind the stages, without a version: a deploy reaches executions that are under way. */
  stagesFunction: string;
  stagesTimeoutSeconds: number;
  table: string;
  outboundQueueUrl: string;
  /** `aws`, unless in China or GovCloud. */
  partition: string;
}

export interface Definition {
  Comment: string;
  QueryLanguage: 'JSONata';
  StartAt: string;
  States: Record<string, State>;
}
type State = { Type: 'Task' | 'Choice' | 'Succeed' | 'Fail' } & Record<string, unknown>;

interface StateNames {
  task: string;
  question: string;
  hold: string;
}

/** The kinds of stage in the words of the diagram, in the order in which a program usually has them. */
const kinds: Record<StageKind, StateNames> = {
  apply: { task: 'Apply', question: 'Applications closed?', hold: 'Hold for applications' },
  match: { task: 'Match', question: 'Matches published?', hold: 'Hold for the committee' },
  kickoff: { task: 'Kickoff', question: 'All introduced?', hold: 'Hold for agreements' },
  survey: { task: 'Survey', question: 'Survey over?', hold: 'Hold for answers' },
  closeout: { task: 'Close-out', question: 'Report sent?', hold: 'Hold for the close' },
};

const jsonata = (expression: string): string => `{% ${expression} %}`;
const unchanged = jsonata('$states.input');
const cohortKey = { pk: { S: jsonata(`'${cohortPrefix}' & $states.input.cohort`) }, sk: { S: metaSort } };

/** Where a state goes that can't go on. The error's name is kept; its message is not, as it may quote what people wrote. */
const orStuck = {
  ErrorEquals: ['States.ALL'],
  Output: jsonata("$merge([$states.input, { 'error': $states.errorOutput.Error }])"),
  Next: 'Mark as stuck',
};

/**
 * For what passes by itself, such as throttling: waits of up to 1, 2, 4, 8, 16, 32, 60 and 60 seconds, three minutes in
 * all. Full jitter (a random share of each), because the cohorts of an organisation reach their milestones at one moment.
 */
const soon = { IntervalSeconds: 1, BackoffRate: 2, MaxAttempts: 8, MaxDelaySeconds: 60, JitterStrategy: 'FULL' };

/** For what someone may mend, such as a bad deploy: waits of 30, 90, 270, 810 and 2,430 seconds, an hour in all. */
const later = { IntervalSeconds: 30, BackoffRate: 3, MaxAttempts: 5, JitterStrategy: 'NONE' };

/** Expected, and so for the state's own Catch: a retry would only put it off. */
const never = (...names: string[]) => ({ ErrorEquals: names, MaxAttempts: 0 });

const passing = [
  'Lambda.ServiceException',
  'Lambda.AWSLambdaException',
  'Lambda.SdkClientException',
  'Lambda.TooManyRequestsException',
  'States.Timeout',
];

/**
 * The three states of a kind of stage: a task that does what is due, a question, and a hold until the next milestone or until
 * woken, whichever is first.
 */
function stageStates({ task, question, hold }: StateNames, parts: Parts): Record<string, State> {
  const { partition, stagesFunction, stagesTimeoutSeconds, table } = parts;
  const holdOver = ['States.Timeout', 'DynamoDb.ConditionalCheckFailedException'];
  return {
    [task]: {
      Type: 'Task',
      Resource: `arn:${partition}:states:::lambda:invoke`,
      Arguments: {
        FunctionName: stagesFunction,
        Payload: {
          version: 1,
          cohort: jsonata('$states.input.cohort'),
          stage: jsonata('$states.input.stage'),
          generation: jsonata('$states.input.generation'),
          rounds: jsonata('$states.input.rounds'),
          startedAt: jsonata('$states.context.Execution.StartTime'),
        },
      },
      // Longer than the function's own, so that its own comes first and says more.
      TimeoutSeconds: stagesTimeoutSeconds + 30,
      Output: {
        cohort: jsonata('$states.input.cohort'),
        stage: jsonata('$states.input.stage'),
        kind: jsonata('$states.input.kind'),
        generation: jsonata('$states.input.generation'),
        rounds: jsonata('$states.input.rounds + 1'),
        outcome: jsonata('$states.result.Payload'),
      },
      Retry: [
        { ErrorEquals: passing, ...soon },
        { ErrorEquals: ['States.ALL'], ...later },
      ],
      Catch: [orStuck],
      Next: question,
    },
    [question]: {
      Type: 'Choice',
      Choices: [
        { Condition: jsonata('$exists($states.input.outcome.next)'), Next: 'Continue' },
        { Condition: jsonata('$states.input.outcome.over'), Next: 'Ended' },
        { Condition: jsonata('$states.input.outcome.again'), Next: task },
      ],
      Default: hold,
    },
    [hold]: {
      Type: 'Task',
      Resource: `arn:${partition}:states:::aws-sdk:dynamodb:updateItem.waitForTaskToken`,
      Arguments: {
        TableName: table,
        Key: cohortKey,
        UpdateExpression: 'SET wakeToken = :token',
        // What changed since the task looked, and so found no token to wake, fails this and is seen at once.
        ConditionExpression: 'revision = :revision',
        ExpressionAttributeValues: {
          ':token': { S: jsonata('$states.context.Task.Token') },
          ':revision': { N: jsonata('$string($states.input.outcome.revision)') },
        },
      },
      TimeoutSeconds: jsonata('$states.input.outcome.holdSeconds'),
      Output: unchanged,
      Retry: [never(...holdOver), { ErrorEquals: ['States.ALL'], ...soon }],
      Catch: [{ ErrorEquals: holdOver, Output: unchanged, Next: task }, orStuck],
      Next: task,
    },
  };
}

/** How an execution ends: by going on as another one, because the cohort has ended, or stuck. */
function endings({ partition, table, outboundQueueUrl }: Parts): Record<string, State> {
  // The integration of the SDK, unlike the optimised one, names errors as the SDK for Java does.
  const alreadyContinued = 'Sfn.ExecutionAlreadyExistsException';
  // There and back, because a moment in the record has milliseconds even when they are 0.
  const at = { S: jsonata('$fromMillis($toMillis($states.context.State.EnteredTime))') };
  const notRunning = 'DynamoDb.ConditionalCheckFailedException';
  return {
    Continue: {
      Type: 'Task',
      Resource: `arn:${partition}:states:::aws-sdk:sfn:startExecution`,
      Arguments: {
        StateMachineArn: jsonata('$states.context.StateMachine.Id'),
        Name: jsonata('$states.input.outcome.next.name'),
        // A string, as the API has it. `rounds` starts again, for they count towards the limit of one execution.
        Input: jsonata(
          "$string({ 'cohort': $states.input.cohort, 'stage': $states.input.outcome.next.stage, " +
            "'kind': $states.input.outcome.next.kind, 'generation': $states.input.outcome.next.generation, 'rounds': 0 })",
        ),
      },
      Retry: [never(alreadyContinued), { ErrorEquals: ['States.ALL'], ...soon }],
      Catch: [{ ErrorEquals: [alreadyContinued], Output: unchanged, Next: 'Ended' }, orStuck],
      Next: 'Ended',
    },
    'Mark as stuck': {
      Type: 'Task',
      Resource: `arn:${partition}:states:::aws-sdk:dynamodb:updateItem`,
      Arguments: {
        TableName: table,
        Key: cohortKey,
        UpdateExpression: 'SET #status = :stuck, stuck = :how ADD revision :one',
        // The second half is for a retry of an update that was made although its answer was lost.
        ConditionExpression: '#status = :running OR stuck.#at = :at',
        ExpressionAttributeNames: { '#status': 'status', '#at': 'at' },
        ExpressionAttributeValues: {
          ':running': { S: 'running' },
          ':stuck': { S: 'stuck' },
          ':one': { N: '1' },
          ':at': at,
          ':how': {
            M: {
              at,
              stage: { S: jsonata('$states.input.stage') },
              cause: { S: jsonata('$states.input.error') },
            },
          },
        },
      },
      Output: unchanged,
      Retry: [never(notRunning), { ErrorEquals: ['States.ALL'], ...soon }],
      // Cancelled or resumed meanwhile: nobody has to be told.
      Catch: [{ ErrorEquals: [notRunning], Output: unchanged, Next: 'Ended' }],
      Next: 'Tell the coordinator',
    },
    'Tell the coordinator': {
      Type: 'Task',
      Resource: `arn:${partition}:states:::sqs:sendMessage`,
      Arguments: {
        QueueUrl: outboundQueueUrl,
        MessageBody: {
          cohort: jsonata('$states.input.cohort'),
          stuck: jsonata('$states.input.stage'),
          kind: jsonata('$states.input.kind'),
          generation: jsonata('$states.input.generation'),
        },
        MessageGroupId: jsonata('$states.input.cohort'),
      },
      Output: unchanged,
      Retry: [{ ErrorEquals: ['States.ALL'], ...soon }],
      Next: 'Stuck',
    },
    Stuck: {
      Type: 'Fail',
      Error: 'Stuck',
      Cause: 'A stage kept failing; the record says which and why. docs/runbook.md: "A cohort is stuck".',
    },
    Ended: { Type: 'Succeed' },
  };
}
