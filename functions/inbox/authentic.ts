import type { Receipt } from './ses-receipt.ts';

/**
 * Whether the domain of `address`, which a message says it is from, has said so itself: by DMARC (RFC 7489), or, where the domain
 * publishes no policy, by SPF or DKIM for that very domain or one above it. SES's verdicts on these two are about the envelope's
 * sender and about whoever signed: by themselves they say nothing about the From that we go by.
 */
export function isAuthentic(receipt: Receipt, address: string): boolean {
  const { dmarc, spf, dkim, source, signers } = receipt;
  if (dmarc !== 'GRAY') return dmarc === 'PASS';
  const domain = domainOf(address);
  const isSent = spf === 'PASS' && isAligned(domainOf(source), domain);
  // Every one: among the signers that SES lists there may be words of the sender's, its envelope and its greeting.
  const isSigned = dkim === 'PASS' && signers.length > 0 && signers.every((signer) => isAligned(signer, domain));
  return isSent || isSigned;
}

/** Not below it, as DMARC has it where there is a policy: who has a subdomain does not speak for the whole. */
function isAligned(other: string, domain: string): boolean {
  return other.includes('.') && (other === domain || domain.endsWith(`.${other}`));
}

function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1).toLowerCase();
}
