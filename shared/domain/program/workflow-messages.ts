import * as z from 'zod';
import { StageKind } from './stage-definition.ts';

/**
 * What the state machine and the stages function say to each other. Executions in flight keep their old definition but
 * call new code, so this contract is changed by addition only.
 */
export const StageTask = z.object({
  version: z.literal(1),
  cohort: z.string(),
  /** Its name, as in the cohort's schedule. */
  stage: z.string(),
  generation: z.number().int(),
  /** How often this execution has called a stage, for continuing before Step Functions' limit of 25,000 events. */
  rounds: z.number().int(),
  /** When this execution started, for continuing before its limit of one year. */
  startedAt: z.string(),
});
export type StageTask = z.infer<typeof StageTask>;

export interface StageOutcome {
  /** The stage has ended (its cohort has moved on, has finished or was cancelled). */
  over: boolean;
  /** There is more to do now: call again at once. */
  again: boolean;
  /** How long to hold when neither over nor again; whole seconds, at least 1. */
  holdSeconds: number;
  /** The revision that this outcome is based on: a hold is stored only if it still stands. */
  revision: number;
  /** The execution to go on as: the next stage, or this one in a new generation. Absent when the cohort has ended. */
  next?: { stage: string; kind: StageKind; generation: number; name: string };
}

/** What starts an execution; `rounds` counts up inside it. */
export interface ExecutionInput {
  cohort: string;
  stage: string;
  /** Which of the machine's states the execution begins at. */
  kind: StageKind;
  generation: number;
  rounds: number;
}

/** Messages on the outbound queue: an email to send, a cohort whose workflow gave up, or a time to look for what was missed. */
export const OutboundMessage = z.union([
  z.object({ cohort: z.string(), email: z.string() }),
  z.object({ cohort: z.string(), stuck: z.string(), kind: StageKind, generation: z.number().int() }),
  z.object({ look: z.literal('missed') }),
]);
export type OutboundMessage = z.infer<typeof OutboundMessage>;
