import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo, Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SMTPServer } from 'smtp-server';
import { afterAll, afterEach, expect, test, vi } from 'vitest';
import { relayOf } from '#infra/commands/relay-options.ts';

const folder = mkdtempSync(join(tmpdir(), 'relay-'));
afterAll(() => rmSync(folder, { recursive: true }));
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

const others = {
  from: 'mentoring@harbour.example.org',
  'reply-domain': 'reply.harbour.example.org',
  'pages-url': 'https://mentoring.harbour.example.org',
};

class Ended extends Error {}

/** What the command says when it ends with these options. */
async function saidOf(values: Parameters<typeof relayOf>[0]): Promise<string> {
  const said: string[] = [];
  vi.spyOn(console, 'error').mockImplementation((line: string) => void said.push(line));
  vi.spyOn(process, 'exit').mockImplementation(() => {
    throw new Ended();
  });
  await expect(relayOf({ ...others, ...values })).rejects.toBeInstanceOf(Ended);
  return said.join('\n');
}

/** A mail server that takes maria with `secret` alone, and says whether it was told in the clear. */
async function server({ encrypts }: { encrypts: boolean }) {
  const heard: { password: unknown; encrypted: boolean }[] = [];
  const smtp = new SMTPServer({
    allowInsecureAuth: true,
    disabledCommands: encrypts ? [] : ['STARTTLS'],
    onAuth({ username, password }, session, done) {
      heard.push({ password, encrypted: session.secure });
      if (username === 'maria' && password === 'secret') return done(null, { user: username });
      done(new Error('Invalid login'));
    },
  });
  // What a server without a good certificate, or somebody in between, makes of the connection.
  smtp.on('error', () => {});
  const net = smtp.listen(0, '127.0.0.1') as Server;
  await once(net, 'listening');
  return {
    heard,
    url: `smtp://maria@127.0.0.1:${(net.address() as AddressInfo).port}`,
    [Symbol.asyncDispose]: () => new Promise<void>((resolve) => smtp.close(() => resolve())),
  };
}

test('a password in the options, which everybody on the machine can read, is refused and not shown', async () => {
  const words = await saidOf({ smtp: 'smtp://maria:secret@mail.example.org:587' });

  expect(words).toContain('TELEMACHY_SMTP_PASSWORD');
  expect(words).toContain('--smtp-password-file');
  expect(words).not.toContain('secret');
});

test('a user without a password is told where it is looked for', async () => {
  expect(await saidOf({ smtp: 'smtp://maria@mail.example.org:587' })).toContain('there is no password');
});

test('the password is taken from the environment, or from the first line of a file', async () => {
  await using there = await server({ encrypts: false });
  const file = join(folder, 'password');
  writeFileSync(file, 'secret\nand a note\n');
  const inClear = { ...others, smtp: there.url, 'smtp-in-clear': true };

  vi.stubEnv('TELEMACHY_SMTP_PASSWORD', 'secret');
  const fromEnvironment = await relayOf(inClear);
  vi.stubEnv('TELEMACHY_SMTP_PASSWORD', undefined);
  const fromFile = await relayOf({ ...inClear, 'smtp-password-file': file });

  for (const { relay } of [fromEnvironment, fromFile]) expect(relay).toMatchObject({ password: 'secret' });
  expect(there.heard.map(({ password }) => password)).toEqual(['secret', 'secret']);
});

test('no password and no mail goes to a server that does not encrypt, unless that is asked for', async () => {
  await using there = await server({ encrypts: false });
  vi.stubEnv('TELEMACHY_SMTP_PASSWORD', 'secret');

  const words = await saidOf({ smtp: there.url });

  expect(words).toContain("can't encrypt the connection");
  expect(words).toContain('--smtp-in-clear');
  expect(there.heard).toEqual([]);
});

test('no password goes to a server whose certificate nobody vouches for', async () => {
  await using there = await server({ encrypts: true });
  vi.stubEnv('TELEMACHY_SMTP_PASSWORD', 'secret');

  await saidOf({ smtp: there.url });

  expect(there.heard).toEqual([]);
});
