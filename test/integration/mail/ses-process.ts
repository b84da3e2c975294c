/** SES on this machine as a process of its own, to be killed: `node ses-process.ts FOLDER` prints its port. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { MovableClock } from '#infra/local/clock.ts';
import { LocalSes } from '#infra/local/mail/local-ses.ts';
import { Maildirs } from '#infra/local/mail/maildir.ts';

const folder = process.argv[2] ?? '';
const ses = new LocalSes({
  data: join(folder, 'ses'),
  maildirs: new Maildirs(join(folder, 'mail')),
  clock: new MovableClock({ start: Date.parse('2027-02-12T09:00:00Z') }),
  publish: async (event) => {
    process.stdout.write(`${event.eventType} ${event.mail.messageId}\n`);
  },
});
ses.start();
const server = createServer(ses.handle).listen(0, '127.0.0.1', () => {
  process.stdout.write(`port ${(server.address() as AddressInfo).port}\n`);
});
