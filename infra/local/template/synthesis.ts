import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** What a synthesised folder is made of. */
const sources = ['infra', 'functions', 'shared', 'package-lock.json', 'tsconfig.json', 'cdk.json'];

/** The CDK context of a local system: the names under which it writes. */
export interface LocalNames {
  domain: string;
  replyDomain: string;
  /** `mentoring@<domain>` when absent. */
  sender?: string;
}

/** Names that nobody has, for mail that stays on this machine. */
export const localNames: LocalNames = { domain: 'mentoring.example.org', replyDomain: 'reply.mentoring.example.org' };

/**
 * The synthesised app, made anew only when its sources have changed: by content, so that a fresh clone and a switched
 * branch are right. `onMaking` is called when it has to be made, which takes half a minute. Two that make it at the same time both succeed; the later finds the earlier one's and drops its own.
 */
export async function synthesised(names: LocalNames = localNames, onMaking: () => void = () => {}): Promise<string> {
  const context = JSON.stringify(names);
  const hash = createHash('sha256').update(context);
  for (const source of sources) addTo(hash, join(root, source));
  const folder = join(root, 'build', 'synth', hash.digest('hex').slice(0, 16));
  if (existsSync(folder)) return folder;

  onMaking();
  mkdirSync(join(root, 'build', 'synth'), { recursive: true });
  const unfinished = `${folder}.${process.pid}`;
  const program = fileURLToPath(new URL('./synthesise.ts', import.meta.url));
  await promisify(execFile)(process.execPath, ['--import', 'tsx', program, unfinished, context], { cwd: root });
  try {
    renameSync(unfinished, folder);
  } catch (error) {
    if (!existsSync(folder)) throw error;
    rmSync(unfinished, { recursive: true });
  }
  return folder;
}

function addTo(hash: ReturnType<typeof createHash>, path: string): void {
  if (/\.(ts|tsx|json)$/.test(path)) {
    hash.update(path.slice(root.length)).update(readFileSync(path));
    return;
  }
  const entries = readdirSync(path, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    if (entry.isDirectory() || /\.(ts|tsx|json)$/.test(entry.name)) addTo(hash, join(path, entry.name));
  }
}
