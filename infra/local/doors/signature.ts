import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Credentials } from './credentials.ts';

/** What an `Authorization` header of Signature Version 4 says. */
interface Signed {
  accessKeyId: string;
  /** `<date>/<region>/<service>/aws4_request`. */
  scope: string;
  headers: string[];
  signature: string;
}

const form =
  /^AWS4-HMAC-SHA256 Credential=([^/,\s]+)\/([^,\s]+),\s*SignedHeaders=([a-z0-9;-]+),\s*Signature=([0-9a-f]{64})$/;

/** The hash of a body that the request itself names, as the SDK for JavaScript does. A command line may leave it out. */
export const bodyHashOf = (request: IncomingMessage): string | undefined => {
  const given = request.headers['x-amz-content-sha256'];
  return typeof given === 'string' ? given : undefined;
};

/**
 * Whether a request was signed with our credentials ("Create a signed AWS API request", IAM user guide). `bodyHash` is what
 * it was signed for: the SHA-256 of its body, or a word that stands for one. The time is not looked at: it is the moved one.
 */
export function isSignedBy(credentials: Credentials, request: IncomingMessage, bodyHash: string): boolean {
  const signed = signedIn(request.headers.authorization);
  if (!signed || !isSame(signed.accessKeyId, credentials.accessKeyId)) return false;
  const { headers, scope, signature } = signed;
  const [path, query] = cut(request.url ?? '/', '?');
  const canonical = [
    request.method,
    scope.endsWith('/s3/aws4_request') ? path : path.split('/').map(encode).join('/'),
    inOrder(query),
    ...headers.map(
      (name) =>
        `${name}:${String(request.headers[name] ?? '')
          .trim()
          .replace(/ +/g, ' ')}`,
    ),
    '',
    headers.join(';'),
    bodyHash,
  ].join('\n');
  const hash = createHash('sha256').update(canonical).digest('hex');
  const text = ['AWS4-HMAC-SHA256', request.headers['x-amz-date'], scope, hash].join('\n');
  return isSame(signature, hmac(keyOf(credentials, scope), text).toString('hex'));
}

function signedIn(authorization: string | undefined): Signed | undefined {
  const [, accessKeyId, scope, headers, signature] = form.exec(authorization ?? '') ?? [];
  if (!accessKeyId || !scope || !headers || !signature) return undefined;
  return { accessKeyId, scope, headers: headers.split(';'), signature };
}

const keys = new Map<string, Buffer>();

/** Derived once a day of the system's time and service. Only who knows the access key id gets so far. */
function keyOf({ secretAccessKey }: Credentials, scope: string): Buffer {
  const known = keys.get(scope);
  if (known) return known;
  const key = scope.split('/').reduce<string | Buffer>((secret, part) => hmac(secret, part), `AWS4${secretAccessKey}`);
  if (keys.size > 1000) keys.clear();
  keys.set(scope, key as Buffer);
  return key as Buffer;
}

const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();

function isSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/** As the signers write a path segment a second time: all but unreserved characters (RFC 3986). */
const encode = (segment: string): string =>
  encodeURIComponent(segment).replace(/[!'()*]/g, (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`);

/** Parameters by name, and those of a name by value; as they were encoded on their way here. */
function inOrder(query: string): string {
  const parameters = query.split('&').filter((one) => one !== '');
  const pairs = parameters.map((one): [string, string] => (one.includes('=') ? cut(one, '=') : [one, '']));
  const compare = (a: string, b: string) => Number(a > b) - Number(a < b);
  return pairs
    .sort(([a, x], [b, y]) => compare(a, b) || compare(x, y))
    .map((pair) => pair.join('='))
    .join('&');
}

function cut(text: string, mark: string): [string, string] {
  const at = text.indexOf(mark);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}
