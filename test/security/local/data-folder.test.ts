import { chmodSync, lstatSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { TestSystem } from '#test/harness/system/test-system.ts';

const outside = mkdtempSync(join(tmpdir(), 'data-'));
afterAll(() => rmSync(outside, { recursive: true }));

test('the data folder and all in it are for their user alone, also what was there before, and what a link leads to is not touched', async () => {
  const folder = join(outside, 'data');
  const others = join(outside, 'others.txt');
  mkdirSync(join(folder, 'mail', 'ada@example.org', 'new'), { recursive: true });
  for (const file of ['secrets.json', 'mail/ada@example.org/new/1.M1_a.telemachy']) {
    writeFileSync(join(folder, file), '{}');
    chmodSync(join(folder, file), 0o666);
  }
  for (const part of ['', 'mail', 'mail/ada@example.org']) chmodSync(join(folder, part), 0o777);
  writeFileSync(others, '');
  chmodSync(others, 0o644);
  symlinkSync(others, join(folder, 'link'));

  await using program = await new TestSystem({ folder }).start();
  const { id } = await program.createCohort('folder');
  await program.milestone(id, 'apply.open');
  const open = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => ({ name, found: lstatSync(join(folder, name)) }))
    .filter(({ found }) => !found.isSymbolicLink() && (found.mode & 0o077) !== 0);

  expect(open.map(({ name }) => name)).toEqual([]);
  expect(lstatSync(folder).mode & 0o777).toBe(0o700);
  expect(lstatSync(others).mode & 0o777).toBe(0o644);
});
