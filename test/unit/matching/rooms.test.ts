import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const matching = 'shared/domain/matching';

/** Each room of matching, and those that it may import from. */
const rooms: Readonly<Record<string, readonly string[]>> = {
  solver: [],
  scoring: ['solver'],
  audit: ['scoring'],
  explain: ['scoring', 'solver'],
  round: ['explain', 'scoring', 'solver'],
};

it.each(Object.entries(rooms))('the room %s of matching imports from no later one', (room, others) => {
  const imported = readdirSync(`${matching}/${room}`).flatMap((file) =>
    [...readFileSync(`${matching}/${room}/${file}`, 'utf8').matchAll(/from '\.\.\/([a-z]+)\//g)].map(([, to]) => to),
  );

  expect(imported.filter((to) => !others.includes(to ?? ''))).toEqual([]);
});

it('has no other room, and nothing beside them', () => {
  expect(readdirSync(matching).sort()).toEqual(Object.keys(rooms).sort());
});
