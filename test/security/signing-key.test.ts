import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { signed } from '#shared/ids.ts';
import { DirectInvoker } from '#test/harness/system/direct-invoker.ts';
import { TestSystem } from '#test/harness/system/test-system.ts';

const program = new TestSystem();
/** Versions of the secret by their labels, as Secrets Manager keeps them. */
const versions = new Map<string, string>();
let secrets: Server;
let asked = 0;
beforeAll(async () => {
  secrets = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    asked += 1;
    const value = versions.get(JSON.parse(Buffer.concat(chunks).toString()).VersionStage);
    response.writeHead(value ? 200 : 400, { 'content-type': 'application/x-amz-json-1.1' });
    response.end(JSON.stringify(value ? { SecretString: value } : { __type: 'ResourceNotFoundException' }));
  });
  await new Promise<void>((listening) => secrets.listen(0, '127.0.0.1', listening));
  await program.start();
});
afterAll(async () => {
  await program.stop();
  secrets.close();
});

/** What a link says that was signed with `key`, asked of pages that have just started. */
async function pageWith(key: string, times = 1): Promise<number[]> {
  const { port } = secrets.address() as AddressInfo;
  const endpoints = { AWS_ENDPOINT_URL_SECRETS_MANAGER: `http://127.0.0.1:${port}` };
  await using pages = new DirectInvoker(program.system, { endpoints });
  const [form = ''] = program.pageIn(program.newest('grace@keys.example.org'), 'f').split('/f/')[1]?.split('.') ?? [];
  const statuses: number[] = [];
  for (let time = 0; time < times; time += 1) {
    const outcome = await pages.invoke('pages', {
      version: '2.0',
      routeKey: 'GET /f/{token}',
      headers: {},
      pathParameters: { token: signed(key, 'page', form) },
      requestContext: { http: { method: 'GET' } },
    });
    if ('errorType' in outcome) throw new Error(JSON.stringify(outcome));
    statuses.push((outcome.payload as { statusCode: number }).statusCode);
  }
  return statuses;
}

test('a leaked key is replaced without ending the links in the mail, and then retired', async () => {
  await program.createCohort('keys');
  await program.settled();
  versions.set('AWSCURRENT', 'leaked');
  expect(await pageWith('leaked')).toEqual([200]);

  versions.set('AWSPREVIOUS', 'leaked').set('AWSCURRENT', 'new');
  expect(await pageWith('new')).toEqual([200]);
  expect(await pageWith('leaked')).toEqual([200]);

  versions.delete('AWSPREVIOUS');
  expect(await pageWith('new')).toEqual([200]);
  expect(await pageWith('leaked')).toEqual([404]);
});

test('forged links do not have us fetch the keys for each', async () => {
  versions.set('AWSCURRENT', 'new');
  const before = asked;

  expect(new Set(await pageWith('guessed', 20))).toEqual(new Set([404]));

  expect(asked - before).toBe(2);
});
