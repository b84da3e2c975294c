import { describe, expect, test } from 'vitest';
import { answering, holding, holdUpdate, machineArn, machineOf, start, world } from './world.ts';

const held = () => {
  const { integration, calls } = answering({});
  return { ...world(machineOf({ Hold: holding({ End: true }) }), { [holdUpdate]: integration }), calls };
};

const codeOf = (act: () => unknown): unknown => {
  try {
    act();
  } catch (error) {
    return (error as { code: string }).code;
  }
};

describe('starting an execution', () => {
  test('twice with the same name and input starts it once, while it runs', async () => {
    const { engine, calls } = held();
    const one = { stateMachineArn: machineArn, name: 'one', input: '{"a":1}' };

    const first = engine.startExecution(one);
    const second = engine.startExecution(one);
    await engine.idle();

    expect(second).toEqual(first);
    expect(calls).toHaveLength(1);
  });

  test('with a name that another input has is refused', () => {
    const { engine } = held();

    engine.startExecution({ stateMachineArn: machineArn, name: 'one', input: '{"a":1}' });

    expect(codeOf(() => engine.startExecution({ stateMachineArn: machineArn, name: 'one', input: '{}' }))).toBe(
      'ExecutionAlreadyExists',
    );
  });

  test('with the name and input of one that is over is refused', async () => {
    const { engine } = held();
    const one = { stateMachineArn: machineArn, name: 'one' };

    engine.stopExecution(engine.startExecution(one));

    expect(codeOf(() => engine.startExecution(one))).toBe('ExecutionAlreadyExists');
  });

  test.each([
    ['InvalidExecutionInput', { stateMachineArn: machineArn, input: '{' }],
    ['InvalidExecutionInput', { stateMachineArn: machineArn, input: `"${'x'.repeat(262_144)}"` }],
    ['InvalidName', { stateMachineArn: machineArn, name: 'a b' }],
    ['InvalidName', { stateMachineArn: machineArn, name: 'a'.repeat(81) }],
    ['StateMachineDoesNotExist', { stateMachineArn: `${machineArn}2` }],
  ])('is refused as %s when that is wrong', (code, asked) => {
    expect(codeOf(() => held().engine.startExecution(asked))).toBe(code);
  });
});

describe('a token', () => {
  test('that has come back once is refused as TaskTimedOut', async () => {
    const { engine, run, calls } = held();
    await run();
    const taskToken = calls[0]?.token ?? '';

    engine.sendTaskSuccess({ taskToken, output: '{}' });

    expect(codeOf(() => engine.sendTaskSuccess({ taskToken, output: '{}' }))).toBe('TaskTimedOut');
  });

  test('of an execution that was stopped is refused as TaskTimedOut', async () => {
    const { engine, run, calls } = held();
    const executionArn = await run();

    engine.stopExecution({ executionArn });

    expect(codeOf(() => engine.sendTaskFailure({ taskToken: calls[0]?.token ?? '' }))).toBe('TaskTimedOut');
  });

  test('that was never given out is refused as TaskDoesNotExist', () => {
    expect(codeOf(() => held().engine.sendTaskHeartbeat({ taskToken: 'a'.repeat(128) }))).toBe('TaskDoesNotExist');
  });

  test('that is no token is refused as InvalidToken', () => {
    expect(codeOf(() => held().engine.sendTaskHeartbeat({ taskToken: 'token' }))).toBe('InvalidToken');
  });

  test('with an output that is not JSON is refused, and stands', async () => {
    const { engine, run, calls } = held();
    await run();
    const taskToken = calls[0]?.token ?? '';

    expect(codeOf(() => engine.sendTaskSuccess({ taskToken, output: 'woken' }))).toBe('InvalidOutput');
    expect(() => engine.sendTaskHeartbeat({ taskToken })).not.toThrow();
  });
});

describe('stopping an execution', () => {
  test('ends it as ABORTED with the error and cause that are given', async () => {
    const { engine, run, types } = held();
    const executionArn = await run();

    engine.stopExecution({ executionArn, error: 'Cancelled', cause: 'by the coordinator' });

    expect(engine.describeExecution({ executionArn })).toMatchObject({
      status: 'ABORTED',
      error: 'Cancelled',
      cause: 'by the coordinator',
      stopDate: new Date(start),
    });
    expect(types(executionArn).at(-1)).toBe('ExecutionAborted');
  });

  test('that is over changes nothing', async () => {
    const { engine, run, clock } = held();
    const executionArn = await run();
    engine.stopExecution({ executionArn });

    clock.jump(start + 1000);

    expect(engine.stopExecution({ executionArn })).toEqual({ stopDate: new Date(start) });
  });

  test('that does not exist is refused', () => {
    expect(codeOf(() => held().engine.stopExecution({ executionArn: 'arn' }))).toBe('ExecutionDoesNotExist');
  });

  test('leaves no appointment behind', async () => {
    const { engine, run, clock } = held();
    const executionArn = await run();

    engine.stopExecution({ executionArn });

    expect(clock.next()).toBeUndefined();
  });
});

test('executions are listed latest first, and by status', async () => {
  const { engine, run, clock } = held();
  const first = await run({}, 'first');
  clock.jump(start + 1000);
  await run({}, 'second');
  engine.stopExecution({ executionArn: first });

  const names = (list: { name: string }[]) => list.map(({ name }) => name);

  expect(names(engine.listExecutions({ stateMachineArn: machineArn }))).toEqual(['second', 'first']);
  expect(names(engine.listExecutions({ stateMachineArn: machineArn, statusFilter: 'RUNNING' }))).toEqual(['second']);
});

describe('limits', () => {
  const spinning = machineOf({
    Spin: { Type: 'Choice', Choices: [{ Condition: '{% $states.input.over %}', Next: 'End' }], Default: 'Spin' },
    End: { Type: 'Succeed' },
  });

  test('an execution whose next event would take the last place fails there, as in AWS', async () => {
    const { run, engine } = world(spinning, {}, { limits: { events: 50 } });

    const executionArn = await run({ over: false });

    expect(engine.describeExecution({ executionArn })).toMatchObject({
      status: 'FAILED',
      error: 'States.Runtime',
      cause: 'The execution reached the maximum number of history events (50).',
    });
    expect(engine.history(executionArn).at(-1)).toMatchObject({ id: 50, type: 'ExecutionFailed' });
  });

  test('an execution that ends with its last event succeeds', async () => {
    const { run, engine } = world(spinning, {}, { limits: { events: 6 } });

    const executionArn = await run({ over: true });

    expect(engine.history(executionArn)).toHaveLength(6);
    expect(engine.describeExecution({ executionArn }).status).toBe('SUCCEEDED');
  });

  test('an execution that is a year old times out', async () => {
    const { engine, run, pass } = held();
    const executionArn = await run();

    await pass(365 * 24 * 3600 - 1);
    const before = engine.describeExecution({ executionArn });
    await pass(1);

    expect(before.status).toBe('RUNNING');
    expect(engine.describeExecution({ executionArn }).status).toBe('TIMED_OUT');
  });
});

test('an execution may start another of its own machine, once, and knows when it has', async () => {
  const Arguments = { StateMachineArn: machineArn, Name: 'next', Input: { stage: 'match' } };
  const Resource = 'arn:aws:states:::aws-sdk:sfn:startExecution';
  const Catch = [{ ErrorEquals: ['Sfn.ExecutionAlreadyExistsException'], Next: 'Was' }];
  const { run, engine } = world(
    machineOf({
      Where: {
        Type: 'Choice',
        Choices: [{ Condition: "{% $states.input.stage = 'match' %}", Next: 'There' }],
        Default: 'Go',
      },
      Go: { Type: 'Task', Resource, Arguments, Catch, Next: 'Gone' },
      There: { Type: 'Succeed' },
      Gone: { Type: 'Succeed' },
      Was: { Type: 'Succeed', Output: '{% $states.input.Error %}' },
    }),
  );

  const first = await run({ stage: 'apply' });
  const second = await run({ stage: 'apply' });

  const next = machineArn.replace('stateMachine', 'execution').concat(':next');
  expect(JSON.parse(engine.describeExecution({ executionArn: first }).output ?? '')).toEqual({
    ExecutionArn: next,
    StartDate: new Date(start).toISOString(),
  });
  expect(engine.describeExecution({ executionArn: next }).input).toBe('{"stage":"match"}');
  expect(engine.describeExecution({ executionArn: second }).output).toBe('"Sfn.ExecutionAlreadyExistsException"');
});

test('the optimised integration names the same refusal after StepFunctions', async () => {
  const Resource = 'arn:aws:states:::states:startExecution';
  const Arguments = { StateMachineArn: `${machineArn}2` };
  const Catch = [{ ErrorEquals: ['States.ALL'], Next: 'Caught' }];
  const { run, output } = world(
    machineOf({ Go: { Type: 'Task', Resource, Arguments, Catch, End: true }, Caught: { Type: 'Succeed' } }),
  );

  expect(output(await run())).toMatchObject({ Error: 'StepFunctions.StateMachineDoesNotExistException' });
});

test('the engine is busy while a call is in flight, and idle while a token is out', async () => {
  const stored = Promise.withResolvers<null>();
  const { integration } = answering(stored.promise);
  const { engine } = world(machineOf({ Hold: holding({ End: true }) }), { [holdUpdate]: integration });

  engine.startExecution({ stateMachineArn: machineArn });
  const before = engine.busy();
  stored.resolve(null);
  await engine.idle();

  expect([before, engine.busy()]).toEqual([true, false]);
});
