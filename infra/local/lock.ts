import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** One system a folder: a second one would run every workflow twice. A lock whose process has ended is taken over. */
export class Lock {
  readonly #file: string;

  private constructor(file: string) {
    this.#file = file;
  }

  /** Throws an Error that names the process which has the folder. */
  static take(folder: string): Lock {
    const file = join(folder, 'lock');
    try {
      writeFileSync(file, String(process.pid), { flag: 'wx' });
    } catch {
      const holder = Number(readFileSync(file, 'utf8'));
      if (holder !== process.pid && isAlive(holder)) {
        throw new Error(`${folder} is in use by process ${holder}. Stop that one, or give another folder with --data.`);
      }
      writeFileSync(file, String(process.pid));
    }
    return new Lock(file);
  }

  release(): void {
    rmSync(this.#file, { force: true });
  }
}

function isAlive(process_: number): boolean {
  try {
    process.kill(process_, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
