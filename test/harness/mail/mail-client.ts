import { createTransport } from 'nodemailer';
import { type Mail, parseMail } from '#shared/mail/parse.ts';

/** A message of ours in somebody's mailbox. */
export interface Letter {
  to: string;
  mail: Mail;
  /** Where a reply goes. */
  replyTo: string;
  raw: string;
  /** A header field as it was sent, unfolded; '' when there is none. */
  field(name: string): string;
}

/** A message of ours, taken apart. */
export async function letterOf(to: string, raw: Uint8Array): Promise<Letter> {
  const text = Buffer.from(raw).toString('latin1');
  const heads = text.slice(0, text.indexOf('\n\n')).replace(/\n[ \t]+/g, ' ');
  const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'im').exec(heads)?.[1] ?? '';
  const replyTo = field('Reply-To').replace(/^.*<|>.*$/g, '');
  return { to, mail: await parseMail(raw), replyTo, raw: text, field };
}

/** Hands a message to the SMTP server. Resolves when it has been taken, and rejects when it was refused. */
export async function mailRaw(
  port: number,
  { from, to, raw }: { from: string; to: string; raw: string | Uint8Array },
): Promise<void> {
  const transport = createTransport({ host: '127.0.0.1', port, secure: false, ignoreTLS: true });
  try {
    await transport.sendMail({ envelope: { from, to }, raw: typeof raw === 'string' ? raw : Buffer.from(raw) });
  } finally {
    transport.close();
  }
}
