import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { startSystem } from '#infra/local/system.ts';

const data = mkdtempSync(join(tmpdir(), 'telemachy-no-start-'));
const taken = createServer();
afterAll(async () => {
  taken.close();
  rmSync(data, { recursive: true });
});

/** What keeps this process from ending: servers, and threads. */
const holding = () =>
  process
    .getActiveResourcesInfo()
    .filter((kind) => kind === 'TCPServerWrap' || kind === 'MessagePort')
    .sort();

test('a system that can not start leaves nothing running, and its folder to the next one', async () => {
  taken.listen(0, '127.0.0.1');
  await once(taken, 'listening');
  const { port } = taken.address() as { port: number };
  const before = holding();

  const failed = await startSystem({ data, smtpPort: port, warm: true }).catch((error: Error) => error);
  const isLocked = existsSync(join(data, 'lock'));
  await expect.poll(holding).toEqual(before);
  const system = await startSystem({ data });
  await system.stop();

  expect(failed).toMatchObject({ code: 'EADDRINUSE' });
  expect(isLocked).toBe(false);
});
