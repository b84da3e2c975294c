import { chmodSync, lstatSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Makes the folder that everything is kept in, and keeps others of this machine out of it: what is there is tightened, whatever
 * made it, and what this process makes from now on is its user's alone. Links are left as they are; they lead elsewhere.
 */
export function takeForOneself(folder: string): void {
  process.umask(0o077);
  mkdirSync(folder, { recursive: true });
  tighten(folder);
}

function tighten(path: string): void {
  const { mode, isFolder, isFile } = kindOf(path);
  const wanted = isFolder ? 0o700 : 0o600;
  if ((isFolder || isFile) && (mode & 0o777) !== wanted) chmodSync(path, wanted);
  if (isFolder) for (const name of readdirSync(path)) tighten(join(path, name));
}

function kindOf(path: string): { mode: number; isFolder: boolean; isFile: boolean } {
  const found = lstatSync(path);
  return { mode: found.mode, isFolder: found.isDirectory(), isFile: found.isFile() };
}
