import type { IncomingMessage, ServerResponse } from 'node:http';

/** What a request is answered with. */
export interface Answer {
  status?: number;
  headers?: Record<string, string>;
  body?: string | Uint8Array;
}

/** Ends the handling of a request with a page that says so. */
export class Refusal extends Error {
  readonly status: number;
  readonly title: string;

  constructor(status: number, title: string, message: string) {
    super(message);
    this.status = status;
    this.title = title;
  }
}

/**
 * Where the request was sent, `http://127.0.0.1:3000`, when that is this machine. Other names are refused: a web page
 * whose name is made to lead here (DNS rebinding) would otherwise read everybody's mail. Throws a Refusal.
 */
export function ownOrigin(request: IncomingMessage, hosts: readonly string[] = []): string {
  const host = request.headers.host ?? '';
  const name = host.replace(/:\d{1,5}$/, '').toLowerCase();
  if (!['127.0.0.1', 'localhost', '[::1]', ...hosts].includes(name)) {
    throw new Refusal(421, 'Not here', 'These mailboxes are shown at 127.0.0.1 and localhost only.');
  }
  return `http://${host}`;
}

/** Throws a Refusal unless the browser says that one of our own pages sent the form. */
export function requireSameOrigin(request: IncomingMessage, origin: string): void {
  if (request.headers.origin === origin) return;
  throw new Refusal(403, 'Not sent', 'A reply can only be sent from its own page.');
}

/** The fields of a posted form of at most `limit` bytes. Throws a Refusal. */
export async function readForm(request: IncomingMessage, limit: number): Promise<URLSearchParams> {
  if (!/^application\/x-www-form-urlencoded\b/i.test(request.headers['content-type'] ?? '')) {
    throw new Refusal(415, 'Not a form', 'A reply is sent with the form under the message.');
  }
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= limit) chunks.push(chunk);
    // Reading on a while lets the browser see the answer.
    else if (size > 4 * limit) break;
  }
  if (size > limit) throw new Refusal(413, 'Too long', 'That is more than a reply can hold here.');
  return new URLSearchParams(Buffer.concat(chunks).toString());
}

export function send(
  response: ServerResponse,
  isHead: boolean,
  { status = 200, headers = {}, body = '' }: Answer,
): void {
  if (response.destroyed || response.headersSent) return;
  const bytes = typeof body === 'string' ? Buffer.from(body) : body;
  response.writeHead(status, {
    'cache-control': 'no-store',
    'content-type': 'text/html; charset=utf-8',
    'content-length': String(bytes.length),
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    // Not `no-referrer`: with that, browsers keep the origin of a posted form to themselves, too.
    'referrer-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
    'x-robots-tag': 'noindex',
    ...headers,
  });
  response.end(isHead ? undefined : bytes);
}
