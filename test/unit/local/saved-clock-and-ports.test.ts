import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { savedClock } from '#infra/local/saved-clock-and-ports.ts';

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'telemachy-clock-'));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

const savedIn = (data: string) => JSON.parse(readFileSync(join(data, 'clock.json'), 'utf8')).now;

test('a jump is saved before anything happens at the new time', () => {
  const data = folder();
  const clock = savedClock(data, 20);
  onTestFinished(() => clock.stop());
  const moment = clock.now() + 24 * 3600_000;
  const saved: number[] = [];
  clock.at(moment, () => saved.push(savedIn(data)));

  clock.jump(moment);

  expect(saved).toEqual([moment]);
  expect(readdirSync(data)).toEqual(['clock.json']);
});

test('the next run goes on from there', () => {
  const data = folder();
  const first = savedClock(data, 20);
  first.jump(first.now() + 24 * 3600_000);

  const second = savedClock(data, 20);

  expect(second.now()).toBe(first.now());
});

test('a time that can not be saved is told once, and ends nothing', () => {
  const data = folder();
  const troubles: string[] = [];
  const clock = savedClock(data, 20, (sentence) => troubles.push(sentence));
  rmSync(data, { recursive: true });

  clock.jump(clock.now() + 1000);
  clock.jump(clock.now() + 1000);

  expect(troubles).toHaveLength(1);
  expect(troubles[0]).toContain('The time could not be saved: ENOENT');
});
