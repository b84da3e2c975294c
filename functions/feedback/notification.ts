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

/**
 * The event in a message of the topic, or undefined when it is none: SES sends a topic that has become a destination
 * a sentence ("Successfully validated SNS topic for Amazon SES event publishing."). Throws when it is an event, but not as
 * we know them: then something is lost if it is let go.
 */
export function eventIn(message: string): Notification | undefined {
  const content = parsed(message);
  const isEvent = typeof content === 'object' && content !== null && 'eventType' in content;
  return isEvent ? Notification.parse(content) : undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
