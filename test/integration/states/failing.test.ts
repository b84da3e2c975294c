import { describe, expect, test } from 'vitest';
import { StateError } from '#infra/local/states/errors.ts';
import { answering, holding, holdUpdate, invoke, machineOf, start, task, update, world } from './world.ts';

const throttled = new StateError('Lambda.TooManyRequestsException', 'Rate exceeded');
const broken = new StateError('TypeError', 'x is undefined');

describe('Retry', () => {
  const Retry = [
    { ErrorEquals: ['Lambda.TooManyRequestsException'], IntervalSeconds: 2, MaxAttempts: 3, BackoffRate: 3 },
    { ErrorEquals: ['States.ALL'], IntervalSeconds: 10, MaxAttempts: 1 },
  ];

  test('calls again after intervals that grow by the rate', async () => {
    const { integration, calls } = answering(throttled, throttled, throttled, 'done');
    const { run, next, clock, output } = world(machineOf({ Apply: task({ Retry, End: true }) }), {
      [invoke]: integration,
    });

    const arn = await run();
    const moments = [clock.now()];
    while (output(arn) === undefined) {
      await next();
      moments.push(clock.now());
    }

    expect(moments.map((moment) => (moment - start) / 1000)).toEqual([0, 2, 8, 26]);
    expect(calls.map(({ retries }) => retries)).toEqual([0, 1, 2, 3]);
  });

  test('counts each error against the first retrier that covers it, until that one is used up', async () => {
    const { integration, calls } = answering(broken, throttled, broken);
    const { run, next, engine } = world(machineOf({ Apply: task({ Retry, End: true }) }), { [invoke]: integration });

    const executionArn = await run();
    await next();
    await next();

    expect(calls).toHaveLength(3);
    expect(engine.describeExecution({ executionArn })).toMatchObject({ status: 'FAILED', error: 'TypeError' });
  });

  test('starts to count anew when the state is entered again', async () => {
    const { integration, calls } = answering(broken, 'ok', broken, 'ok');
    const { run, next, output } = world(
      machineOf({
        Apply: task({ Retry, Assign: { n: '{% ($exists($n) ? $n : 0) + 1 %}' }, Next: 'Again?' }),
        'Again?': { Type: 'Choice', Choices: [{ Condition: '{% $n < 2 %}', Next: 'Apply' }], Default: 'End' },
        End: { Type: 'Succeed', Output: '{% $n %}' },
      }),
      { [invoke]: integration },
    );

    const arn = await run();
    await next();
    await next();

    expect(output(arn)).toBe(2);
    expect(calls).toHaveLength(4);
  });

  test('schedules the task once more in the history, and says nothing of the wait', async () => {
    const { integration } = answering(throttled, 'done');
    const { run, next, types } = world(machineOf({ Apply: task({ Retry, End: true }) }), { [invoke]: integration });

    const arn = await run();
    await next();

    expect(types(arn)).toEqual([
      'ExecutionStarted',
      'TaskStateEntered',
      'TaskScheduled',
      'TaskStarted',
      'TaskFailed',
      'TaskScheduled',
      'TaskStarted',
      'TaskSucceeded',
      'TaskStateExited',
      'ExecutionSucceeded',
    ]);
  });

  test('gives a task that holds a new token each time', async () => {
    const { integration, calls } = answering(broken, {});
    const { run, next, engine } = world(machineOf({ Hold: holding({ Retry, End: true }) }), {
      [holdUpdate]: integration,
    });

    await run();
    await next();

    const [first, second] = calls.map(({ token }) => token ?? '');
    expect(() => engine.sendTaskHeartbeat({ taskToken: first ?? '' })).toThrow('Task Timed Out');
    expect(() => engine.sendTaskHeartbeat({ taskToken: second ?? '' })).not.toThrow();
  });
});

describe('Catch', () => {
  test('leads on by the name of the error, with what Output and Assign make of it', async () => {
    const { integration } = answering(broken);
    const Catch = [
      { ErrorEquals: ['States.Timeout'], Next: 'Wrong' },
      {
        ErrorEquals: ['RangeError', 'TypeError'],
        Next: 'Caught',
        Assign: { why: '{% $states.errorOutput.Cause %}' },
        Output: { input: '{% $states.input %}', error: '{% $states.errorOutput.Error %}' },
      },
    ];
    const { run, output } = world(
      machineOf({
        Apply: task({ Catch, Assign: { why: 'nothing' }, End: true }),
        Wrong: { Type: 'Fail' },
        Caught: { Type: 'Succeed', Output: '{% $merge([$states.input, {"why": $why}]) %}' },
      }),
      { [invoke]: integration },
    );

    expect(output(await run({ a: 1 }))).toEqual({ input: { a: 1 }, error: 'TypeError', why: 'x is undefined' });
  });

  test('comes only after Retry has given up', async () => {
    const { integration, calls } = answering(broken);
    const more = {
      Retry: [{ ErrorEquals: ['States.ALL'], MaxAttempts: 2 }],
      Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Caught' }],
    };
    const definition = machineOf({ Apply: task({ ...more, End: true }), Caught: { Type: 'Succeed' } });
    const { run, next, output } = world(definition, { [invoke]: integration });

    const arn = await run();
    await next();
    await next();

    expect(output(arn)).toEqual({ Error: 'TypeError', Cause: 'x is undefined' });
    expect(calls).toHaveLength(3);
  });

  test('takes the time that ran out while a token was out', async () => {
    const { integration, calls } = answering({});
    const Catch = [{ ErrorEquals: ['States.Timeout'], Next: 'Caught' }];
    const more = { TimeoutSeconds: '{% $states.input.holdSeconds %}', Catch, End: true };
    const { run, pass, engine, output, types } = world(
      machineOf({ Hold: holding(more), Caught: { Type: 'Succeed' } }),
      { [holdUpdate]: integration },
    );

    const arn = await run({ holdSeconds: 3600 });
    await pass(3599);
    expect(engine.describeExecution({ executionArn: arn }).status).toBe('RUNNING');
    await pass(1);

    expect(output(arn)).toEqual({ Error: 'States.Timeout', Cause: '' });
    expect(types(arn)).toContain('TaskTimedOut');
    expect(() => engine.sendTaskSuccess({ taskToken: calls[0]?.token ?? '', output: '{}' })).toThrow('Task Timed Out');
  });

  test('takes a condition that failed when the token was to be stored', async () => {
    const { integration } = answering(new StateError('DynamoDb.ConditionalCheckFailedException', 'The revision moved'));
    const Catch = [{ ErrorEquals: ['States.Timeout', 'DynamoDb.ConditionalCheckFailedException'], Next: 'Caught' }];
    const definition = machineOf({ Hold: holding({ Catch, End: true }), Caught: { Type: 'Succeed' } });
    const { run, output } = world(definition, { [holdUpdate]: integration });

    expect(output(await run())).toMatchObject({ Error: 'DynamoDb.ConditionalCheckFailedException' });
  });

  test('takes an expression that failed in the task', async () => {
    const { integration, calls } = answering({});
    const Catch = [{ ErrorEquals: ['States.QueryEvaluationError'], Next: 'Caught' }];
    const definition = machineOf({
      Apply: task({ Arguments: { Payload: '{% $missing %}' }, Catch, End: true }),
      Caught: { Type: 'Succeed' },
    });
    const { run, output } = world(definition, { [invoke]: integration });

    expect(output(await run())).toMatchObject({ Error: 'States.QueryEvaluationError' });
    expect(calls).toHaveLength(0);
  });

  test('that fails to evaluate fails the execution', async () => {
    const { integration } = answering(broken);
    const Catch = [{ ErrorEquals: ['States.ALL'], Next: 'Caught', Output: '{% $missing %}' }];
    const definition = machineOf({ Apply: task({ Catch, End: true }), Caught: { Type: 'Succeed' } });
    const { run, engine } = world(definition, { [invoke]: integration });

    const executionArn = await run();

    expect(engine.describeExecution({ executionArn }).error).toBe('States.QueryEvaluationError');
  });

  test('knows what an integration throws by surprise as States.TaskFailed', async () => {
    const Catch = [{ ErrorEquals: ['States.TaskFailed'], Next: 'Caught' }];
    const definition = machineOf({
      Store: { Type: 'Task', Resource: update, Catch, End: true },
      Caught: { Type: 'Succeed' },
    });
    const { run, output } = world(definition, {
      [update]: async () => {
        throw new Error('no such thing');
      },
    });

    expect(output(await run())).toEqual({ Error: 'States.TaskFailed', Cause: 'Error: no such thing' });
  });
});

test('a time limit that is no whole number of seconds is an error of its expression', async () => {
  const { integration } = answering({});
  const { run, engine } = world(machineOf({ Hold: holding({ TimeoutSeconds: '{% 0.5 %}', End: true }) }), {
    [holdUpdate]: integration,
  });

  const executionArn = await run();

  expect(engine.describeExecution({ executionArn })).toMatchObject({
    error: 'States.QueryEvaluationError',
    cause: expect.stringContaining("The field 'TimeoutSeconds' has to be a whole number"),
  });
});
