import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { MovableClock } from '#infra/local/clock.ts';
import { StatesEngine, type StatesEngineOptions } from '#infra/local/states/engine.ts';
import type { StateError } from '#infra/local/states/errors.ts';
import type { Json } from '#infra/local/states/expressions.ts';
import type { Integration, Integrations } from '#infra/local/states/integrations.ts';

export const machineArn = 'arn:aws:states:eu-central-1:000000000000:stateMachine:Test';
export const start = Date.UTC(2026, 0, 1);

export const invoke = 'arn:aws:states:::lambda:invoke';
export const holdUpdate = 'arn:aws:states:::aws-sdk:dynamodb:updateItem.waitForTaskToken';
export const update = 'arn:aws:states:::aws-sdk:dynamodb:updateItem';

/** A machine of the given states, beginning with the first. */
export function machineOf(states: Record<string, object>, more: object = {}): object {
  return { QueryLanguage: 'JSONata', StartAt: Object.keys(states)[0], States: states, ...more };
}

export const task = (more: object = {}): object => ({ Type: 'Task', Resource: invoke, Arguments: {}, ...more });
export const holding = (more: object = {}): object => ({
  Type: 'Task',
  Resource: holdUpdate,
  Arguments: { TableName: 'table', Key: { token: { S: '{% $states.context.Task.Token %}' } } },
  ...more,
});

/** An integration that answers each call with the next of `answers` (the last one for good), and keeps its calls. */
export function answering(...answers: (Json | StateError | Promise<Json>)[]) {
  const calls: { args: Record<string, Json>; token: string | undefined; retries: number }[] = [];
  const integration: Integration = async (args, { token, retries }) => {
    const answer = answers[Math.min(calls.length, answers.length - 1)] ?? null;
    calls.push({ args, token, retries });
    if (answer instanceof Error) throw answer;
    return answer;
  };
  return { integration, calls };
}

export interface World {
  engine: StatesEngine;
  clock: MovableClock;
  /** Starts an execution, and waits until nothing more can happen at this moment. */
  run(input?: Json, name?: string): Promise<string>;
  /** Moves the time to the next appointment, and waits until nothing more can happen then. */
  next(): Promise<void>;
  /** Moves the time by seconds. */
  pass(seconds: number): Promise<void>;
  types(arn: string): string[];
  /** The output of an execution that has succeeded. */
  output(arn: string): Json | undefined;
}

/** An engine with a clock that stands still until it is moved. */
export function world(
  definition: object,
  integrations: Integrations = {},
  {
    clock = new MovableClock({ start, speed: 0 }),
    ...options
  }: Partial<StatesEngineOptions> & { clock?: MovableClock } = {},
): World {
  const engine = new StatesEngine({ database: ':memory:', clock, integrations, ...options });
  engine.define('Test', machineArn, definition);
  engine.start();
  onTestFinished(() => clock.stop());
  return {
    engine,
    clock,
    async run(input = {}, name) {
      const { executionArn } = engine.startExecution({
        stateMachineArn: machineArn,
        input: JSON.stringify(input),
        ...(name && { name }),
      });
      await engine.idle();
      return executionArn;
    },
    async next() {
      clock.jump(clock.next() ?? clock.now());
      await engine.idle();
    },
    async pass(seconds) {
      clock.jump(clock.now() + seconds * 1000);
      await engine.idle();
    },
    types: (arn) => engine.history(arn).map(({ type }) => type),
    output: (arn) => {
      const { output } = engine.describeExecution({ executionArn: arn });
      return output === undefined ? undefined : JSON.parse(output);
    },
  };
}

/** A database file that is gone when the test is over. */
export function databaseFile(): string {
  const directory = mkdtempSync(join(tmpdir(), 'states-'));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  return join(directory, 'states.sqlite');
}
