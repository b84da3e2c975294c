import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { MovableClock } from './clock.ts';

function read<T>(file: string): Partial<T> {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Partial<T>;
  } catch {
    return {};
  }
}

/**
 * A clock that never goes back between two runs on the same folder: a system that ran fast is ahead of real time, and goes on
 * from there. Saved at each jump before anything happens at the new time, every second, and at the end; what a sudden end
 * loses is waited for again.
 */
export function savedClock(
  folder: string,
  speed: number,
  trouble: (sentence: string) => void = () => {},
): MovableClock {
  const file = join(folder, 'clock.json');
  const { now = 0 } = read<{ now: number }>(file);
  let isTold = false;
  const save = (moment: number) => {
    try {
      // Renamed into its place: whoever reads it after a sudden end finds one time or the other, and not half of one.
      writeFileSync(`${file}.new`, JSON.stringify({ now: moment }));
      renameSync(`${file}.new`, file);
      isTold = false;
    } catch (error) {
      if (!isTold) trouble(`The time could not be saved: ${(error as Error).message}.`);
      isTold = true;
    }
  };
  const clock = new MovableClock({ start: Math.max(Date.now(), now), speed, onJump: save });
  setInterval(() => save(clock.now()), 1000).unref();
  process.once('exit', () => save(clock.now()));
  return clock;
}

/** Ports are free ones unless asked for, and the same ones the next time: links in mail that was sent must still lead here. */
export async function savedPorts(
  folder: string,
  wanted: { port?: number; smtpPort?: number },
): Promise<{ port: number; smtpPort: number }> {
  const earlier = read<{ port: number; smtpPort: number }>(join(folder, 'ports.json'));
  const choose = async (asked: number | undefined, before: number | undefined) => {
    if (asked !== undefined) return asked;
    return before !== undefined && (await isFree(before)) ? before : 0;
  };
  return { port: await choose(wanted.port, earlier.port), smtpPort: await choose(wanted.smtpPort, earlier.smtpPort) };
}

export function savePorts(folder: string, ports: { port: number; smtpPort: number }): void {
  writeFileSync(join(folder, 'ports.json'), JSON.stringify(ports));
}

async function isFree(port: number): Promise<boolean> {
  return (await whyNotListen(port)) === undefined;
}

/** The system's code (`EADDRINUSE`, `EACCES`) for why a port on this machine can't be listened on; undefined when it can. */
export function whyNotListen(port: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(undefined)));
  });
}
