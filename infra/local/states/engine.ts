import { randomUUID } from 'node:crypto';
import type { Clock } from '#infra/local/clock.ts';
import { Refusal, StateError, UnsupportedDefinition } from './errors.ts';
import { type Execution, fits, type Outcome, type Status } from './execution.ts';
import type { Json } from './expressions.ts';
import { roleArn } from './history.ts';
import type { Integrations } from './integrations.ts';
import type { Machine } from './machine.ts';
import { readDefinition } from './read-definition.ts';
import { Runner, type Running } from './runner.ts';
import { begin, over, settle } from './steps.ts';
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
  /** Told in a sentence why the workflow stands still. */
  trouble?: (sentence: string) => void;
}

/** https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html: 25,000 events and one year. */
const standardLimits = { events: 25_000, seconds: 365 * 24 * 3600 };

/**
 * Runs Standard state machines on one machine, as AWS Step Functions would. What it has accepted survives the end of
 * the process at any moment: another engine on the same file goes on from there.
 */
export class StatesEngine {
  readonly #store: Store;
  readonly #clock: Clock;
  readonly #integrations: Integrations;
  readonly #longestSeconds: number;
  readonly #runner: Runner;
  readonly #machines = new Map<string, { name: string; machine: Machine; definition: object; definedAt: number }>();

  constructor(options: StatesEngineOptions) {
    const { database, clock, integrations, limits, random = Math.random, log = () => {}, trouble = () => {} } = options;
    this.#store = new Store(database);
    this.#clock = clock;
    this.#integrations = { ...this.#starting(), ...integrations };
    const { events, seconds } = { ...standardLimits, ...limits };
    this.#longestSeconds = seconds;
    const parts = { store: this.#store, clock, integrations: this.#integrations };
    this.#runner = new Runner({ ...parts, events, random, log, trouble });
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
      const machine = readDefinition(execution.machineName, this.#store.definition(execution.definition));
      this.#runner.look(this.#runner.take(execution, machine));
    }
  }

  /** Finishes the calls in flight, takes no further step, and closes the database. */
  async stop(): Promise<void> {
    await this.#runner.stop();
    this.#store.close();
  }

  /** Whether any step or call is under way; waiting and holding are not. */
  busy(): boolean {
    return this.#runner.busy();
  }

  /** Resolves once nothing is under way. */
  idle(): Promise<void> {
    return this.#runner.idle();
  }

  /** Same name and input as an execution that is still running: that one. Refuses any other use of a name again. */
  startExecution({ stateMachineArn, name = randomUUID(), input = '{}' }: StartExecution): Started {
    const defined = this.#defined(stateMachineArn);
    if (!/^[^\s<>{}[\]?*"#%\\^|~`$&,;:/\p{Cc}]{1,80}$/u.test(name)) {
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
    const seconds = Math.min(this.#longestSeconds, defined.machine.TimeoutSeconds ?? this.#longestSeconds);
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
    const running = this.#runner.take(execution, defined.machine);
    this.#runner.change(running, first);
    this.#runner.look(running);
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
    const running = this.#runner.get(executionArn);
    const end = { status: 'ABORTED' as const, ...(error && { error }), ...(cause && { cause }) };
    if (running) this.#runner.change(running, over(end));
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

  #tokenBack(token: string, outcome: Outcome): void {
    const running = this.#awaiting(token);
    this.#runner.change(running, settle(running.machine, running.execution, outcome));
    this.#runner.look(running);
  }

  /** The execution that awaits a token. Throws `InvalidToken`, `TaskDoesNotExist` or, once it is used, `TaskTimedOut`. */
  #awaiting(token: string): Running {
    if (!/^[A-Za-z0-9_-]{128}$/.test(token)) throw new Refusal('InvalidToken', "Invalid Token: 'Invalid token'");
    const arn = this.#store.executionOfToken(token);
    if (!arn) throw new Refusal('TaskDoesNotExist', 'Task does not exist');
    const running = this.#runner.get(arn);
    const position = running?.execution.position;
    const stands = position?.phase === 'calling' || position?.phase === 'holding';
    if (running && stands && position.token === token && !this.#runner.isLate(running)) return running;
    throw new Refusal('TaskTimedOut', "Task Timed Out: 'Provided task does not exist anymore'");
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

function checkJson(text: string, code: string, message: string): void {
  try {
    JSON.parse(text);
  } catch (error) {
    throw new Refusal(code, `${message}: '${(error as Error).message}'`);
  }
  if (!fits(text)) throw new Refusal(code, `${message}: 'longer than 262144 bytes'`);
}
