import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Folder, FolderRefused } from '#infra/demo/folder.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'telemachy-demo-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

test("an earlier demo's things make room for the next", () => {
  const path = join(root, 'demo');
  const first = Folder.fresh(path);
  mkdirSync(join(first.mail, 'ada@example.org'));
  first.keepSummary({ people: 40 });

  const second = Folder.fresh(path);

  expect(existsSync(second.summary)).toBe(false);
  expect(readdirSync(second.mail)).toEqual([]);
});

test('a folder with anything else in it is left alone', () => {
  writeFileSync(join(root, 'thesis.txt'), 'ten years of work');

  expect(() => Folder.fresh(root)).toThrow(FolderRefused);
  expect(readdirSync(root)).toEqual(['thesis.txt']);
});

test('a demo that somebody put a file of their own into is left alone', () => {
  const { summary } = Folder.fresh(join(root, 'demo'));
  writeFileSync(join(summary, '..', 'notes.txt'), 'mine');

  expect(() => Folder.fresh(join(root, 'demo'))).toThrow('notes.txt');
});

test('a demo that still runs is left alone', () => {
  const folder = Folder.fresh(root);
  mkdirSync(folder.data);
  writeFileSync(join(folder.data, 'lock'), String(process.ppid));

  expect(() => Folder.fresh(root)).toThrow(FolderRefused);
});
