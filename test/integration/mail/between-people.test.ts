import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Maildirs } from '#infra/local/mail/maildir.ts';
import { type Inbound, type ReceivedMail, startInbound } from '#infra/local/mail/smtp.ts';

const folder = mkdtempSync(join(tmpdir(), 'telemachy-between-'));
const maildirs = new Maildirs(folder);
const received: ReceivedMail[] = [];
let inbound: Inbound;

beforeAll(async () => {
  await maildirs.deliver('maria@harbour.example', Buffer.from('Subject: Hello\r\n\r\nHello.\r\n'), {
    at: 1,
    id: 'one',
  });
  inbound = await startInbound({
    domain: 'reply.example.org',
    knows: (address) => maildirs.has(address),
    receive: async (mail) => {
      received.push(mail);
    },
  });
});
afterAll(async () => {
  await inbound.close();
  rmSync(folder, { recursive: true });
});

async function send(to: string): Promise<void> {
  const transport = createTransport({ host: '127.0.0.1', port: inbound.port, secure: false, ignoreTLS: true });
  await transport.sendMail({ from: 'ada@harbour.example', to, subject: 'Hello', text: 'Hello.' });
}

test('somebody whom the system has written to can be written to', async () => {
  await send('Maria@harbour.example');

  expect(received.map(({ to }) => to)).toEqual([['Maria@harbour.example']]);
});

test('an address that nobody here has is refused', async () => {
  await expect(send('nobody@elsewhere.example')).rejects.toThrow('550');
});
