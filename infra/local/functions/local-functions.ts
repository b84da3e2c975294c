import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { Clock } from '../clock.ts';
import type { LocalFunction } from '../template/local-template.ts';
import type { Invocation } from './worker.ts';

export type Outcome = { payload: unknown } | { errorType: string; errorMessage: string };

/** How many instances of a function run at once here. Two cores don't serve more; further invocations queue up. */
const mostInstances = 2;

/** How many invocations wait before another instance is started: until its code is warm, it takes as long as some dozens. */
const backlog = 16;

type Answer = { payload: string } | { errorType: string; errorMessage: string; stack?: string };

/** Runs functions from their own bundles, each instance in a worker thread with its own environment and moved `Date`. */
export class Functions {
  readonly #pools = new Map<string, Pool>();
  #inFlight = 0;

  constructor(specs: readonly LocalFunction[], clock: Clock, log: (line: string) => void) {
    for (const spec of specs) this.#pools.set(spec.id, new Pool(spec, clock, log));
  }

  /** Invokes the function with this id and waits. One that throws, times out or crashes gives an `errorType`, as Lambda does. */
  async invoke(id: string, event: unknown): Promise<Outcome> {
    const pool = this.#pools.get(id);
    if (!pool) throw new Error(`There is no function ${id}.`);
    this.#inFlight += 1;
    try {
      return await pool.invoke(event);
    } finally {
      this.#inFlight -= 1;
    }
  }

  /** Starts an instance of each now, all at the same time, rather than one after the other as they are first needed. */
  warm(): void {
    for (const pool of this.#pools.values()) pool.warm();
  }

  busy(): boolean {
    return this.#inFlight > 0;
  }

  async stop(): Promise<void> {
    await Promise.all([...this.#pools.values()].map((pool) => pool.stop()));
  }
}

class Pool {
  readonly #idle: Worker[] = [];
  readonly #all = new Set<Worker>();
  readonly #waiting: (() => void)[] = [];
  readonly #spec: LocalFunction;
  readonly #clock: Clock;
  readonly #log: (line: string) => void;

  constructor(spec: LocalFunction, clock: Clock, log: (line: string) => void) {
    this.#spec = spec;
    this.#clock = clock;
    this.#log = log;
  }

  warm(): void {
    if (this.#all.size === 0) this.#idle.push(this.#start());
  }

  async invoke(event: unknown): Promise<Outcome> {
    const worker = await this.#instance();
    let answer: Answer;
    try {
      answer = await this.#ask(worker, event);
      this.#idle.push(worker);
    } catch (error) {
      this.#all.delete(worker);
      await worker.terminate();
      const { name, message } = error as Error;
      answer = { errorType: name, errorMessage: message };
    } finally {
      this.#waiting.shift()?.();
    }
    if ('payload' in answer) return { payload: JSON.parse(answer.payload) };
    this.#log(`${this.#spec.name}: ${answer.stack ?? answer.errorMessage}`);
    return answer;
  }

  /** An instance that is free: an idle one, a new one, or the next that somebody gives back. */
  async #instance(): Promise<Worker> {
    for (;;) {
      const worker = this.#idle.pop();
      if (worker) return worker;
      const isNeeded = this.#all.size === 0 || this.#waiting.length >= backlog;
      if (isNeeded && this.#all.size < mostInstances) return this.#start();
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
  }

  #start(): Worker {
    const { folder, file, handler, environment, memory } = this.#spec;
    const worker = new Worker(new URL('./worker.ts', import.meta.url), {
      // The compiled code is kept beside the bundle, and is no older: a third less to start, and a test run starts hundreds.
      env: { ...environment, NODE_COMPILE_CACHE: join(folder, '..', 'compiled') },
      workerData: { bundle: pathToFileURL(join(folder, file)).href, handler },
      // A young generation of 8 MB made collecting garbage an eighth of all computing; of 32 it takes some 15 MB more each.
      resourceLimits: { maxOldGenerationSizeMb: memory, maxYoungGenerationSizeMb: 32 },
      execArgv: ['--enable-source-maps', '--disable-warning=ExperimentalWarning'],
      stdout: true,
      stderr: true,
    });
    worker.stdout.on('data', (chunk: Buffer) => this.#log(String(chunk).trimEnd()));
    worker.stderr.on('data', (chunk: Buffer) => this.#log(String(chunk).trimEnd()));
    worker.unref();
    this.#all.add(worker);
    return worker;
  }

  #ask(worker: Worker, event: unknown): Promise<Answer> {
    const timeoutMillis = this.#spec.timeoutSeconds * 1000;
    const invocation: Invocation = {
      id: randomUUID(),
      event: JSON.parse(JSON.stringify(event)),
      now: this.#clock.now(),
      timeoutMillis,
      functionName: this.#spec.name,
    };
    return new Promise((resolve, reject) => {
      const fail = (name: string, message: string) => {
        settle();
        reject(Object.assign(new Error(message), { name }));
      };
      const onMessage = (answer: Answer) => {
        settle();
        resolve(answer);
      };
      const onError = (error: Error) => fail(error.name, error.message);
      const onExit = () => fail('Runtime.ExitError', `${this.#spec.name} ended before it answered.`);
      const timer = setTimeout(
        () => fail('Sandbox.Timedout', `${this.#spec.name} timed out after ${this.#spec.timeoutSeconds} seconds.`),
        timeoutMillis,
      );
      const settle = () => {
        clearTimeout(timer);
        worker.off('message', onMessage).off('error', onError).off('exit', onExit);
      };
      worker.on('message', onMessage).on('error', onError).on('exit', onExit);
      worker.postMessage(invocation);
    });
  }

  async stop(): Promise<void> {
    await Promise.all([...this.#all].map((worker) => worker.terminate()));
  }
}
