import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { SMTPServer } from 'smtp-server';
import { afterAll, describe, expect, it } from 'vitest';
import { relayOf } from '#infra/commands/relay-options.ts';

const folder = mkdtempSync(join(tmpdir(), 'start-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** `npm start` with these options, which it refuses. */
async function refused(...options: string[]): Promise<{ status: number | null; words: string }> {
  const program = fileURLToPath(new URL('../../../infra/commands/start.ts', import.meta.url));
  const started = spawn(process.execPath, ['--import', 'tsx', program, '--data', join(folder, 'data'), ...options]);
  let words = '';
  for (const stream of [started.stdout, started.stderr]) stream.on('data', (chunk) => (words += String(chunk)));
  const [status] = await once(started, 'close');
  return { status, words };
}

const names = ['--from', 'mentoring@harbour.example.org', '--reply-domain', 'reply.harbour.example.org'];
const really = [...names, '--pages-url', 'https://mentoring.harbour.example.org'];

async function listening(server: Pick<SMTPServer, 'listen'>): Promise<number> {
  const net = server.listen(0, '127.0.0.1') as Server;
  await once(net, 'listening');
  return (net.address() as { port: number }).port;
}

describe('npm start, to really send mail', () => {
  it('says all that is missing at once, with an example of each', async () => {
    const { status, words } = await refused('--smtp', 'smtp://mail.example.org:587');

    expect(status).toBe(2);
    expect(words).toContain('--smtp is given. Missing:');
    for (const name of ['--from', '--reply-domain', '--pages-url'])
      expect(words).toMatch(new RegExp(`  ${name}: .*such as`));
  });

  it('says all that can not be right at once, and shows no password', async () => {
    const { status, words } = await refused(
      ...['--smtp', 'mail.example.org:secret', '--from', 'Maria', '--reply-domain', 'reply@x', '--pages-url', 'here'],
    );

    expect(status).toBe(2);
    expect(words.trim().split('\n')).toHaveLength(4);
    expect(words).toContain('--from is whom mail comes from, such as mentoring@example.org, not "Maria".');
    expect(words).not.toContain('secret');
  });

  it('takes all four when the server is there and may be spoken to in the clear, with the names in lower case and no slash at the end', async () => {
    const server = new SMTPServer({ authOptional: true, disabledCommands: ['STARTTLS'] });
    const smtp = `smtp://127.0.0.1:${await listening(server)}`;

    const relay = await relayOf({
      ...{ smtp, from: 'Mentoring@Harbour.example.org', 'reply-domain': 'Reply.harbour.example.org' },
      'pages-url': 'http://mentoring.harbour.example.org/',
      'smtp-in-clear': true,
    });
    await new Promise<void>((resolve) => server.close(() => resolve()));

    expect(relay).toEqual({
      relay: { url: smtp, password: undefined, inClear: true },
      names: {
        domain: 'harbour.example.org',
        replyDomain: 'reply.harbour.example.org',
        sender: 'mentoring@harbour.example.org',
      },
      pagesUrl: 'http://mentoring.harbour.example.org',
    });
  });

  it('says that nobody answers', async () => {
    const server = createServer();
    const port = await listening(server);
    server.close();

    const { status, words } = await refused('--smtp', `smtp://127.0.0.1:${port}`, ...really);

    expect(status).toBe(2);
    expect(words).toContain(`No mail server answers at 127.0.0.1:${port}`);
  });

  it('says that a server which takes the connection and never speaks is none', async () => {
    const server = createServer(() => {});
    const port = await listening(server);

    const { status, words } = await refused('--smtp', `smtp://127.0.0.1:${port}`, ...really);
    server.close();

    expect(status).toBe(2);
    expect(words).toContain(`No mail server answers at 127.0.0.1:${port}`);
  });

  it('says that user and password are wrong, and shows neither', async () => {
    const server = new SMTPServer({
      authOptional: false,
      allowInsecureAuth: true,
      disabledCommands: ['STARTTLS'],
      onAuth: (_auth, _session, done) => done(new Error('Invalid login')),
    });
    const port = await listening(server);

    const file = join(folder, 'password');
    writeFileSync(file, 'secret\n');
    const password = ['--smtp-in-clear', '--smtp-password-file', file];
    const { status, words } = await refused('--smtp', `smtp://maria@127.0.0.1:${port}`, ...password, ...really);
    await new Promise<void>((resolve) => server.close(() => resolve()));

    expect(status).toBe(2);
    expect(words).toContain(`127.0.0.1:${port} does not accept this user and password`);
    expect(words).not.toContain('secret');
  });
});

describe('npm start', () => {
  it('says which option it does not know', async () => {
    const { status, words } = await refused('--prot', '3000');

    expect(status).toBe(2);
    expect(words.trim()).toBe("Unknown option '--prot'. See --help.");
  });

  it('says that a file is no folder', async () => {
    const file = join(folder, 'file');
    writeFileSync(file, '');

    const { status, words } = await refused('--data', file);

    expect(status).toBe(2);
    expect(words.trim()).toBe(`--data is a folder, and ${file} is a file. Give another one.`);
  });

  it('says that it can not write where it is told to', async () => {
    const { status, words } = await refused('--data', '/sys/telemachy');

    expect(status).toBe(2);
    expect(words).toMatch(/^--data: \/sys\/telemachy can't be written to \(\w+\)\. Give another folder/);
    expect(words.trim().split('\n')).toHaveLength(1);
  });

  it.each(['--port', '--smtp-port'])('says that the port of %s is in use', async (option) => {
    const server = createServer();
    const port = await listening(server);

    const { status, words } = await refused(option, String(port));
    server.close();

    expect(status).toBe(2);
    expect(words.trim()).toBe(`${option} ${port} is in use by another program. Stop that one, or give another port.`);
  });
});
