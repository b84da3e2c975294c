import { randomBytes, randomUUID } from 'node:crypto';
import type { Clock } from '#infra/local/clock.ts';
import { type Machine, readDefinition, type TaskState } from './definition.ts';
import { Refusal, StateError, UnsupportedDefinition } from './errors.ts';
import { type Change, type Execution, fits, type Happening, type Outcome, type Status } from './execution.ts';
import type { Json } from './expressions.ts';
import { roleArn } from './history.ts';
import type { Integrations } from './integrations.ts';
import { resourceOf } from './resources.ts';
import { begin, hold, over, settle, step } from './steps.ts';
import { type NumberedEvent, Store } from './store.ts';

export interface StatesEngineOptions {
  /** A file for the executions, or `:memory:`. */
  database: string;
  clock: Clock;
  /** What tasks call. Starting an execution is the engine's own business and need not be among them. */
  integrations: Integrations;
  /** The limits of Standard workflows; a test may lower them. */
  limits?: { events?: number; seconds?: number };
  /** What jitter is drawn from: a number from 0 up to 1. */
  random?: () => number;
  log?: (message: string, details: Record<string, unknown>) => void;
}

/** https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html: 25,000 events and one year. */
const standardLimits = { events: 25_000, seconds: 365 * 24 * 3600 };

/** An execution that is not over, and what this process does about it. */
interface Running {
  execution: Execution;
  machine: Machine;
  /** Steps are being taken now; another look is wanted when they are done. */
  stepping: boolean;
  again: boolean;
  /** The place whose call this process has made, so that it is not made twice. */
  called: Execution['position'] | undefined;
  callOff: () => void;
}

/**
 * Runs Standard state machines on one machine, as AWS Step Functions would. What it has accepted survives the end of
 * the process at any moment: another engine on the same file goes on from there.
 */
export class StatesEngine {
  readonly #store: Store;
  readonly #clock: Clock;
  readonly #integrations: Integrations;
  readonly #limits: { events: number; seconds: number };
  readonly #random: () => number;
  readonly #log: NonNullable<StatesEngineOptions['log']>;
  readonly #machines = new Map<string, { name: string; machine: Machine; definition: object; definedAt: number }>();
  readonly #running = new Map<string, Running>();
  #atWork = 0;
  #stopping = false;
  #waiters: (() => void)[] = [];

  constructor({ database, clock, integrations, limits, random = Math.random, log = () => {} }: StatesEngineOptions) {
    this.#store = new Store(database);
    this.#clock = clock;
    this.#integrations = { ...this.#starting(), ...integrations };
    this.#limits = { ...standardLimits, ...limits };
    this.#random = random;
    this.#log = log;
  }

  /** Makes a state machine known. Throws `UnsupportedDefinition` with everything in it that can't be run here. */
  define(name: string, arn: string, definition: object): void {
    const machine = readDefinition(name, definition);
    const missing = Object.entries(machine.States)
      .filter(([, state]) => state.Type === 'Task' && !this.#integrations[state.Resource])
      .map(([state]) => `States/${state}/Resource: nothing here answers it`);
    if (missing.length > 0) throw new UnsupportedDefinition(name, missing);
    this.#machines.set(arn, { name, machine, definition, definedAt: this.#clock.now() });
  }

  /** Goes on with the executions that an earlier process left, each by the definition that it started with. */
  start(): void {
    for (const execution of this.#store.executions({ status: 'RUNNING' })) {
      if (this.#running.has(execution.arn)) continue;
      const machine = readDefinition(execution.machineName, this.#store.definition(execution.definition));
      this.#look(this.#take(execution, machine));
    }
  }

  /** Finishes the calls in flight, takes no further step, and closes the database. */
  async stop(): Promise<void> {
    this.#stopping = true;
    for (const { callOff } of this.#running.values()) callOff();
    await this.idle();
    this.#running.clear();
    this.#store.close();
  }

  /** Whether any step or call is under way; waiting and holding are not. */
  busy(): boolean {
    return this.#atWork > 0;
  }

  /** Resolves once nothing is under way. */
  idle(): Promise<void> {
    return this.busy() ? new Promise((resolve) => this.#waiters.push(resolve)) : Promise.resolve();
  }

  /** Same name and input as an execution that is still running: that one. Refuses any other use of a name again. */
  startExecution({ stateMachineArn, name = randomUUID(), input = '{}' }: StartExecution): Started {
    const defined = this.#defined(stateMachineArn);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: AWS refuses control characters in names.
    if (!/^[^\s<>{}[\]?*"#%\\^|~`$&,;:/\u0000-\u001f\u007f-\u009f]{1,80}$/.test(name)) {
      throw new Refusal('InvalidName', `Invalid Name: '${name}'`);
    }
    checkJson(input, 'InvalidExecutionInput', 'Invalid State Machine Execution Input');
    const arn = `${stateMachineArn.replace(':stateMachine:', ':execution:')}:${name}`;
    const earlier = this.#store.execution(arn);
    if (earlier) {
      if (!earlier.end && earlier.input === input) return { executionArn: arn, startDate: new Date(earlier.startedAt) };
      throw new Refusal('ExecutionAlreadyExists', `Execution Already Exists: '${arn}'`);
    }
    const now = this.#clock.now();
    const seconds = Math.min(this.#limits.seconds, defined.machine.TimeoutSeconds ?? this.#limits.seconds);
    const first = begin(defined.machine, { input, machineArn: stateMachineArn }, now);
    if (!first.position) throw new Error('An execution begins in a state');
    const execution: Execution = {
      arn,
      name,
      machineArn: stateMachineArn,
      machineName: defined.name,
      definition: this.#store.keepDefinition(defined.definition),
      input,
      startedAt: now,
      expiresAt: now + seconds * 1000,
      position: first.position,
      variables: {},
      events: 0,
    };
    const running = this.#take(execution, defined.machine);
    this.#change(running, first);
    this.#look(running);
    return { executionArn: arn, startDate: new Date(now) };
  }

  /** The task whose token this is has ended well. Stored before it returns. */
  sendTaskSuccess({ taskToken, output }: { taskToken: string; output: string }): void {
    checkJson(output, 'InvalidOutput', 'Invalid Output');
    this.#tokenBack(taskToken, { result: JSON.parse(output) as Json });
  }

  /** The task whose token this is has failed. Stored before it returns. */
  sendTaskFailure({ taskToken, error, cause }: { taskToken: string; error?: string; cause?: string }): void {
    this.#tokenBack(taskToken, { error: error ?? null, cause: cause ?? null });
  }

  /** Says only whether the token still stands: no task here has a heartbeat. */
  sendTaskHeartbeat({ taskToken }: { taskToken: string }): void {
    this.#awaiting(taskToken);
  }

  /** Ends an execution where it is; one that is over stays as it was. */
  stopExecution({ executionArn, error, cause }: { executionArn: string; error?: string; cause?: string }): {
    stopDate: Date;
  } {
    const running = this.#running.get(executionArn);
    if (running) this.#change(running, over({ status: 'ABORTED', ...(error && { error }), ...(cause && { cause }) }));
    const { stoppedAt } = running?.execution ?? this.#found(executionArn);
    return { stopDate: new Date(stoppedAt ?? this.#clock.now()) };
  }

  describeExecution({ executionArn }: { executionArn: string }): ExecutionDescription {
    const execution = this.#found(executionArn);
    const { output, error, cause } = execution.end ?? {};
    return {
      ...summary(execution),
      input: execution.input,
      ...(output !== undefined && { output }),
      ...(error !== undefined && { error }),
      ...(cause !== undefined && { cause }),
    };
  }

  /** Executions of a state machine, latest first. */
  listExecutions({ stateMachineArn, statusFilter }: { stateMachineArn?: string; statusFilter?: Status } = {}) {
    const executions = this.#store.executions({ machineArn: stateMachineArn, status: statusFilter });
    return executions.map(summary);
  }

  /** What has happened in an execution, oldest first. */
  history(executionArn: string): NumberedEvent[] {
    this.#found(executionArn);
    return this.#store.events(executionArn);
  }

  describeStateMachine({ stateMachineArn }: { stateMachineArn: string }) {
    const { name, definition, definedAt } = this.#defined(stateMachineArn);
    return {
      stateMachineArn,
      name,
      status: 'ACTIVE' as const,
      type: 'STANDARD' as const,
      definition: JSON.stringify(definition),
      roleArn: roleArn(stateMachineArn),
      creationDate: new Date(definedAt),
    };
  }

  #defined(arn: string) {
    const defined = this.#machines.get(arn);
    if (!defined) throw new Refusal('StateMachineDoesNotExist', `State Machine Does Not Exist: '${arn}'`);
    return defined;
  }

  #found(arn: string): Execution {
    const execution = this.#store.execution(arn);
    if (!execution) throw new Refusal('ExecutionDoesNotExist', `Execution Does Not Exist: '${arn}'`);
    return execution;
  }

  #take(execution: Execution, machine: Machine): Running {
    const running = { execution, machine, stepping: false, again: false, called: undefined, callOff: () => {} };
    this.#running.set(execution.arn, running);
    return running;
  }

  #tokenBack(token: string, outcome: Outcome): void {
    const running = this.#awaiting(token);
    this.#change(running, settle(running.machine, running.execution, outcome));
    this.#look(running);
  }

  /** The execution that awaits a token. Throws `InvalidToken`, `TaskDoesNotExist` or, once it is used, `TaskTimedOut`. */
  #awaiting(token: string): Running {
    if (!/^[A-Za-z0-9_-]{128}$/.test(token)) throw new Refusal('InvalidToken', "Invalid Token: 'Invalid token'");
    const arn = this.#store.executionOfToken(token);
    if (!arn) throw new Refusal('TaskDoesNotExist', 'Task does not exist');
    const running = this.#running.get(arn);
    const position = running?.execution.position;
    const stands = position?.phase === 'calling' || position?.phase === 'holding';
    if (running && stands && position.token === token && !this.#isLate(running)) return running;
    throw new Refusal('TaskTimedOut', "Task Timed Out: 'Provided task does not exist anymore'");
  }

  /** Whether the moment has come that ends the wait, the back-off, the task or the whole execution. */
  #isLate({ execution }: Running): boolean {
    return this.#clock.now() >= deadlineOf(execution);
  }

  /** Takes the steps that can be taken now. */
  #look(running: Running): void {
    if (this.#stopping || running.execution.end) return;
    if (running.stepping) {
      running.again = true;
      return;
    }
    running.stepping = true;
    this.#work(async () => {
      try {
        do {
          running.again = false;
          while (await this.#step(running));
        } while (running.again);
      } catch (error) {
        this.#log('The interpreter failed', { execution: running.execution.arn, error });
        this.#change(running, over({ status: 'FAILED', error: 'States.Runtime', cause: String(error) }));
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
    const late = this.#isLate(running);
    running.callOff();
    if (late && execution.expiresAt <= this.#clock.now()) {
      this.#change(running, over({ status: 'TIMED_OUT' }));
      return false;
    }
    switch (position.phase) {
      case 'calling':
      case 'holding':
        if (late) {
          this.#change(running, settle(machine, execution, { error: 'States.Timeout', cause: null }));
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
    running.callOff = this.#clock.at(deadlineOf(execution), () => this.#look(running));
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
    this.#change(running, change);
    return true;
  }

  /** Calls what a task calls, and stores how that ended unless its time was up or its token came back before. */
  #call(running: Running, position: Execution['position'] & { phase: 'calling' }): void {
    const { execution, machine } = running;
    const { Resource } = machine.States[position.state] as TaskState;
    running.called = position;
    this.#work(async () => {
      const change = await this.#answer(Resource, position, execution.arn).then(
        (result) => () =>
          resourceOf(Resource).holds ? hold(machine, execution, result) : settle(machine, execution, { result }),
        (error: unknown) => () => settle(machine, execution, this.#failureOf(error, execution)),
      );
      if (execution.position !== position) return;
      this.#change(running, change());
      this.#look(running);
    });
  }

  async #answer(resource: string, position: Execution['position'] & { phase: 'calling' }, execution: string) {
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
  #change(running: Running, change: Change): void {
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
    this.#store.save(next, events);
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
    const room = this.#limits.events - before;
    if (events.length < room || (events.length === room && end)) return { happened: events, ...(end && { end }) };
    const cause = `The execution reached the maximum number of history events (${this.#limits.events}).`;
    const failed = over({ status: 'FAILED', error: 'States.Runtime', cause });
    return { happened: [...events.slice(0, room - 1), ...failed.events], ...(failed.end && { end: failed.end }) };
  }

  #work(task: () => Promise<void>): void {
    this.#atWork += 1;
    task()
      // Only the database itself can bring us here; what was not stored is done again after a restart.
      .catch((error: unknown) => this.#log('An execution could not be stored', { error }))
      .finally(() => {
        this.#atWork -= 1;
        if (this.#atWork > 0) return;
        for (const resolve of this.#waiters.splice(0)) resolve();
      });
  }

  /** Starting an execution is the one thing that a task may ask of Step Functions itself. */
  #starting(): Integrations {
    const startAs = (prefix: string) => async (args: Record<string, Json>) => {
      const { StateMachineArn, Name, Input } = args;
      try {
        const started = this.startExecution({
          stateMachineArn: String(StateMachineArn),
          ...(Name !== undefined && { name: String(Name) }),
          ...(Input !== undefined && { input: typeof Input === 'string' ? Input : JSON.stringify(Input) }),
        });
        return { ExecutionArn: started.executionArn, StartDate: started.startDate };
      } catch (error) {
        // The two integrations name the same refusal differently.
        if (error instanceof Refusal) throw new StateError(`${prefix}.${error.code}Exception`, error.message);
        throw error;
      }
    };
    return {
      'arn:aws:states:::aws-sdk:sfn:startExecution': startAs('Sfn'),
      'arn:aws:states:::states:startExecution': startAs('StepFunctions'),
    };
  }
}

export interface StartExecution {
  stateMachineArn: string;
  name?: string;
  /** JSON text. */
  input?: string;
}

export interface Started {
  executionArn: string;
  startDate: Date;
}

export interface ExecutionSummary extends Started {
  stateMachineArn: string;
  name: string;
  status: Status;
  stopDate?: Date;
}

export interface ExecutionDescription extends ExecutionSummary {
  input: string;
  output?: string;
  error?: string;
  cause?: string;
}

function summary(execution: Execution): ExecutionSummary {
  const { arn, machineArn, name, startedAt, stoppedAt, end } = execution;
  return {
    executionArn: arn,
    stateMachineArn: machineArn,
    name,
    status: end?.status ?? 'RUNNING',
    startDate: new Date(startedAt),
    ...(stoppedAt !== undefined && { stopDate: new Date(stoppedAt) }),
  };
}

function deadlineOf({ position, expiresAt }: Execution): number {
  const own = 'until' in position ? position.until : undefined;
  return Math.min(own ?? expiresAt, expiresAt);
}

function checkJson(text: string, code: string, message: string): void {
  try {
    JSON.parse(text);
  } catch (error) {
    throw new Refusal(code, `${message}: '${(error as Error).message}'`);
  }
  if (!fits(text)) throw new Refusal(code, `${message}: 'longer than 262144 bytes'`);
}
