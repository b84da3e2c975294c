import * as z from 'zod';

/** PASS, FAIL, GRAY (there is nothing to check, of DMARC: the domain publishes no policy) or PROCESSING_FAILED. */
const Verdict = z.object({ status: z.string() }).transform(({ status }) => status);

/** What SES says of a message that it has put into the bucket: the parts of its event that we rely on. */
export const Receipt = z
  .object({
    ses: z.object({
      mail: z.object({
        messageId: z.string().min(1),
        timestamp: z.string(),
        source: z.string(),
        headers: z.array(z.object({ name: z.string(), value: z.string() })),
      }),
      receipt: z.object({
        recipients: z.array(z.string()),
        spamVerdict: Verdict,
        virusVerdict: Verdict,
        spfVerdict: Verdict,
        dkimVerdict: Verdict,
        dmarcVerdict: Verdict,
      }),
    }),
  })
  .transform(({ ses: { mail, receipt } }) => ({
    /** Key of the raw message in the bucket. */
    key: `inbound/${mail.messageId}`,
    recipients: receipt.recipients,
    /** SES found a virus: it is not opened. */
    isHarmful: receipt.virusVerdict === 'FAIL',
    /** SES took it for spam, which it does with what people write as well. */
    isSpam: receipt.spamVerdict === 'FAIL',
    /** The sender's domain says that this did not come from there (RFC 7489). */
    isForged: receipt.dmarcVerdict === 'FAIL',
    dmarc: receipt.dmarcVerdict,
    spf: receipt.spfVerdict,
    dkim: receipt.dkimVerdict,
    /** The envelope's sender, which SPF is about. */
    source: mail.source,
    /** Domains whose DKIM signatures SES has checked. */
    signers: signersIn(mail.headers),
  }));
export type Receipt = z.infer<typeof Receipt>;

/**
 * SES writes its results above all that came with the message: `amazonses.com; spf=pass (...) envelope-from=a@example.org;
 * helo=mx.example.org; dkim=pass header.i=@example.org; dmarc=none header.from=example.org;`. Those further down are anybody's.
 */
function signersIn(headers: readonly { name: string; value: string }[]): string[] {
  const results = headers.find(({ name }) => name.toLowerCase() === 'authentication-results')?.value ?? '';
  if (!/^\s*amazonses\.com\s*;/i.test(results)) return [];
  return [...results.matchAll(/header\.[id]\s*=([^;\s]*)/gi)].map(([, signer = '']) =>
    signer.slice(signer.lastIndexOf('@') + 1).toLowerCase(),
  );
}
