import { encoded } from './charsets.ts';
import type { Draft } from './draft.ts';

/** A body as a mail program hands it over. */
export interface Body {
  text?: string;
  html?: string;
  headers?: Record<string, string>;
  /** Tried in this order; UTF-8 when none has all characters. */
  charsets?: readonly string[];
  encoding?: 'quoted-printable' | 'base64' | '8bit';
  /** Further parameters of the plain text: format=flowed. */
  parameters?: string;
  /** The domain of Message-IDs. */
  domain: string;
  boundary: string;
}

/** The raw message. Written by hand: a library would tidy up what real mail programs leave untidy. */
export function rawMessage({ letter, language, forwards }: Draft, body: Body, at: Date): Buffer {
  const { text, html } = body;
  const start = forwards ? 'Fwd: ' : 'Re: ';
  const headers = {
    From: `${word(language.name)} <someone@example.org>`,
    To: forwards ? `paul@example.org, ${letter.replyTo}` : letter.replyTo,
    Subject: word(start + letter.subject),
    Date: at.toUTCString().replace('GMT', '+0000'),
    'Message-ID': `<${at.getTime().toString(36)}.${body.boundary.slice(-6)}@${body.domain}>`,
    'In-Reply-To': letter.messageId,
    References: letter.messageId,
    'MIME-Version': '1.0',
    ...body.headers,
  };
  const parts = [
    ...(text === undefined ? [] : [part('text/plain', text, body)]),
    ...(html === undefined ? [] : [part('text/html', html, body)]),
  ];
  const head = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  const [only] = parts;
  if (parts.length === 1 && only) return Buffer.concat([Buffer.from(head.join('')), only]);
  return Buffer.concat([
    Buffer.from(`${head.join('')}Content-Type: multipart/alternative; boundary="${body.boundary}"\r\n\r\n`),
    ...parts.flatMap((one) => [Buffer.from(`--${body.boundary}\r\n`), one, Buffer.from('\r\n')]),
    Buffer.from(`--${body.boundary}--\r\n`),
  ]);
}

function word(words: string): string {
  return /^[\x20-\x7e]*$/.test(words) ? words : `=?UTF-8?B?${Buffer.from(words).toString('base64')}?=`;
}

function part(
  type: string,
  words: string,
  { charsets = [], encoding = 'quoted-printable', parameters = '' }: Body,
): Buffer {
  let charset = 'utf-8';
  let bytes: Buffer = Buffer.from(words);
  for (const one of charsets) {
    const found = encoded(words, one);
    if (!found) continue;
    [charset, bytes] = [one, found];
    break;
  }
  // The escape sequences of ISO-2022-JP are sent as they are.
  const transfer = charset === 'iso-2022-jp' || charset === 'us-ascii' ? '7bit' : encoding;
  const more = type === 'text/plain' ? parameters : '';
  const head = `Content-Type: ${type}; charset="${charset}"${more}\r\nContent-Transfer-Encoding: ${transfer}\r\n\r\n`;
  return Buffer.concat([Buffer.from(head), transferred(bytes, transfer)]);
}

function transferred(bytes: Buffer, encoding: string): Buffer {
  if (encoding === 'base64') return Buffer.from(bytes.toString('base64').replace(/.{76}/g, '$&\r\n'));
  if (encoding === 'quoted-printable') return Buffer.from(quotedPrintable(bytes));
  return Buffer.from(bytes.toString('latin1').replace(/\r?\n/g, '\r\n'), 'latin1');
}

function quotedPrintable(bytes: Buffer): string {
  return bytes.toString('latin1').split('\n').map(softly).join('\r\n');
}

/** A line in pieces of at most 76 columns, never broken within an escape. */
function softly(line: string): string {
  let done = '';
  let column = 0;
  for (const one of line) {
    const isPlain = /[\t\x20-\x3c\x3e-\x7e]/.test(one);
    const written = isPlain ? one : `=${one.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
    if (column + written.length > 75) {
      done += '=\r\n';
      column = 0;
    }
    done += written;
    column += written.length;
  }
  return done.replace(/[\t ]$/, (end) => (end === ' ' ? '=20' : '=09'));
}
