import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { TestSystem } from '#test/harness/system/test-system.ts';

const program = new TestSystem({ speed: 1000 });
const sockets: Socket[] = [];
beforeAll(() => program.start());
afterAll(async () => {
  for (const socket of sockets) socket.destroy();
  await program.stop();
});

async function opened(port: number): Promise<Socket> {
  const socket = connect(port, '127.0.0.1');
  sockets.push(socket);
  // The other side may end it at any time: that is its right.
  socket.on('error', () => {});
  await once(socket, 'connect');
  return socket;
}

const httpPort = () => Number(new URL(program.system.url).port);

/** Says each line when the answer to the one before has come, and nothing more. */
async function halfSent(lines: string[]): Promise<void> {
  const socket = await opened(program.system.smtpPort);
  await once(socket, 'data');
  for (const line of lines) {
    socket.write(`${line}\r\n`);
    await once(socket, 'data');
  }
  socket.write('Subject: half\r\n\r\nhalf of it');
}

test('one request and one message that are sent by half do not keep a fast clock from going', async () => {
  const replyDomain = program.system.template.receiptRules[0]?.recipients[0];
  await halfSent(['EHLO me', 'MAIL FROM:<a@b.example>', `RCPT TO:<r+x@${replyDomain}>`, 'DATA']);
  const token = await program.system.token();
  for (const path of ['/v1/cohorts', '/u/none', '/mail/someone@example.org/one']) {
    const socket = await opened(httpPort());
    const head = `POST ${path} HTTP/1.1\r\nHost: 127.0.0.1:${httpPort()}\r\nAuthorization: Bearer ${token}\r\n`;
    socket.write(`${head}Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 1000\r\n\r\nhalf`);
  }
  const before = program.now;

  await expect.poll(() => program.now - before, { timeout: 50_000 }).toBeGreaterThan(60_000);
});

test('64 connections that say nothing keep nobody from replying or from the pages', async () => {
  await Promise.all(Array.from({ length: 64 }, () => opened(program.system.smtpPort)));
  await Promise.all(Array.from({ length: 64 }, () => opened(httpPort())));
  const replyDomain = program.system.template.receiptRules[0]?.recipients[0];

  await program.mailRaw(`r+x@${replyDomain}`, 'From: a@b.example\r\nSubject: x\r\n\r\nx\r\n', 'a@b.example');
  const { status } = await fetch(`${program.system.url}/`);

  expect(status).toBe(200);
});
