import type { StateError } from './errors.ts';
import type { Ending, Happening, Outcome } from './execution.ts';
import type { Json } from './expressions.ts';
import type { State } from './machine.ts';
import { resourceOf } from './resources.ts';

/*
 * The events of an execution's history, in the order and with the details that AWS gives them, since the limit of
 * 25,000 counts them.
 */

const whole = { truncated: false };

export function started(input: string, machineArn: string): Happening {
  return {
    type: 'ExecutionStarted',
    executionStartedEventDetails: { input, inputDetails: whole, roleArn: roleArn(machineArn) },
  };
}

/** The role that an execution says it runs as; nothing is checked against it here. */
export function roleArn(machineArn: string): string {
  return `arn:aws:iam::${machineArn.split(':')[4]}:role/local`;
}

export function entered(type: State['Type'], name: string, input: Json): Happening {
  return {
    type: `${type}StateEntered`,
    stateEnteredEventDetails: { name, input: JSON.stringify(input), inputDetails: whole },
  };
}

export function exited(type: State['Type'], name: string, output: Json, assigned?: Record<string, Json>): Happening {
  const texts = Object.entries(assigned ?? {}).map(([key, value]) => [key, JSON.stringify(value)] as const);
  const variables = { assignedVariables: Object.fromEntries(texts), assignedVariablesDetails: whole };
  return {
    type: `${type}StateExited`,
    stateExitedEventDetails: {
      name,
      output: JSON.stringify(output),
      outputDetails: whole,
      ...(texts.length > 0 && variables),
    },
  };
}

/** A task's call is about to be made: two events. */
export function scheduled(arn: string, args: Json, region: string, timeout: number | undefined): Happening[] {
  const details = task(arn);
  const parameters = JSON.stringify(args);
  const limit = timeout === undefined ? {} : { timeoutInSeconds: timeout };
  return [
    { type: 'TaskScheduled', taskScheduledEventDetails: { ...details, region, parameters, ...limit } },
    { type: 'TaskStarted', taskStartedEventDetails: details },
  ];
}

export function submitted(arn: string, output: Json): Happening {
  const details = { ...task(arn), output: JSON.stringify(output), outputDetails: whole };
  return { type: 'TaskSubmitted', taskSubmittedEventDetails: details };
}

export function taskEnded(arn: string, outcome: Outcome): Happening {
  if ('result' in outcome) {
    const details = { ...task(arn), output: JSON.stringify(outcome.result), outputDetails: whole };
    return { type: 'TaskSucceeded', taskSucceededEventDetails: details };
  }
  const details = { ...task(arn), ...said(outcome) };
  if (outcome.error === 'States.Timeout') return { type: 'TaskTimedOut', taskTimedOutEventDetails: details };
  return { type: 'TaskFailed', taskFailedEventDetails: details };
}

export function evaluationFailed(state: string, error: StateError): Happening {
  return {
    type: 'EvaluationFailed',
    evaluationFailedEventDetails: { state, location: error.field, ...said(error) },
  };
}

export function ended({ status, output, error, cause }: Ending): Happening {
  const why = said({ error: error ?? null, cause: cause ?? null });
  switch (status) {
    case 'SUCCEEDED':
      return { type: 'ExecutionSucceeded', executionSucceededEventDetails: { output, outputDetails: whole } };
    case 'TIMED_OUT':
      return { type: 'ExecutionTimedOut', executionTimedOutEventDetails: { error: 'States.Timeout' } };
    case 'ABORTED':
      return { type: 'ExecutionAborted', executionAbortedEventDetails: why };
    case 'FAILED':
      return { type: 'ExecutionFailed', executionFailedEventDetails: why };
  }
}

function task(arn: string): { resource: string; resourceType: string } {
  const { action, service } = resourceOf(arn);
  return { resource: action, resourceType: service };
}

/** An error and its cause, without what there is not. */
function said({ error, cause }: { error: string | null; cause: string | null }): { error?: string; cause?: string } {
  return { ...(error !== null && { error }), ...(cause && { cause }) };
}
