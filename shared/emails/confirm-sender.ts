import * as z from 'zod';
import { numbered } from '#domain/form.ts';
import { formOf, questionsBlock } from './asking.ts';
import type { Inline } from './content.ts';
import { type EmailContext, kind } from './context.ts';
import { closing, greeting, isCoordinator, language, paragraph } from './phrases.ts';

/**
 * A reply to our email came from an address that we don't know: asks the person, at the one that we do know. Only a reply
 * from there is an answer, so it has no page (functions/pages/form.ts).
 */
export const confirmSender = kind(z.object({ other: z.string() }), ({ other }, context) => {
  const { definition } = formOf(context);
  return {
    subject: 'Was this reply from you?',
    language,
    blocks: [
      greeting(context.person),
      paragraph(
        `${from(other, context)} If that was you, we would like to use it. Please reply yes or no from this mailbox.`,
      ),
      questionsBlock(numbered(definition)),
      paragraph("If it was not you, or you don't answer, we leave that reply aside and nothing changes."),
      paragraph(
        `If you passed our email on to somebody who would like to take part as well, answer no: with a yes, their answers would become yours.`,
        ...mayInvite(context),
      ),
      ...closing(context, `You get this because your address is the one we have for ${context.cohort.name}.`),
    ],
  };
});

function mayInvite(context: EmailContext): Inline[] {
  const { name, email } = context.cohort.coordinator;
  if (isCoordinator(context)) return [' You can invite them.'];
  return [` ${name} can invite them: `, { words: email, href: `mailto:${email}` }];
}

/** A forgery, or what was taken for spam, has their own address on it. */
function from(other: string, { cohort, person }: EmailContext): string {
  return other === person.email
    ? `Somebody answered the email about ${cohort.name} that we sent you. The reply has your address on it, but we could not make sure that it is yours.`
    : `Somebody answered the email about ${cohort.name} that we sent you, from another address: ${other}.`;
}
