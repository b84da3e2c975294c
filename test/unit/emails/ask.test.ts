import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import PostalMime from 'postal-mime';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = new URL('../../../', import.meta.url).pathname;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ask-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** Runs the command as npm does; never throws. */
async function ask(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const command = join(root, 'node_modules/tsx/dist/cli.mjs');
  const run = promisify(execFile)(process.execPath, [command, 'infra/commands/ask.ts', ...args], { cwd: root });
  return run.then(
    ({ stdout, stderr }) => ({ code: 0, out: stdout, err: stderr }),
    (error) => ({ code: error.code, out: error.stdout, err: error.stderr }),
  );
}

async function file(name: string, content: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

describe('the command ask', () => {
  it('prints the message that asks a form', async () => {
    const form = await file(
      'form.json',
      '{"id":"f","title":"Three questions","questions":[{"key":"why","ask":"Why?","type":"text"}]}',
    );

    const { out } = await ask('--form', form, '--to', 'ada@example.org', '--reply-to', 'r@in.example.org');
    const mail = await PostalMime.parse(out);

    expect(mail.subject).toBe('Three questions');
    expect(mail.to?.[0]?.address).toBe('ada@example.org');
    expect(mail.replyTo?.[0]?.address).toBe('r@in.example.org');
    expect(mail.text).toContain('\n1. Why?\n');
    expect(mail.html).toContain('1. Why?');
  });

  it('lists every fault of a form at once', async () => {
    const form = await file('bad.json', '{"id":"f","questions":[{"key":"A","ask":"Why?","type":"choice"}]}');

    const { code, out, err } = await ask('--form', form, '--to', 'ada@example.org');

    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(/title: .*\n.*questions\.0\.key: .*\n.*questions\.0\.options: a choice needs options/);
  });

  it.each([
    ['a missing file', ['--form', '/nowhere.json', '--to', 'ada@example.org'], "can't be read"],
    ['an address that is none', ['--form', 'package.json', '--to', 'ada'], '--to: not an email address: ada'],
    ['an unknown option', ['--frm', 'x'], '--frm'],
    ['nothing at all', [], '--form FILE and --to ADDRESS are needed'],
  ])('explains %s without a stack', async (_name, args, words) => {
    const { code, err } = await ask(...args);

    expect(code).toBe(2);
    expect(err).toContain(words);
    expect(err).not.toMatch(/^\s+at /m);
  });
});
