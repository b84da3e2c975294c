import * as z from 'zod';
import { Purpose } from '#domain/asked.ts';
import { called } from '#domain/names/called.ts';
import { type EmailContext, kind } from './context.ts';
import { Name } from './partner.ts';
import { greeting, language, paragraph, runningWhy, signature } from './phrases.ts';

const Facts = z.object({
  from: Name,
  text: z.string(),
  email: z.string().optional(),
  /** What they were answering when they asked. */
  purpose: Purpose.optional(),
});

/**
 * Passes on to the coordinator what somebody asked or remarked in a reply to us. A reply to it goes straight to that
 * person, with this email quoted below it: so it has no link in it that stops the coordinator's own mail.
 */
export const questionFrom = kind(Facts, ({ from, text, email, purpose }, context) => {
  const { cohort, person } = context;
  const name = called(from);
  return {
    subject: `${from} wrote to you about ${cohort.name}`,
    language,
    blocks: [
      greeting(person),
      paragraph(
        `In a reply to us ${from} wrote something that is for you rather than for a program. We have not answered it, but told ${name} that you will.`,
      ),
      { kind: 'quote', of: text },
      ...(isPart(purpose)
        ? [paragraph('This is their question alone. The rest of what they wrote is confidential.')]
        : []),
      email
        ? paragraph(`Please reply to this email: your words go to ${name} alone, at `, {
            words: email,
            href: `mailto:${email}`,
          })
        : paragraph(`Please write to ${from} yourself; a reply to this email does not reach them.`),
      { kind: 'signature', of: signature(context) },
      { kind: 'small', of: [howToStop(context)] },
    ],
    ...(email && { replyTo: email }),
  };
});

function isPart(purpose: z.infer<typeof Purpose> | undefined): boolean {
  return purpose === 'agreement' || purpose === 'midpoint' || purpose === 'closeout';
}

function howToStop(context: EmailContext): string {
  return `${runningWhy(context, 'coordinator')} The link that stops all email is in our other emails: in this one it would go along with your reply.`;
}
