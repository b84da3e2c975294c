import PostalMime, { type Address, type Email } from 'postal-mime';
import type { Part } from '#domain/attachments.ts';
import { isAutomatic, isBounce } from '#domain/reply/automatic.ts';
import { clipped } from '#domain/reply/words.ts';
import { readable } from './bounds.ts';
import { isEncrypted, partsOf, smimeOf } from './parts.ts';
import { isPgpMessage, withoutPgpSignature } from './pgp.ts';
import { open } from './smime.ts';

/** A message that came in, decoded: plain data, as much of it as could be read. */
export interface Mail {
  messageId?: string;
  /** Lower-case address. */
  from?: { name: string; address: string };
  /** Every address that it was sent to (To, Cc, Delivered-To), lower case. */
  to: string[];
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

const wanted = new Set([
  'auto-submitted',
  'content-type',
  'in-reply-to',
  'list-id',
  'list-unsubscribe',
  'precedence',
  'references',
  'return-path',
  'x-auto-response-suppress',
  'x-autoreply',
  'x-autoreply-from',
  'x-autorespond',
  'x-autoresponder',
  'x-mail-autoreply',
  'x-ms-exchange-inbox-rules-loop',
  'x-original-from',
  'x-original-sender',
  'x-vacation',
]);
const most = { headers: 128 * 1024, nesting: 60, headerValue: 4_000, addresses: 200, signatures: 3 };

/** Decodes a raw message. Never throws: of a broken one it returns what it could read, if need be nothing at all. */
export async function parseMail(raw: Uint8Array): Promise<Mail> {
  const bytes = readable(raw);
  return (
    (await read(bytes)) ?? (await read(headOf(bytes))) ?? mailOf({ headers: [], headerLines: [], attachments: [] })
  );
}

async function read(bytes: Uint8Array, depth = 0): Promise<Mail | undefined> {
  const parser = new Parser({ maxNestingDepth: most.nesting, maxHeadersSize: most.headers });
  try {
    const message = await parser.parse(bytes);
    const mail = { ...mailOf(message), ...partsOf(parser.root) };
    return await opened(mail, parser.root, depth);
  } catch {
    // Too deeply nested, or a header without end. What can be told without the body is told by the next attempt.
    return undefined;
  }
}

/** With the words that a signature is wrapped around, before those that a list put below. */
async function opened(mail: Mail, root: Parameters<typeof partsOf>[0], depth: number): Promise<Mail> {
  const text = withoutPgpSignature(mail.text ?? '');
  if (isEncrypted(root) || isPgpMessage(text)) return { ...mail, encrypted: true };
  const own = mail.text === undefined ? mail : { ...mail, text };
  const smime = depth < most.signatures ? smimeOf(root) : undefined;
  const content = smime && open(smime);
  if (!content) return own;
  if (content.kind === 'encrypted') return { ...own, encrypted: true };
  const inner = await read(readable(content.content), depth + 1);
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

/**
 * The library's parser, without its own choice of text: that converts between HTML and text with expressions whose time
 * grows with the square of the length, and reads messages inside messages as if they were the reply.
 */
class Parser extends PostalMime {
  declare readonly root: Parameters<typeof partsOf>[0];
  declare readonly currentNode: { contentDecoder: Decoder | false };

  async processNodeTree(): Promise<void> {}

  async processLine(line: Uint8Array, isFinal: boolean): Promise<void> {
    const { contentDecoder } = this.currentNode;
    if (contentDecoder && Joined.replaces(contentDecoder)) this.currentNode.contentDecoder = new Joined();
    await library.processLine.call(this, line, isFinal);
  }
}

/** What is not in its published types; `parse.test.ts` notices a change. */
const library = PostalMime.prototype as unknown as {
  processLine(this: PostalMime, line: Uint8Array, isFinal: boolean): Promise<void>;
};

interface Decoder {
  update(line: Uint8Array): void;
  finalize(): ArrayBuffer | Promise<ArrayBuffer>;
}

/** The lines of a part that is not encoded, in one buffer: the library's way makes a `Blob` of two pieces for every line. */
class Joined implements Decoder {
  #bytes = new Uint8Array(1024);
  #length = 0;

  /** Whether this is the library's own, still empty: the one that has pieces, and no decoder of its own to put them through. */
  static replaces(decoder: Decoder): boolean {
    return (
      'chunks' in decoder && !('decoder' in decoder) && Array.isArray(decoder.chunks) && decoder.chunks.length === 0
    );
  }

  update(line: Uint8Array): void {
    const length = this.#length + line.length + 1;
    if (length > this.#bytes.length) {
      const larger = new Uint8Array(length * 2);
      larger.set(this.#bytes.subarray(0, this.#length));
      this.#bytes = larger;
    }
    this.#bytes.set(line, this.#length);
    this.#bytes[length - 1] = 10;
    this.#length = length;
  }

  finalize(): ArrayBuffer {
    return this.#bytes.buffer.slice(0, this.#length);
  }
}

/** The header section alone. */
function headOf(bytes: Uint8Array): Uint8Array {
  let end = 0;
  while (end < bytes.length && end < most.headers / 2) {
    const isLineEnd = bytes[end] === 10 && (bytes[end + 1] === 10 || (bytes[end + 1] === 13 && bytes[end + 2] === 10));
    end += 1;
    if (isLineEnd) break;
  }
  return bytes.subarray(0, end);
}

function mailOf(message: Email): Mail {
  const headers: Record<string, string> = {};
  for (const { key, value } of message.headers) {
    if (wanted.has(key) && headers[key] === undefined) headers[key] = clipped(value, most.headerValue);
  }
  const subject = clipped(message.subject ?? '', most.headerValue);
  const from = message.from?.address ? message.from : message.sender;
  const to = [...(message.to ?? []), ...(message.cc ?? [])].flatMap(addressesIn);
  if (message.deliveredTo) to.push(message.deliveredTo);
  const date = message.date && !Number.isNaN(Date.parse(message.date)) ? message.date : undefined;
  return {
    ...(message.messageId ? { messageId: message.messageId.trim() } : {}),
    ...(from?.address ? { from: { name: from.name, address: from.address.toLowerCase() } } : {}),
    to: [...new Set(to.map((address) => address.toLowerCase()))].slice(0, most.addresses),
    subject,
    ...(date ? { date } : {}),
    headers,
    attachments: [],
    automatic: isAutomatic({ headers, subject }),
    bounce: isBounce({ headers }),
  };
}

function addressesIn(address: Address): string[] {
  if (address.group) return address.group.flatMap(addressesIn);
  return address.address ? [address.address] : [];
}
