import type { Json } from './expressions.ts';

/** An execution as it is stored after every transition. Moments are milliseconds since 1970. */
export interface Execution {
  arn: string;
  name: string;
  machineArn: string;
  machineName: string;
  /** Names the definition that it started with, and keeps. */
  definition: string;
  /** JSON text, exactly as given. */
  input: string;
  startedAt: number;
  /** When it times out: after a year, or the definition's own TimeoutSeconds. */
  expiresAt: number;
  stoppedAt?: number;
  end?: Ending;
  position: Position;
  variables: Record<string, Json>;
  /** How many events its history has. */
  events: number;
}

export type Status = 'RUNNING' | Ending['status'];

export interface Ending {
  status: 'SUCCEEDED' | 'FAILED' | 'TIMED_OUT' | 'ABORTED';
  /** JSON text. */
  output?: string;
  error?: string;
  cause?: string;
}

/** Where an execution is, and how far it has come there. */
export type Position = Place & Phase;

/** A visit to a state. */
export interface Place {
  state: string;
  input: Json;
  enteredAt: number;
  /** The id of the event that says so. */
  enteredBy: number;
  /** How often each retrier of the task was used, and all of them together. */
  tries: number[];
  retries: number;
}

export type Phase =
  /** To be evaluated now. */
  | { phase: 'due' }
  /** A wait, or the back-off before another try, that ends at a moment. */
  | { phase: 'waiting' | 'retrying'; until: number }
  /** A task's call is in flight; found so after a restart, it is made again with the same arguments and token. */
  | { phase: 'calling'; args: Json; token?: string; until?: number }
  /** The call is done, and its token is out until it comes back or the time is up. */
  | { phase: 'holding'; token: string; until?: number }
  /** A task has come to an end that Output, Assign, Retry and Catch have not yet seen. */
  | { phase: 'settled'; outcome: Outcome };

export type Outcome = { result: Json } | { error: string | null; cause: string | null };

/** An event of the history: its type, and its details under the name that the API gives them. */
export interface Happening {
  type: string;
  [details: string]: string | Record<string, unknown>;
}

/** What one step does to an execution: stored at once, or not at all. */
export interface Change {
  events: Happening[];
  position?: Position;
  variables?: Record<string, Json>;
  end?: Ending;
}

/** The most that an input, a task's arguments or result, or an output may be: 256 KiB of UTF-8. */
export const longestPayload = 262_144;

export const fits = (text: string): boolean => Buffer.byteLength(text) <= longestPayload;
