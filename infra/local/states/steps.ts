import { StateError } from './errors.ts';
import {
  type Change,
  type Ending,
  type Execution,
  fits,
  type Happening,
  type Outcome,
  type Place,
} from './execution.ts';
import { evaluate, evaluateAs, type Json, type Scope } from './expressions.ts';
import * as history from './history.ts';
import type { Catcher, ChoiceState, Machine, State, TaskState, WaitState } from './machine.ts';
import { longestSeconds } from './read-definition.ts';
import { resourceOf } from './resources.ts';
import { covers, tryAgain } from './retry.ts';

/*
 * What a definition says happens next. Nothing here is stored, called or waited for: the engine does that with the
 * changes that come out.
 */

/** What a step takes from the world: the time, chance, and a name for a task that nobody can guess. */
export interface Circumstances {
  now: number;
  random: () => number;
  newToken: () => string;
}

/** An execution starts and enters its first state. */
export function begin(machine: Machine, { input, machineArn }: { input: string; machineArn: string }, now: number) {
  return enter(machine, machine.StartAt, JSON.parse(input), [history.started(input, machineArn)], 0, now);
}

/** What follows when a position is due, settled, or has waited long enough. */
export async function step(machine: Machine, execution: Execution, around: Circumstances): Promise<Change> {
  const visit = new Visit(machine, execution, around);
  try {
    return await visit.proceed();
  } catch (error) {
    if (!(error instanceof StateError)) throw error;
    return visit.failed(error);
  }
}

/** A call has ended, or its token has come back, or its time is up. */
export function settle(machine: Machine, execution: Execution, outcome: Outcome): Change {
  const place = placeOf(execution);
  const { Resource } = taskAt(machine, place);
  const tooLong = 'result' in outcome && !fits(JSON.stringify(outcome.result));
  const real = tooLong ? dataLimitExceeded(place.state, 'task') : outcome;
  return {
    events: [history.taskEnded(Resource, real)],
    position: { ...place, phase: 'settled', outcome: real },
  };
}

/** A call has returned, and its task holds until its token comes back. */
export function hold(machine: Machine, execution: Execution, output: Json): Change {
  const { position } = execution;
  if (position.phase !== 'calling' || !position.token) throw new Error('Only a call that has a token can hold');
  const place = placeOf(execution);
  const until = position.until === undefined ? {} : { until: position.until };
  return {
    events: [history.submitted(taskAt(machine, place).Resource, output)],
    position: { ...place, phase: 'holding', token: position.token, ...until },
  };
}

class Visit {
  readonly #machine: Machine;
  readonly #execution: Execution;
  readonly #around: Circumstances;
  readonly #place: Place;
  readonly #state: State;
  #token: string | undefined;

  constructor(machine: Machine, execution: Execution, around: Circumstances) {
    this.#machine = machine;
    this.#execution = execution;
    this.#around = around;
    this.#place = placeOf(execution);
    this.#state = stateAt(machine, this.#place);
  }

  proceed(): Promise<Change> {
    const state = this.#state;
    const { position } = this.#execution;
    if (position.phase === 'settled') return this.#settled(position.outcome);
    switch (state.Type) {
      case 'Task':
        return this.#call(state);
      case 'Choice':
        return this.#choose(state);
      case 'Wait':
        return position.phase === 'waiting' ? this.#go(state, state) : this.#wait(state);
      case 'Pass':
        return this.#go(state, state);
      case 'Succeed':
        return this.#go({ End: true }, state);
      case 'Fail':
        return this.#fail(state);
    }
  }

  /** Another try, a catcher, or the end. */
  async failed(what: StateError): Promise<Change> {
    const error = this.#placed(what);
    const events = this.#evaluationFailed(error);
    if (this.#state.Type !== 'Task') return this.#failure(error, events);
    const again = tryAgain(this.#state.Retry ?? [], this.#place.tries, error.error, this.#around.random);
    if (again) {
      const until = this.#around.now + Math.round(again.seconds * 1000);
      const place = { ...this.#place, tries: again.tries, retries: this.#place.retries + 1 };
      return { events, position: { ...place, phase: 'retrying', until } };
    }
    const catcher = this.#state.Catch?.find(({ ErrorEquals }) => covers(ErrorEquals, error.error));
    if (!catcher) return this.#failure(error, events);
    try {
      return await this.#caught(catcher, error, events);
    } catch (again) {
      if (!(again instanceof StateError)) throw again;
      const second = this.#placed(again);
      return this.#failure(second, [...events, ...this.#evaluationFailed(second)]);
    }
  }

  async #call(task: TaskState): Promise<Change> {
    const { holds } = resourceOf(task.Resource);
    const token = holds ? this.#around.newToken() : undefined;
    this.#token = token;
    const scope = this.#scope();
    const args = await evaluate(task.Arguments ?? {}, 'Arguments', scope);
    if (!fits(JSON.stringify(args))) throw this.#dataLimitExceeded('state');
    const timeout = await this.#seconds(task.TimeoutSeconds, 'TimeoutSeconds', 1);
    const until = timeout === undefined ? {} : { until: this.#around.now + timeout * 1000 };
    return {
      events: history.scheduled(task.Resource, args, this.#execution.machineArn.split(':')[3] ?? '', timeout),
      position: { ...this.#place, phase: 'calling', args, ...(token && { token }), ...until },
    };
  }

  async #settled(outcome: Outcome): Promise<Change> {
    if (!('result' in outcome)) throw new StateError(outcome.error, outcome.cause);
    const task = taskAt(this.#machine, this.#place);
    return this.#go(task, task, { result: outcome.result });
  }

  #caught(catcher: Catcher, { error, cause }: StateError, events: Happening[]): Promise<Change> {
    // A timeout has no cause, and AWS then gives the empty string.
    const errorOutput = { Error: error, Cause: error === 'States.Timeout' ? (cause ?? '') : cause };
    return this.#go(catcher, catcher, { errorOutput }, events);
  }

  async #choose(state: ChoiceState): Promise<Change> {
    const scope = this.#scope();
    for (const [index, choice] of state.Choices.entries()) {
      const condition = await evaluateAs('boolean', choice.Condition, `Choices/${index}/Condition`, scope);
      if (condition) return this.#go(choice, choice);
    }
    // The state's own Output and Assign belong to its default; a rule has its own.
    if (state.Default) return this.#go({ Next: state.Default }, state);
    throw new StateError('States.NoChoiceMatched', 'No choice matched, and there is no default.');
  }

  async #wait(state: WaitState): Promise<Change> {
    const seconds = (await this.#seconds(state.Seconds, 'Seconds', 0)) ?? 0;
    return {
      events: [],
      position: { ...this.#place, phase: 'waiting', until: this.#around.now + seconds * 1000 },
    };
  }

  async #fail(state: { Error?: string; Cause?: string }): Promise<Change> {
    const text = async (field: 'Error' | 'Cause') =>
      state[field] === undefined ? {} : { [field.toLowerCase()]: await this.#text(state[field], field) };
    return over({ status: 'FAILED', ...(await text('Error')), ...(await text('Cause')) });
  }

  #text(template: string, field: string): Promise<string> {
    return evaluateAs('string', template, field, this.#scope());
  }

  /** Leaves the state: assigns variables, gives the output, and enters the next state or ends the execution. */
  async #go(
    way: { Next?: string; End?: true },
    yields: { Output?: unknown; Assign?: Record<string, unknown> },
    seen: { result?: Json; errorOutput?: Json } = {},
    before: Happening[] = [],
  ): Promise<Change> {
    const scope = this.#scope(seen);
    // Both see the variables as they were, so neither can see what the other does.
    const assigned = (await evaluate(yields.Assign ?? {}, 'Assign', scope)) as Record<string, Json>;
    const usual = seen.errorOutput ?? seen.result ?? this.#place.input;
    const output = yields.Output === undefined ? usual : await evaluate(yields.Output, 'Output', scope);
    if (!fits(JSON.stringify(output))) throw this.#dataLimitExceeded('state');

    const events = [...before, history.exited(this.#state.Type, this.#place.state, output, assigned)];
    const variables = { ...this.#execution.variables, ...assigned };
    if (way.Next === undefined) return over({ status: 'SUCCEEDED', output: JSON.stringify(output) }, events);
    const { events: count } = this.#execution;
    return { ...enter(this.#machine, way.Next, output, events, count, this.#around.now), variables };
  }

  /** An evaluation's error, saying in AWS's words where it happened. */
  #placed(error: StateError): StateError {
    if (error.field === undefined) return error;
    const { state, enteredBy } = this.#place;
    const where = `An error occurred while executing the state '${state}' (entered at the event id #${enteredBy}).`;
    return new StateError(error.error, `${where} ${error.cause}`, error.field);
  }

  #failure({ error, cause }: StateError, events: Happening[]): Change {
    return over({ status: 'FAILED', ...(error !== null && { error }), ...(cause && { cause }) }, events);
  }

  #evaluationFailed(error: StateError): Happening[] {
    return error.field === undefined ? [] : [history.evaluationFailed(this.#place.state, error)];
  }

  async #seconds(template: number | string | undefined, field: string, least: number): Promise<number | undefined> {
    if (template === undefined) return undefined;
    const seconds = await evaluateAs('number', template, field, this.#scope());
    if (Number.isInteger(seconds) && seconds >= least && seconds <= longestSeconds) return seconds;
    const range = `a whole number from ${least} to ${longestSeconds}`;
    throw new StateError(
      'States.QueryEvaluationError',
      `The field '${field}' has to be ${range}, not ${seconds}`,
      field,
    );
  }

  #dataLimitExceeded(what: 'state' | 'task'): StateError {
    const { error, cause } = dataLimitExceeded(this.#place.state, what);
    return new StateError(error, cause);
  }

  #scope(seen: { result?: Json; errorOutput?: Json } = {}): Scope {
    const { state, input, enteredAt, retries } = this.#place;
    const { arn, name, machineArn, machineName, startedAt } = this.#execution;
    const context = {
      Execution: {
        Id: arn,
        Name: name,
        Input: JSON.parse(this.#execution.input) as Json,
        StartTime: new Date(startedAt).toISOString(),
        RoleArn: history.roleArn(machineArn),
        RedriveCount: 0,
      },
      StateMachine: { Id: machineArn, Name: machineName },
      State: { Name: state, EnteredTime: new Date(enteredAt).toISOString(), RetryCount: retries },
      ...(this.#token && { Task: { Token: this.#token } }),
    };
    return { states: { input, context, ...seen }, variables: this.#execution.variables, now: this.#around.now };
  }
}

function enter(machine: Machine, name: string, input: Json, events: Happening[], before: number, now: number): Change {
  const place = { state: name, input, enteredAt: now, tries: [], retries: 0 };
  const all = [...events, history.entered(stateAt(machine, place).Type, name, input)];
  return { events: all, position: { ...place, enteredBy: before + all.length, phase: 'due' } };
}

/** The end of an execution. */
export function over(end: Ending, events: Happening[] = []): Change {
  return { events: [...events, history.ended(end)], end };
}

function dataLimitExceeded(state: string, what: 'state' | 'task') {
  const cause = `The ${what} '${state}' returned a result with a size exceeding the maximum number of bytes service limit.`;
  return { error: 'States.DataLimitExceeded', cause };
}

function placeOf({ position }: Execution): Place {
  const { state, input, enteredAt, enteredBy, tries, retries } = position;
  return { state, input, enteredAt, enteredBy, tries, retries };
}

function stateAt(machine: Machine, { state }: { state: string }): State {
  const found = machine.States[state];
  if (!found) throw new Error(`There is no state ${state}`);
  return found;
}

function taskAt(machine: Machine, place: Place): TaskState {
  const state = stateAt(machine, place);
  if (state.Type !== 'Task') throw new Error(`${place.state} is not a task`);
  return state;
}
