import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

const alphabet = 'abcdefghijklmnopqrstuvwxyz234567';

/** Lower-case base32 (RFC 4648 without padding): survives mail servers that change the case of a local part. */
export function base32(bytes: Uint8Array): string {
  let text = '';
  let bits = 0;
  let held = 0;
  for (const byte of bytes) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += alphabet[(held >> bits) & 31];
    }
    held &= (1 << bits) - 1;
  }
  return bits > 0 ? text + alphabet[(held << (5 - bits)) & 31] : text;
}

/**
 * An id that follows from what it names, so that making a thing twice makes it once. 80 bits: a table would need a
 * billion things of a kind for one collision in two million.
 */
export function derivedId(prefix: string, ...of: readonly string[]): string {
  const hash = createHash('sha256')
    .update(JSON.stringify([prefix, ...of]))
    .digest();
  const id = base32(hash.subarray(0, 10));
  return prefix === '' ? id : `${prefix}_${id}`;
}

export function randomId(prefix: string): string {
  return `${prefix}_${base32(randomBytes(10))}`;
}

/** What a signature is good for. One made for a page opens no mailbox, and the other way round. */
export type TokenUse = 'reply' | 'source' | 'page' | 'stop' | 'start' | 'weights';

/** HMAC-SHA-256 cut to 128 bits (RFC 2104 section 5), as 26 letters. */
function mac(secret: string, use: TokenUse, id: string): string {
  return base32(createHmac('sha256', secret).update(`${use}\n${id}`).digest().subarray(0, 16));
}

/** `<id>.<mac>`: at most 64 characters with the `r+` of a reply address, as RFC 5321 section 4.5.3.1.1 allows. */
export function signed(secret: string, use: TokenUse, id: string): string {
  return `${id}.${mac(secret, use, id)}`;
}

/** The id in a token that we signed for this use, or undefined. Takes the same time wherever a forgery is wrong. */
export function verified(secret: string, use: TokenUse, token: string): string | undefined {
  const [id, given, more] = token.toLowerCase().split('.');
  if (!id || !given || more !== undefined || id.length > 80) return undefined;
  const expected = Buffer.from(mac(secret, use, id));
  const actual = Buffer.from(given);
  return expected.length === actual.length && timingSafeEqual(expected, actual) ? id : undefined;
}
