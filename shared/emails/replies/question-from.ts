import * as z from 'zod';
import { isAsking } from '#domain/forms/participant-questions.ts';
import { isConfidential, Purpose } from '#domain/forms/purposes.ts';
import { firstNameOrFull } from '#domain/names/called.ts';
import type { Block } from '../content.ts';
import type { EmailContext } from '../context.ts';
import type { Writer } from '../kind.ts';
import { Name } from '../parts/partner.ts';
import { greeting, language, paragraph, runningWhy, signature } from '../parts/phrases.ts';

export const QuestionFromFacts = z.object({
  /** What sets these words apart from all others of their writer. */
  key: z.string(),
  from: Name,
  text: z.string(),
  email: z.string().optional(),
  /** What they were answering when they asked. */
  purpose: Purpose.optional(),
  /** Confidential words, which their writer has asked us to pass on. */
  isAgreed: z.boolean().default(false),
});

/**
 * Passes on to the coordinator what somebody asked or remarked in a reply to us. A reply to it goes straight to that
 * person, with this email quoted below it: so it has no link in it that stops the coordinator's own mail.
 */
export const questionFrom: Writer<typeof QuestionFromFacts> = ({ from, text, email, purpose, isAgreed }, context) => {
  const { cohort, person } = context;
  const name = firstNameOrFull(from);
  return {
    subject: `${from} wrote to you about ${cohort.name}`,
    language,
    blocks: [
      greeting(person),
      paragraph(
        `In a reply to us ${from} wrote something that is for you rather than for a program. We have not answered it, but told ${name} that you ${isAsking(text) ? 'will' : 'have it'}.`,
      ),
      { kind: 'quote', of: text },
      ...rest(purpose, isAgreed, name),
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
};

function rest(purpose: z.infer<typeof Purpose> | undefined, isAgreed: boolean, name: string): Block[] {
  if (isAgreed)
    return [paragraph(`${name} has asked us to pass this on to you. The answers themselves stay confidential.`)];
  if (purpose === undefined || !isConfidential(purpose)) return [];
  return [paragraph('This is the part that is meant for you. The rest of what they wrote is confidential.')];
}

function howToStop(context: EmailContext): string {
  return `${runningWhy(context, 'coordinator')} The link that stops all email is in our other emails: in this one it would go along with your reply.`;
}
