import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { MovableClock } from '#infra/local/clock.ts';
import { StateError } from '#infra/local/states/errors.ts';
import {
  answering,
  databaseFile,
  holding,
  holdUpdate,
  invoke,
  machineArn,
  machineOf,
  start,
  task,
  world,
} from './world.ts';

/** A machine in a first engine, and in a second that has what was stored at the moment when the first was killed. */
function killable(definition: object, resource: string, first: ReturnType<typeof answering>) {
  const database = databaseFile();
  const killed = world(definition, { [resource]: first.integration }, { database });
  return {
    killed,
    resume(second: ReturnType<typeof answering>, moment = killed.clock.now()) {
      const clock = new MovableClock({ start: moment, speed: 0 });
      return world(definition, { [resource]: second.integration }, { database: asStored(database), clock });
    },
  };
}

/** What a process that ends at this moment would leave, with its write-ahead log. */
function asStored(database: string): string {
  const copy = databaseFile();
  for (const part of ['', '-wal'].filter((end) => existsSync(`${database}${end}`))) {
    copyFileSync(`${database}${part}`, `${copy}${part}`);
  }
  return copy;
}

const never = new Promise<null>(() => {});

describe('after a restart', () => {
  test('a task that was in flight is called again with the same arguments, and scheduled once', async () => {
    const definition = machineOf({ Apply: task({ Arguments: { Payload: '{% $uuid() %}' }, End: true }) });
    const [first, second] = [answering(never), answering('done')];
    const { killed, resume } = killable(definition, invoke, first);
    const { executionArn } = killed.engine.startExecution({ stateMachineArn: machineArn });
    await expect.poll(() => first.calls.length).toBe(1);

    const { engine, output, types } = resume(second);
    await engine.idle();

    expect(output(executionArn)).toBe('done');
    expect(second.calls[0]?.args).toEqual(first.calls[0]?.args);
    expect(types(executionArn).filter((type) => type === 'TaskScheduled')).toHaveLength(1);
  });

  test('a token that was being stored is stored again, and no other', async () => {
    const [first, second] = [answering(never), answering({})];
    const { killed, resume } = killable(machineOf({ Hold: holding({ End: true }) }), holdUpdate, first);
    killed.engine.startExecution({ stateMachineArn: machineArn });
    await expect.poll(() => first.calls.length).toBe(1);

    await resume(second).engine.idle();

    expect(second.calls[0]?.token).toBe(first.calls[0]?.token);
  });

  test('a token that was out still wakes its task, which is not called again', async () => {
    const [first, second] = [answering({}), answering({})];
    const { killed, resume } = killable(machineOf({ Hold: holding({ End: true }) }), holdUpdate, first);
    const arn = await killed.run();

    const { engine, output } = resume(second);
    engine.sendTaskSuccess({ taskToken: first.calls[0]?.token ?? '', output: '"woken"' });
    await engine.idle();

    expect(output(arn)).toBe('woken');
    expect(second.calls).toHaveLength(0);
  });

  test('a token that came back, and was answered for, has its effect', async () => {
    const first = answering({});
    const { killed, resume } = killable(machineOf({ Hold: holding({ End: true }) }), holdUpdate, first);
    const executionArn = await killed.run();

    // No step is taken between the answer and the end of the process.
    killed.engine.sendTaskSuccess({ taskToken: first.calls[0]?.token ?? '', output: '"woken"' });
    const { engine, output } = resume(answering({}));
    await engine.idle();

    expect(output(executionArn)).toBe('woken');
  });

  test('a hold keeps what was left of its time', async () => {
    const definition = machineOf({ Hold: holding({ TimeoutSeconds: 100, End: true }) });
    const { killed, resume } = killable(definition, holdUpdate, answering({}));
    const executionArn = await killed.run();

    const { engine, pass } = resume(answering({}), start + 60_000);
    await pass(39);
    const status = engine.describeExecution({ executionArn }).status;
    await pass(1);

    expect(status).toBe('RUNNING');
    expect(engine.describeExecution({ executionArn }).error).toBe('States.Timeout');
  });

  test('a hold whose time ran out meanwhile is over at once', async () => {
    const definition = machineOf({ Hold: holding({ TimeoutSeconds: 100, End: true }) });
    const { killed, resume } = killable(definition, holdUpdate, answering({}));
    const executionArn = await killed.run();

    const { engine } = resume(answering({}), start + 200_000);
    await engine.idle();

    expect(engine.describeExecution({ executionArn }).error).toBe('States.Timeout');
  });

  test('a back-off keeps its moment', async () => {
    const Retry = [{ ErrorEquals: ['States.ALL'], IntervalSeconds: 60, MaxAttempts: 1 }];
    const definition = machineOf({
      Apply: task({ Retry, Next: 'Wait' }),
      Wait: { Type: 'Wait', Seconds: 60, End: true },
    });
    const { killed, resume } = killable(definition, invoke, answering(new StateError('TypeError', '')));
    const executionArn = await killed.run();

    const second = answering({});
    const { pass, output } = resume(second, start + 50_000);
    await pass(9);
    const callsBefore = second.calls.length;
    await pass(1);
    await pass(60);

    expect([callsBefore, second.calls.length]).toEqual([0, 1]);
    expect(output(executionArn)).toEqual({});
  });

  test('a wait keeps its moment', async () => {
    const definition = machineOf({ Wait: { Type: 'Wait', Seconds: 60, End: true } });
    const { killed, resume } = killable(definition, invoke, answering({}));
    const executionArn = await killed.run();

    const { pass, engine } = resume(answering({}), start + 50_000);
    await pass(9);
    const before = engine.describeExecution({ executionArn }).status;
    await pass(1);

    expect([before, engine.describeExecution({ executionArn }).status]).toEqual(['RUNNING', 'SUCCEEDED']);
  });

  test('an execution goes on by the definition that it started with, and a new one by the new', async () => {
    const database = databaseFile();
    const of = (Output: string) => machineOf({ Wait: { Type: 'Wait', Seconds: 1, Output, End: true } });
    const executionArn = await world(of('old'), {}, { database }).run();

    const { run, pass, output } = world(of('new'), {}, { database });
    const newer = await run();
    await pass(1);

    expect([output(executionArn), output(newer)]).toEqual(['old', 'new']);
  });

  test('variables and the count of events are what they were', async () => {
    const definition = machineOf({
      First: { Type: 'Pass', Assign: { a: 1 }, Next: 'Wait' },
      Wait: { Type: 'Wait', Seconds: 1, Next: 'End' },
      End: { Type: 'Succeed', Output: '{% $a %}' },
    });
    const { killed, resume } = killable(definition, invoke, answering({}));
    const executionArn = await killed.run();

    const { pass, output, engine } = resume(answering({}));
    await pass(1);

    expect(output(executionArn)).toBe(1);
    expect(engine.history(executionArn).map(({ id }) => id)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });
});

test('stopping the engine waits for the call in flight and keeps its answer', async () => {
  const answer = Promise.withResolvers<string>();
  const [first, second] = [answering(answer.promise), answering('again')];
  const { killed, resume } = killable(machineOf({ Apply: task({ End: true }) }), invoke, first);
  const { executionArn } = killed.engine.startExecution({ stateMachineArn: machineArn });
  await expect.poll(() => first.calls.length).toBe(1);

  const stopped = killed.engine.stop();
  answer.resolve('done');
  await stopped;
  const { engine, output } = resume(second);
  await engine.idle();

  expect(output(executionArn)).toBe('done');
  expect(second.calls).toHaveLength(0);
});

test('kill -9 while a token is being stored loses neither the execution nor the token', async () => {
  const database = databaseFile();
  const definition = machineOf({ Hold: holding({ End: true }) });
  const script = new URL('./killed.ts', import.meta.url).pathname;
  const given = [script, database, machineArn, JSON.stringify(definition), holdUpdate];
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...given], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [printed] = (await once(child.stdout, 'data')) as [Buffer];

  child.kill('SIGKILL');
  await once(child, 'exit');
  const second = answering({});
  const { engine, output } = world(
    definition,
    { [holdUpdate]: second.integration },
    { database, clock: new MovableClock() },
  );
  await engine.idle();
  const taskToken = printed.toString().trim();
  engine.sendTaskSuccess({ taskToken, output: '"woken"' });
  await engine.idle();

  expect(second.calls.map(({ token }) => token)).toEqual([taskToken]);
  expect(output(machineArn.replace('stateMachine', 'execution').concat(':one'))).toBe('woken');
});
