import * as z from 'zod';
import { isAsking } from '#domain/forms/participant-questions.ts';
import { isConfidential, Purpose } from '#domain/forms/purposes.ts';
import { firstNameOrFull } from '#domain/names/called.ts';
import { type Words, wordsOf } from '#shared/words/index.ts';
import type { Block } from '../content.ts';
import type { Writer } from '../kind.ts';
import { Name } from '../parts/partner.ts';
import { greeting, paragraph, runningWhy, signature } from '../parts/phrases.ts';

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
  const { cohort } = context;
  const name = firstNameOrFull(from);
  const { language, replies } = wordsOf(cohort.language);
  const words = replies.questionFrom;
  return {
    subject: replies.wroteToYou({ from, cohort: cohort.name }),
    language,
    blocks: [
      greeting(context),
      paragraph(words.passed({ from, name, isAsking: isAsking(text) ? 'yes' : 'no' })),
      { kind: 'quote', of: text },
      ...rest(purpose, isAgreed, name, words),
      paragraph(
        ...(email ? replies.answerAlone({ name, email, address: `mailto:${email}` }) : [words.writeYourself({ from })]),
      ),
      { kind: 'signature', of: signature(context) },
      { kind: 'small', of: [`${runningWhy(context, 'coordinator')} ${replies.noStopLink}`] },
    ],
    ...(email && { replyTo: email }),
  };
};

function rest(
  purpose: z.infer<typeof Purpose> | undefined,
  isAgreed: boolean,
  name: string,
  words: Words['replies']['questionFrom'],
): Block[] {
  if (isAgreed) return [paragraph(words.agreed({ name }))];
  if (purpose === undefined || !isConfidential(purpose)) return [];
  return [paragraph(words.part)];
}
