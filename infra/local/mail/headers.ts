import { addressParser, decodeWords, type Mailbox } from 'postal-mime';

export interface Header {
  name: string;
  /** Unfolded, encoded words left as they are. */
  value: string;
}

export interface HeaderBlock {
  headers: Header[];
  /** True when the block was longer than what was read of it. */
  truncated: boolean;
}

/** Where the header block of a raw message ends and where its body begins, in bytes. No empty line: all is header. */
export function split(raw: Uint8Array): { headerEnd: number; bodyStart: number } {
  const bytes = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength);
  if (bytes[0] === 0x0a) return { headerEnd: 0, bodyStart: 1 };
  if (bytes[0] === 0x0d && bytes[1] === 0x0a) return { headerEnd: 0, bodyStart: 2 };
  for (let at = bytes.indexOf(0x0a); at >= 0; at = bytes.indexOf(0x0a, at + 1)) {
    if (bytes[at + 1] === 0x0a) return { headerEnd: at + 1, bodyStart: at + 2 };
    if (bytes[at + 1] === 0x0d && bytes[at + 2] === 0x0a) return { headerEnd: at + 1, bodyStart: at + 3 };
  }
  return { headerEnd: bytes.length, bodyStart: bytes.length };
}

/** The header fields of a raw message, in order, from at most `limit` bytes of it: one pass, whatever the sender made. */
export function readHeaders(raw: Uint8Array, limit = 65_536): HeaderBlock {
  const { headerEnd } = split(raw.subarray(0, limit + 1));
  const truncated = headerEnd > limit;
  const fields = new TextDecoder().decode(raw.subarray(0, Math.min(headerEnd, limit))).split(/\r?\n(?![ \t])/);
  // What was cut off in the middle of a field would be read as a different value.
  if (truncated) fields.pop();

  const headers: Header[] = [];
  for (const field of fields) {
    const colon = field.indexOf(':');
    if (colon <= 0) continue;
    headers.push({
      name: field.slice(0, colon).trimEnd(),
      value: field
        .slice(colon + 1)
        .replace(/\r?\n/g, '')
        .trim(),
    });
  }
  return { headers, truncated };
}

/** Characters of a field that are taken apart: addresses and encoded words take time with the square of their length. */
const LONGEST = 4_096;

/** The value of the first field of that name, whatever its case. */
export function field(headers: readonly Header[], name: string): string | undefined {
  const wanted = name.toLowerCase();
  return headers.find((header) => header.name.toLowerCase() === wanted)?.value;
}

/** The mailboxes of an address field, groups taken apart, names decoded, at most `limit` of them. */
export function mailboxes(value: string | undefined, limit = 100): Mailbox[] {
  if (!value) return [];
  const found = addressParser(value.slice(0, LONGEST), { flatten: true });
  return found
    .flatMap((one): Mailbox[] => (one.group ? one.group : [one]))
    .filter((one) => one.address !== '')
    .slice(0, limit)
    .map((one) => ({ name: words(one.name), address: one.address }));
}

/** Header text as a person reads it: encoded words decoded, control characters gone. */
export function words(value: string | undefined): string {
  return decodeWords((value ?? '').slice(0, LONGEST)).replace(/\p{Cc}+/gu, ' ');
}

/** The fields that SES repeats, read for the reader: `from`, `to`, `subject`, ... in the shape of its events. */
export function commonHeaders(headers: readonly Header[]): CommonHeaders {
  const lists = (name: string) => {
    const value = field(headers, name);
    return value === undefined ? undefined : mailboxes(value).map(written);
  };
  const common: CommonHeaders = {
    from: lists('From'),
    to: lists('To'),
    cc: lists('Cc'),
    replyTo: lists('Reply-To'),
    date: field(headers, 'Date'),
    messageId: field(headers, 'Message-ID'),
    subject: field(headers, 'Subject') === undefined ? undefined : words(field(headers, 'Subject')),
  };
  return Object.fromEntries(Object.entries(common).filter(([, value]) => value !== undefined));
}

export interface CommonHeaders {
  from?: string[] | undefined;
  to?: string[] | undefined;
  cc?: string[] | undefined;
  replyTo?: string[] | undefined;
  date?: string | undefined;
  messageId?: string | undefined;
  subject?: string | undefined;
}

function written({ name, address }: Mailbox): string {
  if (name === '') return address;
  return /^[\w !#$%&'*+/=?^`{|}~-]+$/.test(name) ? `${name} <${address}>` : `${JSON.stringify(name)} <${address}>`;
}
