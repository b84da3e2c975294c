import type { Retrier } from './machine.ts';

/** Errors that end an execution whatever its definition says, unless one names them (States.Runtime, not even then). */
const terminal = new Set<string | null>(['States.Runtime', 'States.DataLimitExceeded']);

/** Whether `ErrorEquals` covers `error`, with the wildcards `States.ALL` and `States.TaskFailed` (all but a timeout). */
export function covers(names: readonly string[], error: string | null): boolean {
  if (error === 'States.Runtime') return false;
  if (error !== null && names.includes(error)) return true;
  if (terminal.has(error)) return false;
  return names.includes('States.ALL') || (names.includes('States.TaskFailed') && error !== 'States.Timeout');
}

/**
 * Whether a task that failed with `error` is tried again, and after how many seconds. `tries` counts how often each
 * retrier was used since the state was entered; an error only ever counts against the first retrier that covers it.
 */
export function tryAgain(
  retriers: readonly Retrier[],
  tries: readonly number[],
  error: string | null,
  random: () => number,
): { seconds: number; tries: number[] } | undefined {
  const index = retriers.findIndex((retrier) => covers(retrier.ErrorEquals, error));
  const retrier = retriers[index];
  if (!retrier) return undefined;
  const before = tries[index] ?? 0;
  if (before >= (retrier.MaxAttempts ?? 3)) return undefined;
  const backoff = (retrier.IntervalSeconds ?? 1) * (retrier.BackoffRate ?? 2) ** before;
  const capped = Math.min(backoff, retrier.MaxDelaySeconds ?? Number.POSITIVE_INFINITY);
  const seconds = retrier.JitterStrategy === 'FULL' ? capped * random() : capped;
  return { seconds, tries: retriers.map((_, at) => (tries[at] ?? 0) + (at === index ? 1 : 0)) };
}
