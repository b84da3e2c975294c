import * as z from 'zod';
import { numbered } from '#domain/forms/form.ts';
import { shownAddress } from '#domain/strangers.ts';
import { type Words, wordsOf } from '#shared/words/index.ts';
import type { Block, Inline } from '../content.ts';
import type { EmailContext } from '../context.ts';
import type { Writer } from '../kind.ts';
import { closing, greeting, isCoordinator, paragraph } from '../parts/phrases.ts';
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
 * from there is an answer, so it has no page (functions/pages/form-requests.ts).
 */
export const confirmSender: Writer<typeof ConfirmSenderFacts> = ({ other, others, wouldBe }, context) => {
  const { definition } = formOf(context);
  const { cohort } = context;
  const { language, replies } = wordsOf(cohort.language);
  const words = replies.confirmSender;
  return {
    subject: words.subject,
    language,
    blocks: [
      greeting(context),
      paragraph(words.answered({ ...whence(shownAddress(other), context), cohort: cohort.name })),
      ...(wouldBe ? saying(wouldBe, words) : []),
      paragraph(words.asks({ others: others ? 'yes' : 'no' })),
      questionsBlock(numbered(definition)),
      paragraph(words.silence),
      paragraph(words.somebodyElse, ...mayInvite(words, context)),
      ...closing(context, words.why({ cohort: cohort.name })),
    ],
  };
};

/** What a yes would take, so that it is not a blind one. Words of anybody, and shown as such. */
function saying(
  { answers, note, wish }: NonNullable<z.infer<typeof ConfirmSenderFacts>['wouldBe']>,
  words: Words['replies']['confirmSender'],
): Block[] {
  const besides: Block[] = note === '' ? [] : [paragraph(words.alsoSays), { kind: 'quote', of: note }];
  if (wish) return [paragraph(words.wish({ wish })), ...besides];
  if (answers.length === 0) return [paragraph(words.noAnswer), ...besides];
  return [paragraph(words.wouldBe), { kind: 'facts', of: answers }, ...besides];
}

function mayInvite(words: Words['replies']['confirmSender'], context: EmailContext): readonly Inline[] {
  const { name, email } = context.cohort.coordinator;
  return isCoordinator(context) ? [words.youInvite] : words.invites({ name, email, address: `mailto:${email}` });
}

/** A forgery, or what was taken for spam, has their own address on it. */
function whence(other: string, { person }: EmailContext): { from: 'own' | 'address' | 'place'; other: string } {
  if (other === person.email) return { from: 'own', other };
  return { from: other.includes('@') ? 'address' : 'place', other };
}
