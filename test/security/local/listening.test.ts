import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const isLinux = existsSync('/proc/self/net/tcp');

test.skipIf(!isLinux)(
  'nothing that npm start runs listens on anything but loopback (skipped where there is no /proc)',
  async () => {
    const data = mkdtempSync(join(tmpdir(), 'listening-'));
    const program = fileURLToPath(new URL('../../../infra/commands/start.ts', import.meta.url));
    const started = spawn(process.execPath, ['--import', 'tsx', program, '--data', data, '--json'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    try {
      await once(createInterface({ input: started.stdout }), 'line');

      const listening = treeOf(started.pid ?? 0).flatMap(listeningOf);

      // Pages, SMTP, the table, queues and buckets, and the other stand-ins for AWS.
      expect(listening).toHaveLength(5);
      expect(new Set(listening)).toEqual(new Set(['127.0.0.1']));
    } finally {
      started.kill('SIGKILL');
      await once(started, 'exit');
      rmSync(data, { recursive: true });
    }
  },
);

/** A process and all that came of it. */
function treeOf(pid: number): number[] {
  const children = readdirSync(`/proc/${pid}/task`).flatMap((thread) =>
    readFileSync(`/proc/${pid}/task/${thread}/children`, 'utf8').split(' ').filter(Boolean).map(Number),
  );
  return [pid, ...children.flatMap(treeOf)];
}

/** The addresses that a process listens on; those of version 6 as the kernel writes them. */
function listeningOf(pid: number): string[] {
  const own = new Set(
    readdirSync(`/proc/${pid}/fd`).map((fd) => {
      try {
        return readlinkSync(`/proc/${pid}/fd/${fd}`);
      } catch {
        return '';
      }
    }),
  );
  return ['tcp', 'tcp6'].flatMap((table) => {
    const rows = readFileSync(`/proc/${pid}/net/${table}`, 'utf8').trim().split('\n').slice(1);
    return rows.flatMap((row) => {
      const [, local = '', , state, , , , , , inode] = row.trim().split(/\s+/);
      // 0A: listening.
      return state === '0A' && own.has(`socket:[${inode}]`) ? [addressOf(local.split(':')[0] ?? '')] : [];
    });
  });
}

/** The kernel writes the four bytes of an address backwards, on most machines. */
const addressOf = (hex: string): string => (hex.length === 8 ? [...Buffer.from(hex, 'hex')].reverse().join('.') : hex);
