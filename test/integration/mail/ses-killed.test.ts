import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { SESClient, SendRawEmailCommand } from '@aws-sdk/client-ses';
import { expect, test } from 'vitest';
import { message, runningSes, scratch } from './ses-fixture.ts';

test('killed in the middle of sending, SES loses nothing it acknowledged and delivers nothing twice', async () => {
  await using place = await scratch();
  const lines: string[] = [];
  const process = await started(place.folder, lines);
  const acknowledged: string[] = [];
  const sender = async () => {
    for (;;) {
      const command = new SendRawEmailCommand({
        RawMessage: { Data: message() },
        Destinations: ['ada@example.org'],
        ConfigurationSetName: 't',
      });
      const sent = await process.client.send(command).catch(() => undefined);
      if (sent === undefined) return;
      acknowledged.push(sent.MessageId ?? '');
      if (acknowledged.length === 40) process.child.kill('SIGKILL');
    }
  };
  await Promise.all(Array.from({ length: 10 }, sender));
  await process.ended;

  await using again = await runningSes(place.folder);
  await again.quiet();

  const { letters } = await again.maildirs.list('ada@example.org', { limit: 10_000 });
  const delivered = await Promise.all(
    letters.map(async (letter) => /^Message-ID: <(.+)@/m.exec(String(await again.maildirs.read(letter)))?.[1]),
  );
  const published = [...lines, ...again.events.map((event) => `${event.eventType} ${event.mail.messageId}`)];
  expect(acknowledged.length).toBeGreaterThanOrEqual(40);
  expect(new Set(delivered).size).toBe(delivered.length);
  expect(delivered).toEqual(expect.arrayContaining(acknowledged));
  expect(published).toEqual(expect.arrayContaining(delivered.flatMap((id) => [`Send ${id}`, `Delivery ${id}`])));
});

async function started(
  folder: string,
  lines: string[],
): Promise<{ child: ChildProcess; client: SESClient; ended: Promise<unknown> }> {
  const script = fileURLToPath(new URL('ses-process.ts', import.meta.url));
  const child = spawn(process.execPath, ['--no-warnings', script, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(child, 'close');
  const output = createInterface({ input: child.stdout });
  const [first] = await once(output, 'line');
  output.on('line', (line) => lines.push(line));
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const endpoint = `http://127.0.0.1:${String(first).replace('port ', '')}`;
  return { child, ended, client: new SESClient({ region: 'us-east-1', endpoint, credentials, maxAttempts: 1 }) };
}
