import { describe, expect, test } from 'vitest';
import { answering, holding, holdUpdate, invoke, machineArn, machineOf, start, task, world } from './world.ts';

describe('a task', () => {
  test('calls its resource with the arguments that its expressions give', async () => {
    const { integration, calls } = answering({ Payload: { done: true }, StatusCode: 200 });
    const Arguments = { FunctionName: 'stages', Payload: { cohort: '{% $states.input.cohort %}', stage: 'apply' } };
    const { run } = world(machineOf({ Apply: task({ Arguments, End: true }) }), { [invoke]: integration });

    await run({ cohort: 'c1' });

    expect(calls.map(({ args }) => args)).toEqual([
      { FunctionName: 'stages', Payload: { cohort: 'c1', stage: 'apply' } },
    ]);
  });

  test('passes its result on as its output', async () => {
    const { integration } = answering({ Payload: 1 });
    const { run, output } = world(machineOf({ Apply: task({ End: true }) }), { [invoke]: integration });

    expect(output(await run())).toEqual({ Payload: 1 });
  });

  test('has the output that Output says, from its result and its input', async () => {
    const { integration } = answering({ Payload: 1 });
    const Output = { was: '{% $states.input %}', is: '{% $states.result.Payload %}' };
    const { run, output } = world(machineOf({ Apply: task({ Output, End: true }) }), { [invoke]: integration });

    expect(output(await run({ before: true }))).toEqual({ was: { before: true }, is: 1 });
  });

  test('sees who is running it in the context', async () => {
    const { integration, calls } = answering({});
    const definition = machineOf({ Apply: task({ Arguments: { Payload: '{% $states.context %}' }, End: true }) });
    const { run } = world(definition, { [invoke]: integration });

    const arn = await run({ a: 1 }, 'one');

    expect(calls[0]?.args.Payload).toEqual({
      Execution: {
        Id: arn,
        Name: 'one',
        Input: { a: 1 },
        StartTime: new Date(start).toISOString(),
        RoleArn: 'arn:aws:iam::000000000000:role/local',
        RedriveCount: 0,
      },
      StateMachine: { Id: machineArn, Name: 'Test' },
      State: { Name: 'Apply', EnteredTime: new Date(start).toISOString(), RetryCount: 0 },
    });
  });

  test('that has no time left is timed out, and what its call answers later is dropped', async () => {
    const late = Promise.withResolvers<null>();
    const { integration } = answering(late.promise);
    const definition = machineOf({ Apply: task({ TimeoutSeconds: 60, End: true }) });
    const { engine, clock } = world(definition, { [invoke]: integration });

    const { executionArn } = engine.startExecution({ stateMachineArn: machineArn });
    await expect.poll(() => engine.history(executionArn).length).toBe(4);
    clock.jump(start + 60_000);
    late.resolve(null);
    await engine.idle();

    expect(engine.describeExecution({ executionArn })).toMatchObject({ status: 'FAILED', error: 'States.Timeout' });
  });

  test('whose result is longer than 256 KiB fails, and no wildcard catches that', async () => {
    const { integration } = answering('x'.repeat(262_145));
    const Catch = [{ ErrorEquals: ['States.ALL'], Next: 'Caught' }];
    const definition = machineOf({ Apply: task({ Catch, End: true }), Caught: { Type: 'Succeed' } });
    const { run, engine } = world(definition, { [invoke]: integration });

    const executionArn = await run();

    expect(engine.describeExecution({ executionArn })).toMatchObject({ error: 'States.DataLimitExceeded' });
  });
});

describe('a choice', () => {
  const choose = machineOf({
    Over: {
      Type: 'Choice',
      Choices: [
        { Condition: '{% $states.input.n > 10 %}', Next: 'Many', Output: 'many' },
        { Condition: '{% $states.input.n > 1 %}', Next: 'Some', Assign: { n: '{% $states.input.n %}' } },
      ],
      Default: 'None',
      Output: 'none',
    },
    Many: { Type: 'Succeed' },
    Some: { Type: 'Succeed', Output: { some: '{% $n %}' } },
    None: { Type: 'Succeed' },
  });

  test('takes the first rule that is true, with the output of that rule', async () => {
    const { run, output } = world(choose);

    expect(output(await run({ n: 11 }))).toBe('many');
  });

  test('assigns what its rule assigns', async () => {
    const { run, output } = world(choose);

    expect(output(await run({ n: 2 }))).toEqual({ some: 2 });
  });

  test('takes its default when no rule is true, with its own output', async () => {
    const { run, output } = world(choose);

    expect(output(await run({ n: 1 }))).toBe('none');
  });

  test('that matches nothing and has no default fails the execution', async () => {
    const Choices = [{ Condition: '{% false %}', Next: 'End' }];
    const { run, engine } = world(machineOf({ Over: { Type: 'Choice', Choices }, End: { Type: 'Succeed' } }));

    const executionArn = await run();

    expect(engine.describeExecution({ executionArn }).error).toBe('States.NoChoiceMatched');
  });

  test('whose condition is not a boolean fails the execution, saying what it was', async () => {
    const Choices = [{ Condition: '{% $states.input.n %}', Next: 'End' }];
    const { run, engine } = world(machineOf({ Over: { Type: 'Choice', Choices }, End: { Type: 'Succeed' } }));

    const executionArn = await run({ n: 1 });

    expect(engine.describeExecution({ executionArn })).toMatchObject({
      error: 'States.QueryEvaluationError',
      cause:
        "An error occurred while executing the state 'Over' (entered at the event id #2). The JSONata expression " +
        "'$states.input.n' specified for the field 'Choices/0/Condition' returned an unexpected result type. " +
        "Expected 'boolean', but was 'number' for value: 1",
    });
  });
});

describe('a pass', () => {
  test('gives its input as its output, and assigns variables that later states see', async () => {
    const { run, output } = world(
      machineOf({
        Count: { Type: 'Pass', Assign: { rounds: '{% $states.input.rounds + 1 %}' }, Next: 'End' },
        End: { Type: 'Succeed', Output: { input: '{% $states.input %}', rounds: '{% $rounds %}' } },
      }),
    );

    expect(output(await run({ rounds: 1 }))).toEqual({ input: { rounds: 1 }, rounds: 2 });
  });

  test('sees in Output and Assign the variables as they were before', async () => {
    const { run, output } = world(
      machineOf({
        First: { Type: 'Pass', Assign: { a: 1, b: 2 }, Next: 'Second' },
        Second: { Type: 'Pass', Assign: { a: '{% $b %}', b: '{% $a %}' }, Output: '{% [$a, $b] %}', Next: 'End' },
        End: { Type: 'Succeed', Output: { before: '{% $states.input %}', after: '{% [$a, $b] %}' } },
      }),
    );

    expect(output(await run())).toEqual({ before: [1, 2], after: [2, 1] });
  });

  test('fails the execution when an expression gives nothing', async () => {
    const { run, engine, types } = world(machineOf({ A: { Type: 'Pass', Output: { b: '{% $c %}' }, End: true } }));

    const executionArn = await run();

    expect(engine.describeExecution({ executionArn })).toMatchObject({
      status: 'FAILED',
      error: 'States.QueryEvaluationError',
      cause: expect.stringContaining(
        "expression '$c' specified for the field 'Output/b' returned nothing (undefined).",
      ),
    });
    expect(types(executionArn)).toEqual([
      'ExecutionStarted',
      'PassStateEntered',
      'EvaluationFailed',
      'ExecutionFailed',
    ]);
  });
});

describe('a wait', () => {
  test('goes on when its seconds are over, and not before', async () => {
    const { run, pass, engine } = world(
      machineOf({ Wait: { Type: 'Wait', Seconds: '{% $states.input.days * 86400 %}', End: true } }),
    );

    const executionArn = await run({ days: 2 });
    await pass(2 * 86_400 - 1);
    const before = engine.describeExecution({ executionArn }).status;
    await pass(1);

    expect([before, engine.describeExecution({ executionArn }).status]).toEqual(['RUNNING', 'SUCCEEDED']);
  });
});

describe('a fail', () => {
  test('ends the execution with its error and cause, which may be expressions', async () => {
    const { run, engine } = world(
      machineOf({ Stuck: { Type: 'Fail', Error: 'Stuck', Cause: "{% 'in ' & $states.input.stage %}" } }),
    );

    const executionArn = await run({ stage: 'match' });

    expect(engine.describeExecution({ executionArn })).toMatchObject({
      status: 'FAILED',
      error: 'Stuck',
      cause: 'in match',
    });
  });
});

describe('a task that holds', () => {
  test('goes on with the output that its token comes back with', async () => {
    const { integration, calls } = answering({});
    const { run, engine, output, types } = world(machineOf({ Hold: holding({ End: true }) }), {
      [holdUpdate]: integration,
    });

    const arn = await run();
    engine.sendTaskSuccess({ taskToken: calls[0]?.token ?? '', output: '{"woken":true}' });
    await engine.idle();

    expect(output(arn)).toEqual({ woken: true });
    expect(types(arn)).toEqual([
      'ExecutionStarted',
      'TaskStateEntered',
      'TaskScheduled',
      'TaskStarted',
      'TaskSubmitted',
      'TaskSucceeded',
      'TaskStateExited',
      'ExecutionSucceeded',
    ]);
  });

  test('gives its token in the context, to be stored', async () => {
    const { integration, calls } = answering({});
    const { run } = world(machineOf({ Hold: holding({ End: true }) }), { [holdUpdate]: integration });

    await run();

    expect(calls[0]?.args).toEqual({ TableName: 'table', Key: { token: { S: calls[0]?.token } } });
  });

  test('may be woken before the call that stored its token has returned', async () => {
    const stored = Promise.withResolvers<null>();
    const { integration, calls } = answering(stored.promise);
    const definition = machineOf({ Hold: holding({ End: true }) });
    const { engine } = world(definition, { [holdUpdate]: integration });

    const { executionArn } = engine.startExecution({ stateMachineArn: machineArn });
    await expect.poll(() => calls.length).toBe(1);
    engine.sendTaskSuccess({ taskToken: calls[0]?.token ?? '', output: '{}' });
    stored.resolve(null);
    await engine.idle();

    expect(engine.describeExecution({ executionArn }).status).toBe('SUCCEEDED');
  });

  test('fails with the error that its token comes back with', async () => {
    const { integration, calls } = answering({});
    const Catch = [{ ErrorEquals: ['TooLate'], Next: 'Caught' }];
    const definition = machineOf({ Hold: holding({ Catch, End: true }), Caught: { Type: 'Succeed' } });
    const { run, engine, output } = world(definition, { [holdUpdate]: integration });

    const arn = await run();
    engine.sendTaskFailure({ taskToken: calls[0]?.token ?? '', error: 'TooLate', cause: 'it was' });
    await engine.idle();

    expect(output(arn)).toEqual({ Error: 'TooLate', Cause: 'it was' });
  });
});

test('a machine with TimeoutSeconds of its own times out as a whole', async () => {
  const definition = machineOf({ Wait: { Type: 'Wait', Seconds: 100, End: true } }, { TimeoutSeconds: 60 });
  const { run, pass, engine, types } = world(definition);

  const executionArn = await run();
  await pass(60);

  expect(engine.describeExecution({ executionArn }).status).toBe('TIMED_OUT');
  expect(types(executionArn).at(-1)).toBe('ExecutionTimedOut');
});
