import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import MailComposer from 'nodemailer/lib/mail-composer';
import { MovableClock } from '#infra/local/clock.ts';
import { mailboxConsole } from '#infra/local/mail/mailbox.ts';
import { Maildirs } from '#infra/local/mail/maildir.ts';
import { type ReceivedMail, startInbound } from '#infra/local/mail/smtp.ts';
import { start } from './ses-fixture.ts';

export type Composed = ConstructorParameters<typeof MailComposer>[0];

/** The console over HTTP, with the SMTP server that its replies go to. */
export async function runningConsole(folder: string) {
  const got: ReceivedMail[] = [];
  // It stands still, however slow the machine is.
  const clock = new MovableClock({ start, speed: 0 });
  const maildirs = new Maildirs(join(folder, 'mail'));
  const receive = async (mail: ReceivedMail) => void got.push(mail);
  const smtp = await startInbound({ domain: 'reply.example.org', receive });
  const server = createServer(mailboxConsole({ maildirs, clock, smtpPort: smtp.port, zone: 'Europe/Berlin' }));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  let count = 0;
  return {
    got,
    maildirs,
    origin,
    /** Puts a message into Ada's mailbox, or another's, and says where the console shows it. */
    async deliver(mail: Composed | Buffer, { to = 'ada@example.org', at = start - 3_600_000 } = {}): Promise<string> {
      const raw = Buffer.isBuffer(mail) ? mail : await compose(mail);
      count += 1;
      const file = await maildirs.deliver(to, raw, { at, id: `m${count}` });
      return `${origin}/mail/${encodeURIComponent(to)}/${file.split('/').at(-1)}`;
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await smtp.close();
      clock.stop();
    },
  };
}

export async function compose(mail: Composed): Promise<Buffer> {
  return new MailComposer({
    from: 'Maria Ortiz <mentoring@harbour.example>',
    to: 'Ada Lovelace <Ada@example.org>',
    replyTo: 'Harbour mentoring <r+k7f3.q2mz@reply.example.org>',
    messageId: '<0100-abc-000000@email.amazonses.com>',
    references: '<cohort-1@harbour.example>',
    ...mail,
  })
    .compile()
    .build();
}

export const invitation = {
  subject: 'Would you like a mentor this spring?',
  text: `Hello Ada,

Harbour Institute starts a new round of mentoring on 1 March, and
Grace Lee thought you might like to join, as a mentor, a mentee or both.

Just reply and type under the questions. Five minutes is enough, and
we need it by Friday 19 February.
(As a page: https://mentoring.harbour.example/f/k7f3.q2mzlongtokenlongtoken.)

1. What would you like to be?
   a) mentor
   b) mentee
   c) both

2. What would you like to be different a year from now?
   In your own words, two or three sentences.

If it's not for you, reply "no thanks" and we won't ask again this
year. What you write is seen by the matching committee.

Maria Ortiz, for the Harbour mentoring program`,
  html: `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><meta name="color-scheme" content="light dark">
<style>body{font:16px/1.5 system-ui,sans-serif;margin:0;padding:20px;max-width:600px;color:#1f2328;background:#fff}
@media (prefers-color-scheme: dark){body{background:#1b1c1e;color:#e6e5e1}a{color:#7cc4cb}}</style></head><body>
<p>Hello Ada,</p><p>Harbour Institute starts a new round of mentoring on 1 March, and Grace Lee thought you might like to join,
as a mentor, a mentee or both.</p><p>Just reply and type under the questions. Five minutes is enough, and we need it by
<strong>Friday 19 February</strong>. (<a href="https://mentoring.harbour.example/f/k7f3">As a page</a>)</p>
<p><b>1. What would you like to be?</b><br>a) mentor<br>b) mentee<br>c) both</p>
<p><b>2. What would you like to be different a year from now?</b><br>In your own words, two or three sentences.</p>
<p style="color:#777">If it's not for you, reply "no thanks" and we won't ask again this year.</p>
<p>Maria Ortiz, for the Harbour mentoring program</p></body></html>`,
};
