import { createTransport } from 'nodemailer';
import MailComposer from 'nodemailer/lib/mail-composer';
import type { Correspondent, Reading } from './reading.ts';

export type ReplyFormat = 'text' | 'html';

/** Quotes longer than this are left out: nobody answers inside them, and the form has to come back. */
const MAX_QUOTE = 100_000;

/** What a mail program puts into the reply window: room to type, then `written`, then the message behind `> `. */
export function quoted({ text, from }: Reading, written: string): string {
  if (text === '' || text.length > MAX_QUOTE) return '\n';
  const who = from.name === '' ? from.address : `${from.name} <${from.address}>`;
  const lines = text.split('\n').map((line) => (line.startsWith('>') || line === '' ? `>${line}` : `> ${line}`));
  return `\n\nOn ${written}, ${who} wrote:\n${lines.join('\n')}\n`;
}

/** A reply as the person's mail program would send it. `at`: milliseconds since 1970. */
export async function composeReply(reply: {
  person: string;
  to: Reading;
  text: string;
  format: ReplyFormat;
  at: number;
}): Promise<Buffer> {
  const { person, to: original, text, format, at } = reply;
  const subject = /^re:/i.test(original.subject) ? original.subject : `Re: ${original.subject}`;
  const composer = new MailComposer({
    from: sender(person, original),
    to: original.replyTo,
    subject,
    date: new Date(at),
    ...(original.messageId === '' ? {} : { inReplyTo: original.messageId }),
    // The first names the thread, the last few place the reply in it.
    references: [
      ...new Set([...original.references.slice(0, 1), ...original.references.slice(-20), original.messageId]),
    ]
      .filter((id) => id !== '')
      .join(' '),
    text,
    ...(format === 'html' ? { html: htmlOf(text) } : {}),
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return composer.compile().build();
}

/** The person as the message names them: with their name, and their address in its own capitals. */
export function sender(person: string, { to }: Reading): Correspondent {
  return to.find(({ address }) => address.toLowerCase() === person) ?? { name: '', address: person };
}

/** What was typed as HTML, as mail programs write it: a `div` a line, a `blockquote` a quote mark. */
export function htmlOf(text: string): string {
  let depth = 0;
  let html = '';
  for (const line of text.split('\n')) {
    const [marks = ''] = /^(?:> ?){0,20}/.exec(line) ?? [];
    const wanted = marks.replace(/ /g, '').length;
    for (; depth < wanted; depth++) html += '<blockquote type="cite">';
    for (; depth > wanted; depth--) html += '</blockquote>';
    const words = line.slice(marks.length).replace(/[&<>"]/g, (one) => `&#${one.charCodeAt(0)};`);
    html += `<div>${words === '' ? '<br>' : words}</div>\n`;
  }
  return `<html><body dir="auto">${html}${'</blockquote>'.repeat(depth)}</body></html>`;
}

/** Hands a message to the SMTP server at `port` on this machine. Rejects with what the server said. */
export async function sendReply(raw: Buffer, envelope: { from: string; to: string; port: number }): Promise<void> {
  const transport = createTransport({
    host: '127.0.0.1',
    port: envelope.port,
    ignoreTLS: true,
    connectionTimeout: 5_000,
    socketTimeout: 30_000,
  });
  try {
    await transport.sendMail({ raw, envelope: { from: envelope.from, to: envelope.to } });
  } finally {
    transport.close();
  }
}
