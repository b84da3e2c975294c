import MailComposer from 'nodemailer/lib/mail-composer';
import type { Email } from './content.ts';
import { oneLine } from './render/clean.ts';
import { renderHtml } from './render/html.tsx';
import { renderText } from './render/plain-text.ts';

export interface Mailbox {
  name: string;
  address: string;
}

/** The words of a message, as text and as HTML. */
export interface Bodies {
  text: string;
  html: string;
}

export interface Outgoing {
  email: Email;
  /** The email as it was rendered, where that was done already. */
  bodies?: Bodies;
  from: Mailbox;
  to: Mailbox;
  /** Where replies go: the address of a form, or the coordinator's. */
  replyTo?: string;
  /** What all messages to one person about one cohort share. SES replaces Message-ID, so a conversation hangs on this. */
  thread?: string;
  /** One click stops all mail (RFC 8058): `url` takes a POST; a GET of it changes nothing. */
  unsubscribe?: { url: string };
  /** It answers nothing, and wants an answer: then it is worth hearing from a machine that its reader is away. */
  startsConversation?: boolean;
}

export function bodiesOf(email: Email): Bodies {
  return { text: renderText(email), html: renderHtml(email) };
}

/**
 * The message as it is handed to a mail server: plain text and HTML of the same words. Throws when an address is none,
 * or holds what could become another header. Names and subjects are cleaned instead: people choose them, not we.
 */
export function composeMessage({
  email,
  from,
  to,
  replyTo,
  thread,
  unsubscribe,
  bodies = bodiesOf(email),
  startsConversation,
}: Outgoing): Promise<Buffer> {
  const sender = mailbox(from);
  const threadId = thread && `<${thread.replace(/[^a-zA-Z0-9._+~-]/g, '-')}@${sender.address.split('@').at(-1)}>`;
  const composer = new MailComposer({
    from: sender,
    to: mailbox(to),
    subject: words(email.subject),
    ...bodies,
    // Readable in any viewer of raw mail, and never a line that a mail server has to break.
    textEncoding: 'quoted-printable',
    attachments: (email.attachments ?? []).map(({ name, type, content }) => ({
      filename: words(name).replace(/[/\\]/g, '-'),
      contentType: type,
      content: typeof content === 'string' ? content : Buffer.from(content),
    })),
    headers: {
      // RFC 3834 section 2: a machine that answers should not answer this. What opens a conversation does without: machines that
      // keep to the rule would not tell us that somebody is away. No loop comes of it, for what they say is never answered.
      ...(!startsConversation && { 'Auto-Submitted': 'auto-generated' }),
      // No receipts for delivery and reading. "Out of office" stays welcome: it tells us not to remind somebody who is away.
      'X-Auto-Response-Suppress': 'DR, RN, NRN',
      ...(unsubscribe && {
        'List-Unsubscribe': `<${unsubscribe.url}>`,
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      }),
    },
    ...(replyTo && { replyTo: address(replyTo) }),
    ...(threadId && { references: threadId, inReplyTo: threadId }),
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return composer.compile().build();
}

function mailbox({ name, address: at }: Mailbox): Mailbox {
  return { name: words(name), address: address(at) };
}

/**
 * Words of a header field. What looks like an encoded word (RFC 2047) gets a word joiner into its beginning, which is not seen: the
 * field is then encoded as a whole, and no reader decodes line breaks and whatever else we take out from words that it has.
 */
function words(text: string): string {
  return oneLine(text).replaceAll('=?', '=\u2060?');
}

function address(at: string): string {
  if (!/^[^\s<>,;:"()[\]\\@]+@[^\s<>,;:"()[\]\\@]+$/u.test(at) || /\p{Cc}/u.test(at)) {
    throw new Error(`Not an address that mail can be sent to: ${JSON.stringify(at)}.`);
  }
  return at;
}
