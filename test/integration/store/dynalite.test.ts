import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe } from 'vitest';
import { startTables } from '#infra/local/backends.ts';
import { storeOn } from './suite.ts';

describe('on dynalite, as on this machine', () => {
  storeOn(async () => {
    const folder = mkdtempSync(join(tmpdir(), 'telemachy-store-'));
    const { url, stop } = await startTables(folder);
    return { url, stop: () => stop().then(() => rmSync(folder, { recursive: true })) };
  });
});
