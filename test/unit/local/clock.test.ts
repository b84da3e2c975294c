import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { MovableClock } from '#infra/local/clock.ts';

const start = Date.parse('2027-01-11T08:00:00Z');
const hour = 3600 * 1000;

beforeEach(() => {
  vi.useFakeTimers({ now: start });
});
afterEach(() => {
  vi.useRealTimers();
});

/** A clock, and something to do that it can see. */
function clockBeside(work: { isUnderWay: boolean }, speed: number): MovableClock {
  const clock = new MovableClock({ start, speed });
  clock.goUnless(() => work.isUnderWay);
  onTestFinished(() => clock.stop());
  return clock;
}

test('a fast clock goes as many times faster as it was told', () => {
  const clock = clockBeside({ isUnderWay: false }, 20_000);
  vi.advanceTimersByTime(4);
  const first = clock.now();

  vi.advanceTimersByTime(4320);

  expect(clock.now() - first).toBe(24 * hour);
});

test('a fast clock stands still while something is under way, and does not make up for it', () => {
  const work = { isUnderWay: false };
  const clock = clockBeside(work, 20_000);
  vi.advanceTimersByTime(100);

  work.isUnderWay = true;
  const before = clock.now();
  vi.advanceTimersByTime(60_000);
  const during = clock.now();
  work.isUnderWay = false;
  vi.advanceTimersByTime(8);

  expect(during).toBe(before);
  expect(clock.now() - before).toBeLessThanOrEqual(8 * 20_000);
});

test('a fast clock keeps each appointment at its very moment, and the next when what follows from it is done', () => {
  const work = { isUnderWay: false };
  const clock = clockBeside(work, 1_000_000_000);
  const kept: [string, number][] = [];
  clock.at(start + hour, () => {
    kept.push(['first', clock.now() - start]);
    work.isUnderWay = true;
  });
  clock.at(start + hour + 1, () => kept.push(['second', clock.now() - start]));

  vi.advanceTimersByTime(1000);
  const meanwhile = [...kept];
  work.isUnderWay = false;
  vi.advanceTimersByTime(1000);

  expect(meanwhile).toEqual([['first', hour]]);
  expect(kept).toEqual([...meanwhile, ['second', hour + 1]]);
});

test('real time waits for nobody', () => {
  const clock = clockBeside({ isUnderWay: true }, 1);
  const kept: number[] = [];
  clock.at(start + 1500, () => kept.push(Date.now()));

  vi.advanceTimersByTime(1700);

  expect(clock.now()).toBe(Date.now());
  expect(kept).toEqual([start + 1500]);
});

test('a round comes once for a jump over many of them, and nobody stops for it', () => {
  const clock = new MovableClock({ start: 0, speed: 0 });
  let rounds = 0;
  clock.every(1_000, () => {
    rounds += 1;
  });

  clock.jump(999);
  const before = rounds;
  clock.jump(100_000);
  const jumped = rounds;
  clock.jump(100_999);
  clock.jump(101_000);

  expect({ before, jumped, after: rounds, next: clock.next() }).toEqual({
    before: 0,
    jumped: 1,
    after: 2,
    next: undefined,
  });
  clock.stop();
});
