import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { CreateTableCommand, DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { CreateQueueCommand, ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import dynalite from 'dynalite';
import { startFauxqs } from 'fauxqs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type InvokeFunction, integrations } from '#infra/local/states/integrations.ts';
import { machineOf, task, update, world } from './world.ts';

const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
const region = 'eu-central-1';
const sendMessage = 'arn:aws:states:::sqs:sendMessage';

let dynamodb: DynamoDBClient;
let sqs: SQSClient;
let queueUrl: string | undefined;
let stop: () => Promise<void>;

beforeAll(async () => {
  const tables = dynalite({ createTableMs: 0 });
  tables.listen(0, '127.0.0.1');
  await once(tables, 'listening');
  const queues = await startFauxqs({ port: 0, logger: false, defaultRegion: region });
  const { port } = tables.address() as AddressInfo;
  dynamodb = new DynamoDBClient({ endpoint: `http://127.0.0.1:${port}`, region, credentials });
  sqs = new SQSClient({ endpoint: `http://127.0.0.1:${queues.port}`, region, credentials });
  await dynamodb.send(
    new CreateTableCommand({
      TableName: 'table',
      KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
      AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }],
      BillingMode: 'PAY_PER_REQUEST',
    }),
  );
  ({ QueueUrl: queueUrl } = await sqs.send(new CreateQueueCommand({ QueueName: 'outbound' })));
  stop = async () => {
    dynamodb.destroy();
    sqs.destroy();
    tables.closeAllConnections();
    tables.close();
    await queues.stop();
  };
});

afterAll(() => stop());

/** A machine of one task on the real table and queue, which gives as output what it got or what it caught. */
async function outcome(resource: string, args: object, invoke: InvokeFunction = async () => ({ payload: null })) {
  const definition = machineOf({
    Do: {
      ...task({ Arguments: args, Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Caught' }], End: true }),
      Resource: resource,
    },
    Caught: { Type: 'Succeed' },
  });
  const { run, output } = world(definition, integrations({ dynamodb, sqs, invoke }));
  return output(await run({ cohort: 'c1' }));
}

describe('an update of the table', () => {
  const storeToken = {
    TableName: 'table',
    Key: { pk: { S: "{% 'COHORT#' & $states.input.cohort %}" } },
    UpdateExpression: 'SET wakeToken = :token',
    ConditionExpression: 'revision = :revision',
    ExpressionAttributeValues: { ':token': { S: 'token' }, ':revision': { N: '{% $string(3) %}' } },
  };

  test('is made when its condition holds', async () => {
    await dynamodb.send(
      new PutItemCommand({ TableName: 'table', Item: { pk: { S: 'COHORT#c1' }, revision: { N: '3' } } }),
    );

    const result = await outcome(update, { ...storeToken, ReturnValues: 'ALL_NEW' });

    expect(result).toMatchObject({ Attributes: { wakeToken: { S: 'token' } } });
  });

  test('is not made when its condition fails, and says so by the name that AWS gives that', async () => {
    await dynamodb.send(
      new PutItemCommand({ TableName: 'table', Item: { pk: { S: 'COHORT#c1' }, revision: { N: '4' } } }),
    );

    const result = await outcome(update, storeToken);

    expect(result).toMatchObject({ Error: 'DynamoDb.ConditionalCheckFailedException' });
    const { Item } = await dynamodb.send(new GetItemCommand({ TableName: 'table', Key: { pk: { S: 'COHORT#c1' } } }));
    expect(Item?.wakeToken).toBeUndefined();
  });

  test('of a table that is not there is a ResourceNotFoundException', async () => {
    expect(await outcome(update, { ...storeToken, TableName: 'missing' })).toMatchObject({
      Error: 'DynamoDb.ResourceNotFoundException',
    });
  });

  test('that makes no sense has the common name that AWS gives what its model does not name', async () => {
    expect(await outcome(update, { ...storeToken, UpdateExpression: 'nonsense' })).toMatchObject({
      Error: 'DynamoDb.DynamoDbException',
    });
  });
});

describe('a message to the queue', () => {
  const received = async () => {
    const { Messages } = await sqs.send(new ReceiveMessageCommand({ QueueUrl: queueUrl, WaitTimeSeconds: 1 }));
    return Messages?.[0]?.Body;
  };

  test('whose body is an object arrives as JSON', async () => {
    const result = await outcome(sendMessage, {
      QueueUrl: queueUrl,
      MessageBody: { cohort: '{% $states.input.cohort %}' },
    });

    expect(result).toMatchObject({ MessageId: expect.any(String) });
    expect(await received()).toBe('{"cohort":"c1"}');
  });

  test('to a queue that is not there fails by name', async () => {
    const QueueUrl = `${queueUrl}-missing`;

    expect(await outcome(sendMessage, { QueueUrl, MessageBody: 'x' })).toMatchObject({
      Error: expect.stringMatching(/^SQS\.(QueueDoesNotExist|NonExistentQueue|AmazonSQS)/),
    });
  });
});

describe('a function', () => {
  const args = { FunctionName: 'arn:aws:lambda:eu-central-1:000000000000:function:stages', Payload: { a: 1 } };
  const calling = (answer: Awaited<ReturnType<InvokeFunction>> | Error) => {
    const calls: unknown[] = [];
    const invoke: InvokeFunction = async (...call) => {
      calls.push(call);
      if (answer instanceof Error) throw answer;
      return answer;
    };
    return outcome('arn:aws:states:::lambda:invoke', args, invoke).then((result) => ({ result, calls }));
  };

  test('is invoked by its ARN with the payload, and its return value is the Payload of the result', async () => {
    expect(await calling({ payload: { over: true } })).toEqual({
      calls: [[args.FunctionName, { a: 1 }]],
      result: { ExecutedVersion: '$LATEST', Payload: { over: true }, StatusCode: 200 },
    });
  });

  test("fails by its error's type, with what Lambda says of it as the cause", async () => {
    const { result } = await calling({ errorType: 'CohortGone', errorMessage: 'c1 is gone' });

    expect(result).toEqual({ Error: 'CohortGone', Cause: '{"errorMessage":"c1 is gone","errorType":"CohortGone"}' });
  });

  test("fails by the name of Lambda's own refusal", async () => {
    const { result } = await calling({ errorType: 'Lambda.TooManyRequestsException', errorMessage: 'Rate exceeded' });

    expect(result).toEqual({ Error: 'Lambda.TooManyRequestsException', Cause: 'Rate exceeded' });
  });

  test('that could not be reached fails as the client that called it', async () => {
    expect((await calling(new Error('no worker'))).result).toEqual({
      Error: 'Lambda.SdkClientException',
      Cause: 'no worker',
    });
  });
});
