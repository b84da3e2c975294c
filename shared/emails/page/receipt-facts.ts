import * as z from 'zod';

/** Of the receipt for what was sent from a page. */
export const ReceiptFacts = z.object({
  /** Which receipt this is, so that a reply can take back what it tells of. */
  receipt: z.string().optional(),
  /** What it tells of counts once it was sent. */
  acts: z.boolean().optional(),
});
