import * as z from 'zod';

/** SES event publishing (eventType), as far as we use it. `tags` are those that the outbox put on the message. */
export const Notification = z.object({
  eventType: z.string(),
  mail: z.object({
    messageId: z.string(),
    timestamp: z.string(),
    tags: z.record(z.string(), z.array(z.string())),
  }),
  bounce: z
    .object({
      bounceType: z.string(),
      timestamp: z.string().optional(),
      bouncedRecipients: z
        .array(z.object({ status: z.string().optional(), diagnosticCode: z.string().optional() }))
        .default([]),
    })
    .optional(),
});
export type Notification = z.infer<typeof Notification>;
