import { Constructed, fromBER, ObjectIdentifier, OctetString, Sequence } from 'asn1js';

/** What is in a PKCS #7 message (RFC 5652): the MIME entity that was signed, or words that only their reader can open. */
export type Opened = { kind: 'signed'; content: Uint8Array } | { kind: 'encrypted' } | undefined;

const signedData = '1.2.840.113549.1.7.2';
/** envelopedData, encryptedData, authEnvelopedData. */
const encrypted = new Set(['1.2.840.113549.1.7.3', '1.2.840.113549.1.7.6', '1.2.840.113549.1.9.16.1.23']);

/** Real ones nest eight deep or so; a content of megabytes comes in pieces of 1,000 bytes and more. Others are not opened. */
const limits = { maxDepth: 32, maxNodes: 6_000, maxContentLength: 10 * 1024 * 1024, parseEmbedded: false };

/**
 * Opens a signed message (RFC 8551 section 3.5.2) so that its words can be read. The signature is not looked at: it is not
 * what we know people by. Undefined when it is neither signed nor encrypted, or broken.
 */
export function open(message: ArrayBuffer): Opened {
  try {
    const { offset, result } = fromBER(message, limits);
    if (offset === -1) return undefined;
    const type = part(result, 0);
    if (!(type instanceof ObjectIdentifier)) return undefined;
    const oid = type.valueBlock.toString();
    if (encrypted.has(oid)) return { kind: 'encrypted' };
    if (oid !== signedData) return undefined;
    // ContentInfo, [0], SignedData: version, digest algorithms, EncapsulatedContentInfo: type, [0], octets.
    const octets = part(part(part(part(part(result, 1), 0), 2), 1), 0);
    return octets instanceof OctetString ? { kind: 'signed', content: new Uint8Array(octets.getValue()) } : undefined;
  } catch {
    // The library throws at some of what is not ASN.1.
    return undefined;
  }
}

function part(of: unknown, index: number): unknown {
  return of instanceof Sequence || of instanceof Constructed ? of.valueBlock.value[index] : undefined;
}
