import { randomBytes } from 'node:crypto';
import type { Clock } from '#infra/local/clock.ts';
import { StateError } from './errors.ts';
import type { Change, Execution, Happening, Outcome, Position } from './execution.ts';
import type { Json } from './expressions.ts';
import type { Integrations } from './integrations.ts';
import type { Machine, TaskState } from './machine.ts';
import { resourceOf } from './resources.ts';
import { hold, over, settle, step } from './steps.ts';
import type { Store } from './store.ts';

export interface RunnerOptions {
  store: Store;
  clock: Clock;
  integrations: Integrations;
  /** The most events that a history may have. */
  events: number;
  random: () => number;
  log: (message: string, details: Record<string, unknown>) => void;
  /** Told in a sentence why the workflow stands still. */
  trouble: (sentence: string) => void;
}

/** An execution that is not over, and what this process does about it. */
export interface Running {
  readonly execution: Execution;
  readonly machine: Machine;
  /** Steps are being taken now; another look is wanted when they are done. */
  stepping: boolean;
  again: boolean;
  /** The position whose call this process has made, so that it is not made twice. */
  called: Position | undefined;
  callOff: () => void;
}

/** A change could not be stored: nothing of it has happened. */
class NotStored extends Error {
  override readonly name = 'NotStored';
}

/** Milliseconds after which an execution whose change could not be stored is looked at again. */
const whenThereIsRoom = 30_000;

/** Takes the steps of executions, makes their calls, keeps their appointments, and stores every change at once. */
export class Runner {
  readonly #store: Store;
  readonly #clock: Clock;
  readonly #integrations: Integrations;
  readonly #events: number;
  readonly #random: () => number;
  readonly #log: RunnerOptions['log'];
  readonly #trouble: RunnerOptions['trouble'];
  readonly #running = new Map<string, Running>();
  #atWork = 0;
  #stopping = false;
  #waiters: (() => void)[] = [];

  constructor({ store, clock, integrations, events, random, log, trouble }: RunnerOptions) {
    this.#store = store;
    this.#clock = clock;
    this.#integrations = integrations;
    this.#events = events;
    this.#random = random;
    this.#log = log;
    this.#trouble = trouble;
  }

  /** Takes an execution on, unless it is already. It does nothing until it is looked at. */
  take(execution: Execution, machine: Machine): Running {
    const earlier = this.#running.get(execution.arn);
    if (earlier) return earlier;
    const running = { execution, machine, stepping: false, again: false, called: undefined, callOff: () => {} };
    this.#running.set(execution.arn, running);
    return running;
  }

  get(arn: string): Running | undefined {
    return this.#running.get(arn);
  }

  busy(): boolean {
    return this.#atWork > 0;
  }

  idle(): Promise<void> {
    return this.busy() ? new Promise((resolve) => this.#waiters.push(resolve)) : Promise.resolve();
  }

  /** Waits for the calls in flight and stores their answers, but takes no further step. */
  async stop(): Promise<void> {
    this.#stopping = true;
    for (const { callOff } of this.#running.values()) callOff();
    await this.idle();
    this.#running.clear();
  }

  /** Whether the moment has come that ends the wait, the back-off, the task or the whole execution. */
  isLate({ execution }: Running): boolean {
    return this.#clock.now() >= deadlineOf(execution);
  }

  /** Takes the steps that can be taken now. */
  look(running: Running): void {
    if (this.#stopping || running.execution.end) return;
    if (running.stepping) {
      running.again = true;
      return;
    }
    running.stepping = true;
    this.#work(running, async () => {
      try {
        do {
          running.again = false;
          while (await this.#step(running));
        } while (running.again);
      } catch (error) {
        if (error instanceof NotStored) throw error;
        this.#log('The interpreter failed', { execution: running.execution.arn, error });
        this.change(running, over({ status: 'FAILED', error: 'States.Runtime', cause: String(error) }));
      } finally {
        running.stepping = false;
      }
    });
  }

  /** One step; returns whether another may follow at once. */
  async #step(running: Running): Promise<boolean> {
    const { execution, machine } = running;
    if (this.#stopping || execution.end) return false;
    const { position } = execution;
    const late = this.isLate(running);
    running.callOff();
    if (late && execution.expiresAt <= this.#clock.now()) {
      this.change(running, over({ status: 'TIMED_OUT' }));
      return false;
    }
    switch (position.phase) {
      case 'calling':
      case 'holding':
        if (late) {
          this.change(running, settle(machine, execution, { error: 'States.Timeout', cause: null }));
          return true;
        }
        if (position.phase === 'calling' && running.called !== position) this.#call(running, position);
        break;
      case 'waiting':
      case 'retrying':
        if (late) return this.#takeStep(running);
        break;
      default:
        return this.#takeStep(running);
    }
    running.callOff = this.#clock.at(deadlineOf(execution), () => this.look(running));
    return false;
  }

  async #takeStep(running: Running): Promise<boolean> {
    const around = {
      now: this.#clock.now(),
      random: this.#random,
      newToken: () => randomBytes(96).toString('base64url'),
    };
    const change = await step(running.machine, running.execution, around);
    // It may have been stopped while an expression was evaluated; a change to what is over is dropped.
    this.change(running, change);
    return true;
  }

  /** Calls what a task calls, and stores how that ended unless its time was up or its token came back before. */
  #call(running: Running, position: Calling): void {
    const { execution, machine } = running;
    const { Resource } = machine.States[position.state] as TaskState;
    running.called = position;
    this.#work(running, async () => {
      const change = await this.#answer(Resource, position, execution.arn).then(
        (result) => () =>
          resourceOf(Resource).holds ? hold(machine, execution, result) : settle(machine, execution, { result }),
        (error: unknown) => () => settle(machine, execution, this.#failureOf(error, execution)),
      );
      if (execution.position !== position) return;
      this.change(running, change());
      this.look(running);
    });
  }

  async #answer(resource: string, position: Calling, execution: string) {
    const integration = this.#integrations[resource];
    if (!integration) throw new StateError('States.Runtime', `Nothing here answers ${resource}`);
    const { state, token, retries } = position;
    const context = { execution, state, retries, ...(token && { token }) };
    const result = await integration(position.args as Record<string, Json>, context);
    // What comes out is JSON, whatever the integration made it of.
    return JSON.parse(JSON.stringify(result ?? null)) as Json;
  }

  #failureOf(error: unknown, { arn, position }: Execution): Outcome {
    if (error instanceof StateError) return { error: error.error, cause: error.cause };
    this.#log('An integration failed', { execution: arn, state: position.state, error });
    return { error: 'States.TaskFailed', cause: String(error) };
  }

  /** Makes a change and stores it, unless the execution is over. */
  change(running: Running, change: Change): void {
    const { execution } = running;
    if (execution.end) return;
    const now = this.#clock.now();
    const { happened, end } = this.#withinLimit(execution, change);
    const next: Execution = {
      ...execution,
      position: change.position ?? execution.position,
      variables: change.variables ?? execution.variables,
      events: execution.events + happened.length,
      ...(end && { end, stoppedAt: now }),
    };
    const events = happened.map((event, index) => {
      const id = execution.events + index + 1;
      return { ...event, id, previousEventId: id - 1, timestamp: now };
    });
    this.#keep(next, events);
    Object.assign(execution, next);
    if (!end) return;
    running.callOff();
    this.#running.delete(execution.arn);
  }

  /**
   * The events of a change that the history has room for. The last place is for the end: when anything else would take
   * it, the execution fails there (https://docs.aws.amazon.com/step-functions/latest/dg/bp-history-limit.html).
   */
  #withinLimit(
    { events: before }: Execution,
    { events, end }: Change,
  ): Pick<Change, 'end'> & { happened: Happening[] } {
    const room = this.#events - before;
    if (events.length < room || (events.length === room && end)) return { happened: events, ...(end && { end }) };
    const cause = `The execution reached the maximum number of history events (${this.#events}).`;
    const failed = over({ status: 'FAILED', error: 'States.Runtime', cause });
    return { happened: [...events.slice(0, room - 1), ...failed.events], ...(failed.end && { end: failed.end }) };
  }

  /**
   * The disk is full, or the database is gone. The execution stands where it stood; a call whose answer could not be stored
   * is made again, as after the end of the process.
   */
  #lookLater(running: Running, error: unknown): void {
    const { cause } = error as Error;
    this.#log('An execution could not be stored', { execution: running.execution.arn, error: cause ?? error });
    this.#trouble(`The workflow can't go on: ${(cause as Error | undefined)?.message ?? error}. It tries again.`);
    running.called = undefined;
    if (this.#stopping) return;
    running.callOff();
    running.callOff = this.#clock.at(this.#clock.now() + whenThereIsRoom, () => this.look(running));
  }

  #keep(next: Execution, events: Parameters<Store['save']>[1]): void {
    try {
      this.#store.save(next, events);
    } catch (cause) {
      throw new NotStored(`${next.name} could not be stored`, { cause });
    }
  }

  #work(running: Running, task: () => Promise<void>): void {
    this.#atWork += 1;
    task()
      .catch((error: unknown) => this.#lookLater(running, error))
      .finally(() => {
        this.#atWork -= 1;
        if (this.#atWork > 0) return;
        for (const resolve of this.#waiters.splice(0)) resolve();
      });
  }
}

type Calling = Position & { phase: 'calling' };

function deadlineOf({ position, expiresAt }: Execution): number {
  const own = 'until' in position ? position.until : undefined;
  return Math.min(own ?? expiresAt, expiresAt);
}
