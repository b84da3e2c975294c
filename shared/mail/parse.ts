import type { Email } from 'postal-mime';
import type { Part } from '#domain/attachments.ts';
import { isAutomatic, isBounce } from '#domain/replies/read/automatic/automatic.ts';
import { clipped } from '#domain/replies/read/text/words.ts';
import { Parser } from './parser.ts';
import { isEncrypted, type MimePart, partsOf, smimeOf } from './parts.ts';
import { isPgpMessage, withoutPgpSignature } from './pgp.ts';
import { readable } from './readable-part.ts';
import { senderOf } from './sender.ts';
import { open } from './smime.ts';

/** A message that came in, decoded: plain data, as much of it as could be read. */
export interface Mail {
  messageId?: string;
  /** The one that it says it is from, in lower case. Missing when it does not say so plainly (`senderOf`). */
  from?: { name: string; address: string };
  subject: string;
  /** ISO 8601. */
  date?: string;
  /** The header fields that decisions are made on, by lower-case name; the topmost when there are several. */
  headers: Record<string, string>;
  text?: string;
  html?: string;
  attachments: Part[];
  /** The emoji of a reaction that was made in Gmail. */
  reaction?: string;
  /** Sent by a program rather than a person (RFC 3834): recorded, never answered. Bounces among them. */
  automatic: boolean;
  /** Written for somebody else to open. What else there is of it is not what they meant to say. */
  encrypted?: boolean;
  /** A report that a message of ours could not be delivered. */
  bounce: boolean;
}

const most = { head: 64 * 1024, headerValue: 4_000, name: 200, signatures: 3 };

/** Decodes a raw message. Never throws: of a broken one it returns what it could read, if need be nothing at all. */
export async function parseMail(raw: Uint8Array): Promise<Mail> {
  const bytes = readable(raw);
  const nothing = { headers: [], headerLines: [], attachments: [] };
  const sender = senderOf(raw);
  return (await read(bytes, sender)) ?? (await read(headOf(bytes), sender)) ?? mailOf(nothing, sender);
}

async function read(bytes: Uint8Array, sender?: string, depth = 0): Promise<Mail | undefined> {
  const parser = new Parser();
  try {
    const message = await parser.parse(bytes);
    const mail = { ...mailOf(message, sender), ...partsOf(parser.root) };
    return await opened(mail, parser.root, depth);
  } catch {
    // Too deeply nested. What can be told without the body is told by the next attempt.
    return undefined;
  }
}

/** With the words that a signature is wrapped around, before those that a list put below. */
async function opened(mail: Mail, root: MimePart, depth: number): Promise<Mail> {
  const text = withoutPgpSignature(mail.text ?? '');
  if (isEncrypted(root) || isPgpMessage(text)) return { ...mail, encrypted: true };
  const own = mail.text === undefined ? mail : { ...mail, text };
  const smime = depth < most.signatures ? smimeOf(root) : undefined;
  const content = smime && open(smime);
  if (!content) return own;
  if (content.kind === 'encrypted') return { ...own, encrypted: true };
  const inner = await read(readable(content.content), undefined, depth + 1);
  if (!inner) return own;
  return {
    ...own,
    ...joined('text', inner, own),
    ...joined('html', inner, own),
    ...(inner.encrypted && { encrypted: true }),
    attachments: [
      ...inner.attachments,
      ...own.attachments.filter((part) => !smimeFile.test(`${part.type} ${part.name}`)),
    ],
  };
}

const smimeFile = /pkcs7-mime|\.p7m$/i;

function joined(body: 'text' | 'html', inner: Mail, outer: Mail): Partial<Mail> {
  const bodies = [inner[body], outer[body]].filter((words) => words !== undefined && words.trim() !== '');
  return bodies.length > 0 ? { [body]: bodies.join('\n') } : {};
}

/** The header section alone. */
function headOf(bytes: Uint8Array): Uint8Array {
  let end = 0;
  while (end < bytes.length && end < most.head) {
    const isLineEnd = bytes[end] === 10 && (bytes[end + 1] === 10 || (bytes[end + 1] === 13 && bytes[end + 2] === 10));
    end += 1;
    if (isLineEnd) break;
  }
  return bytes.subarray(0, end);
}

function mailOf(message: Email, sender?: string): Mail {
  const headers: Record<string, string> = {};
  for (const { key, value } of message.headers) headers[key] ??= clipped(value, most.headerValue);
  const subject = clipped(message.subject ?? '', most.headerValue);
  const date = message.date && !Number.isNaN(Date.parse(message.date)) ? message.date : undefined;
  return {
    ...(message.messageId ? { messageId: message.messageId.trim() } : {}),
    ...(sender !== undefined && { from: { name: clipped(message.from?.name ?? '', most.name), address: sender } }),
    subject,
    ...(date ? { date } : {}),
    headers,
    attachments: [],
    automatic: isAutomatic({ headers, subject }),
    bounce: isBounce({ headers }),
  };
}
