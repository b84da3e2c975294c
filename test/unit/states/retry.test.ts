import { describe, expect, test } from 'vitest';
import { covers, tryAgain } from '#infra/local/states/retry.ts';

describe('error names', () => {
  test.each([
    [['TypeError'], 'TypeError', true],
    [['TypeError'], 'RangeError', false],
    [['States.ALL'], 'TypeError', true],
    [['States.ALL'], 'States.Timeout', true],
    [['States.ALL'], 'States.QueryEvaluationError', true],
    [['States.ALL'], null, true],
    [['States.ALL'], 'States.DataLimitExceeded', false],
    [['States.DataLimitExceeded'], 'States.DataLimitExceeded', true],
    [['States.ALL'], 'States.Runtime', false],
    [['States.Runtime'], 'States.Runtime', false],
    [['States.TaskFailed'], 'TypeError', true],
    [['States.TaskFailed'], 'States.Timeout', false],
    [['States.TaskFailed', 'States.Timeout'], 'States.Timeout', true],
  ])('%j with %s: %s', (names, error, expected) => {
    expect(covers(names, error)).toBe(expected);
  });
});

describe('the interval', () => {
  const all = ['States.ALL'];
  const seconds = (retrier: object, before: number, random = 0.5) =>
    tryAgain([{ ErrorEquals: all, ...retrier }], [before], 'TypeError', () => random)?.seconds;

  test('is one second, doubles, and ends after three tries, when nothing is said', () => {
    expect([0, 1, 2, 3].map((before) => seconds({}, before))).toEqual([1, 2, 4, undefined]);
  });

  test('never exceeds MaxDelaySeconds', () => {
    expect(seconds({ IntervalSeconds: 10, BackoffRate: 3, MaxAttempts: 9, MaxDelaySeconds: 60 }, 5)).toBe(60);
  });

  test('is drawn from zero up to itself with full jitter', () => {
    expect(seconds({ IntervalSeconds: 10, JitterStrategy: 'FULL' }, 1, 0.25)).toBe(5);
  });

  test('does not exist when MaxAttempts is zero', () => {
    expect(seconds({ MaxAttempts: 0 }, 0)).toBeUndefined();
  });
});

test('an error that no retrier covers is not tried again', () => {
  expect(tryAgain([{ ErrorEquals: ['RangeError'] }], [], 'TypeError', Math.random)).toBeUndefined();
});

test('only the first retrier that covers an error counts it', () => {
  const retriers = [{ ErrorEquals: ['TypeError'] }, { ErrorEquals: ['States.ALL'] }];

  expect(tryAgain(retriers, [1, 1], 'TypeError', Math.random)?.tries).toEqual([2, 1]);
});
