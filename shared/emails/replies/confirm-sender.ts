import * as z from 'zod';
import { numbered } from '#domain/forms/form.ts';
import { shownAddress } from '#domain/strangers.ts';
import type { Block, Inline } from '../content.ts';
import type { EmailContext } from '../context.ts';
import type { Writer } from '../kind.ts';
import { closing, greeting, isCoordinator, language, paragraph } from '../parts/phrases.ts';
import { formOf, questionsBlock } from '../parts/question-blocks.ts';

export const ConfirmSenderFacts = z.object({
  other: z.string(),
  /** A yes is one to every reply from there. */
  others: z.boolean().default(false),
  /** Not in emails that were queued before it was told. */
  wouldBe: z
    .object({
      answers: z.array(z.object({ label: z.string(), value: z.string() })),
      note: z.string(),
      wish: z.enum(['stop', 'decline']).optional(),
    })
    .optional(),
});

/**
 * A reply to our email came from an address that we don't know: asks the person, at the one that we do know. Only a reply
 * from there is an answer, so it has no page (functions/pages/form.ts).
 */
export const confirmSender: Writer<typeof ConfirmSenderFacts> = ({ other, others, wouldBe }, context) => {
  const { definition } = formOf(context);
  return {
    subject: 'Was this reply from you?',
    language,
    blocks: [
      greeting(context.person),
      paragraph(from(shownAddress(other), context)),
      ...(wouldBe ? saying(wouldBe) : []),
      paragraph(
        `If that was you, we would like to use it${others ? ', and what else comes from there in reply to that email' : ''}. Please reply yes or no from this mailbox.`,
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
};

/** What a yes would take, so that it is not a blind one. Words of anybody, and shown as such. */
function saying({ answers, note, wish }: NonNullable<z.infer<typeof ConfirmSenderFacts>['wouldBe']>): Block[] {
  const asks = wish === 'stop' ? 'It asks us to stop all emails to you.' : 'It says "no thanks" for you.';
  const besides: Block[] = note === '' ? [] : [paragraph('It also says:'), { kind: 'quote', of: note }];
  if (wish) return [paragraph(asks), ...besides];
  if (answers.length === 0) return [paragraph('We found no answer to our questions in it.'), ...besides];
  return [paragraph('With a yes, these would be your answers:'), { kind: 'facts', of: answers }, ...besides];
}

function mayInvite(context: EmailContext): Inline[] {
  const { name, email } = context.cohort.coordinator;
  if (isCoordinator(context)) return [' You can invite them.'];
  return [` ${name} can invite them: `, { words: email, href: `mailto:${email}` }];
}

/** A forgery, or what was taken for spam, has their own address on it. */
function from(other: string, { cohort, person }: EmailContext): string {
  return other === person.email
    ? `Somebody answered the email about ${cohort.name} that we sent you. The reply has your address on it, but we could not make sure that it is yours.`
    : `Somebody answered the email about ${cohort.name} that we sent you, from ${other.includes('@') ? `another address: ${other}` : other}.`;
}
