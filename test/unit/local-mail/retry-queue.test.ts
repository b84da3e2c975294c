import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { RetryQueue } from '#infra/local/mail/retry-queue.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('no more keys are worked on at once than allowed, in the order they came', async () => {
  const began: string[] = [];
  const ends: (() => void)[] = [];
  const work = (key: string) =>
    new Promise<void>((resolve) => {
      began.push(key);
      ends.push(resolve);
    });
  const line = new RetryQueue({ work, width: 2 });

  for (const key of ['a', 'b', 'c']) line.add(key);
  const first = [...began];
  ends[0]?.();
  await vi.runAllTimersAsync();

  expect(first).toEqual(['a', 'b']);
  expect(began).toEqual(['a', 'b', 'c']);
});

test('what was set aside comes again when it is time', async () => {
  const failures: string[] = [];
  const times: (() => void)[] = [];
  let isMended = false;
  const work = async (key: string) => {
    if (isMended) return;
    failures.push(key);
    throw new Error('full');
  };
  const line = new RetryQueue({ work, attempts: 2, later: (again) => times.push(again) });

  line.add('letter');
  await expect.poll(() => times.length).toBe(1);
  const isBusyMeanwhile = line.busy;
  isMended = true;
  times[0]?.();
  await expect.poll(() => line.busy).toBe(false);

  expect(isBusyMeanwhile).toBe(false);
  expect(failures).toEqual(['letter', 'letter']);
  expect(times).toHaveLength(1);
});

test('what fails is tried again, and set aside at last so that the line is not busy for ever', async () => {
  const tried: string[] = [];
  const work = async (key: string) => {
    tried.push(key);
    throw new Error('never');
  };
  const line = new RetryQueue({ work, attempts: 3 });

  line.add('a');
  const isBusy = line.busy;
  await vi.runAllTimersAsync();

  expect(isBusy).toBe(true);
  expect(tried).toEqual(['a', 'a', 'a']);
  expect(line.busy).toBe(false);
});

test('a stopped line begins nothing more', async () => {
  const tried: string[] = [];
  const work = async (key: string) => {
    tried.push(key);
    throw new Error('not now');
  };
  const line = new RetryQueue({ work });

  line.add('a');
  await line.stop();
  line.add('b');
  await vi.runAllTimersAsync();

  expect(tried).toEqual(['a']);
});
