import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import type { Server } from 'node:http';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { CreateTableCommand, type DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { SetQueueAttributesCommand, type SQSClient } from '@aws-sdk/client-sqs';
import { type FauxqsServer, startFauxqs } from 'fauxqs';
import { credentials } from '../doors/credentials.ts';
import { forOurselves, loopback, putBefore } from '../doors/door.ts';
import type { LocalQueue, LocalTable } from '../template/local-template.ts';

export interface Backend {
  /** `http://127.0.0.1:PORT`: an IP address makes the S3 client put the bucket into the path. */
  url: string;
  stop(): Promise<void>;
}

/** A DynamoDB on disk, in a thread of this process. */
export async function startTables(folder: string): Promise<Backend> {
  const worker = new Worker(new URL('./tables-worker.ts', import.meta.url), {
    workerData: { path: join(folder, 'tables'), credentials },
    execArgv: [],
  });
  const [port] = (await once(worker, 'message')) as [number];
  return {
    url: `http://127.0.0.1:${port}`,
    async stop() {
      const ended = once(worker, 'exit');
      worker.postMessage('stop');
      await ended;
    },
  };
}

export async function createTables(client: DynamoDBClient, tables: readonly LocalTable[]): Promise<void> {
  const { TableNames = [] } = await client.send(new ListTablesCommand({}));
  for (const table of tables) {
    if (TableNames.includes(table.name)) continue;
    await client.send(
      new CreateTableCommand({
        TableName: table.name,
        KeySchema: table.keySchema,
        AttributeDefinitions: table.attributes,
        BillingMode: 'PAY_PER_REQUEST',
        GlobalSecondaryIndexes: table.indexes,
      }),
    );
  }
}

/** SQS and S3 on disk, in this process. */
export async function startQueuesAndBuckets(
  folder: string,
  region: string,
): Promise<Backend & { server: FauxqsServer }> {
  const dataDir = join(folder, 'queues');
  mkdirSync(dataDir, { recursive: true });
  const server = await behindADoor(() => startFauxqs({ port: 0, logger: false, dataDir, defaultRegion: region }));
  return { url: `http://127.0.0.1:${server.port}`, server, stop: () => server.stop() };
}

/** What Fastify tells of each application that is made (https://fastify.dev/docs/latest/Reference/Hooks, diagnostics channel). */
interface Made {
  fastify: { server: Server; listen(options: { port: number; host: string }): Promise<string> };
}

/** fauxqs listens on every address of the machine and asks nobody who they are; it has no options for either. */
async function behindADoor<T>(start: () => Promise<T>): Promise<T> {
  const onMade = (message: unknown) => {
    const { fastify } = message as Made;
    putBefore(fastify.server, forOurselves(credentials));
    const listen = fastify.listen.bind(fastify);
    fastify.listen = ({ port }) => listen({ port, host: loopback });
  };
  subscribe('fastify.initialization', onMade);
  try {
    return await start();
  } finally {
    unsubscribe('fastify.initialization', onMade);
  }
}

/** Creates the queues, those that others send their dead letters to first. What is in a queue stays in it. */
export async function createQueues(
  server: FauxqsServer,
  client: Pick<SQSClient, 'send'>,
  queues: readonly LocalQueue[],
): Promise<void> {
  for (const queue of [...queues].sort((a, b) => Number(a.redrive !== undefined) - Number(b.redrive !== undefined))) {
    const attributes = {
      VisibilityTimeout: String(queue.visibilitySeconds),
      MessageRetentionPeriod: String(queue.retentionSeconds),
      ...(queue.redrive && {
        RedrivePolicy: JSON.stringify({
          deadLetterTargetArn: queue.redrive.deadLetterArn,
          maxReceiveCount: queue.redrive.maxReceiveCount,
        }),
      }),
    };
    // fauxqs creates a queue that is there anew, without its messages.
    if (!server.inspectQueue(queue.name)) server.createQueue(queue.name, { attributes });
    else await client.send(new SetQueueAttributesCommand({ QueueUrl: queue.url, Attributes: attributes }));
  }
}
