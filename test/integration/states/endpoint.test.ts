import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  DescribeExecutionCommand,
  DescribeStateMachineCommand,
  GetExecutionHistoryCommand,
  ListExecutionsCommand,
  SendTaskFailureCommand,
  SendTaskHeartbeatCommand,
  SendTaskSuccessCommand,
  SFNClient,
  StartExecutionCommand,
  StopExecutionCommand,
} from '@aws-sdk/client-sfn';
import { expect, onTestFinished, test } from 'vitest';
import { endpoint } from '#infra/local/states/endpoint.ts';
import { answering, holding, holdUpdate, machineArn, machineOf, start, world } from './world.ts';

/** The SDK's own client, over HTTP, on a machine that holds. */
async function client() {
  const { integration, calls } = answering({});
  const states = world(machineOf({ Hold: holding({ End: true }) }), { [holdUpdate]: integration });
  const server = createServer(endpoint(states.engine)).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const sfn = new SFNClient({ endpoint: url, region: 'eu-central-1', credentials, maxAttempts: 1 });
  onTestFinished(() => {
    sfn.destroy();
    server.close();
  });
  return { ...states, sfn, url, token: () => calls.at(-1)?.token ?? '' };
}

test('an execution is started, woken and described through the SDK', async () => {
  const { sfn, engine, token } = await client();

  const started = await sfn.send(new StartExecutionCommand({ stateMachineArn: machineArn, name: 'one', input: '{}' }));
  await engine.idle();
  await sfn.send(new SendTaskHeartbeatCommand({ taskToken: token() }));
  await sfn.send(new SendTaskSuccessCommand({ taskToken: token(), output: '{"woken":true}' }));
  await engine.idle();
  const { $metadata: _, ...described } = await sfn.send(
    new DescribeExecutionCommand({ executionArn: started.executionArn }),
  );

  expect(started.startDate).toEqual(new Date(start));
  expect(described).toEqual({
    executionArn: started.executionArn,
    stateMachineArn: machineArn,
    name: 'one',
    status: 'SUCCEEDED',
    startDate: new Date(start),
    stopDate: new Date(start),
    input: '{}',
    inputDetails: { included: true },
    output: '{"woken":true}',
    outputDetails: { included: true },
  });
});

test('a failure sent through the SDK fails the task', async () => {
  const { sfn, engine, run, token } = await client();
  const executionArn = await run();

  await sfn.send(new SendTaskFailureCommand({ taskToken: token(), error: 'Gone', cause: '' }));
  await engine.idle();

  expect(await sfn.send(new DescribeExecutionCommand({ executionArn }))).toMatchObject({
    status: 'FAILED',
    error: 'Gone',
  });
});

test('an execution is stopped through the SDK', async () => {
  const { sfn, run } = await client();
  const executionArn = await run();

  const { stopDate } = await sfn.send(new StopExecutionCommand({ executionArn, error: 'Cancelled', cause: 'enough' }));

  expect(stopDate).toEqual(new Date(start));
  expect(await sfn.send(new DescribeExecutionCommand({ executionArn }))).toMatchObject({
    status: 'ABORTED',
    error: 'Cancelled',
  });
});

test('executions come page by page', async () => {
  const { sfn, run } = await client();
  for (const name of ['a', 'b', 'c']) await run({}, name);

  const first = await sfn.send(new ListExecutionsCommand({ stateMachineArn: machineArn, maxResults: 2 }));
  const second = await sfn.send(
    new ListExecutionsCommand({ stateMachineArn: machineArn, nextToken: first.nextToken, statusFilter: 'RUNNING' }),
  );

  expect(first.executions?.map(({ name }) => name)).toEqual(['c', 'b']);
  expect(second).toMatchObject({ executions: [{ name: 'a', status: 'RUNNING' }] });
  expect(second.nextToken).toBeUndefined();
});

test('the history has typed events with moments', async () => {
  const { sfn, run } = await client();
  const executionArn = await run();

  const { events } = await sfn.send(
    new GetExecutionHistoryCommand({ executionArn, reverseOrder: true, maxResults: 2 }),
  );

  expect(events).toMatchObject([
    { id: 5, type: 'TaskSubmitted', taskSubmittedEventDetails: { resourceType: 'aws-sdk:dynamodb' } },
    { id: 4, type: 'TaskStarted', previousEventId: 3, timestamp: new Date(start) },
  ]);
});

test('a state machine is described with its definition', async () => {
  const { sfn } = await client();

  const described = await sfn.send(new DescribeStateMachineCommand({ stateMachineArn: machineArn }));

  expect(described).toMatchObject({ name: 'Test', status: 'ACTIVE', type: 'STANDARD' });
  expect(JSON.parse(described.definition ?? '')).toMatchObject({ StartAt: 'Hold' });
});

test('refusals arrive as the exceptions that handlers know', async () => {
  const { sfn, run, token, engine } = await client();
  await run({}, 'one');
  engine.sendTaskSuccess({ taskToken: token(), output: '{}' });
  const nameOf = (answer: Promise<unknown>) =>
    answer.then(
      () => 'nothing',
      (error: Error) => error.name,
    );
  const send = (taskToken: string) => sfn.send(new SendTaskSuccessCommand({ taskToken, output: '{}' }));
  const begin = (more: object) => sfn.send(new StartExecutionCommand({ stateMachineArn: machineArn, ...more }));

  expect(await nameOf(send(token()))).toBe('TaskTimedOut');
  expect(await nameOf(send('a'.repeat(128)))).toBe('TaskDoesNotExist');
  expect(await nameOf(send('nonsense'))).toBe('InvalidToken');
  expect(await nameOf(begin({ name: 'one', input: '[]' }))).toBe('ExecutionAlreadyExists');
  expect(await nameOf(begin({ input: '{' }))).toBe('InvalidExecutionInput');
  expect(await nameOf(begin({ name: 'a/b' }))).toBe('InvalidName');
  expect(await nameOf(begin({ stateMachineArn: `${machineArn}2` }))).toBe('StateMachineDoesNotExist');
  expect(await nameOf(sfn.send(new DescribeExecutionCommand({ executionArn: 'arn' })))).toBe('ExecutionDoesNotExist');
});

test.each([
  ['an operation that is not there', 'AWSStepFunctions.CreateActivity', '{}', 'UnknownOperationException'],
  ['a body that is not JSON', 'AWSStepFunctions.StartExecution', '{', 'SerializationException'],
  ['a member of the wrong type', 'AWSStepFunctions.StartExecution', '{"stateMachineArn":1}', 'ValidationException'],
  ['a body that is far too long', 'AWSStepFunctions.StartExecution', 'x'.repeat(3_000_000), 'ValidationException'],
])('%s is refused, and the server lives on', async (_, target, body, type) => {
  const { url } = await client();

  const response = await fetch(url, { method: 'POST', headers: { 'X-Amz-Target': target }, body });

  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({ __type: type });
});
