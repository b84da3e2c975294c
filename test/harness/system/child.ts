import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

interface Addresses {
  api: string;
  smtp: string;
  token: string;
}

/** The system as `npm start` runs it, in a process of its own that can be killed. */
export class Child {
  readonly smtpPort: number;
  readonly #process: ChildProcess;
  readonly #addresses: Addresses;

  private constructor(process: ChildProcess, addresses: Addresses) {
    this.#process = process;
    this.#addresses = addresses;
    this.smtpPort = Number(addresses.smtp.split(':').at(-1));
  }

  static async start(folder: string): Promise<Child> {
    const program = fileURLToPath(new URL('../../../infra/commands/start.ts', import.meta.url));
    const started = spawn(process.execPath, ['--import', 'tsx', program, '--data', folder, '--json'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [line] = await once(createInterface({ input: started.stdout }), 'line');
    return new Child(started, JSON.parse(String(line)) as Addresses);
  }

  async post(path: string, body: unknown): Promise<{ status: number; body: { id: string } }> {
    const { api, token } = this.#addresses;
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    const response = await fetch(`${api}${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
    return { status: response.status, body: (await response.json()) as { id: string } };
  }

  /** `kill -9`. */
  async kill(): Promise<void> {
    const ended = once(this.#process, 'exit');
    this.#process.kill('SIGKILL');
    await ended;
  }
}
