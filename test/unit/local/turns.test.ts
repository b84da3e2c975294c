import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Turns } from '#infra/local/queues/turns.ts';

test('one letter of a cohort waits for one of each other cohort, not for the hundred of the first', () => {
  const turns = new Turns<string>();
  for (let nth = 1; nth <= 100; nth += 1) turns.add('large', `large-${nth}`);
  for (const cohort of ['a', 'b']) turns.add(cohort, `${cohort}-1`);

  expect(turns.take(4)).toEqual(['large-1', 'a-1', 'b-1', 'large-2']);
  turns.add('a', 'a-2');
  expect(turns.take(2)).toEqual(['large-3', 'a-2']);
  expect(turns.size).toBe(97);
});

test('whatever comes and goes, all of it comes once, in order within its group, and no group has two turns before another has one', () => {
  const step = fc.oneof(
    fc.record({ group: fc.constantFrom('a', 'b', 'c', '__proto__') }),
    fc.record({ most: fc.integer({ min: 0, max: 5 }) }),
  );
  fc.assert(
    fc.property(fc.array(step), (steps) => {
      const turns = new Turns<{ group: string; nth: number }>();
      const taken: { group: string; nth: number }[] = [];
      let added = 0;
      for (const one of steps) {
        if ('group' in one) turns.add(one.group, { group: one.group, nth: added++ });
        else taken.push(...turns.take(one.most));
      }
      const rest = turns.take(added);
      taken.push(...rest);

      expect(taken.map(({ nth }) => nth).sort((a, b) => a - b)).toEqual([...taken.keys()]);
      expect(turns.size).toBe(0);
      const last = new Map<string, number>();
      for (const { group, nth } of taken) {
        expect(nth).toBeGreaterThan(last.get(group) ?? -1);
        last.set(group, nth);
      }
      const waiting = new Set(rest.map(({ group }) => group));
      expect(new Set(rest.slice(0, waiting.size).map(({ group }) => group))).toEqual(waiting);
    }),
  );
});
