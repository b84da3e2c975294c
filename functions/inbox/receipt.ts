import * as z from 'zod';

const Verdict = z.object({ status: z.string() }).transform(({ status }) => status);

/** What SES says of a message that it has put into the bucket: the parts of its event that we rely on. */
export const Receipt = z
  .object({
    ses: z.object({
      mail: z.object({ messageId: z.string().min(1), timestamp: z.string() }),
      receipt: z.object({
        recipients: z.array(z.string()),
        spamVerdict: Verdict,
        virusVerdict: Verdict,
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
  }));
export type Receipt = z.infer<typeof Receipt>;
