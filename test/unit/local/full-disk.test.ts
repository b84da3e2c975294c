import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { isFullDisk } from '#infra/commands/full-disk.ts';

const levelDb = Object.assign(new Error('IO error: /data/tables/000003.log: No space left on device'), {
  code: 'LEVEL_IO_ERROR',
});

test('a full disk is known by what Node, SQLite and LevelDB say of it', () => {
  expect(isFullDisk(Object.assign(new Error('write'), { code: 'ENOSPC' }))).toBe(true);
  expect(isFullDisk(new Error('database or disk is full'))).toBe(true);
  expect(isFullDisk(levelDb)).toBe(true);
  expect(isFullDisk(new TypeError('x is undefined'))).toBe(false);
});

test('a command whose table finds the disk full, in its thread, ends with a sentence', () => {
  const module = fileURLToPath(new URL('../../../infra/commands/full-disk.ts', import.meta.url));
  const thread = `throw Object.assign(new Error(${JSON.stringify(levelDb.message)}), { code: 'LEVEL_IO_ERROR' })`;
  const program = `
    import { Worker } from 'node:worker_threads';
    import { endOnFullDisk } from ${JSON.stringify(module)};
    endOnFullDisk('/data');
    new Worker(${JSON.stringify(thread)}, { eval: true });
  `;

  const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', program], {
    encoding: 'utf8',
  });

  expect(status).toBe(1);
  expect(stderr.trim()).toBe(
    'The disk is full, so Telemachy has ended. Nothing that it acknowledged is lost: make room where /data is, and start it again.',
  );
});
