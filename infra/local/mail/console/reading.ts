import { linesOfHtml } from '#domain/replies/read/text/html-lines.ts';
import { Parser } from '#shared/mail/parser.ts';
import { leavesOf, type MimePart, partsOf } from '#shared/mail/parts.ts';
import { readable } from '#shared/mail/readable-part.ts';
import { mailboxes, words } from '../headers.ts';

export interface Reading {
  subject: string;
  from: Correspondent;
  to: Correspondent[];
  /** Where a reply goes: the Reply-To, else the sender. */
  replyTo: Correspondent;
  messageId: string;
  references: string[];
  text: string;
  html: string | undefined;
  attachments: Enclosure[];
}

export interface Correspondent {
  name: string;
  address: string;
}

export interface Enclosure {
  name: string;
  type: string;
  bytes: Uint8Array;
  contentId: string | undefined;
  /** Shown inside the message rather than listed under it. */
  isInline: boolean;
}

/** Takes a raw message apart for a reader. A message that cannot be read has no text, rather than no page. */
export async function readMail(raw: Uint8Array): Promise<Reading> {
  const parser = new Parser();
  const email = await parser.parse(readable(raw)).catch(() => ({ headers: [], subject: '' }));
  const { text = '', html } = partsOf(parser.root);
  const value = (key: string) => email.headers.find((header) => header.key === key)?.value;
  const nobody = { name: '', address: '' };
  const from = mailboxes(value('from'))[0] ?? nobody;
  return {
    subject: words(email.subject).trim(),
    from,
    to: [...mailboxes(value('to')), ...mailboxes(value('cc'))],
    replyTo: mailboxes(value('reply-to'))[0] ?? from,
    messageId: /<[^<>\s]{1,250}>/.exec(value('message-id') ?? '')?.[0] ?? '',
    references: (value('references') ?? '').slice(0, 16_384).match(/<[^<>\s]{1,250}>/g) ?? [],
    text: text.replace(/\r\n?/g, '\n').trimEnd(),
    html,
    attachments: [...leavesOf(parser.root)].filter(({ use }) => use === 'attachment').map(enclosure),
  };
}

/** The first words of a message, for a list. */
export function preview({ text, html = '' }: Reading): string {
  const shown =
    text ||
    linesOfHtml(html)
      .map((line) => line.text)
      .join(' ');
  return shown.slice(0, 1_000).replace(/\s+/g, ' ').trim().slice(0, 160);
}

function enclosure({ part, type }: { part: MimePart; type: string }, at: number): Enclosure {
  const { contentId, contentDisposition, contentType, content } = part;
  const name = contentDisposition?.parsed?.params?.filename ?? contentType.parsed?.params?.name ?? '';
  return {
    name: words(name).trim() || `attachment ${at + 1}`,
    type,
    bytes: new Uint8Array(content ?? new ArrayBuffer(0)),
    contentId: contentId?.replace(/^<|>$/g, ''),
    isInline: contentId !== undefined && contentDisposition?.parsed?.value !== 'attachment',
  };
}

/** Pictures inside a message are put into it, up to this much in all: it is one page with no requests of its own. */
const MAX_INLINE = 5 * 1024 * 1024;
const PICTURES = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/svg+xml']);

/** The HTML part as a page for a sandboxed frame: links open outside it and its own pictures are in it. */
export function framedHtml({ html = '', attachments }: Reading): string {
  let left = MAX_INLINE;
  const pictures = new Map<string, string>();
  for (const { contentId, type, bytes } of attachments) {
    if (contentId === undefined || !PICTURES.has(type) || bytes.length > left) continue;
    left -= bytes.length;
    pictures.set(contentId, `data:${type};base64,${Buffer.from(bytes).toString('base64')}`);
  }
  const body = html
    .replace(/^\s*<!doctype[^>]{0,500}>/i, '')
    .replace(/\bcid:([^"'\s)<>]{1,250})/gi, (link, id: string) => pictures.get(decoded(id)) ?? link);
  return `<!doctype html><base target="_blank">${body}`;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
