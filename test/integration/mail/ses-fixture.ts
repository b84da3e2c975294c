import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SESClient, SendRawEmailCommand, type SendRawEmailCommandInput } from '@aws-sdk/client-ses';
import { MovableClock } from '#infra/local/clock.ts';
import { LocalSes, type SesOptions } from '#infra/local/mail/local-ses.ts';
import { Maildirs } from '#infra/local/mail/maildir.ts';
import type { SesEvent } from '#infra/local/mail/ses-events.ts';

export const start = Date.parse('2027-02-12T09:00:00Z');

/** A folder that is gone when the test is over. */
export async function scratch(): Promise<{ folder: string } & AsyncDisposable> {
  const folder = await mkdtemp(join(tmpdir(), 'telemachy-mail-'));
  return { folder, [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }) };
}

/** SES on this machine behind real HTTP, with the SDK's client pointed at it. */
export async function runningSes(folder: string, options: Partial<SesOptions> = {}) {
  const events: SesEvent[] = [];
  // It stands still, however slow the machine is.
  const clock = new MovableClock({ start, speed: 0 });
  const maildirs = new Maildirs(join(folder, 'mail'));
  const publish = async (event: SesEvent) => void events.push(event);
  const ses = new LocalSes({ data: join(folder, 'ses'), maildirs, clock, publish, ...options });
  const server = createServer(ses.handle);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const client = new SESClient({ region: 'us-east-1', endpoint, credentials, maxAttempts: 1 });
  ses.start();
  return {
    ses,
    events,
    clock,
    maildirs,
    endpoint,
    client,
    send: (input: SendRawEmailCommandInput) => client.send(new SendRawEmailCommand(input)),
    /** Resolves when SES has nothing in hand. */
    async quiet() {
      while (ses.busy()) await new Promise(setImmediate);
    },
    async [Symbol.asyncDispose]() {
      client.destroy();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await ses.stop();
      clock.stop();
    },
  };
}

/** A small message as a program would hand it over. */
export function message({ to = 'ada@example.org', subject = 'Would you like a mentor?', body = 'Hello Ada' } = {}) {
  const lines = [
    'From: Harbour mentoring <mentoring@example.org>',
    `To: ${to}`,
    `Subject: ${subject}`,
    'Message-ID: <mine@example.org>',
    'Date: Thu, 1 Jan 1970 00:00:00 +0000',
    'Bcc: someone@example.org',
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    '',
    body,
    '',
  ];
  return Buffer.from(lines.join('\r\n'));
}
