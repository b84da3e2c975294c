import type { Part } from '#domain/attachments.ts';
import { clipped } from '#domain/replies/read/text/words.ts';

/** A part of a MIME message, as `postal-mime` builds it. Not in its published types; `parse.test.ts` notices a change. */
export interface MimePart {
  contentType: { multipart?: string | false; parsed?: { value?: string; params?: Record<string, string> } };
  contentId?: string;
  contentDisposition?: { parsed?: { value?: string; params?: Record<string, string> } };
  content: ArrayBuffer | null;
  childNodes: MimePart[];
  getTextContent(): string;
}

interface Parts {
  text?: string;
  html?: string;
  attachments: Part[];
  /** The emoji of a reaction that was made in Gmail. */
  reaction?: string;
}

const most = { characters: 1_000_000, attachments: 100, name: 200 };

/** The text and the HTML of a message, and what else is in it. Messages inside it are attachments, not the reply. */
export function partsOf(root: MimePart): Parts {
  const text: string[] = [];
  const html: string[] = [];
  const attachments: Parts['attachments'] = [];
  const embedded: string[] = [];
  let reaction: string | undefined;
  for (const { part, type, use } of leavesOf(root)) {
    if (use === 'html') html.push(contentOf(part));
    else if (use === 'text') text.push(contentOf(part));
    else if (type === 'text/vnd.google.email-reaction+json') reaction ??= emojiIn(contentOf(part));
    else if (attachments.length < most.attachments) {
      attachments.push(attachmentOf(part, type));
      embedded.push((part.contentId ?? '').replace(/[<>\s]/g, ''));
    }
  }
  const shown = clipped(html.join('\n'), most.characters);
  const cited = new Set([...shown.matchAll(/cid:([^\s"'<>)]{1,200})/gi)].map(([, id]) => id));
  attachments.forEach((part, index) => {
    const id = embedded[index] ?? '';
    part.embedded = id !== '' && (cited.has(id) || cited.has(encodeURIComponent(id.toWellFormed())));
  });
  return {
    ...(text.length > 0 ? { text: clipped(text.join('\n'), most.characters) } : {}),
    ...(html.length > 0 ? { html: shown } : {}),
    attachments,
    ...(reaction !== undefined && { reaction }),
  };
}

/** What a message is made of, in its order, without what only holds other parts. */
export function* leavesOf(
  root: MimePart,
): Generator<{ part: MimePart; type: string; use: 'text' | 'html' | 'attachment' }> {
  const waiting: MimePart[] = [root];
  for (let part = waiting.shift(); part; part = waiting.shift()) {
    waiting.unshift(...part.childNodes);
    const type = part.contentType.parsed?.value || 'text/plain';
    if (part.childNodes.length > 0 || type.startsWith('multipart/') || !part.content) continue;
    const isAttached = part.contentDisposition?.parsed?.value === 'attachment';
    const body = type === 'text/html' ? 'html' : type === 'text/plain' ? 'text' : 'attachment';
    yield { part, type, use: isAttached ? 'attachment' : body };
  }
}

/** `{"emoji":"👍","version":1}` (https://developers.google.com/workspace/gmail/reactions/format). */
function emojiIn(json: string): string | undefined {
  try {
    const { emoji }: { emoji?: unknown } = JSON.parse(clipped(json, most.name));
    return typeof emoji === 'string' && emoji !== '' && emoji.length <= 40 ? emoji : undefined;
  } catch {
    return undefined;
  }
}

/** The part that is a PKCS #7 message, as programs name it, with what is in it. */
export function smimeOf(root: MimePart): ArrayBuffer | undefined {
  const waiting: MimePart[] = [root];
  for (let part = waiting.shift(); part; part = waiting.shift()) {
    waiting.unshift(...part.childNodes);
    const type = part.contentType.parsed?.value ?? '';
    const { name } = attachmentOf(part, type);
    const isSmime = /^application\/(?:x-)?pkcs7-mime$/.test(type) || /\.p7m$/i.test(name);
    if (isSmime && part.content && part.childNodes.length === 0) return part.content;
  }
  return undefined;
}

/** Whether a message is encrypted as a whole (RFC 3156). */
export function isEncrypted({ contentType, childNodes }: MimePart): boolean {
  return contentType.parsed?.value === 'multipart/encrypted' || childNodes.some(isEncrypted);
}

function attachmentOf(part: MimePart, type: string): Parts['attachments'][number] {
  const name = part.contentDisposition?.parsed?.params?.filename ?? part.contentType.parsed?.params?.name ?? '';
  const inline = part.contentDisposition?.parsed?.value !== 'attachment';
  return { name: ends(name), type, size: part.content?.byteLength ?? 0, inline, embedded: false };
}

/** A name that is too long, without its middle: how it ends says what it claims to be. */
function ends(name: string): string {
  if (name.length <= most.name) return name;
  return `${clipped(name, most.name - 40)}${name.slice(-40)}`.toWellFormed();
}

/** The decoded text. Lines of `format=flowed` are put together here: the library's way takes time with the square of them. */
function contentOf(part: MimePart): string {
  const params = part.contentType.parsed?.params ?? {};
  const isFlowed = params.format?.toLowerCase() === 'flowed';
  const deletesSpace = params.delsp?.toLowerCase() === 'yes';
  delete params.format;
  const text = part.getTextContent();
  return isFlowed ? unflowed(clipped(text, most.characters), deletesSpace) : text;
}

/** RFC 3676: a line that ends in a space goes on in the next one of the same quote depth; a leading space is stuffing. */
export function unflowed(text: string, deletesSpace: boolean): string {
  const done: string[] = [];
  let open: { marks: string; words: string[] } | undefined;
  const close = () => {
    if (open) done.push((open.marks === '' ? '' : `${open.marks} `) + open.words.join(''));
    open = undefined;
  };
  for (const line of text.split(/\r?\n/)) {
    const marks = /^>*/.exec(line)?.[0] ?? '';
    const stuffed = line.slice(marks.length);
    const words = stuffed.startsWith(' ') ? stuffed.slice(1) : stuffed;
    if (open && open.marks !== marks) close();
    open ??= { marks, words: [] };
    const flows = words.endsWith(' ') && words !== '-- ';
    if (words === '-- ' && open.words.length > 0) {
      close();
      open = { marks, words: [] };
    }
    open.words.push(flows && deletesSpace ? words.slice(0, -1) : words);
    if (!flows) close();
  }
  close();
  return done.join('\n');
}
